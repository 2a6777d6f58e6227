import { isDay } from '../../../kernel/calendar.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { normalisePhone } from '../../../kernel/phone.ts';
import { isErrorCell, type Cell } from '../../../kernel/sheets/cells.ts';
import { readParcelCode } from '../parcel-code.ts';
import type { AwbColumn } from './columns.ts';
import { awbImportErrors } from './errors.ts';

export type AwbCells = Partial<Record<AwbColumn, Cell>>;

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
}

/** A row with an AWB number, or why there is none. */
export type AwbRowRead = AwbRowFacts | { fault: RefusalPart };

/** Digits that spreadsheet applications keep of a number. */
const NUMBER_DIGITS = 15;

export function readAwbRow(cells: AwbCells): AwbRowRead {
  const awb = readAwb(cells.awb_number);
  if (typeof awb !== 'string') return { fault: awb };
  return {
    awb_number: awb,
    ...(orderNumber(cells.po_number, true) ?? orderNumber(cells.order_number, false) ?? NO_NUMBER),
    phone: (cells.phone !== undefined && normalisePhone(textIn(cells.phone))) || null,
    name: nameIn(cells.name),
    day: dayIn(cells.day),
  };
}

const NO_NUMBER = { po_number: null, order_id: null, shipment: null };

function readAwb(cell: Cell | undefined): string | RefusalPart {
  const text = textIn(cell ?? '');
  const fault = (code: Parameters<typeof awbImportErrors.part>[0]) =>
    awbImportErrors.part(code, '', { value: text.slice(0, 60) });
  if (text === '') return fault('awb_empty');
  if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return fault('awb_shortened');
  if (typeof cell === 'number' && (!Number.isSafeInteger(cell) || text.length > NUMBER_DIGITS))
    return fault('awb_shortened');
  if (isDayText(text)) return fault('awb_is_day');
  const is_awb = /^[A-Z0-9][A-Z0-9._/-]{4,49}$/i.test(text) && /\d/.test(text);
  return is_awb && !isErrorCell(text) ? text : fault('awb_format');
}

/** Without the marks by which lists say that a number is a text: `'0012` and `="0012"`. */
function textIn(cell: Cell): string {
  const text = String(cell).trim();
  return (/^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '')).trim();
}

/** 2026-01-31, 31/01/2026, 31-Jan-26, with a time behind it or not. */
function isDayText(text: string): boolean {
  return /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.](?:\d{1,2}|[a-z]{3,9})[-/.](?:\d{4}|\d{2}))(?:[T ].*)?$/i.test(
    text,
  );
}

/**
 * The order that a cell names: 505, `PO505`, `PO#505`, `#505`, `INV.2021.01.18.505`, or the text of a parcel's QR code. Digits
 * alone outside of a column of PO numbers may be the ID too.
 */
function orderNumber(cell: Cell | undefined, is_po: boolean) {
  const text = textIn(cell ?? '');
  const parcel = readParcelCode(text);
  if (parcel !== undefined) {
    const { po_number, order_id, number } = parcel;
    return { po_number, order_id, shipment: number };
  }
  const [, prefix, digits] =
    /^(PO\s*[-.#:]?\s*|#\s*|INV\.\d{4}\.\d{2}\.\d{2}\.)?(\d{1,15})$/i.exec(text) ?? [];
  const number = Number(digits);
  if (digits === undefined || number === 0) return undefined;
  return { po_number: number, order_id: is_po || prefix !== undefined ? null : number, shipment: null };
}

/** What is masked (`B*** S***`) says nothing. */
function nameIn(cell: Cell | undefined): string | null {
  const text = textIn(cell ?? '');
  return text === '' || /[*•]/.test(text) ? null : text.slice(0, 200);
}

/** The day of a cell, as sheets hold it (2026-01-31) or as people write it (31/01/2026). */
function dayIn(cell: Cell | undefined): string | null {
  const text = textIn(cell ?? '');
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  const [, written_day = '', written_month = '', written_year] =
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text) ?? [];
  const parts = year === undefined ? [written_year, written_month, written_day] : [year, month, day];
  const found = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return isDay(found) ? found : null;
}
