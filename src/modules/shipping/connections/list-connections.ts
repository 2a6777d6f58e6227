import type { z } from 'zod';
import { VENDOR_TITLES, type VendorName } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { connectionAnswer } from './connection-answer.ts';
import type { CourierConnection } from './schemas.ts';

/** All vendors, with the shop's connections. */
export async function listConnections(context: Context): Promise<z.input<typeof CourierConnection>[]> {
  const rows = await context.db
    .selectFrom('courier_connections')
    .select(['vendor', 'key_end', 'problem', 'created_at', 'tested_at'])
    .where('shop_id', '=', context.shop.id)
    .execute();
  return (Object.keys(VENDOR_TITLES) as VendorName[]).map((vendor) =>
    connectionAnswer(
      context,
      vendor,
      rows.find((row) => row.vendor === vendor),
    ),
  );
}
