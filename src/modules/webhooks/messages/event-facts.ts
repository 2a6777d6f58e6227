import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { ReadEvent } from '../../../kernel/event-readers.ts';
import { STOCK_OF_ORDERS, type EventFacts } from './plan-messages.ts';

/** A transaction, with its locks, is over by then, and clocks of processes differ by less. */
const LONGEST_TRANSACTION_S = 60;

/**
 * What events of a shop say beyond their payloads, by the ID of the event.
 * @param wants_stock whether anybody wants to hear of stock; else what moved is not looked for
 */
export async function loadEventFacts(
  context: Context,
  events: readonly ReadEvent[],
  wants_stock: boolean,
): Promise<(event: ReadEvent) => EventFacts> {
  const named = (...names: readonly string[]) => events.filter(({ name }) => names.includes(name));
  const moved: Moved[] = wants_stock
    ? [
        ...named('stock.changed').map(({ id, subject_id }) => ({ event_id: id, variation_id: subject_id })),
        ...(await movedByOrders(context, named(...STOCK_OF_ORDERS))),
        ...(await movedByTransfers(context, named('stock.transferred'))),
        ...(await movedByOpnames(context, named('stock.counted'))),
      ]
    : [];
  const moved_by = Map.groupBy(moved, ({ event_id }) => event_id);
  const deleted = await productsOf(context, named('product.variations_deleted'));
  const deleted_by = Map.groupBy(deleted, ({ event_id }) => event_id);
  const paid = await paidAtOnce(context, named('order.created'));
  return ({ id, subject_id }) => ({
    moved: moved_by.get(id)?.map(({ variation_id }) => variation_id) ?? [],
    products: deleted_by.get(id)?.map(({ product_id }) => product_id) ?? [],
    paid_at_once: paid.get(subject_id) ?? 0,
  });
}

interface Moved {
  event_id: number;
  variation_id: number;
}

/** By the rows of the ledger that the order has written about then. */
async function movedByOrders({ db, shop }: Context, events: readonly ReadEvent[]): Promise<Moved[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<Moved>`
    select distinct e.id as event_id, l.variation_id
    from unnest(${events.map(({ id }) => id)}::bigint[], ${events.map(({ subject_id }) => subject_id)}::bigint[],
      ${events.map(({ created_at }) => created_at)}::timestamptz[]) as e (id, order_id, at)
    join stock_ledger as l on l.shop_id = ${shop.id} and l.order_id = e.order_id
      and l.created_at between e.at - ${LONGEST_TRANSACTION_S} * interval '1 second'
        and e.at + ${LONGEST_TRANSACTION_S} * interval '1 second'
    order by event_id, variation_id`.execute(db);
  return rows;
}

async function movedByTransfers({ db, shop }: Context, events: readonly ReadEvent[]): Promise<Moved[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<Moved>`
    select distinct e.id as event_id, l.variation_id
    from unnest(${events.map(({ id }) => id)}::bigint[], ${events.map(({ subject_id }) => subject_id)}::bigint[])
      as e (id, transfer_id)
    join stock_transfer_lines as l on l.shop_id = ${shop.id} and l.transfer_id = e.transfer_id
    order by event_id, variation_id`.execute(db);
  return rows;
}

/** Those whose count was another than what the system had. */
async function movedByOpnames({ db, shop }: Context, events: readonly ReadEvent[]): Promise<Moved[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<Moved>`
    select distinct e.id as event_id, l.variation_id
    from unnest(${events.map(({ id }) => id)}::bigint[], ${events.map(({ subject_id }) => subject_id)}::bigint[])
      as e (id, opname_id)
    join stock_opname_lines as l on l.shop_id = ${shop.id} and l.opname_id = e.opname_id
      and l.system_quantity <> l.counted_quantity
    order by event_id, variation_id`.execute(db);
  return rows;
}

async function productsOf(
  { db, shop }: Context,
  events: readonly ReadEvent[],
): Promise<{ event_id: number; product_id: number }[]> {
  const pairs = events.flatMap(({ id, payload }) =>
    (payload as { variation_ids: number[] }).variation_ids.map((variation_id) => ({ id, variation_id })),
  );
  if (pairs.length === 0) return [];
  const { rows } = await sql<{ event_id: number; product_id: number }>`
    select distinct e.id as event_id, v.product_id
    from unnest(${pairs.map(({ id }) => id)}::bigint[], ${pairs.map(({ variation_id }) => variation_id)}::bigint[])
      as e (id, variation_id)
    join product_variations as v on v.shop_id = ${shop.id} and v.id = e.variation_id
    order by event_id, product_id`.execute(db);
  return rows;
}

/** What was paid of orders in the statement that placed them. */
async function paidAtOnce({ db, shop }: Context, events: readonly ReadEvent[]): Promise<Map<number, number>> {
  if (events.length === 0) return new Map();
  const { rows } = await sql<{ order_id: number; paid: number }>`
    select o.id as order_id, sum(p.amount_idr)::bigint as paid
    from orders as o
    join order_payments as p on p.shop_id = ${shop.id} and p.order_id = o.id and p.created_at = o.created_at
    where o.shop_id = ${shop.id} and o.id = any(${events.map(({ subject_id }) => subject_id)}::bigint[])
    group by o.id`.execute(db);
  return new Map(rows.map(({ order_id, paid }) => [order_id, paid]));
}
