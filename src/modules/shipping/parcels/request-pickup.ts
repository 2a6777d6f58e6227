import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { errorText, kernelErrors, Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { PICKUP_AT_SHOP } from '../../couriers/index.ts';
import { changeShipments } from '../../orders/index.ts';
import { requestBooking } from '../bookings.ts';
import { parcelErrors } from './errors.ts';
import { offeredService } from './load-parcel-rows.ts';
import { lockParcel, type LockedParcel } from './parcel-change.ts';
import type { PickupRequested, RequestPickupInput } from './schemas.ts';

type Request = z.output<typeof RequestPickupInput>['pickup_request'][number];

/** The parcel has not left, and nothing is on its way to fetch it. */
const AT_SHOP = new Set(['READY_TO_SHIP', 'UNPICK', 'INVALID']);

const MESSAGES = {
  en: (done: number, waiting: number) =>
    `${done} packages processed PICKREQ${waiting === 0 ? '' : `, ${waiting} waiting for the vendor`}`,
  id: (done: number, waiting: number) =>
    `${done} paket berhasil diproses PICKREQ${waiting === 0 ? '' : `, ${waiting} menunggu vendor`}`,
};

/**
 * Requests that parcels are picked up, or notes that they are brought to the courier; with a vendor of the shop that books
 * them, it is the vendor that is asked, later. Each is stored on its own: what is refused for one changes nothing for the
 * others.
 * @throws Refusal with the reason of each, under its own key, if none can be requested; 404 for a single one that is not there
 */
export async function requestPickup(
  context: Context,
  { pickup_request }: z.output<typeof RequestPickupInput>,
): Promise<z.input<typeof PickupRequested>> {
  const done: (Request & { is_waiting: boolean })[] = [];
  const failed: { request: Request; parts: RefusalPart[] }[] = [];
  for (const [index, request] of pickup_request.entries()) {
    const field = `pickup_request.${index}`;
    try {
      const is_waiting = await requestOne(context, request, field);
      done.push({ ...request, is_waiting });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
      failed.push({ request, parts: error.parts.map((part) => ofOrder(part, request, field)) });
    }
  }
  if (done.length === 0) {
    const parts = failed.flatMap((refused) => refused.parts);
    if (parts.length === 1 && parts[0]?.code === 'parcel_not_found') throw kernelErrors.refuse('not_found');
    throw new Refusal(parts);
  }
  const waiting_data = done.filter(({ is_waiting }) => is_waiting).map(({ id }) => id);
  return {
    response: 'sukses',
    message: MESSAGES[context.language](done.length - waiting_data.length, waiting_data.length),
    success_data: done.map(({ id }) => id),
    waiting_data,
    failed_data: failed.map(({ request: { id, shipment }, parts }) => ({
      id,
      shipment,
      code: parts[0]?.code ?? '',
      message: parts.map((part) => errorText(part, context.language)).join(' '),
    })),
    status: done.every(({ service }) => service === 'DROP_OFF') ? 'DROPOFF' : 'PICKUP_REQUEST',
  };
}

/** The reason of one request of several, under its key; it names the order. */
function ofOrder(part: RefusalPart, { id, shipment }: Request, field: string): RefusalPart {
  switch (part.code) {
    case 'not_found':
      return parcelErrors.part('parcel_not_found', field, { id, shipment });
    case 'order_not_active':
      return parcelErrors.part('parcel_order_closed', field, part.values);
    default:
      return { ...part, field };
  }
}

/** @returns whether a vendor is asked first */
async function requestOne(context: Context, request: Request, field: string): Promise<boolean> {
  const { id: order_id, shipment: number, service } = request;
  return context.transaction(async (inner) => {
    const parcel = await lockParcel(inner, { order_id, number });
    const fault = pickupFault(parcel, service, field);
    if (fault !== undefined) throw new Refusal([fault]);
    // With a vendor the parcel stays where it is until the vendor has booked it. What has an AWB number was booked
    // elsewhere, as by a marketplace.
    const is_new = parcel.shipment.awb_number === null;
    if (is_new && (await requestBooking(inner, parcel.order, number, { service })) === 'requested')
      return true;
    const shipping_status = service === 'PICKUP' ? 'PICKUP_REQUEST' : 'DROPOFF';
    const change = { number, shipping_status, service } as const;
    await changeShipments(inner, parcel.order, [change], { source: 'STAFF', field });
    return false;
  });
}

/** Why a parcel cannot be requested; undefined where it can. */
function pickupFault(
  { order, shipment, named }: LockedParcel,
  service: Request['service'],
  field: string,
): RefusalPart | undefined {
  if (order.courier_id === PICKUP_AT_SHOP) return parcelErrors.part('parcel_without_courier', field, named);
  if (shipment.removed_at !== null) return parcelErrors.part('parcel_off_list', field, named);
  if (named.status === 'PICKUP_REQUEST' || named.status === 'DROPOFF')
    return parcelErrors.part('parcel_already_requested', field, named);
  if (!AT_SHOP.has(named.status)) return parcelErrors.part('parcel_not_at_shop', field, named);
  if (order.paid_idr < order.total_idr && !order.is_cod)
    return parcelErrors.part('parcel_not_paid', field, named);
  if (service === 'PICKUP' && !offeredService(order).pickup)
    return parcelErrors.part('pickup_not_offered', field, {
      ...named,
      courier: `${order.logistic_name} ${order.rate_name}`.trim(),
    });
  return undefined;
}
