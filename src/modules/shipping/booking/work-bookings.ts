import pLimit from 'p-limit';
import {
  CourierError,
  VendorPaused,
  type BookingRequest,
  type CourierVendor,
  type VendorBooking,
} from '../../../integrations/courier/port.ts';
import { mustBeOutside, type Context, type Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import type { ScheduledJob } from '../../../kernel/jobs/queue.ts';
import { BOOKING_WORK } from '../bookings.ts';
import { shippingLimits } from '../limits.ts';
import { openVendorAccount } from '../vendor-accounts.ts';
import type { BookingProblem } from '../vendor-errors.ts';
import { loadParcel } from './load-parcel.ts';
import {
  endCancellation,
  putOff,
  storeBooked,
  storeCanceled,
  storeProblem,
  type Booking,
} from './store-outcome.ts';

/**
 * How long a booking is left to the process that works it. Longer than a vendor may take with all its requests, each tried
 * twice, so that no two work it at once. What a process that ended has left is worked again then.
 */
const LEASE_MS = 10 * 60_000;

/** How long the bookings of a shop are worked before other shops have their turn; what is left is due still. */
const TURN_MS = 45_000;
/** Shops that are worked at once by the clock: a vendor that is slow for one of them lets others go on. */
const SHOPS_TOGETHER = 10;

/** What the log calls it. */
const REQUEST_ID = 'courier-bookings';

/** Works the bookings of the shop that are due, one after the other for each of some workers. */
export const bookingJob = defineJob({
  ...BOOKING_WORK,
  run: async (context) => ({ bookings: await workBookings(context, TURN_MS) }),
});

/** Looks every minute for what is due in any shop: what waits for another try, and what nobody was woken for. */
export function bookingClock(services: Services, turn_ms = TURN_MS): ScheduledJob {
  return {
    name: REQUEST_ID,
    cron: '* * * * *',
    async run() {
      const due = await services.db
        .withoutPlugins()
        .selectFrom('courier_bookings as b')
        .innerJoin('shops', 'shops.id', 'b.shop_id')
        .select(['shops.id', 'shops.time_zone'])
        .where('b.next_try_at', '<=', services.clock.now())
        .groupBy('shops.id')
        .orderBy(({ fn }) => fn.min('b.next_try_at'))
        .limit(shippingLimits.booking_shops_at_once)
        .execute();
      const together = pLimit(SHOPS_TOGETHER);
      const work = (shop: Context['shop']) =>
        workBookings(contextOfShop(services, REQUEST_ID, shop), turn_ms);
      await together.map(due, work);
    },
  };
}

/** @returns how many were worked */
async function workBookings(context: Context, turn_ms: number): Promise<number> {
  mustBeOutside(context, 'booking parcels');
  const until_ms = performance.now() + turn_ms;
  let worked = 0;
  const work = async () => {
    while (performance.now() < until_ms) {
      const booking = await claim(context);
      if (booking === undefined) return;
      worked += 1;
      await workOrLog(context, booking);
    }
  };
  await Promise.all(Array.from({ length: shippingLimits.bookings_at_once }, work));
  return worked;
}

/** A booking that fails by a fault of ours keeps no other from its turn; it is worked again when its lease has ended. */
async function workOrLog(context: Context, booking: Booking): Promise<void> {
  try {
    // In the name of who requested it.
    await workBooking(contextOfShop(context, REQUEST_ID, context.shop, booking.user_id), booking);
  } catch (error) {
    context.log.error(
      { shop_id: context.shop.id, booking: booking.id, err: error },
      'a booking was not worked',
    );
  }
}

/** Takes the next due booking for this process. */
async function claim(context: Context): Promise<Booking | undefined> {
  const now = context.clock.now();
  const due = context.db
    .selectFrom('courier_bookings')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return context.db
    .updateTable('courier_bookings')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_try_at: new Date(now.getTime() + LEASE_MS),
    }))
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', due)
    .returningAll()
    .executeTakeFirst();
}

