import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { differenceOf, type Difference } from '../../kernel/difference.ts';
import { emitEach } from '../../kernel/outbox.ts';
import { handledShipments } from './handled-shipments.ts';
import { writeHistory, type HistoryEntry } from './order-history.ts';
import { actionFault, type OrderStatus } from './order-states.ts';
import { ORDER_TEXT } from './search-text.ts';
import { combinedAwbNumber, inHistory, type Shipment } from './shipments.ts';
import type { ShippingStatus } from './shipping-states.ts';
import { noteChangedTallies, TALLY_JSON } from './tally.ts';
import { visibleOrders } from './visible-orders.ts';

/** An AWB number of one parcel, as it is to be; each parcel is given once. */
export interface AwbChange {
  order_id: number;
  /** Of the shipment within its order. */
  number: number;
  /** What the parcel must have now. */
  from: string | null;
  to: string | null;
  /** What its shipping status must be now; missing: any. */
  shipping_status?: ShippingStatus | null;
}

/** What became of a change, and the parcel as it was found. */
export interface AwbOutcome {
  /**
   * `SAME`: the parcel has the number already. `NOT_FOUND`: no such parcel, or the user does not handle it. All others
   * but `SET`: nothing was changed, because the order or parcel is not as the change needs it.
   */
  result: 'SET' | 'SAME' | 'NOT_FOUND' | 'NOT_ACTIVE' | 'OTHER_AWB' | 'OTHER_STATUS';
  order_status?: OrderStatus;
  awb_number?: string | null;
  shipping_status?: ShippingStatus | null;
}

/**
 * Sets AWB numbers of many parcels in a fixed number of statements, with the history and the events that
 * `changeShipments` writes for each. Locks the orders in the order of their IDs.
 * @returns what became of each, in their order
 */
export async function setAwbNumbers(context: Context, changes: readonly AwbChange[]): Promise<AwbOutcome[]> {
  const ids = [...new Set(changes.map(({ order_id }) => order_id))];
  const orders = await lockOrders(context, ids);
  const before = await loadShipmentsOf(context, [...orders.keys()]);
  const handled = new Set(await handledShipments(context, [...before.values()].flat()));
  const outcomes = changes.map((change) => outcomeOf(change, orders, before, handled));
  const set = changes.filter((_, index) => outcomes[index]?.result === 'SET');
  if (set.length > 0) await store(context, orders, before, set);
  return outcomes;
}

type Orders = Awaited<ReturnType<typeof lockOrders>>;
type Shipments = ReadonlyMap<number, readonly Shipment[]>;

async function lockOrders(context: Context, ids: readonly number[]) {
  const rows = await context.db
    .selectFrom('orders')
    .select(['id', 'order_status', 'shipping_status', 'awb_number'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where(visibleOrders(context))
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function loadShipmentsOf({ db, shop }: Context, ids: readonly number[]): Promise<Shipments> {
  const rows = await db
    .selectFrom('shipments')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('order_id')
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, ({ order_id }) => order_id);
}

function outcomeOf(
  change: AwbChange,
  orders: Orders,
  shipments: Shipments,
  handled: ReadonlySet<Shipment>,
): AwbOutcome {
  const order = orders.get(change.order_id);
  const shipment = shipments.get(change.order_id)?.find(({ number }) => number === change.number);
  if (order === undefined || shipment === undefined || !handled.has(shipment)) return { result: 'NOT_FOUND' };
  const { order_status } = order;
  const { awb_number, shipping_status } = shipment;
  const found = { order_status, awb_number, shipping_status };
  if (actionFault('ADD_AWB', order) !== undefined) return { result: 'NOT_ACTIVE', ...found };
  if (isSameAwb(awb_number, change.to)) return { result: 'SAME', ...found };
  if (!isSameAwb(awb_number, change.from)) return { result: 'OTHER_AWB', ...found };
  const is_as_needed = change.shipping_status === undefined || change.shipping_status === shipping_status;
  return { result: is_as_needed ? 'SET' : 'OTHER_STATUS', ...found };
}

/** They are written in any letter case. */
function isSameAwb(one: string | null, other: string | null): boolean {
  return one?.toUpperCase() === other?.toUpperCase();
}

async function store(
  context: Context,
  orders: Orders,
  before: Shipments,
  changes: readonly AwbChange[],
): Promise<void> {
  const changed = [...Map.groupBy(changes, ({ order_id }) => order_id)].map(([order_id, own]) => {
    const was = before.get(order_id) ?? [];
    const after = was.map((shipment) => {
      const change = own.find(({ number }) => number === shipment.number);
      return change === undefined ? shipment : { ...shipment, awb_number: change.to };
    });
    const awb_number = combinedAwbNumber(after);
    const difference: Difference = {
      ...differenceOf(orders.get(order_id) ?? {}, { awb_number }),
      // Of one, the order says it all.
      ...(was.length > 1 &&
        differenceOf({ shipments: was.map(inHistory) }, { shipments: after.map(inHistory) })),
    };
    return { order_id, awb_number, difference };
  });
  await writeShipments(context, changes);
  await writeOrders(context, changed);
  await writeHistory(context, 'awb_added', changed);
  await emitEach(
    context,
    'order.awb_added',
    changed.map(({ order_id, difference }) => ({ subject_id: order_id, payload: difference })),
  );
}

interface Changed extends HistoryEntry {
  awb_number: string | null;
}

async function writeShipments({ db, shop }: Context, changes: readonly AwbChange[]): Promise<void> {
  await sql`
    update shipments set awb_number = given.awb_number
    from unnest(${changes.map(({ order_id }) => order_id)}::bigint[], ${changes.map(({ number }) => number)}::smallint[],
      ${changes.map(({ to }) => to)}::text[]) as given (order_id, number, awb_number)
    where shipments.shop_id = ${shop.id} and shipments.order_id = given.order_id
      and shipments.number = given.number`.execute(db);
}

/** The orders and their texts for search. What shipments have of orders does not depend on AWB numbers. */
async function writeOrders(context: Context, changed: readonly Changed[]): Promise<void> {
  const { db, shop, actor, clock } = context;
  await sql`
    with unchanged as (
      select orders.id, ${sql.raw(TALLY_JSON)} as tally from orders
      where orders.shop_id = ${shop.id} and orders.id = any(${changed.map(({ order_id }) => order_id)}::bigint[])
    ), changed as (
      update orders set awb_number = given.awb_number, updated_by = ${actor.user_id}::bigint,
        updated_at = ${clock.now()}::timestamptz
      from unnest(${changed.map(({ order_id }) => order_id)}::bigint[],
        ${changed.map(({ awb_number }) => awb_number)}::text[]) as given (order_id, awb_number)
      where orders.shop_id = ${shop.id} and orders.id = given.order_id
      returning orders.id, ${sql.raw(ORDER_TEXT.search_text)} as search_text, ${sql.raw(TALLY_JSON)} as tally
    ), text as (
      update order_texts as stored set search_text = changed.search_text
      from changed
      where stored.shop_id = ${shop.id} and stored.order_id = changed.id
        and stored.search_text <> changed.search_text
    )
    ${noteChangedTallies(shop.id)}`.execute(db);
}
