import type { Cell } from '../../../kernel/sheets/cells.ts';

export type Direction = 'CREDIT' | 'DEBIT';

/** An amount as a statement writes it. */
export interface WrittenAmount {
  /** In sen, a hundredth of a rupiah, without sign. */
  sen: number;
  /** A sign before or behind it, or brackets around it. */
  sign: '+' | '-' | undefined;
  /** Letters beside it. */
  mark: Direction | undefined;
}

/** No amount is longer. */
const LONGEST = 60;
/** Larger than any that is paid: a cell with such a number holds something else. */
const SEN_MOST = 1e17;

const CREDIT = 'cr|kr|kredit|credit|k|c|masuk';
const DEBIT = 'db|dr|debet|debit|d|keluar';
const MARK = new RegExp(`^(?:(${CREDIT})|(${DEBIT}))$`);
const AROUND = new RegExp(
  `^(?:(${CREDIT}|${DEBIT})\\.?(?=[\\d+(-]))?(.*?)(?:\\(?(${CREDIT}|${DEBIT})\\.?\\)?)?$`,
);

/** Signs that look like a minus. */
const MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;

/**
 * The amount in a cell, in whatever way banks and spreadsheets write it: `1,500,123.00`, `1.500.123,00`, `150012300 CR`,
 * `Rp 1.500.123,-`, `(2,450.00)`, `+55.500.000`, `.00`. One sign with three digits behind it parts thousands.
 * @returns null where there is none, as in an empty cell or a dash; undefined where it is not an amount
 */
export function amountInCell(cell: Cell | undefined): WrittenAmount | null | undefined {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return ofNumber(cell);
  if (cell.length > LONGEST) return undefined;
  const text = cell
    .replaceAll(MINUS, '-')
    .replaceAll(/[\s\u00A0'’]/g, '')
    .toLowerCase();
  if (/^[-–.,_]*$/.test(text)) return null;
  const [, before, middle = '', behind] = AROUND.exec(text) ?? [];
  const mark = markOf(before ?? behind ?? '');
  if (before !== undefined && behind !== undefined && markOf(before) !== markOf(behind)) return undefined;
  const signed = signOf(middle.replace(/^([+-]?)(?:rp|idr)\.?/, '$1').replace(/(?:,-|rp|idr)$/, ''));
  if (signed === undefined) return undefined;
  const sen = senOf(signed.digits);
  return sen === undefined || sen > SEN_MOST ? undefined : { sen, sign: signed.sign, mark };
}

function ofNumber(number: number): WrittenAmount | undefined {
  const sen = Math.round(Math.abs(number) * 100);
  return sen > SEN_MOST ? undefined : { sen, sign: number < 0 ? '-' : undefined, mark: undefined };
}

function signOf(text: string): { digits: string; sign: WrittenAmount['sign'] } | undefined {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const [, before = '', digits = '', behind = ''] =
    /^([+-]?)(?:rp\.?|idr\.?)?(\d[\d.,]*|[.,]\d+)([+-]?)$/.exec(bracketed ?? text) ?? [];
  if (digits === '' || (before !== '' && behind !== '')) return undefined;
  if (bracketed !== undefined) return before === '' && behind === '' ? { digits, sign: '-' } : undefined;
  return { digits, sign: (before || behind || undefined) as WrittenAmount['sign'] };
}

/** Thousands in groups of three, all parted by the same sign. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

function senOf(digits: string): number | undefined {
  const decimals = decimalsOf(digits);
  const whole = decimals === undefined ? digits : digits.slice(0, -decimals.length - 1);
  if (!/^\d*$/.test(whole) && !GROUPED.test(whole)) return undefined;
  const [, parting] = GROUPED.exec(whole) ?? [];
  // The same sign cannot part both.
  if (decimals !== undefined && parting !== undefined && digits.at(-decimals.length - 1) === parting)
    return undefined;
  const sen =
    Number(whole.replaceAll(/[.,]/g, '')) * 100 + Number((decimals ?? '').padEnd(2, '0').slice(0, 2));
  return Number.isSafeInteger(sen) ? sen : undefined;
}

/** What stands behind the decimal sign; undefined where all signs part thousands. */
function decimalsOf(digits: string): string | undefined {
  const found = /[.,](\d*)$/.exec(digits)?.[1];
  if (found === undefined) return undefined;
  const signs = digits.match(/[.,]/g) ?? [];
  const is_other = signs.length > 1 && signs.at(-1) !== signs[0];
  if (found.length === 3 && !is_other) return undefined;
  return found;
}

/** What a word beside an amount, or in a column of its own, says: `CR`, `D`, `Kredit`, `Uang Masuk`, `+`. */
export function markOf(cell: Cell | undefined): Direction | undefined {
  const text = String(cell ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(?:uang|dana|transfer|mutasi|transaksi) /, '')
    .replace(/[.()]/g, '');
  if (text === '+' || text === 'in' || text === 'incoming') return 'CREDIT';
  if (text === '-' || text === 'out' || text === 'outgoing') return 'DEBIT';
  const [, credit, debit] = MARK.exec(text) ?? [];
  return credit !== undefined ? 'CREDIT' : debit !== undefined ? 'DEBIT' : undefined;
}
