import type { Context } from '../../../kernel/context.ts';
import { endDownloads } from '../../../kernel/files/downloads.ts';

/**
 * Assigns a warehouse to exactly these users. Call it in the transaction that created or locked the warehouse; the
 * caller has checked that the users belong to the shop. Download links of users who lose the warehouse become invalid.
 */
export async function giveWarehouse(
  context: Context,
  warehouse_id: number,
  user_ids: readonly number[],
): Promise<void> {
  // In one order, as everybody locks the shop's users.
  const given = [...new Set(user_ids)].toSorted((left, right) => left - right);
  const before = await context.db
    .deleteFrom('user_warehouses')
    .where('shop_id', '=', context.shop.id)
    .where('warehouse_id', '=', warehouse_id)
    .returning('user_id')
    .execute();
  const taken_from = before.map(({ user_id }) => user_id).filter((user_id) => !given.includes(user_id));
  await endDownloads(context, taken_from);
  if (given.length === 0) return;
  await context.db
    .insertInto('user_warehouses')
    .values(given.map((user_id) => ({ shop_id: context.shop.id, user_id, warehouse_id })))
    .execute();
}
