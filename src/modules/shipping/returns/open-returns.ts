import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import type { EventPayload } from '../../../kernel/events.ts';
import type { ShippingStatus } from '../../orders/index.ts';
import { statesBefore } from './return-states.ts';

/**
 * Opens a return for each parcel that turns back to the shop, or becomes RETURNED, and closes one that was announced by
 * mistake when the parcel is delivered after all, or goes out anew.
 *
 * An event tells what became of the parcel then; the shipment is what it is now. A return is opened or closed only where
 * both agree, so that news that is read late changes nothing that staff have done since. The orders are locked against
 * those who change them, all in one sequence, before any return is written.
 */
export const returnsOfParcels: EventReader = {
  name: 'parcel-returns',
  reads: ['order.shipping_changed', 'order.turned_back'],
  async read(context, events) {
    for (const [shop_id, of_shop] of Map.groupBy(events, (event) => event.shop_id)) {
      const news = of_shop.flatMap(newsOf);
      if (news.length === 0) continue;
      const { time_zone } = await context.db
        .selectFrom('shops')
        .select('time_zone')
        .where('id', '=', shop_id)
        .executeTakeFirstOrThrow();
      await followParcels(inShop(context, { id: shop_id, time_zone }), news);
    }
  },
};

/** What an event says of a parcel. */
interface News {
  order_id: number;
  number: number;
  /** TURNED_BACK is none of a parcel: its courier brings it back. */
  status: string | null;
  at: Date;
}

/** Statuses of a parcel that is brought back. */
const ON_A_WAY = ['DROPOFF', 'ON_PROCESS', 'SHIPMENT_PROBLEM'] satisfies ShippingStatus[];

/** Of an order of one parcel the order says it all, of others each of them. */
interface Payload {
  shipping_status?: [before: string | null, after: string | null];
  shipments?: [before: unknown[], after: unknown[]];
}

type TurnedBack = EventPayload<'order.turned_back'>;

interface ShipmentInHistory {
  number: number;
  shipping_status: string | null;
}

function newsOf({ name, subject_id: order_id, payload, created_at: at }: ReadEvent): News[] {
  if (name === 'order.turned_back')
    return [{ order_id, number: (payload as TurnedBack).shipment, status: 'TURNED_BACK', at }];
  const { shipping_status, shipments } = payload as Payload;
  if (shipments === undefined)
    return shipping_status === undefined ? [] : [{ order_id, number: 1, status: shipping_status[1], at }];
  const [before, after] = shipments.map((list) => list.filter(isInHistory));
  return (after ?? []).flatMap(({ number, shipping_status: status }) => {
    const earlier = before?.find((shipment) => shipment.number === number);
    return earlier?.shipping_status === status ? [] : [{ order_id, number, status, at }];
  });
}

/** Where an order was split, the list is of warehouses. */
function isInHistory(entry: unknown): entry is ShipmentInHistory {
  return typeof entry === 'object' && entry !== null && 'shipping_status' in entry;
}

async function followParcels(context: Context, news: readonly News[]): Promise<void> {
  const { db, shop } = context;
  const order_ids = [...new Set(news.map(({ order_id }) => order_id))];
  await db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`any(${order_ids}::bigint[])`)
    .orderBy('id')
    .forKeyShare()
    .execute();
  const told = sql`unnest(${news.map(({ order_id }) => order_id)}::bigint[],
      ${news.map(({ number }) => number)}::smallint[], ${news.map(({ status }) => status)}::text[],
      ${news.map(({ at }) => at)}::timestamptz[]) as told (order_id, number, status, at)
    join shipments as s on s.shop_id = ${shop.id} and s.order_id = told.order_id and s.number = told.number
      and case when told.status = 'TURNED_BACK'
        then s.shipping_status = any(${ON_A_WAY}::text[]) and coalesce(s.restarted_at < told.at, true)
        else coalesce(s.shipping_status, 'READY_TO_SHIP') = coalesce(told.status, 'READY_TO_SHIP') end`;
  // Announced before: one that staff announce for a parcel that was delivered stays open.
  await sql`update parcel_returns as r set state = 'CANCELED', canceled_at = told.at
    from ${told}
    where r.shop_id = ${shop.id} and r.order_id = told.order_id and r.shipment = told.number
      and r.state = any(${statesBefore('CANCELED', 'COURIER')}::text[])
      and coalesce(told.status, 'READY_TO_SHIP') in ('DELIVERED', 'READY_TO_SHIP') and r.announced_at < told.at`.execute(
    db,
  );
  await sql`update parcel_returns as r set state = 'ON_THE_WAY', on_the_way_at = told.at
    from ${told}
    where r.shop_id = ${shop.id} and r.order_id = told.order_id and r.shipment = told.number
      and r.state = any(${statesBefore('ON_THE_WAY', 'COURIER')}::text[]) and told.status in ('TURNED_BACK', 'RETURNED')`.execute(
    db,
  );
  await sql`insert into parcel_returns
      (shop_id, order_id, shipment, state, source, reason, courier_id, announced_at, on_the_way_at)
    select distinct on (told.order_id, told.number) ${shop.id}::bigint, told.order_id, told.number, 'ON_THE_WAY',
      'COURIER', '', s.courier_id, told.at, told.at
    from ${told}
    where told.status in ('TURNED_BACK', 'RETURNED') and not exists (select 1 from parcel_returns as r
      where r.shop_id = ${shop.id} and r.order_id = told.order_id and r.shipment = told.number
        and (r.state <> 'CANCELED' or r.canceled_at >= told.at))
    order by told.order_id, told.number, told.at desc`.execute(db);
}
