import { sql } from 'kysely';
import { dateText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { inShop, readByShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { sum } from '../../../kernel/money.ts';
import { emit } from '../../../kernel/outbox.ts';
import { chargeRules } from '../../couriers/index.ts';
import { bookParcels } from './book-parcels.ts';
import { courierName } from './courier-name.ts';
import { matchDelivered } from './match-delivered.ts';
import { chargesOf, missingEntries, parcelState, type Charges, type ParcelState } from './parcel-charges.ts';
import { refreshInvoices } from './invoice-state.ts';

/**
 * Enters what couriers collect with COD parcels, and charge for them, as their shipping status changes. It compares what
 * the status asks for with what was entered, and appends the difference, so a correction reverses what it corrects. Each
 * parcel remembers up to which event it was entered: reading events again changes nothing.
 */
export const codEntries: EventReader = {
  name: 'cod-entries',
  reads: ['order.shipping_changed', 'order.awb_added'],
  read: (context, events) => readByShop(context, events, enterShop),
};

/** What these events say of COD. */
interface Payload {
  shipping_status?: [before: string | null, after: string | null];
  cod_idr?: number;
  is_sent_back?: true;
}

const payloadOf = ({ payload }: ReadEvent) => payload as Payload;

async function enterShop(context: Context, events: readonly ReadEvent[]): Promise<void> {
  const order_ids = [...new Set(events.map(({ subject_id }) => subject_id))].toSorted((a, b) => a - b);
  const parcels = await lockTrips(context, order_ids);
  const by_order = Map.groupBy(events, ({ subject_id }) => subject_id);
  const concerned = order_ids.filter(
    (id) => parcels.has(id) || by_order.get(id)?.some((event) => (payloadOf(event).cod_idr ?? 0) > 0),
  );
  if (concerned.length === 0) return;
  const orders = await loadOrders(context, concerned);
  const rules = await chargeRules(context);
  const changed: Trip[] = [];
  for (const order_id of concerned) {
    const order = orders.get(order_id);
    let trip = parcels.get(order_id);
    for (const event of by_order.get(order_id) ?? []) {
      if (trip !== undefined && event.position <= trip.event_position) continue;
      const next = tripAfter(trip, event, order);
      if (next === undefined) continue;
      const owed =
        next.state === trip?.state ? next.entered : chargesOf(next, rules.ofCourier(next.courier_id));
      await enter(context, next, event, owed);
      changed.push(next);
      trip = next;
    }
  }
  await refreshInvoices(context, changed);
  await bookParcels(context, changed);
  const arrived = changed.filter(({ state }) => state === 'COLLECTED' || state === 'CAME_BACK');
  if (arrived.length === 0) return;
  await matchDelivered(
    inShop(context, context.shop, events.at(-1)?.user_id),
    arrived.map(({ order_id }) => order_id),
  );
}

/** A parcel as it is after an event: the same trip, or the next one where it goes out anew; undefined: no COD parcel. */
function tripAfter(trip: Trip | undefined, event: ReadEvent, order: Order | undefined): Trip | undefined {
  const { shipping_status, cod_idr = 0, is_sent_back } = payloadOf(event);
  const { position: event_position } = event;
  if (shipping_status === undefined)
    return trip && { ...trip, event_position, awb_number: order?.awb_number ?? trip.awb_number };
  // What was collected stays collected when the buyer sends the goods back.
  if (is_sent_back && trip?.state === 'COLLECTED') return { ...trip, event_position };
  const state = parcelState(shipping_status[1]);
  if (trip !== undefined && trip.state !== 'CAME_BACK')
    return { ...trip, ...order, state, cod_idr, event_position };
  // What came back is charged, whatever becomes of it: when it leaves anew, that is another trip.
  const leaves = state !== 'AT_SHOP' && (trip === undefined || state !== 'CAME_BACK');
  if (!leaves || cod_idr === 0 || order === undefined) return trip && { ...trip, event_position };
  return { ...order, trip: (trip?.trip ?? 0) + 1, state, cod_idr, event_position, entered: nothing() };
}

/** A trip of a parcel, with what was entered of it. */
interface Trip extends Order {
  trip: number;
  state: ParcelState;
  cod_idr: number;
  event_position: number;
  entered: Charges;
}

const nothing = (): Charges => ({ COLLECTED: 0, SHIPPING: 0, COD_FEE: 0, RETURN_FEE: 0 });

/** The last trip of each order that has one, locked, in the order in which all lock them. */
async function lockTrips(context: Context, order_ids: readonly number[]): Promise<Map<number, Trip>> {
  const rows = await context.db
    .selectFrom('cod_parcels as p')
    .selectAll('p')
    .select(
      sql<Partial<Charges> | null>`(select jsonb_object_agg(kind, amount_idr) from (
        select e.kind, sum(e.amount_idr)::bigint as amount_idr from cod_entries as e
        where e.shop_id = ${context.shop.id} and e.order_id = p.order_id and e.trip = p.trip group by e.kind) as sums)`.as(
        'entered',
      ),
    )
    .where('p.shop_id', '=', context.shop.id)
    .where('p.order_id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .orderBy('p.order_id')
    .orderBy('p.trip')
    .forUpdate('p')
    .execute();
  // Of several trips the last one stays in the map.
  return new Map(rows.map((row) => [row.order_id, { ...row, entered: { ...nothing(), ...row.entered } }]));
}

/** What is copied of an order. */
interface Order {
  order_id: number;
  po_number: number;
  awb_number: string | null;
  courier_id: number;
  courier: string;
  shipping_idr: number;
}

async function loadOrders(context: Context, order_ids: readonly number[]): Promise<Map<number, Order>> {
  const rows = await context.db
    .selectFrom('orders')
    .select(['id as order_id', 'po_number', 'awb_number', 'courier_id', 'logistic_name', 'shipping_idr'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .execute();
  return new Map(
    rows.map(({ logistic_name, ...order }) => [
      order.order_id,
      { ...order, courier: courierName(order.courier_id, logistic_name) },
    ]),
  );
}

/** Writes a trip, and appends what is missing of what is owed. */
async function enter(context: Context, trip: Trip, event: ReadEvent, owed: Charges): Promise<void> {
  const missing = missingEntries(trip.entered, owed);
  const { shop } = context;
  const { order_id, trip: number, courier } = trip;
  const row = {
    po_number: trip.po_number,
    awb_number: trip.awb_number,
    courier_id: trip.courier_id,
    courier,
    state: trip.state,
    cod_idr: trip.cod_idr,
    shipping_idr: trip.shipping_idr,
    event_position: trip.event_position,
    changed_at: event.created_at,
  };
  const entered_idr = sum(missing.map(({ amount_idr }) => amount_idr));
  await context.db
    .insertInto('cod_parcels')
    .values({ shop_id: shop.id, order_id, trip: number, ...row, entered_idr })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'order_id', 'trip']).doUpdateSet({
        ...row,
        entered_idr: sql<number>`cod_parcels.entered_idr + excluded.entered_idr`,
        // It waits for the next invoice.
        ...(missing.length > 0 && { invoiced_on: null }),
      }),
    )
    .execute();
  if (missing.length === 0) return;
  await emit(context, 'order.charged', order_id);
  const entered_on = dateText(event.created_at, shop.time_zone);
  const created_at = context.clock.now();
  await context.db
    .insertInto('cod_entries')
    .values(
      missing.map((entry) => ({
        shop_id: shop.id,
        order_id,
        trip: number,
        courier,
        ...entry,
        entered_on,
        created_at,
      })),
    )
    .execute();
  for (const { kind, amount_idr } of missing) trip.entered[kind] += amount_idr;
}
