import { FORMULA_WITHOUT_VALUE, isErrorCell, type Cell } from '../../kernel/sheets/cells.ts';
import { isAwbNumber } from './awb-number.ts';

/** Why a cell has no AWB number. */
export type AwbFault = 'awb_empty' | 'awb_formula' | 'awb_shortened' | 'awb_is_day' | 'awb_format';

/** Digits that spreadsheet applications keep of a number. */
const NUMBER_DIGITS = 15;

/** Text of a cell without the marks by which lists say that a number is a text: `'0012` and `="0012"`. */
export function cellText(cell: Cell): string {
  const text = String(cell).trim();
  return (/^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '')).trim();
}

/** Digits to which a program has added a decimal: `1293464790123.0` is `1293464790123`. */
export function withoutDecimal(text: string): string {
  return /^(\d+)[.,]0{1,2}$/.exec(text)?.[1] ?? text;
}

/** Reads the AWB number of a cell: as it is written, but for a decimal that a program has added to a number. */
export function readAwb(cell: Cell | undefined): { awb_number: string } | { fault: AwbFault } {
  const text = withoutDecimal(cellText(cell ?? ''));
  if (text === '') return { fault: 'awb_empty' };
  if (text === FORMULA_WITHOUT_VALUE) return { fault: 'awb_formula' };
  if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return { fault: 'awb_shortened' };
  if (typeof cell === 'number' && (!Number.isSafeInteger(cell) || text.length > NUMBER_DIGITS))
    return { fault: 'awb_shortened' };
  if (isDayText(text)) return { fault: 'awb_is_day' };
  const is_awb = isAwbNumber(text) && !isAmount(text) && !isErrorCell(text);
  return is_awb ? { awb_number: text } : { fault: 'awb_format' };
}

/** Digits with the dots of thousands or a decimal: a program has made an amount of the number, and digits may be lost. */
const isAmount = (text: string) => /^\d+(?:\.\d+)+$/.test(text);

/** 2026-01-31, 31/01/2026, 31-Jan-26, with a time behind it or not. */
function isDayText(text: string): boolean {
  return /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.](?:\d{1,2}|[a-z]{3,9})[-/.](?:\d{4}|\d{2}))(?:[T ].*)?$/i.test(
    text,
  );
}
