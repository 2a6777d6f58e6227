import type { Cell } from './cells.ts';

/** Digits alone, or in groups of three parted by dots or by commas; behind the other sign, or two places, only zeros. */
const WRITINGS = [
  // No thousands have so many places.
  /^\d+[.,]0{4,}$/,
  /^\d+(?:[.,]0{1,2})?$/,
  /^\d{1,3}(?:\.\d{3})+(?:,0+)?$/,
  /^\d{1,3}(?:,\d{3})+(?:\.0+)?$/,
];

/**
 * The whole number in a cell, in whatever way it is written in Indonesia: 1250, `1.250`, `1,250`, `Rp 1.250,00`.
 * @returns undefined where it is none, is negative, or could mean another (`12,5`)
 */
export function wholeNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : undefined;
  const text = cell
    .replace(/^(?:rp|idr)\.?/i, '')
    .replaceAll(/\s/g, '')
    .replace(/,-$/, '');
  if (!WRITINGS.some((writing) => writing.test(text))) return undefined;
  const number = Number(text.replace(/[.,](?:0{1,2}|0{4,})$/, '').replaceAll(/[.,]/g, ''));
  return Number.isSafeInteger(number) ? number : undefined;
}
