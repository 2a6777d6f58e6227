import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
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

interface WrittenEntries {
  shop_id: number;
  action: string;
  /** Of `HistoryEntry`. */
  entries: string;
  user_id: number | null;
  api_key_id: number | null;
  at: Date;
}

const insertEntries = namedStatement<never, WrittenEntries>(
  'insert_order_changes',
  (
    at,
  ) => `insert into order_changes (shop_id, order_id, version, action, difference, stock, user_id, api_key_id, created_at)
    select ${at.shop_id}::bigint, entry.order_id,
      (select coalesce(max(h.version), 0) + 1 from order_changes as h
        where h.shop_id = ${at.shop_id} and h.order_id = entry.order_id),
      ${at.action}::text, entry.difference, coalesce(entry.stock, '[]'), ${at.user_id}::bigint, ${at.api_key_id}::bigint,
      ${at.at}::timestamptz
    from jsonb_to_recordset(${at.entries}::jsonb)
      as entry (order_id bigint, difference jsonb, stock jsonb)`,
);

/**
 * Writes the next entry into the history of each of several locked orders, in one statement.
 * @param action what the history calls it
 */
export async function writeHistory(
  context: Context,
  action: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  await insertEntries.run(context.db, {
    shop_id: context.shop.id,
    action,
    entries: JSON.stringify(entries),
    user_id: userIdOf(context),
    api_key_id: actorOf(context).api_key_id,
    at: context.clock.now(),
  });
}
