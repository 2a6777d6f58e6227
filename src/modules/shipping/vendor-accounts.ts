import type { CourierVendor } from '../../integrations/courier/port.ts';
import type { Context } from '../../kernel/context.ts';

/** The vendors that the shop has an account at. Asks none of them. */
export async function openVendorAccounts(_context: Context): Promise<CourierVendor[]> {
  return [];
}
