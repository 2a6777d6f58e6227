import type { Selectable } from 'kysely';
import type { VendorBooking } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { changeShipments, hasEnded, loadShipments, lockOrderFor, type Shipment } from '../../orders/index.ts';
import { shippingLimits } from '../limits.ts';
import type { BookingProblem } from '../vendor-errors.ts';
import { checkBooked, withoutTakenAwb, type CheckedBooking } from './check-booked.ts';

export type Booking = Selectable<DB['courier_bookings']>;

/** Longer than a vendor may take with one request: what was lost on the way has arrived by then. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Longer and longer after each try. */
function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}

interface Failure {
  may_be_booked: boolean;
  is_transient?: boolean;
  retry_after_ms?: number | undefined;
}

/**
 * The parcel stays where it is; what may be better in a while is tried again, up to `limits.booking_tries` times, and a
 * cancellation until it is done. What was canceled meanwhile stays so.
 */
export async function storeProblem(
  context: Context,
  { id, state, attempts, vendor_booking_id }: Booking,
  problem: BookingProblem,
  { may_be_booked, is_transient = false, retry_after_ms = 0 }: Failure,
): Promise<void> {
  const now = context.clock.now();
  const is_tried_again = is_transient && (state === 'CANCELING' || attempts < shippingLimits.booking_tries);
  const pause_ms = Math.max(pauseAfter(attempts), retry_after_ms);
  const waits = { problem, may_be_booked, next_try_at: new Date(now.getTime() + pause_ms), updated_at: now };
  const failed = {
    problem,
    may_be_booked,
    // A booking that stands is none that failed: only its AWB number is not told, or it is not canceled.
    state: vendor_booking_id === null ? ('FAILED' as const) : ('BOOKED' as const),
    next_try_at: null,
    updated_at: now,
  };
  await context.db
    .updateTable('courier_bookings')
    .set(is_tried_again ? waits : failed)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', '=', state)
    .execute();
}

/**
 * The vendor is left alone for a while, and was not asked: this booking waits, and so does all else of the shop that is due
 * with this vendor. That is no try of theirs.
 */
export async function putOff(context: Context, { id, vendor }: Booking, pause_ms: number): Promise<void> {
  const now = context.clock.now();
  const waits = {
    problem: 'unavailable',
    next_try_at: new Date(now.getTime() + pause_ms),
    updated_at: now,
  } as const;
  await context.db
    .updateTable('courier_bookings')
    .set((eb) => ({ ...waits, attempts: eb('attempts', '-', 1) }))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    // Else it was taken back meanwhile.
    .where('next_try_at', 'is not', null)
    .execute();
  const due = context.db
    .selectFrom('courier_bookings')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('vendor', '=', vendor)
    .where('next_try_at', '<=', now)
    .forUpdate()
    .skipLocked();
  await context.db
    .updateTable('courier_bookings')
    .set(waits)
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', due)
    .execute();
}

/**
 * The parcel gets its AWB number, where it can have it, and is requested, once, if it may still be; else what was booked is to be canceled.
 * @returns false where the order is gone, and with it what would have to be canceled
 */
