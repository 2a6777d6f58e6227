import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { changeShipments } from '../../orders/index.ts';
import { cancelBooking, closeBooking } from '../bookings.ts';
import { lockParcel } from './parcel-change.ts';
import type { ParcelChanged, ParcelInput } from './schemas.ts';

/** Requested, and not fulfilled. */
const NOT_COLLECTED = new Set(['READY_TO_SHIP', 'PICKUP_REQUEST', 'UNPICK', 'INVALID']);

type Input = z.output<typeof ParcelInput>;
type Answer = z.input<typeof ParcelChanged>;

/**
 * Takes a parcel back to READY_TO_SHIP, and onto the list if it was removed from there.
 * @throws Refusal 422 if its status does not allow it
 */
export async function resendParcel(context: Context, { order_id, shipment: number }: Input): Promise<Answer> {
  return context.transaction(async (inner) => {
    const { order, named } = await lockParcel(inner, { order_id, number });
    // One that was away has used its booking; it is booked anew, under another number.
    const is_used = !NOT_COLLECTED.has(named.status) && (await closeBooking(inner, order, number));
    if (NOT_COLLECTED.has(named.status)) await cancelBooking(inner, order, number, 'Dikirim ulang');
    const change = {
      number,
      shipping_status: 'READY_TO_SHIP',
      ...(is_used && { awb_number: null }),
    } as const;
    await changeShipments(inner, order, [change], { source: 'STAFF', field: 'order_id' });
    return { id: String(order_id) };
  });
}

/** Takes a parcel off the list of shipments; its order, status and tracking stay. */
export async function removeParcel(context: Context, { order_id, shipment: number }: Input): Promise<Answer> {
  return context.transaction(async (inner) => {
    const { order } = await lockParcel(inner, { order_id, number });
    await changeShipments(inner, order, [{ number, is_removed: true }], {
      source: 'STAFF',
      field: 'order_id',
    });
    return { id: String(order_id) };
  });
}
