import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Difference } from '../../kernel/difference.ts';
import { emitAll } from '../../kernel/outbox.ts';
import { writeHistory } from './order-history.ts';
import { noteChangedTallies, TALLY_JSON } from './tally.ts';

/** A label that was printed, and how often it had been before. */
export interface PrintedLabel {
  order_id: number;
  /** Of the shipment within the order. */
  number: number;
  label_prints: number;
}

/**
 * Counts labels that were printed, marks their orders as printed, and records it in their history. A fixed number of
 * statements, however many there are.
 * @returns false, and changes nothing, if one of them was printed by others since, or its order is not active any more
 */
export async function recordLabelPrints(context: Context, labels: readonly PrintedLabel[]): Promise<boolean> {
  try {
    await context.transaction((inner) => count(inner, labels));
    return true;
  } catch (error) {
    if (error instanceof PrintedMeanwhile) return false;
    throw error;
  }
}

class PrintedMeanwhile extends Error {}

async function count(context: Context, labels: readonly PrintedLabel[]): Promise<void> {
  const { db, shop } = context;
  const order_ids = [...new Set(labels.map(({ order_id }) => order_id))];
  const orders = await db
    .selectFrom('orders')
    .select(['id', 'is_printed'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .where('order_status', '=', 'ACCEPTED')
    // In the order in which all lock several.
    .orderBy('id')
    .forUpdate()
    .execute();
  const { numAffectedRows: counted } = await sql`
    update shipments set label_prints = shipments.label_prints + 1
    from unnest(${labels.map(({ order_id }) => order_id)}::bigint[], ${labels.map(({ number }) => number)}::int[],
      ${labels.map(({ label_prints }) => label_prints)}::int[]) as printed (order_id, number, label_prints)
    where shipments.shop_id = ${shop.id} and shipments.order_id = printed.order_id
      and shipments.number = printed.number and shipments.label_prints = printed.label_prints`.execute(db);
  if (orders.length < order_ids.length || Number(counted) < labels.length) throw new PrintedMeanwhile();
  await markPrinted(context, orders, labels);
  await emitAll(context, 'order.label_printed', order_ids);
}

/** Marks orders as printed, and writes what was printed into the history of each. */
async function markPrinted(
  context: Context,
  orders: readonly { id: number; is_printed: boolean }[],
  labels: readonly PrintedLabel[],
): Promise<void> {
  const of_order = Map.groupBy(labels, ({ order_id }) => order_id);
  const entries = orders.map(({ id, is_printed }) => {
    const printed = of_order.get(id) ?? [];
    const before = printed.reduce((sum, { label_prints }) => sum + label_prints, 0);
    const difference: Difference = { label_prints: [before, before + printed.length] };
    if (!is_printed) difference['is_printed'] = [false, true];
    return { order_id: id, difference };
  });
  await writeHistory(context, 'label_printed', entries);
  const first = orders.filter(({ is_printed }) => !is_printed).map(({ id }) => id);
  await sql`
    with unchanged as (
      select orders.id, ${sql.raw(TALLY_JSON)} as tally from orders
      where orders.shop_id = ${context.shop.id} and orders.id = any(${first}::bigint[])
    ), changed as (
      update orders set is_printed = true, updated_by = ${context.actor.user_id}::bigint,
        updated_at = ${context.clock.now()}::timestamptz
      where orders.shop_id = ${context.shop.id} and orders.id = any(${first}::bigint[])
      returning orders.id, ${sql.raw(TALLY_JSON)} as tally
    )
    ${noteChangedTallies(context.shop.id)}`.execute(context.db);
}