export async function storeBooked(context: Context, booking: Booking, said: VendorBooking): Promise<boolean> {
  const readable = checkBooked(said);
  try {
    return await context.transaction(async (inner) => {
      const order = await lockOrderFor(inner, booking.order_id, 'SHIP');
      const current = await lockRow(inner, booking.id);
      if (current === undefined) return false;
      // Somebody wants it canceled meanwhile: now it is known what.
      const is_wanted = current.state === 'WAITING' || current.state === 'BOOKED';
      const checked = is_wanted ? await withoutTakenAwb(inner, booking, readable) : readable;
      const has_awb =
        is_wanted &&
        (await requestParcel(inner, order, { ...booking, state: current.state }, checked.booked));
      await writeBooked(inner, booking, checked, is_wanted ? 'BOOKED' : 'CANCELING', has_awb);
      return true;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The order is closed by now, or its parcel elsewhere.
    return writeBooked(context, booking, readable, 'CANCELING');
  }
}

/** @returns whether the parcel has an AWB number, of the vendor or entered by hand */
async function requestParcel(
  context: Context,
  order: Awaited<ReturnType<typeof lockOrderFor>>,
  { shipment, collection, state }: Booking,
  { awb_number }: VendorBooking,
): Promise<boolean> {
  const before = (await loadShipments(context, order)).find(({ number }) => number === shipment);
  const is_new_awb = awb_number !== null && before?.awb_number !== awb_number;
  const has_awb = is_new_awb || before?.awb_number != null;
  if (state === 'BOOKED' && !is_new_awb) return has_awb;
  const requested = collection === 'PICKUP' ? ('PICKUP_REQUEST' as const) : ('DROPOFF' as const);
  const change = {
    number: shipment,
    ...(state !== 'BOOKED' && { shipping_status: requested, service: collection }),
    ...(is_new_awb && { awb_number }),
  };
  await changeShipments(context, order, [change], { source: 'JOB', field: 'id' });
  return has_awb;
}

/** @returns false where it is gone */
async function writeBooked(
  context: Context,
  { id, attempts }: Booking,
  { booked, problem }: CheckedBooking,
  state: 'BOOKED' | 'CANCELING',
  has_awb = false,
): Promise<boolean> {
  const now = context.clock.now();
  const { vendor_booking_id, vendor_tracking_id, awb_number, routing_code } = booked;
  const is_whole = state === 'BOOKED' && (awb_number !== null || problem !== null);
  const written = await context.db
    .updateTable('courier_bookings')
    .set({
      state,
      may_be_booked: true,
      vendor_booking_id,
      vendor_tracking_id,
      awb_number,
      routing_code,
      // A parcel whose number was entered by hand needs none.
      problem: state === 'BOOKED' && !has_awb ? problem : null,
      next_try_at: is_whole
        ? null
        : state === 'CANCELING'
          ? now
          : new Date(now.getTime() + pauseAfter(attempts)),
      updated_at: now,
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * The vendor has canceled it, or never booked it: the parcel is here, without AWB number, also that of an order which is
 * closed and may be made active again. One that went its way otherwise meanwhile stays as it is.
 */
export async function storeCanceled(context: Context, booking: Booking): Promise<void> {
  await context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, booking.order_id, 'TRACK').catch((error: unknown) => {
      // Deleted, and its bookings with it.
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (order === undefined || (await lockRow(inner, booking.id)) === undefined) return;
    const parcel = (await loadShipments(inner, order)).find(({ number }) => number === booking.shipment);
    if (parcel !== undefined && isOfBooking(parcel, booking))
      await changeShipments(
        inner,
        order,
        [{ number: booking.shipment, shipping_status: 'READY_TO_SHIP', awb_number: null }],
        { source: 'STAFF', field: 'id', reason: booking.cancel_reason ?? undefined },
      );
    await inner.db
      .updateTable('courier_bookings')
      .set({ state: 'CANCELED', next_try_at: null, problem: null, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', booking.id)
      .execute();
  });
}

/** The parcel goes under this booking, or waits for its courier. */
function isOfBooking({ shipping_status, awb_number }: Shipment, booking: Booking): boolean {
  if (hasEnded(shipping_status)) return false;
  return REQUESTED.has(shipping_status ?? '') || (awb_number !== null && awb_number === booking.awb_number);
}

const REQUESTED: ReadonlySet<string> = new Set(['PICKUP_REQUEST', 'DROPOFF', 'UNPICK', 'INVALID']);

/** The vendor does not cancel it: the booking stands, and says why. */
export async function endCancellation(
  context: Context,
  { id }: Booking,
  problem: BookingProblem,
): Promise<void> {
  await context.db
    .updateTable('courier_bookings')
    .set({
      state: 'BOOKED',
      // Of a cancellation it is not the parcel that is refused.
      problem: problem === 'request_refused' || problem === 'refusal_unknown' ? 'cancel_refused' : problem,
      next_try_at: null,
      updated_at: context.clock.now(),
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .where('state', '=', 'CANCELING')
    .execute();
}

function lockRow(context: Context, id: number) {
  return context.db
    .selectFrom('courier_bookings')
    .select('state')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
