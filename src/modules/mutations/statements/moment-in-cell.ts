import { dateTimeText, isDay } from '../../../kernel/calendar.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { dayInCell } from '../../../kernel/sheets/day-in-cell.ts';

/** What is needed to read days as a statement writes them. */
export interface DayWriting {
  /** `08/31/2026`, as in America. */
  is_month_first: boolean;
  /** The last day that it can be about, by which days without a year get one. */
  last_day: string;
}

/** Words in place of a day: the bank has not booked it yet. */
const PENDING = /^(?:pend|pending|tertunda)\b/i;
const NUMERIC = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const SHORT_WEEKDAY = /^(?:sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun)[.,]+\s*/i;
const WITHOUT_YEAR = /^(\d{1,2})[-/. ]{1,3}(\d{1,2}|[a-z]{3,9})$/i;

export function isPending(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && PENDING.test(cell.trim().replace(/^'/, ''));
}

/** The day in a cell as yyyy-mm-dd; undefined where it is none. */
export function statementDay(cell: Cell, { is_month_first, last_day }: DayWriting): string | undefined {
  if (typeof cell === 'number' && cell < 1e7) return dayInCell(cell);
  const text = String(cell)
    .trim()
    .replace(/^'/, '')
    .replace(SHORT_WEEKDAY, '')
    .replace(/^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s+(?=\d)/, '');
  const digits = /^(\d{8})(?=[T ]\d|$)/.exec(text)?.[1];
  if (digits !== undefined) return dayOfDigits(digits);
  const [whole, month = '', , day = '', year = ''] = NUMERIC.exec(text) ?? [];
  if (whole !== undefined && is_month_first)
    return checked(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [, number, month_name = ''] = WITHOUT_YEAR.exec(text) ?? [];
  if (number === undefined) return dayInCell(text);
  const last_year = Number(last_day.slice(0, 4));
  const parts = /^\d+$/.test(month_name) && is_month_first ? [month_name, number] : [number, month_name];
  const days = [last_year, last_year - 1].flatMap((one) => dayInCell(`${parts.join(' ')} ${one}`) ?? []);
  // Of a statement that begins in December, what is of December is of the year before.
  return days.find((one) => one <= last_day) ?? days.at(-1);
}

/** 20261125, or 25112026: no day can be read in both ways, as no month is the 20th. */
function dayOfDigits(digits: string): string | undefined {
  const year_first = digits.replace(/^(....)(..)(..)$/, '$1-$2-$3');
  const day_first = digits.replace(/^(..)(..)(20..)$/, '$3-$2-$1');
  return checked(year_first) ?? checked(day_first);
}

function checked(day: string): string | undefined {
  return isDay(day) ? day : undefined;
}

/**
 * Whether days are written with the month first: some can be read in that way only, and none in the other only. Where all can
 * be read in both, the day comes first, as everywhere in Indonesia.
 */
export function isMonthFirst(cells: Iterable<Cell | undefined>): boolean {
  let is_ever = false;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const [, first, , second] = NUMERIC.exec(cell.trim().replace(/^'/, '')) ?? [];
    if (Number(first) > 12) return false;
    if (Number(second) > 12) is_ever = true;
  }
  return is_ever;
}

/** Days, and months with a year, in what stands above the titles. */
const DAYS_ABOVE =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|(?:^|[^a-z])[a-z]{3,9} \d{4}/gi;

/** The last day that a text above the titles names, such as the end of a period. */
export function lastDayIn(texts: readonly string[]): string | undefined {
  const days = texts.flatMap((text) =>
    (text.match(DAYS_ABOVE) ?? []).flatMap((found) => {
      const one = found.trim();
      const of_month = /([a-z]{3,9}) (\d{4})$/i.exec(one);
      const day =
        dayInCell(one) ?? (of_month === null ? undefined : endOfMonth(`${of_month[1]} ${of_month[2]}`));
      return day ?? [];
    }),
  );
  return days.toSorted().at(-1);
}

function endOfMonth(month: string): string | undefined {
  for (let day = 31; day >= 28; day -= 1) {
    const found = dayInCell(`${day} ${month}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Hours ahead of UTC. Banks write the time of Jakarta unless they say another. */
const ZONES: Readonly<Record<string, string>> = {
  wib: '+07:00',
  wita: '+08:00',
  wit: '+09:00',
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
};
const TIME =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(am|pm)?\s*(wib|wita|wit|z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
/** What stands behind a day. */
const BEHIND_DAY = /(?:\d{4}|[-/. ]\d{2}|\d{8})(?:[T,]\s*|\s+)(?=\d{1,2}[:.]\d{2})(.*)$/i;

/** When a transaction was, as the bank counts. */
export interface BankMoment {
  day: string;
  /** null: no time is known; midnight is what programs write where they know none. */
  at: Date | null;
}

/**
 * The moment of a transaction: its day with the time that stands behind it, or in a cell of its own. A time of UTC, or so many
 * hours off it, may be of another day in Jakarta, where banks count.
 * @param day as it is written
 */
export function momentOf(day: string, day_cell: Cell | undefined, time_cell: Cell | undefined): BankMoment {
  const own = String(time_cell ?? '').trim();
  const text = own === '' ? (BEHIND_DAY.exec(String(day_cell ?? '').trim())?.[1] ?? '') : own;
  // 81015 is 08:10:15.
  const digits = /^\d{5,6}$/.test(text) ? text.padStart(6, '0').replace(/(..)(..)(..)/, '$1:$2:$3') : text;
  const [, hours, minutes = '', seconds = '00', half, zone = 'wib'] = TIME.exec(digits) ?? [];
  if (hours === undefined) return { day, at: null };
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
  if (time === '00:00:00') return { day, at: null };
  const offset = ZONES[zone.toLowerCase()] ?? zone.replace(/^(...):?/, '$1:');
  const at = new Date(`${day}T${time}${offset}`);
  if (Number.isNaN(at.getTime())) return { day, at: null };
  // A day in a zone of Indonesia by its name is the bank's own.
  return /^wi/i.test(zone) ? { day, at } : inJakarta(at);
}

function inJakarta(at: Date): BankMoment {
  const [day = '', time] = dateTimeText(at, 'Asia/Jakarta').split(' ');
  return { day, at: time === '00:00:00' ? null : at };
}
