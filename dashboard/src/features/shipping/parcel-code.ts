import type { Output } from 'ngorder-sdk';

export type ParcelToPack = Output<'scanParcel'>['data'];

/** The text of the QR code of its label, by which no other parcel is meant. */
export function codeOf({
  po_number,
  order_id,
  shipment,
}: Pick<ParcelToPack, 'po_number' | 'order_id' | 'shipment'>): string {
  return `PO${po_number}/${order_id}/${shipment}`;
}
