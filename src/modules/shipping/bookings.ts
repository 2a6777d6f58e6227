import { z } from 'zod';
import type { CourierVendor, VendorName } from '../../integrations/courier/port.ts';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import type { LockedOrder } from '../orders/index.ts';
import { findCourier, findService } from '../reference/index.ts';
import { vendorErrors } from './vendor-errors.ts';
import { openVendorAccounts } from './vendor-accounts.ts';

/** How the parcel reaches the courier, and when it may come. */
export interface Collection {
  service: 'PICKUP' | 'DROP_OFF';
  pickup_at?: Date | undefined;
}

/** The job that works the bookings of a shop that are due; its work stands in the room `booking`. */
export const BOOKING_WORK = { name: 'book-parcels', input: z.object({}) };

/**
 * Requests that the parcel is booked with a vendor, in the open transaction in which its order is locked. Nobody is asked
 * yet. Once the vendor has booked it, the parcel gets its AWB number and PICKUP_REQUEST or DROPOFF; until then, and where
 * it fails, it stays where it is. A parcel that is being booked is booked once.
 * @returns `by_hand` where no vendor of the shop books parcels of this service: staff do it, and say so
 * @throws Refusal 409 while an earlier booking of the parcel is being canceled
 */
export async function requestBooking(
  context: Context,
  order: Pick<LockedOrder, 'id' | 'po_number' | 'courier_service_id'>,
  shipment: number,
  { service, pickup_at }: Collection,
): Promise<'requested' | 'by_hand'> {
  const vendor = await findBookingVendor(context, order.courier_service_id, service);
  const before = await lockBooking(context, order, shipment);
  if (before?.state === 'CANCELING')
    throw vendorErrors.refuse('booking_canceling', { po_number: order.po_number });
  const now = context.clock.now();
  const requested = { collection: service, pickup_at: pickup_at ?? null, updated_at: now };
  if (before !== undefined) await requestAgain(context, before, requested, vendor);
  else if (vendor === undefined) return 'by_hand';
  else
    await context.db
      .insertInto('courier_bookings')
      .values({
        ...requested,
        shop_id: context.shop.id,
        order_id: order.id,
        shipment,
        vendor: vendor.name,
        state: 'WAITING',
        key: `NG${context.random.bytes(12).toString('hex')}`,
        next_try_at: now,
        user_id: context.actor.user_id,
        created_at: now,
      })
      .execute();
  await wakeBookings(context);
  return 'requested';
}

/**
 * Takes back a request or a booking, in the open transaction in which its order is locked.
 * @returns `canceled` where the vendor knows nothing of it; its name where it is asked to cancel: the parcel stays where it
 *   is, and is READY_TO_SHIP without AWB number once the vendor has; `none` where nothing is booked
 */
export async function cancelBooking(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  shipment: number,
  reason: string,
): Promise<'canceled' | 'none' | { asked: VendorName }> {
  const booking = await lockBooking(context, order, shipment);
  if (booking === undefined) return 'none';
  const now = context.clock.now();
  // What could not be told by asking, the shop has looked up at the vendor.
  const is_looked_up = booking.state === 'FAILED' && booking.problem === 'cancel_unsure';
  const is_known = !is_looked_up && (booking.may_be_booked || booking.vendor_booking_id !== null);
  await context.db
    .updateTable('courier_bookings')
    .set(
      is_known
        ? {
            state: 'CANCELING',
            cancel_reason: reason,
            attempts: 0,
            problem: null,
            next_try_at: now,
            updated_at: now,
          }
        : { state: 'CANCELED', cancel_reason: reason, problem: null, next_try_at: null, updated_at: now },
    )
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', booking.id)
    .execute();
  if (!is_known) return 'canceled';
  await wakeBookings(context);
  return { asked: booking.vendor };
}

/**
 * The parcel has been away under its booking, which is used up: it can be booked anew. The vendor is not asked.
 * @returns whether it had one
 */
export async function closeBooking(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  shipment: number,
): Promise<boolean> {
  const closed = await context.db
    .updateTable('courier_bookings')
    .set({ state: 'CANCELED', problem: null, next_try_at: null, updated_at: context.clock.now() })
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order.id)
    .where('shipment', '=', shipment)
    .where('state', 'in', ['BOOKED', 'FAILED'])
    .returning('id')
    .executeTakeFirst();
  return closed !== undefined;
}

/** A booking that waits or has failed begins anew, under the same key; one that stands stays. */
async function requestAgain(
  context: Context,
  before: { id: number; may_be_booked: boolean },
  requested: { collection: Collection['service']; pickup_at: Date | null; updated_at: Date },
  vendor: CourierVendor | undefined,
): Promise<void> {
  await context.db
    .updateTable('courier_bookings')
    .set({
      // What may be booked is not booked otherwise, nor with another vendor.
      ...(!before.may_be_booked && requested),
      ...(!before.may_be_booked && vendor !== undefined && { vendor: vendor.name }),
      state: 'WAITING',
      updated_at: requested.updated_at,
      attempts: 0,
      problem: null,
      next_try_at: requested.updated_at,
    })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', before.id)
    .where('state', 'in', ['WAITING', 'FAILED'])
    .execute();
}

/** The shop's vendor, the oldest connection first, that books parcels of this service so. */
async function findBookingVendor(
  context: Context,
  courier_service_id: number,
  collection: Collection['service'],
): Promise<CourierVendor | undefined> {
  const service = findService(courier_service_id);
  const courier = service === undefined ? undefined : findCourier(service.courier_id);
  if (service === undefined || courier === undefined) return undefined;
  const accounts = await openVendorAccounts(context);
  return accounts.find(
    (vendor) => vendor.books(courier.code, service.code) && (collection === 'PICKUP' || vendor.can.drop_off),
  );
}

/** The booking of a parcel that is not canceled. */
function lockBooking(context: Context, order: Pick<LockedOrder, 'id'>, shipment: number) {
  return context.db
    .selectFrom('courier_bookings')
    .select(['id', 'state', 'vendor', 'problem', 'may_be_booked', 'vendor_booking_id'])
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order.id)
    .where('shipment', '=', shipment)
    .where('state', '<>', 'CANCELED')
    .forUpdate()
    .executeTakeFirst();
}

/** Has what is due worked soon; the clock has it worked in any case, within a minute. */
export async function wakeBookings(context: Context): Promise<void> {
  const queued = await context.db
    .selectFrom('shop_jobs')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('name', '=', BOOKING_WORK.name)
    .where('status', '=', 'QUEUED')
    .executeTakeFirst();
  if (queued !== undefined) return;
  try {
    await enqueue(context, BOOKING_WORK, {});
  } catch (error) {
    // The shop has much other work waiting: then it is the clock's.
    if (!(error instanceof Refusal)) throw error;
  }
}
