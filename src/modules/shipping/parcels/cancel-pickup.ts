import type { z } from 'zod';
import { VENDOR_TITLES } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import { changeShipments } from '../../orders/index.ts';
import { cancelBooking } from '../bookings.ts';
import { requiresCancelReason } from '../courier-filter.ts';
import { parcelErrors } from './errors.ts';
import { lockParcel } from './parcel-change.ts';
import type { CancelPickupInput } from './schemas.ts';

/** Requested, and not fulfilled. */
const REQUESTED = new Set(['PICKUP_REQUEST', 'DROPOFF', 'UNPICK']);

const CANCELED = {
  en: 'Pickreq canceled successfully!',
  id: 'Permintaan penjemputan berhasil dibatalkan!',
};
const asked = (vendor: string) => ({
  en: `Cancellation requested from ${vendor}. The parcel stays as it is until ${vendor} confirms.`,
  id: `Pembatalan sudah diajukan ke ${vendor}. Status paket baru berubah setelah ${vendor} mengonfirmasi.`,
});

/**
 * Cancels the pickup request of a parcel, which is ready to ship again: at once, or once the vendor has canceled it.
 * @throws Refusal 422 if nothing is requested, or the courier asks for a reason and none is given
 */
export async function cancelPickup(
  context: Context,
  { id: order_id, shipment: number, reason }: z.output<typeof CancelPickupInput>,
): Promise<{ data: number; message: Bilingual }> {
  return context.transaction(async (inner) => {
    const { order, named } = await lockParcel(inner, { order_id, number });
    const is_requested = REQUESTED.has(named.status);
    if (!is_requested && named.status !== 'READY_TO_SHIP')
      throw parcelErrors.refuseField('no_pickup_requested', 'id', named);
    if (is_requested && reason === undefined && requiresCancelReason(order.courier_id))
      throw parcelErrors.refuseField('cancel_reason_required', 'reason', { courier: order.logistic_name });
    const booking = await cancelBooking(inner, order, number, reason ?? '');
    if (booking === 'none' && !is_requested)
      throw parcelErrors.refuseField('no_pickup_requested', 'id', named);
    // The parcel is ready again once the vendor has canceled.
    if (typeof booking === 'object') return { data: order_id, message: asked(VENDOR_TITLES[booking.asked]) };
    const canceled = { data: order_id, message: CANCELED };
    // Nobody had been asked yet.
    if (!is_requested) return canceled;
    const change = { number, shipping_status: 'READY_TO_SHIP' } as const;
    await changeShipments(inner, order, [change], { source: 'STAFF', field: 'id', reason });
    return canceled;
  });
}
