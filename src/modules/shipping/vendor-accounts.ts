import type { CourierVendor, VendorName } from '../../integrations/courier/port.ts';
import { mustBeOutside, type Context } from '../../kernel/context.ts';
import type { SealedColumn } from '../../kernel/sealed/index.ts';

export const COURIER_KEYS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'courier_connections',
  column: 'api_key',
  bound_to: ['shop_id', 'vendor'],
};

/** The vendors that the shop has an account at, the oldest connection first. Asks none of them. */
export async function openVendorAccounts(context: Context): Promise<CourierVendor[]> {
  const rows = await context.db
    .selectFrom('courier_connections')
    .select(['vendor', 'api_key'])
    .where('shop_id', '=', context.shop.id)
    .orderBy('created_at')
    .orderBy('vendor')
    .execute();
  return rows.map(({ vendor, api_key }) => {
    const key = context.secrets.open(COURIER_KEYS, { shop_id: context.shop.id, vendor }, api_key);
    return context.ports.openCourierVendor(vendor, key);
  });
}

/** @returns undefined where the shop has no account at this vendor, or none any more */
export async function openVendorAccount(
  context: Context,
  vendor: VendorName,
): Promise<CourierVendor | undefined> {
  return (await openVendorAccounts(context)).find(({ name }) => name === vendor);
}

/**
 * Waits for a vendor, outside of transactions. Others have the request's place meanwhile: however slow vendors are, and
 * however many wait for them, orders do not.
 */
export function waitForVendor<T>(context: Context, run: () => Promise<T>): Promise<T> {
  mustBeOutside(context, 'waiting for a vendor');
  return context.elsewhere?.(run) ?? run();
}
