import { sql } from 'kysely';
import type { z } from 'zod';
import { dateText, dateTimeText, minuteText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { visibleOrders, type Shipment } from '../../orders/index.ts';
import { locationText } from '../../shop/index.ts';
import { loadEvents, type TrackingEvent } from '../tracking-news.ts';
import { walkEvents, type EventEffect } from '../tracking-walk.ts';
import { pollIfOld } from './poll-parcel.ts';
import type { ParcelTracked, TrackParcelInput } from './schemas.ts';

type Input = z.output<typeof TrackParcelInput>;

/**
 * Where a parcel is and how it came there. A vendor that tracks it is asked before, where it was not asked of late;
 * where it does not answer, the answer is what is stored.
 * @throws Refusal 404 if the shop has no such parcel, or the user cannot see it
 */
export async function trackParcel(context: Context, input: Input): Promise<z.input<typeof ParcelTracked>> {
  const before = await findParcel(context, input);
  await pollIfOld(context, before);
  const parcel = await findParcel(context, input);
  const events = await loadEvents(context, parcel);
  const { effects } = walkEvents(parcel, events);
  return { '0': 200, response: 'success', data: presentTracked(context, parcel, events, effects) };
}

async function findParcel(context: Context, { awb_number, expedition_id, order_id }: Input) {
  const parcel = await context.db
    .selectFrom('shipments as s')
    .innerJoin('orders', (join) =>
      join.on('orders.shop_id', '=', context.shop.id).onRef('orders.id', '=', 's.order_id'),
    )
    .leftJoin('suppliers as supplier', (join) =>
      join.on('supplier.shop_id', '=', context.shop.id).onRef('supplier.id', '=', 'orders.supplier_id'),
    )
    .leftJoin('districts as origin', 'origin.code', 'supplier.district_code')
    .leftJoin('cities as origin_city', 'origin_city.code', 'origin.city_code')
    .leftJoin('districts as district', 'district.code', 'orders.receiver_district_code')
    .leftJoin('cities as city', 'city.code', 'district.city_code')
    .selectAll('s')
    .select(['orders.rate_name', 'orders.logistic_name', 'orders.weight_grams', 'orders.sender_name'])
    .select(['orders.receiver_name', 'orders.receiver_address', 'orders.origin_name', 'orders.sender_id'])
    .select(['orders.receiver_id', 'origin_city.name as origin_city'])
    .select(['district.name as district', 'city.name as city'])
    .where('s.shop_id', '=', context.shop.id)
    .where('s.order_id', '=', order_id)
    .where(sql<string>`upper(s.awb_number)`, '=', awb_number.toUpperCase())
    .where((eb) =>
      eb.or([
        eb('orders.courier_service_id', '=', expedition_id),
        eb('orders.courier_id', '=', expedition_id),
      ]),
    )
    .where(visibleOrders(context))
    .orderBy('s.number')
    .executeTakeFirst();
  if (parcel === undefined) throw kernelErrors.refuse('not_found');
  return parcel;
}

type Parcel = Awaited<ReturnType<typeof findParcel>> & Shipment;

function presentTracked(
  context: Context,
  parcel: Parcel,
  events: readonly TrackingEvent[],
  effects: ReadonlyMap<string, EventEffect>,
): Tracked {
  const { shop } = context;
  const { left_at, ended_at, shipping_status } = parcel;
  const left = left_at === null ? null : minuteText(left_at, shop.time_zone);
  const received = shipping_status === 'DELIVERED' ? ended_at : null;
  return {
    awb_number: parcel.awb_number ?? '',
    rate_name: parcel.rate_name,
    delivery_date: left,
    delivery_time: left,
    weight: Math.max(1, Math.ceil(parcel.weight_grams / 1_000)),
    sender_name: parcel.sender_id === parcel.receiver_id ? parcel.origin_name : parcel.sender_name,
    origin_city: parcel.origin_city ?? '',
    receiver_name: parcel.receiver_name,
    receiver_address: parcel.receiver_address,
    receiver_city: locationText(parcel.district, parcel.city),
    status: shipping_status ?? 'READY_TO_SHIP',
    consignees_name: null,
    date_received: received === null ? null : dateText(received, shop.time_zone),
    time_received: received === null ? null : minuteText(received, shop.time_zone).slice(11),
    history: historyOf(context, parcel, events, effects),
    logistic_name: parcel.logistic_name,
  };
}

type Tracked = z.input<typeof ParcelTracked>['data'];

const BY_STAFF = { en: 'Set by staff', id: 'Diubah oleh staf' };

/** What couriers reported and staff set, by time; of the same moment, staff last. */
function historyOf(
  { shop, language }: Context,
  { said_at, said_by, said_status }: Parcel,
  events: readonly TrackingEvent[],
  effects: ReadonlyMap<string, EventEffect>,
): Tracked['history'] {
  const date = (at: Date) => dateTimeText(at, shop.time_zone);
  const entries = events.map((event) => ({
    at: event.happened_at,
    shown: {
      date: date(event.happened_at),
      desc: event.code,
      location: placeOf(event),
      status: event.status,
      effect: effects.get(event.event_id) ?? ('KEPT' as const),
      awb_number: event.awb_number,
    },
  }));
  if (said_at === null || said_status === null || said_by !== 'STAFF')
    return entries.map(({ shown }) => shown);
  const by_staff = { desc: said_status, location: BY_STAFF[language], status: said_status };
  const said = { date: date(said_at), ...by_staff, effect: 'MOVED' as const, awb_number: null };
  return [...entries, { at: said_at, shown: said }]
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ shown }) => shown);
}

/** As the reference has it: `Paket telah di input (manifested) di Bandung [Bandung Sumberasih]`. */
function placeOf({ description, location }: TrackingEvent): string {
  return [description, location === '' ? '' : `[${location}]`].filter((part) => part !== '').join(' ');
}
