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

const SIGNED = /^(-)?(?:rp|idr)?\.?(-)?(\d[\d.,]*?(?:,-)?)(-)?$/i;

/**
 * The whole number in a cell, which may be below 0: in addition to what `wholeNumber` reads, `-12.000`, `Rp -12.000`,
 * `12.000-` and `(12.000)`, with any sign that looks like a minus.
 * @returns undefined where it is none, could mean another, or has two signs
 */
export function signedWholeNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : undefined;
  const text = cell.replaceAll(/\s/g, '').replaceAll(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, '-');
  const [, bracketed] = /^(?:rp|idr)?\.?\((.*)\)$/i.exec(text) ?? [];
  const [, before, inside, digits = '', behind] = SIGNED.exec(bracketed ?? text) ?? [];
  const minuses = [bracketed, before, inside, behind].filter((sign) => sign !== undefined).length;
  const amount = wholeNumber(digits);
  if (amount === undefined || minuses > 1) return undefined;
  return minuses === 1 ? 0 - amount : amount;
}
