import type {
  MessageAccount,
  MessageCredentials,
  MessageVendorName,
} from '../../integrations/message/port.ts';
import type { Context } from '../../kernel/context.ts';
import type { SealedColumn } from '../../kernel/sealed/index.ts';

export const MESSAGE_KEYS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'message_connections',
  column: 'api_key',
  bound_to: ['shop_id', 'vendor'],
};

export const MESSAGE_APP_SECRETS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'message_connections',
  column: 'app_secret',
  bound_to: ['shop_id', 'vendor'],
};

/** Vendors at which a shop has an account of its own. */
export const CONNECTED_VENDORS = ['woowa', 'whatsapp'] as const;
export type ConnectedVendor = (typeof CONNECTED_VENDORS)[number];

export function needsConnection(vendor: MessageVendorName): vendor is ConnectedVendor {
  return (CONNECTED_VENDORS as readonly string[]).includes(vendor);
}

/** The shop's account at the vendor; undefined where it is not connected. */
export async function openMessageAccount(
  context: Context,
  vendor: MessageVendorName,
): Promise<MessageAccount | undefined> {
  if (!needsConnection(vendor)) return context.ports.openMessageAccount(vendor, context);
  const row = await context.db
    .selectFrom('message_connections')
    .select(['address', 'sender', 'api_key'])
    .where('shop_id', '=', context.shop.id)
    .where('vendor', '=', vendor)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { address, sender } = row;
  const api_key = context.secrets.open(MESSAGE_KEYS, { shop_id: context.shop.id, vendor }, row.api_key);
  const credentials: MessageCredentials = { address, sender, api_key };
  return context.ports.openMessageAccount(vendor, context, credentials);
}
