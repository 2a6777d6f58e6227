/** A parcel of an order, as its QR code names it. */
export interface ParcelCode {
  po_number: number;
  order_id: number;
  /** Of the shipment within its order. */
  number: number;
}

/**
 * The text of a parcel's QR code: PO number, order ID and number of the shipment, as `PO505/70412/1`. Only letters of
 * the alphanumeric mode of QR codes, so that the modules are large.
 */
export function parcelCode({ po_number, order_id, number }: ParcelCode): string {
  return `PO${po_number}/${order_id}/${number}`;
}

/** Reads the text of a QR code of `parcelCode`; undefined for any other text. */
export function readParcelCode(text: string): ParcelCode | undefined {
  const parts = /^PO(\d{1,15})\/(\d{1,15})\/(\d{1,4})$/i.exec(text.trim());
  if (parts === null) return undefined;
  const [po_number = 0, order_id = 0, number = 0] = parts.slice(1).map(Number);
  return { po_number, order_id, number };
}
