import type { RefusalPart } from '../../../kernel/errors.ts';
import { normalisePhone } from '../../../kernel/phone.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { dayInCell } from '../../../kernel/sheets/day-in-cell.ts';
import type { SheetRecord } from '../../../kernel/sheets/read-records.ts';
import { cellText, readAwb } from '../awb-cell.ts';
import { readOrderNumber, readParcelCode } from '../parcel-code.ts';
import type { AwbColumn } from './columns.ts';
import { awbImportErrors } from './errors.ts';

/** What a row says of the order that it is about. */
export interface AwbRowFacts {
  awb_number: string;
  /** Without prefix; as PO number, and as ID of an order. */
  po_number: number | null;
  order_id: number | null;
  /** Of the shipment, where the row names it. */
  shipment: number | null;
  /** As it is stored. */
  phone: string | null;
  name: string | null;
  day: string | null;
  /** What stands where a day should, if it is none. */
  day_unread: string | null;
}

/** A row with an AWB number, or why there is none. */
export type AwbRowRead = AwbRowFacts | { fault: RefusalPart };

export function readAwbRow({
  cells,
  is_total,
}: Pick<SheetRecord<AwbColumn>, 'cells' | 'is_total'>): AwbRowRead {
  const awb = readAwb(cells.awb_number);
  if ('fault' in awb) {
    const value = cellText(cells.awb_number ?? '').slice(0, 60);
    return { fault: awbImportErrors.part(is_total ? 'awb_row_total' : awb.fault, '', { value }) };
  }
  const day = cells.day === undefined ? undefined : dayInCell(cells.day);
  return {
    ...awb,
    ...(orderNumber(cells.po_number, true) ?? orderNumber(cells.order_number, false) ?? NO_NUMBER),
    phone: (cells.phone !== undefined && normalisePhone(cellText(cells.phone))) || null,
    name: nameIn(cells.name),
    day: day ?? null,
    day_unread: cells.day === undefined || day !== undefined ? null : cellText(cells.day).slice(0, 60),
  };
}

const NO_NUMBER = { po_number: null, order_id: null, shipment: null };

/** The order that a cell names, by a number or by the text of a parcel's QR code; only digits alone may be its ID. */
function orderNumber(cell: Cell | undefined, is_po: boolean) {
  const text = cellText(cell ?? '');
  const parcel = readParcelCode(text);
  if (parcel !== undefined) {
    const { po_number, order_id, number } = parcel;
    return { po_number, order_id, shipment: number };
  }
  const read = readOrderNumber(text);
  if (read === undefined) return undefined;
  return {
    po_number: read.number,
    order_id: is_po || read.is_po_number ? null : read.number,
    shipment: null,
  };
}

/** What is masked (`B*** S***`) says nothing. */
function nameIn(cell: Cell | undefined): string | null {
  const text = cellText(cell ?? '');
  return text === '' || /[*•]/.test(text) ? null : text.slice(0, 200);
}