async function workBooking(context: Context, booking: Booking): Promise<void> {
  try {
    const vendor = await openVendorAccount(context, booking.vendor);
    if (vendor === undefined)
      return await storeProblem(context, booking, 'disconnected', { may_be_booked: booking.may_be_booked });
    if (booking.state === 'WAITING') await book(context, vendor, booking);
    else if (booking.state === 'CANCELING') await cancel(context, vendor, booking);
    else if (booking.state === 'BOOKED') await readAgain(context, vendor, booking);
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    if (error instanceof VendorPaused) return putOff(context, booking, error.pause_ms);
    context.log.warn(
      {
        shop_id: context.shop.id,
        booking: booking.id,
        vendor: error.vendor,
        problem: error.problem,
        detail: error.detail,
      },
      'a vendor did not do what a shop wants',
    );
    await storeProblem(context, booking, error.problem, {
      // Refused for certain: then it is what it was before this try.
      may_be_booked: error.is_transient || booking.may_be_booked,
      is_transient: error.is_transient,
      retry_after_ms: error.retry_after_ms,
    });
  }
}

async function book(context: Context, vendor: CourierVendor, booking: Booking): Promise<void> {
  const request = await loadParcel(context, booking);
  if (request === undefined || typeof request === 'string') {
    const problem: BookingProblem = request ?? 'request_refused';
    return storeProblem(context, booking, problem, { may_be_booked: booking.may_be_booked });
  }
  const begun = await context.db
    .updateTable('courier_bookings')
    .set({ may_be_booked: true })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', booking.id)
    .where('state', '=', 'WAITING')
    .returning('id')
    .executeTakeFirst();
  // Taken back meanwhile, while the vendor knew nothing of it.
  if (begun === undefined) return;
  await finish(context, vendor, booking, await vendor.book(request));
}

/** What the vendor booked becomes the parcel's; where the parcel is gone meanwhile, it is canceled again. */
async function finish(
  context: Context,
  vendor: CourierVendor,
  booking: Booking,
  booked: VendorBooking,
): Promise<void> {
  if (booked.is_canceled) return storeProblem(context, booking, 'booked_canceled', { may_be_booked: true });
  const is_stored = await storeBooked(context, booking, booked);
  if (!is_stored) await vendor.cancel(booked.vendor_booking_id, 'Pesanan dihapus');
}

/** A courier that gives its AWB number later has perhaps given it by now. */
async function readAgain(context: Context, vendor: CourierVendor, booking: Booking): Promise<void> {
  const booked = await vendor.readBooking(booking.vendor_booking_id ?? '');
  if (booked === undefined) return storeProblem(context, booking, 'booking_unknown', { may_be_booked: true });
  await finish(context, vendor, booking, booked);
}

/** What may have been booked under a lost answer is booked once more, to learn what it is, and canceled then. */
async function cancel(context: Context, vendor: CourierVendor, booking: Booking): Promise<void> {
  let id = booking.vendor_booking_id;
  if (id === null) {
    const request = await loadParcel(context, booking);
    if (request === undefined || typeof request === 'string') return storeCanceled(context, booking);
    const booked = await findBooked(vendor, request);
    if (booked === 'unsure') return storeProblem(context, booking, 'cancel_unsure', { may_be_booked: true });
    if (booked === undefined || booked.is_canceled) return storeCanceled(context, booking);
    id = booked.vendor_booking_id;
  }
  try {
    await vendor.cancel(id, booking.cancel_reason ?? '');
  } catch (error) {
    if (!(error instanceof CourierError) || error.problem !== 'booking_unknown') {
      if (error instanceof CourierError && !error.is_transient)
        return endCancellation(context, booking, error.problem);
      throw error;
    }
  }
  await storeCanceled(context, booking);
}

/** The vendor does not book such a parcel, so that it has not booked it before either: the same was asked. */
const REFUSES_PARCEL: ReadonlySet<BookingProblem> = new Set([
  'request_refused',
  'no_rate',
  'service_unknown',
  'origin_unknown',
  'destination_unknown',
  'cod_refused',
]);

/**
 * @returns what is booked under the key of the request; undefined where the vendor refuses to book it; `unsure` where it
 *   refuses for a reason that may be an earlier booking
 */
async function findBooked(
  vendor: CourierVendor,
  request: BookingRequest,
): Promise<VendorBooking | 'unsure' | undefined> {
  try {
    return await vendor.book(request);
  } catch (error) {
    if (error instanceof CourierError && REFUSES_PARCEL.has(error.problem)) return undefined;
    if (error instanceof CourierError && error.problem === 'refusal_unknown') return 'unsure';
    throw error;
  }
}
