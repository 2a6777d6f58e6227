import { sql, type Selectable } from 'kysely';
import type { TrackingNews } from '../../integrations/courier/port.ts';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { changeShipments, loadShipments, lockOrderFor, type Shipment } from '../orders/index.ts';
import { shippingLimits } from './limits.ts';
import { walkEvents, type TrackedWay } from './tracking-walk.ts';

export type TrackingEvent = Selectable<DB['tracking_events']>;

/** A parcel after news of it. */
export interface NewsReceived {
  /** How many events were not known before. */
  new_events: number;
  way: TrackedWay;
}

/**
 * Stores what a courier says of a parcel, each event once, and sets the parcel's status by all that is stored. Late,
 * repeated and shuffled news end in the same status as news in order.
 * @param by in whose hand the news came: `STAFF` passes on the courier's word
 * @throws Refusal 404 if there is no such parcel, or the user cannot see it
 */
export async function receiveNews(
  context: Context,
  order_id: number,
  number: number,
  news: readonly TrackingNews[],
  by: 'VENDOR' | 'STAFF' = 'VENDOR',
): Promise<NewsReceived> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'TRACK');
    const shipment = (await loadShipments(inner, order)).find((stored) => stored.number === number);
    if (shipment === undefined) throw kernelErrors.refuse('not_found');
    const new_events = await storeNews(inner, shipment, news, by);
    const way = walkEvents(shipment, await loadEvents(inner, shipment));
    const { status, left_at, ended_at } = way;
    if (new_events > 0 && status !== null && isOther(shipment, way))
      await changeShipments(inner, order, [{ number, shipping_status: status, left_at, ended_at }], {
        source: 'COURIER',
        field: 'status',
        is_tracked: true,
      });
    return { new_events, way };
  });
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

/** @returns how many were not stored before */
async function storeNews(
  context: Context,
  { order_id, number }: Shipment,
  news: readonly TrackingNews[],
  source: TrackingEvent['source'],
): Promise<number> {
  if (news.length === 0) return 0;
  const { shop, clock, actor } = context;
  const now = clock.now();
  const rows = news.map((event) => ({
    event_id: event.event_id.slice(0, 100),
    // Couriers' clocks are not ours: what was received has happened.
    happened_at: event.happened_at < now ? event.happened_at : now,
    code: event.code.slice(0, 100),
    status: event.status,
    is_returning: event.is_returning,
    description: event.description.slice(0, shippingLimits.tracking_text_characters),
    location: event.location.slice(0, shippingLimits.tracking_text_characters),
  }));
  const { rows: stored } = await sql`
    insert into tracking_events (shop_id, order_id, number, event_id, source, happened_at, code, status, is_returning,
      description, location, user_id, received_at)
    select ${shop.id}, ${order_id}, ${number}::smallint, said.event_id, ${source}, said.happened_at, said.code, said.status,
      said.is_returning, said.description, said.location, ${source === 'STAFF' ? actor.user_id : null}::bigint,
      ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as said (event_id text, happened_at timestamptz, code text,
      status text, is_returning boolean, description text, location text)
    where (select count(*) from tracking_events as known where known.shop_id = ${shop.id}
      and known.order_id = ${order_id} and known.number = ${number}::smallint) < ${shippingLimits.tracking_events}::int
    limit ${shippingLimits.tracking_events}::int
    on conflict do nothing
    returning 1`.execute(context.db);
  return stored.length;
}

function isOther(shipment: Shipment, { status, left_at, ended_at }: TrackedWay): boolean {
  return (
    status !== shipment.shipping_status ||
    left_at?.getTime() !== shipment.left_at?.getTime() ||
    ended_at?.getTime() !== shipment.ended_at?.getTime()
  );
}
