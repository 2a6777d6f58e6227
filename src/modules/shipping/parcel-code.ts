import { withoutDecimal } from './awb-cell.ts';

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

/**
 * The number by which people name an order: 505, `505.0` as programs write it, `#505`, `PO505`, `PO #505`, or the number of its
 * invoice, `INV.2026.01.18.505`.
 * @returns undefined for any other text; `is_po_number`: it is said to be a PO number, else it may be the ID of an order
 */
export function readOrderNumber(text: string): { number: number; is_po_number: boolean } | undefined {
  const [, prefix, digits] =
    /^(PO(?:\s*[-.:])?\s*#?\s*|#\s*|INV\.\d{4}\.\d{2}\.\d{2}\.)?(\d{1,15})$/i.exec(
      withoutDecimal(text.trim()),
    ) ?? [];
  const number = Number(digits ?? 0);
  return number === 0 ? undefined : { number, is_po_number: prefix !== undefined };
}
