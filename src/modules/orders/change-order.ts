import type { Updateable, UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { runPrepared } from '../../kernel/database/run-prepared.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { differenceOf, type Difference } from '../../kernel/difference.ts';
import type { EventPayload } from '../../kernel/events.ts';
import { emit, userIdOf } from '../../kernel/outbox.ts';
import type { StoredPayment } from '../payments/index.ts';
import type { LockedOrder } from './lock-order.ts';
import { writeHistory, type MovedStock } from './order-history.ts';
import { ORDER_TEXT } from './search-text.ts';
import { COPIED, COPIED_VALUES, SHIPMENT_COPIES } from './shipment-copies.ts';
import { noteChangedTallies, TALLY_JSON } from './tally.ts';

type OrderColumns = Updateable<DB['orders']>;

/** What can happen to an order that there is. */
type OrderEvent =
  | 'order.edited'
  | 'order.paid'
  | 'order.payment_removed'
  | 'order.awb_added'
  | 'order.shipping_changed'
  | 'order.canceled'
  | 'order.confirmed'
  | 'order.rejected'
  | 'order.expired'
  | 'order.revived'
  | 'order.reactivated'
  | 'order.return_received'
  | 'order.return_settled'
  | 'order.costs_changed';

/** What the history calls it. */
const ACTIONS: Record<OrderEvent, string> = {
  'order.edited': 'edited',
  'order.paid': 'paid',
  'order.payment_removed': 'payment_removed',
  'order.awb_added': 'awb_added',
  'order.shipping_changed': 'shipping_changed',
  'order.canceled': 'canceled',
  'order.confirmed': 'confirmed',
  'order.rejected': 'rejected',
  'order.expired': 'expired',
  'order.revived': 'revived',
  'order.reactivated': 'reactivated',
  'order.return_received': 'return_received',
  'order.return_settled': 'return_settled',
  'order.costs_changed': 'costs_changed',
};

/** A change of an order for its history and the outbox. */
export interface OrderChange<Event extends OrderEvent = OrderEvent> {
  event: Event;
  /** Columns of the order with what they are to be. */
  columns: OrderColumns;
  /** What else changed, each with [before, after]. */
  further?: Difference;
  stock?: readonly MovedStock[];
  /** What the event says beside the difference. */
  payload?: EventPayload<Event>;
}

/** What the list finds an order by and its lines and payments decide, whatever was done to them. */
function placesOf(context: Context, { id }: LockedOrder) {
  return {
    warehouse_ids: sql<number[]>`array(select distinct warehouse_id from order_lines
      where shop_id = ${context.shop.id} and order_id = ${id} order by warehouse_id)`,
    bank_account_ids: sql<number[]>`array(select distinct bank_account_id from order_payments
      where shop_id = ${context.shop.id} and order_id = ${id} order by bank_account_id)`,
  };
}

/**
 * When its preorders ship: those with a period at the end of that, the others their days after the first payment that
 * there is; the latest decides.
 */
function estimateOf(context: Context, order: LockedOrder, columns: OrderColumns) {
  const { preorder_lead_days: lead_days, preorder_period_on: period_on } = { ...order, ...columns };
  return sql<string | null>`greatest(${period_on ?? null}::date, (select min(paid_on) from order_payments
    where shop_id = ${context.shop.id} and order_id = ${order.id}) + ${lead_days ?? null}::integer)`;
}

/** A payment as in the history. */
export function paymentInHistory({ id, bank_account_id, amount_idr, paid_on }: StoredPayment) {
  return { payment_id: id, bank_id: bank_account_id, amount_idr, paid_on };
}

/**
 * Changes a locked order, and records in its history who changed what: the only way in which orders change. Its lines
 * and payments are written before.
 */
export async function changeOrder<Event extends OrderEvent>(
  context: Context,
  order: LockedOrder,
  change: OrderChange<Event>,
): Promise<void> {
  const estimated_ship_on = await writeOrder(context, order, {
    ...change.columns,
    ...placesOf(context, order),
    estimated_ship_on: estimateOf(context, order, change.columns),
    updated_by: userIdOf(context),
    updated_at: context.clock.now(),
  });
  const difference = {
    ...differenceOf(order, { ...change.columns, estimated_ship_on }),
    ...change.further,
  };
  const entry = { order_id: order.id, difference, ...(change.stock && { stock: change.stock }) };
  await writeHistory(context, ACTIONS[change.event], [entry]);
  const payload = { ...difference, ...(change.payload as object | undefined) } as EventPayload<OrderEvent>;
  await emit<OrderEvent>(context, change.event, order.id, payload);
}

/** An order of one shipment has its AWB number; the numbers of several are their own. */
const AWB_NUMBER = `case when orders.shipment_count = 1 then orders.awb_number else shipments.awb_number end`;

function copiesOfOrder(): UpdateObject<DB, 'shipments'> {
  const copies = COPIED.map((name) => [name, sql.raw(SHIPMENT_COPIES[name])] as const);
  return { awb_number: sql.raw(AWB_NUMBER), ...Object.fromEntries(copies) };
}

/** What `SHIPMENT_COPIES` and `AWB_NUMBER` read of an order. */
const READ_BY_SHIPMENTS = [
  'order_date',
  'order_status',
  'courier_id',
  'sender_id',
  'receiver_district_code',
  'created_by',
  'supplier_id',
  'is_cod',
  'warehouse_ids',
  'total_idr',
  'paid_idr',
  'awb_number',
  'shipment_count',
] as const;

/**
 * Writes the order, as what it is counted, its text for search and what its shipments have of it in one statement; what stays
 * the same is not written.
 * @returns when it is to be shipped, which follows from what was written
 */
async function writeOrder(
  context: Context,
  { id }: LockedOrder,
  columns: UpdateObject<DB, 'orders'>,
): Promise<string | null> {
  const shop_id = context.shop.id;
  const query = context.db
    .with('unchanged', (db) =>
      db
        .selectFrom('orders')
        .select(['id', sql`${sql.raw(TALLY_JSON)}`.as('tally')])
        .where('shop_id', '=', shop_id)
        .where('id', '=', id),
    )
    .with('changed', (db) =>
      db
        .updateTable('orders')
        .set(columns)
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .returning([
          'id',
          ...READ_BY_SHIPMENTS,
          'estimated_ship_on',
          sql<boolean>`${sql.raw(ORDER_TEXT.is_listed)}`.as('is_listed'),
          sql<string>`${sql.raw(ORDER_TEXT.search_text)}`.as('search_text'),
          sql`${sql.raw(TALLY_JSON)}`.as('tally'),
        ]),
    )
    .with('noted', () => sql<object>`(${noteChangedTallies(shop_id)})`)
    .with('text', (db) =>
      db
        .updateTable('order_texts as stored')
        .from('changed')
        .set((row) => ({
          order_date: row.ref('changed.order_date'),
          is_listed: row.ref('changed.is_listed'),
          search_text: row.ref('changed.search_text'),
        }))
        .where('stored.shop_id', '=', shop_id)
        .where('stored.order_id', '=', id)
        .where(
          sql<boolean>`(stored.order_date, stored.is_listed, stored.search_text)
            <> (changed.order_date, changed.is_listed, changed.search_text)`,
        ),
    )
    .with('copied', (db) =>
      db
        .updateTable('shipments')
        // Named as SHIPMENT_COPIES names it.
        .from('changed as orders')
        .set(copiesOfOrder())
        .where('shipments.shop_id', '=', shop_id)
        .where('shipments.order_id', '=', id)
        .where(
          sql<boolean>`(shipments.awb_number, ${sql.raw(COPIED.map((name) => `shipments.${name}`).join(', '))})
            is distinct from (${sql.raw(AWB_NUMBER)}, ${sql.raw(COPIED_VALUES)})`,
        ),
    )
    .selectFrom('changed')
    .select('estimated_ship_on')
    .compile();
  const [written] = await runPrepared(context.db, 'write_order', query);
  if (written === undefined) throw new Error(`order ${id} is locked, and not there`);
  return written.estimated_ship_on;
}
