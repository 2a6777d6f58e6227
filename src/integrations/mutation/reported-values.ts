import { dateText, isDay } from '../../kernel/calendar.ts';
import { dayInCell } from '../../kernel/sheets/day-in-cell.ts';

/** Just under a trillion rupiah. */
const AMOUNT_MOST_IDR = 999_999_999_999;

const PLAIN = /^\d{1,15}(?:\.\d{1,4})?$/;
const INDONESIAN = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,15}(?=,))(?:,(?:\d{1,2}|-))?$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?$/;

/**
 * An amount with its sign, without what is behind the comma: services send `50000`, `"50000.00"`, and banks' own writing
 * `"Rp 50.000,00"`. One sign with three digits behind it parts thousands.
 * @returns undefined where it is none
 */
export function reportedAmount(value: unknown): number | undefined {
  if (typeof value === 'number') return checked(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const text = value.replaceAll(/\s/g, '');
  const [, sign = '', , after = '', digits = ''] = /^([+-]?)(rp\.?|idr)?([+-]?)(.+)$/i.exec(text) ?? [];
  if (sign !== '' && after !== '') return undefined;
  const number = numberOf(digits);
  return number === undefined ? undefined : checked(sign === '-' || after === '-' ? -number : number);
}

function numberOf(digits: string): number | undefined {
  if (INDONESIAN.test(digits)) return Number(digits.replaceAll('.', '').replace(/,-?/, '.'));
  if (ENGLISH.test(digits)) return Number(digits.replaceAll(',', ''));
  return PLAIN.test(digits) ? Number(digits) : undefined;
}

function checked(value: number): number | undefined {
  const whole = Math.trunc(value);
  return Math.abs(whole) <= AMOUNT_MOST_IDR ? whole + 0 : undefined;
}

const TIME =
  /[t ,]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(z|utc|gmt|wib|wita|wit|[ap]m|[+-]\d{2}(?::?\d{2})?)?(?![\d:])/i;

/**
 * When a mutation was, as the bank counts: services write the time of Jakarta unless they name another zone, and midnight where
 * they know none.
 * @returns undefined where no day can be read
 */
export function reportedMoment(value: unknown): { day: string; at: Date | null } | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.trim();
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0];
  const written = iso ?? dayInCell(text);
  // What is of another century is a mistake.
  if (written === undefined || !isDay(written) || !written.startsWith('20')) return undefined;
  const [, hours, minutes = '', seconds = '00', zone = 'wib'] = TIME.exec(text) ?? [];
  const time = `${hours?.padStart(2, '0')}:${minutes}:${seconds}`;
  // No service writes am and pm: what it means by it is not guessed.
  if (hours === undefined || time.startsWith('00:00') || /m$/i.test(zone)) return { day: written, at: null };
  const at = new Date(`${written}T${time}${offsetOf(zone)}`);
  if (Number.isNaN(at.getTime())) return { day: written, at: null };
  return { day: dateText(at, 'Asia/Jakarta'), at };
}

const ZONES: ReadonlyMap<string, string> = new Map([
  ['wib', '+07:00'],
  ['wita', '+08:00'],
  ['wit', '+09:00'],
]);

function offsetOf(zone: string): string {
  const named = ZONES.get(zone.toLowerCase());
  if (named !== undefined) return named;
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes}`;
}

/** CR and DB, and what they stand for. */
export function reportedDirection(type: unknown): 'CREDIT' | 'DEBIT' | undefined {
  const said = typeof type === 'string' ? type.trim().toUpperCase() : '';
  if (['CR', 'CREDIT', 'KREDIT', 'K', 'C'].includes(said)) return 'CREDIT';
  return ['DB', 'DR', 'DEBIT', 'DEBET', 'D'].includes(said) ? 'DEBIT' : undefined;
}
