import type { z } from 'zod';
import { VENDOR_TITLES } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import { changeShipments, isCollected, isToldBeforeLeaving, refuseBooked } from '../../orders/index.ts';
import { cancelBooking, closeBooking } from '../bookings.ts';
import { loadEvents } from '../tracking-news.ts';
import { walkEvents } from '../tracking-walk.ts';
import { parcelErrors } from './errors.ts';
import { lockParcel, type LockedParcel } from './parcel-change.ts';
import type { ParcelChanged, ParcelInput } from './schemas.ts';

type Input = z.output<typeof ParcelInput>;
type Answer = z.input<typeof ParcelChanged>;

const RESENT = {
  en: 'The package has been successfully returned to the menu ready to be shipped',
  id: 'Paket berhasil dikembalikan ke menu siap dikirim',
};
const asked = (vendor: string) => ({
  en: `${vendor} is asked to cancel its booking first. The package returns to the menu ready to be shipped once ${vendor} confirms`,
  id: `${vendor} diminta membatalkan pemesanannya lebih dulu. Paket kembali ke menu siap dikirim setelah ${vendor} mengonfirmasi`,
});

/**
 * Takes a parcel back to READY_TO_SHIP, and onto the list if it was removed from there: one that has not left, by what
 * vendors say, or that came back. One that is booked with a vendor stays where it is until the vendor has canceled it.
 * @throws Refusal 422 if its status does not allow it
 */
export async function resendParcel(
  context: Context,
  { order_id, shipment: number }: Input,
): Promise<{ data: Answer; message: Bilingual }> {
  return context.transaction(async (inner) => {
    const parcel = await lockParcel(inner, { order_id, number });
    const { order, named } = parcel;
    await refuseCollected(inner, parcel);
    const data = { id: String(order_id) };
    // One that came back has used its booking; it is booked anew, under another number.
    const is_used = named.status === 'RETURNED' && (await closeBooking(inner, order, number));
    const booking = is_used ? 'none' : await cancelBooking(inner, order, number, 'Dikirim ulang');
    if (typeof booking === 'object') return { data, message: asked(VENDOR_TITLES[booking.asked]) };
    const change = {
      number,
      shipping_status: 'READY_TO_SHIP',
      ...(is_used && { awb_number: null }),
    } as const;
    await changeShipments(inner, order, [change], { source: 'STAFF', field: 'order_id' });
    return { data, message: RESENT };
  });
}

/** @throws Refusal 422 if a vendor says that the parcel is away, unless it came back; a slip of staff can be taken back */
async function refuseCollected(context: Context, { shipment, named }: LockedParcel): Promise<void> {
  if (named.status === 'RETURNED') return;
  const events = await loadEvents(context, shipment);
  const by_vendors = events.filter(({ source }) => source === 'VENDOR');
  const said = { ...shipment, said_status: null, said_by: null, said_at: null };
  const { status } = walkEvents(said, by_vendors);
  if (status !== null && status !== 'RETURNED' && isCollected(status))
    throw parcelErrors.refuseField('parcel_with_courier', 'order_id', { ...named, status });
}

/**
 * Takes a parcel off the list of shipments; its order, status and tracking stay.
 * @throws Refusal 422 if a vendor would come for it
 */
export async function removeParcel(context: Context, { order_id, shipment: number }: Input): Promise<Answer> {
  return context.transaction(async (inner) => {
    const { order } = await lockParcel(inner, { order_id, number });
    const isComingFor = (booked: Parameters<typeof isToldBeforeLeaving>[0]) =>
      booked.shipment === number && isToldBeforeLeaving(booked);
    await refuseBooked(inner, order, ['order_id'], isComingFor);
    await changeShipments(inner, order, [{ number, is_removed: true }], {
      source: 'STAFF',
      field: 'order_id',
    });
    return { id: String(order_id) };
  });
}
