import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Difference } from '../../kernel/difference.ts';
import { actorOf, userIdOf } from '../../kernel/outbox.ts';

/** Pieces that came back (above 0) or left. */
export interface MovedStock {
  variation_id: number;
  warehouse_id: number;
  delta: number;
}

/** What was done to an order, as its history tells it. */
export interface HistoryEntry {
  order_id: number;
  difference: Difference;
  stock?: readonly MovedStock[];
}

/**
 * Writes the next entry into the history of each of several locked orders, in one statement.
 * @param action what the history calls it
 */
export async function writeHistory(
  context: Context,
  action: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  const { shop, clock } = context;
  const { api_key_id } = actorOf(context);
  await sql`
    insert into order_changes (shop_id, order_id, version, action, difference, stock, user_id, api_key_id, created_at)
    select ${shop.id}, entry.order_id,
      (select coalesce(max(h.version), 0) + 1 from order_changes as h
        where h.shop_id = ${shop.id} and h.order_id = entry.order_id),
      ${action}, entry.difference, coalesce(entry.stock, '[]'), ${userIdOf(context)}::bigint, ${api_key_id}::bigint,
      ${clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as entry (order_id bigint, difference jsonb, stock jsonb)`.execute(context.db);
}
