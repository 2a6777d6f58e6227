import { sql } from 'kysely';
import {
  CourierError,
  VendorPaused,
  type CourierVendor,
  type TrackingNews,
  type VendorName,
} from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { findCourier } from '../../reference/index.ts';
import { receiveNews } from '../tracking-news.ts';
import { openVendorAccounts, waitForVendor } from '../vendor-accounts.ts';
import { nextPoll } from './next-poll.ts';

export interface ParcelKey {
  order_id: number;
  number: number;
}

/** A page that is opened again and again asks the vendor no more often. */
const FRESH_MS = 10 * 60_000;

interface Row {
  awb_number: string | null;
  courier_id: number;
  receiver_phone: string;
  ended_at: Date | null;
  started_at: Date | null;
  polled_at: Date | null;
  unchanged: number | null;
  failures: number | null;
  vendor: string | null;
  vendor_booking_id: string | null;
  vendor_tracking_id: string | null;
}

/** A parcel that a vendor can track. */
interface Trackable {
  key: ParcelKey;
  row: Row & { awb_number: string };
  courier_code: string;
  vendor: CourierVendor;
}

/** One look at many parcels: vendors that are left alone for a while, and the parcels that wait for them. */
export interface PollRound {
  paused: Set<VendorName>;
  put_off: ParcelKey[];
}

/** Why a parcel is not tracked by a vendor. */
export type NotTracked = 'parcel_without_awb' | 'tracking_not_connected';

/**
 * Asks the vendor that tracks a parcel, stores what it says, and when it is asked again. A vendor that fails is no
 * error: the parcel stays where it was, and the failure is stored.
 * @param round in which the parcels of a vendor that is left alone are put off, and not counted as failures
 * @returns why no vendor was asked; undefined where one was
 */
export async function pollParcel(
  context: Context,
  key: ParcelKey,
  round?: PollRound,
): Promise<NotTracked | undefined> {
  const found = await findTrackable(context, key);
  if (found === 'parcel_without_awb') await forget(context, key);
  else if (found === 'tracking_not_connected') await endPolling(context, key);
  else if (round?.paused.has(found.vendor.name) === true) round.put_off.push(found.key);
  else await poll(context, found, round);
  return typeof found === 'string' ? found : undefined;
}

/** The same for somebody who looks at the parcel, unless its vendor was asked of late. */
export async function pollIfOld(context: Context, key: ParcelKey): Promise<void> {
  const found = await findTrackable(context, key);
  if (typeof found === 'string') return;
  const { polled_at } = found.row;
  if (polled_at === null || polled_at.getTime() + FRESH_MS < context.clock.now().getTime())
    await poll(context, found);
}

async function poll(context: Context, parcel: Trackable, round?: PollRound): Promise<void> {
  const { key, vendor } = parcel;
  let heard: TrackingNews[];
  try {
    heard = await waitForVendor(context, () => askVendor(parcel));
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    if (error instanceof VendorPaused && round !== undefined) {
      round.paused.add(vendor.name);
      round.put_off.push(key);
      return;
    }
    const { problem, detail } = error;
    context.log.warn(
      { shop_id: context.shop.id, ...key, vendor: vendor.name, problem, detail },
      'no tracking',
    );
    return storePoll(context, parcel, { failures: (parcel.row.failures ?? 0) + 1, unchanged: 0, problem });
  }
  const { awb_number } = parcel.row;
  const by = { source: 'VENDOR', awb_number } as const;
  const { new_events } = await receiveNews(context, key.order_id, key.number, heard, by);
  const unchanged = new_events > 0 ? 0 : (parcel.row.unchanged ?? 0) + 1;
  return storePoll(context, parcel, { failures: 0, unchanged, problem: null });
}

function askVendor({ row, courier_code, vendor }: Trackable): Promise<TrackingNews[]> {
  return vendor.track({
    awb_number: row.awb_number,
    courier_code,
    receiver_phone: row.receiver_phone,
    ...(row.vendor === vendor.name && {
      vendor_booking_id: row.vendor_booking_id ?? undefined,
      vendor_tracking_id: row.vendor_tracking_id ?? undefined,
    }),
  });
}

/** The vendor that booked the parcel, or else the first of the shop's that tracks parcels. */
async function findTrackable(
  context: Context,
  { order_id, number }: ParcelKey,
): Promise<Trackable | NotTracked> {
  const key = { order_id, number };
  const row = await findRow(context, key);
  const { awb_number = null } = row ?? {};
  if (row === undefined || awb_number === null) return 'parcel_without_awb';
  const courier = findCourier(row.courier_id);
  const accounts = (await openVendorAccounts(context)).filter(({ can }) => can.tracking);
  const vendor = accounts.find(({ name }) => name === row.vendor) ?? accounts[0];
  if (courier === undefined || courier.virtual || vendor === undefined) return 'tracking_not_connected';
  return { key, row: { ...row, awb_number }, courier_code: courier.code, vendor };
}

async function findRow({ db, shop }: Context, { order_id, number }: ParcelKey): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select s.awb_number, s.courier_id, orders.receiver_phone, s.ended_at, p.started_at, p.polled_at, p.unchanged,
      p.failures, b.vendor, b.vendor_booking_id, b.vendor_tracking_id
    from shipments s
    join orders on orders.shop_id = ${shop.id} and orders.id = s.order_id
    left join tracking_polls p on p.shop_id = ${shop.id} and p.order_id = s.order_id and p.number = s.number
    left join courier_bookings b on b.shop_id = ${shop.id} and b.order_id = s.order_id and b.shipment = s.number
      and b.state = 'BOOKED' and upper(b.awb_number) is not distinct from upper(s.awb_number)
    where s.shop_id = ${shop.id} and s.order_id = ${order_id} and s.number = ${number}::smallint`.execute(db);
  return rows[0];
}

/** What became of asking: counted in a row. */
interface Outcome {
  failures: number;
  unchanged: number;
  problem: string | null;
}

async function storePoll(
  context: Context,
  { key, row, vendor }: Trackable,
  { failures, unchanged, problem }: Outcome,
): Promise<void> {
  const { db, shop, clock } = context;
  const now = clock.now();
  // The news may have ended its way. Of a number that was corrected meanwhile, nothing is noted.
  const after = await findRow(context, key);
  if (after?.awb_number !== row.awb_number) return;
  const { started_at } = row;
  const next = nextPoll(now, {
    started_at: started_at ?? now,
    ended_at: after.ended_at,
    unchanged,
    failures,
  });
  const state = { vendor: vendor.name, polled_at: now, next_poll_at: next, failures, unchanged, problem };
  await db
    .insertInto('tracking_polls')
    .values({ shop_id: shop.id, ...key, started_at: now, ...state })
    .onConflict((conflict) => conflict.columns(['shop_id', 'order_id', 'number']).doUpdateSet(state))
    .execute();
}

/** Its number was removed: with another one it is tracked as a parcel that was never asked of. */
async function forget({ db, shop }: Context, { order_id, number }: ParcelKey): Promise<void> {
  await db
    .deleteFrom('tracking_polls')
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('number', '=', number)
    .execute();
}

/** Nobody can be asked: until somebody wants it again. */
async function endPolling({ db, shop }: Context, { order_id, number }: ParcelKey): Promise<void> {
  await db
    .updateTable('tracking_polls')
    .set({ next_poll_at: null })
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('number', '=', number)
    .execute();
}
