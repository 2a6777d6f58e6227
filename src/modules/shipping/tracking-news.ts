import { sql, type Selectable } from 'kysely';
import type { TrackingNews } from '../../integrations/courier/port.ts';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { emit, userIdOf } from '../../kernel/outbox.ts';
import {
  changeShipments,
  findShipment,
  handledShipment,
  lockOrderFor,
  type LockedOrder,
  type Shipment,
} from '../orders/index.ts';
import { shippingLimits } from './limits.ts';
import { walkEvents, type TrackedWay } from './tracking-walk.ts';

export type TrackingEvent = Selectable<DB['tracking_events']>;

/** A parcel after news of it. */
export interface NewsReceived {
  /** How many events were not known before. */
  new_events: number;
  way: TrackedWay;
}

/** Who said it: a vendor of an AWB number that it was asked of, or staff, who pass on what is said of the parcel. */
export type SaidBy = { source: 'VENDOR'; awb_number: string } | { source: 'STAFF' };

/**
 * Stores what a courier says of a parcel, each event once, and sets the parcel's status by all that is stored. Late,
 * repeated and shuffled news end in the same status as news in order. When the parcel turns back to the sender, an event
 * says so.
 * @throws Refusal 404 if there is no such parcel, or the user cannot see it
 */
export async function receiveNews(
  context: Context,
  order_id: number,
  number: number,
  news: readonly TrackingNews[],
  by: SaidBy,
): Promise<NewsReceived> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'TRACK');
    const shipment = await (by.source === 'STAFF'
      ? handledShipment(inner, order, number, 'shipment')
      : findShipment(inner, order, number));
    const stored = await storeNews(inner, shipment, news, by);
    const way = walkEvents(shipment, await loadEvents(inner, shipment));
    if (way.turned_back_by !== null && stored.has(way.turned_back_by))
      await emit(inner, 'order.turned_back', order_id, { shipment: number });
    if (stored.size > 0 && way.status !== null) await followWay(inner, order, shipment, way);
    return { new_events: stored.size, way };
  });
}

/** Sets the status of a parcel, whose order is locked, to that which is told of its way. */
export async function followWay(
  context: Context,
  order: LockedOrder,
  shipment: Shipment,
  way: TrackedWay,
): Promise<void> {
  const { status: shipping_status, left_at, ended_at } = way;
  if (!isOther(shipment, way)) return;
  const change = { number: shipment.number, shipping_status, left_at, ended_at };
  await changeShipments(context, order, [change], { source: 'COURIER', field: 'status', is_tracked: true });
}

/** The events of a parcel, as they happened. */
export async function loadEvents(
  { db, shop }: Context,
  { order_id, number }: Pick<Shipment, 'order_id' | 'number'>,
): Promise<TrackingEvent[]> {
  return db
    .selectFrom('tracking_events')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('number', '=', number)
    .orderBy('happened_at')
    .orderBy('event_id')
    .execute();
}

/** @returns the IDs of those that were not stored before */
async function storeNews(
  context: Context,
  { order_id, number }: Shipment,
  news: readonly TrackingNews[],
  by: SaidBy,
): Promise<Set<string>> {
  if (news.length === 0) return new Set();
  const { source } = by;
  const { shop, clock } = context;
  const now = clock.now();
  const most = shippingLimits.tracking_text_characters;
  // What came last says where the parcel is.
  const rows = news.slice(-shippingLimits.tracking_events).map((event) => ({
    event_id: event.event_id.slice(0, 100),
    // Couriers' clocks are not ours: what was received has happened.
    happened_at: event.happened_at < now ? event.happened_at : now,
    code: event.code.slice(0, 100).toWellFormed(),
    status: event.status,
    is_returning: event.is_returning,
    // A character may have been cut in two, which is no text.
    description: event.description.slice(0, most).toWellFormed(),
    location: event.location.slice(0, most).toWellFormed(),
  }));
  const { rows: stored } = await sql<{ event_id: string }>`
    insert into tracking_events (shop_id, order_id, number, event_id, source, awb_number, happened_at, code, status,
      is_returning, description, location, user_id, received_at)
    select ${shop.id}, ${order_id}, ${number}::smallint, said.event_id, ${source},
      ${by.source === 'VENDOR' ? by.awb_number : null}::text, said.happened_at, said.code, said.status, said.is_returning,
      said.description, said.location, ${source === 'STAFF' ? userIdOf(context) : null}::bigint,
      ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as said (event_id text, happened_at timestamptz, code text,
      status text, is_returning boolean, description text, location text)
    where (select count(*) from tracking_events as known where known.shop_id = ${shop.id}
      and known.order_id = ${order_id} and known.number = ${number}::smallint) < ${shippingLimits.tracking_events}::int
    limit ${shippingLimits.tracking_events}::int
    on conflict do nothing
    returning event_id`.execute(context.db);
  return new Set(stored.map(({ event_id }) => event_id));
}

function isOther(shipment: Shipment, { status, left_at, ended_at }: TrackedWay): boolean {
  return (
    status !== shipment.shipping_status ||
    left_at?.getTime() !== shipment.left_at?.getTime() ||
    ended_at?.getTime() !== shipment.ended_at?.getTime()
  );
}
