import { VENDOR_TITLES } from '../../integrations/courier/port.ts';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';
import type { LockedOrder } from './lock-order.ts';
import { hasEnded, isCollected } from './order-states.ts';

type BookedShipment = Awaited<ReturnType<typeof bookedShipments>>[number];

/**
 * The shipments of a locked order that are booked with a vendor, are going to be, or are being canceled there. All that
 * makes or ends a booking locks the order.
 */
function bookedShipments({ db, shop }: Context, { id }: Pick<LockedOrder, 'id'>) {
  return db
    .selectFrom('courier_bookings as b')
    .innerJoin('shipments as s', (join) =>
      join
        .on('s.shop_id', '=', shop.id)
        .onRef('s.order_id', '=', 'b.order_id')
        .onRef('s.number', '=', 'b.shipment'),
    )
    .select(['b.shipment', 'b.vendor', 'b.state', 'b.may_be_booked', 'b.cancel_reason', 's.shipping_status'])
    .where('b.shop_id', '=', shop.id)
    .where('b.order_id', '=', id)
    .where('b.state', '<>', 'CANCELED')
    .orderBy('b.shipment')
    .execute();
}

/**
 * So that no booking is left of a parcel that there is no more, or that is another than the vendor was told.
 * @param fields of the input that refusals name
 * @param concerns which bookings stand in the way; missing: all
 * @throws Refusal 422
 */
export async function refuseBooked(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  fields: readonly string[],
  concerns: (booked: BookedShipment) => boolean = () => true,
): Promise<void> {
  const booked = (await bookedShipments(context, order)).find(concerns);
  if (booked === undefined) return;
  const values = { shipment: booked.shipment, vendor: VENDOR_TITLES[booked.vendor] };
  throw new Refusal(fields.map((field) => orderErrors.part('parcel_booked', field, values)));
}

/**
 * With an order its bookings are deleted, and who does not know of one cannot cancel it. What the vendor has refused to
 * cancel is said, and left to the shop.
 * @throws Refusal 422 while a vendor may have a booking of the order that nobody has canceled
 */
export async function refuseLosingBooking(context: Context, order: Pick<LockedOrder, 'id'>): Promise<void> {
  const is_lost = (await bookedShipments(context, order)).some(
    ({ state, may_be_booked, cancel_reason }) =>
      may_be_booked && (state === 'WAITING' || state === 'CANCELING' || cancel_reason === null),
  );
  if (is_lost) throw orderErrors.refuseField('order_booked', 'order_id');
}

/** The vendor has, or may have, what it was told, and the way of the parcel is not over. What it has refused it does not have. */
export function isToldToVendor({ state, may_be_booked, shipping_status }: BookedShipment): boolean {
  return (state !== 'FAILED' || may_be_booked) && !hasEnded(shipping_status);
}

/** The same of a parcel that is at the shop still, so that its booking can be canceled. */
export function isToldBeforeLeaving(booked: BookedShipment): boolean {
  return isToldToVendor(booked) && !isCollected(booked.shipping_status);
}

/** @throws Refusal 422 for a payment of a COD order: the courier would collect another amount than the vendor was told */
export async function refuseBookedCod(context: Context, order: LockedOrder, field: string): Promise<void> {
  if (order.is_cod) await refuseBooked(context, order, [field], isToldBeforeLeaving);
}
