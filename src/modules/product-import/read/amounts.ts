import type { Cell } from '../../../kernel/sheets/cells.ts';
import { wholeNumber } from '../../../kernel/sheets/whole-number.ts';
import type { ImportColumn } from './columns.ts';

/** No amount is so long, and what is, would take long to look through. */
function isTooLong(cell: Cell): boolean {
  return String(cell).length > 40;
}

const THOUSANDS: Record<string, number> = {
  rb: 1_000,
  ribu: 1_000,
  k: 1_000,
  jt: 1_000_000,
  juta: 1_000_000,
};

/**
 * Rupiah as people write them: also `45rb`, `45k`, `1,25jt`.
 * @returns undefined where it is no such amount, or may be another: `45.00` is 45 or, cut off, 45.000
 */
function readRupiah(cell: Cell): number | undefined {
  if (isTooLong(cell)) return undefined;
  const text = String(cell)
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/(?:\/|per)(?:pcs?|buah|unit|biji|lembar|set|pack|pak)\.?$/, '')
    .replace(/^(?:rp|idr)\.?|(?:rp|idr|rupiah)$/g, '');
  if (typeof cell === 'string' && /^\d{1,3}[.,]0{1,2}$/.test(text)) return undefined;
  const [, number = '', unit = ''] = /^(\d{1,4}(?:[.,]\d{1,3})?)(rb|ribu|k|jt|juta)\.?$/.exec(text) ?? [];
  if (unit === '') return wholeNumber(typeof cell === 'number' ? cell : text);
  const rupiah = Number(number.replace(',', '.')) * (THOUSANDS[unit] ?? 1);
  // `1.250rb` is a million or a thousand.
  return Number.isInteger(Math.round(rupiah * 1_000) / 1_000) && !(/[.,]\d{3}$/.test(number) && unit !== 'jt')
    ? Math.round(rupiah)
    : undefined;
}

/** Grams, also with their unit: `500 gr`, `0,5 kg`. */
function readGrams(cell: Cell): number | undefined {
  if (isTooLong(cell)) return undefined;
  const [, number = '', unit = ''] =
    /^([\d.,]+)\s*(gram|gr|g|kg|kilo|kilogram)\.?$/i.exec(String(cell).trim()) ?? [];
  if (unit === '') return wholeNumber(cell);
  return unit.toLowerCase().startsWith('k') ? gramsOf(number) : wholeNumber(number);
}

/** @param kilograms with a comma or a dot before the part of a kilogram; undefined for anything else */
export function gramsOf(kilograms: string): number | undefined {
  if (isTooLong(kilograms)) return undefined;
  const text = kilograms.replace(/\s*kg$/i, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * 1_000) : undefined;
}

/** Pieces, also with their unit: `12 pcs`. */
function readPieces(cell: Cell): number | undefined {
  if (isTooLong(cell)) return undefined;
  return wholeNumber(
    typeof cell === 'string'
      ? cell.replace(/\s*(?:pcs?|pieces|buah|bh|unit|biji|set|pack|pak|lembar|lbr)\.?$/i, '')
      : cell,
  );
}

/** The columns that are in rupiah. */
export const isRupiah = (column: ImportColumn) => AMOUNT_READERS[column] === readRupiah;

/** How amounts in a column are read that are more than a whole number. Undefined: by `wholeNumber`. */
export const AMOUNT_READERS: Partial<Record<ImportColumn, (cell: Cell) => number | undefined>> = {
  price: readRupiah,
  price_buy: readRupiah,
  price_reseller: readRupiah,
  price1: readRupiah,
  price2: readRupiah,
  price3: readRupiah,
  discount: readRupiah,
  weight: readGrams,
  stock: readPieces,
};
