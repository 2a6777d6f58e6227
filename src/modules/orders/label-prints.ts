import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { actorOf, emitAll } from '../../kernel/outbox.ts';

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
    from unnest(${order_ids_of(labels)}::bigint[], ${labels.map(({ number }) => number)}::int[],
      ${labels.map(({ label_prints }) => label_prints)}::int[]) as printed (order_id, number, label_prints)
    where shipments.shop_id = ${shop.id} and shipments.order_id = printed.order_id
      and shipments.number = printed.number and shipments.label_prints = printed.label_prints`.execute(db);
  if (orders.length < order_ids.length || Number(counted) < labels.length) throw new PrintedMeanwhile();
  await markPrinted(context, labels);
  await emitAll(context, 'order.label_printed', order_ids);
}

const order_ids_of = (labels: readonly PrintedLabel[]) => labels.map(({ order_id }) => order_id);

/** Marks orders as printed, and writes what was printed into the history of each. */
async function markPrinted(context: Context, labels: readonly PrintedLabel[]): Promise<void> {
  const { db, shop } = context;
  const now = context.clock.now();
  const { user_id, api_key_id } = actorOf(context);
  await sql`
    insert into order_changes (shop_id, order_id, version, action, difference, stock, user_id, api_key_id, created_at)
    select ${shop.id}, o.id,
      (select coalesce(max(c.version), 0) + 1 from order_changes c where c.shop_id = ${shop.id} and c.order_id = o.id),
      'label_printed',
      jsonb_build_object('label_prints', jsonb_build_array(printed.before, printed.before + printed.labels))
        || case when o.is_printed then '{}'::jsonb else '{"is_printed": [false, true]}'::jsonb end,
      '[]', ${user_id}::bigint, ${api_key_id}::bigint, ${now}::timestamptz
    from (
      select given.order_id, sum(given.label_prints)::bigint as before, count(*) as labels
      from unnest(${order_ids_of(labels)}::bigint[], ${labels.map(({ label_prints }) => label_prints)}::int[])
        as given (order_id, label_prints)
      group by given.order_id
    ) as printed
    join orders o on o.shop_id = ${shop.id} and o.id = printed.order_id`.execute(db);
  await db
    .updateTable('orders')
    .set({ is_printed: true, updated_by: context.actor.user_id, updated_at: now })
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`any(${order_ids_of(labels)}::bigint[])`)
    .where('is_printed', '=', false)
    .execute();
}
