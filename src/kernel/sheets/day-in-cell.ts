import { addDays, isDay } from '../calendar.ts';
import type { Cell } from './cells.ts';

/** Months as Indonesians and programs write them, by their number less one. */
const MONTHS = [
  'jan januari january',
  'feb februari pebruari february',
  'mar mrt maret march',
  'apr april',
  'mei may',
  'jun juni june',
  'jul juli july',
  'agu agt ags agust agustus aug august',
  'sep sept september',
  'okt oct oktober october',
  'nov nop november nopember',
  'des dec desember december',
];
const MONTH_NUMBER: ReadonlyMap<string, string> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1)] as const)),
);

const WEEKDAY =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[.,]?\s+/;
/** Behind a day its time may stand. */
const END = '(?:[t, ].*)?$';

/** How days are written; the day comes before the month where both are digits, as everywhere but in America. */
const WRITINGS: readonly [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [new RegExp(`^(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})${END}`), ([year, month, day]) => [year, month, day]],
  [/^(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?$/, ([year, month, day]) => [year, month, day]],
  [
    new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${END}`),
    ([day, , month, year]) => [year, month, day],
  ],
  [
    new RegExp(`^(\\d{1,2})[-/. ]*([a-z]{3,9})[-/., ]*'?(\\d{4}|\\d{2})${END}`),
    ([day, month, year]) => [year, MONTH_NUMBER.get(month ?? ''), day],
  ],
  [
    new RegExp(`^([a-z]{3,9})[. ]+(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})${END}`),
    ([month, day, year]) => [year, MONTH_NUMBER.get(month ?? ''), day],
  ],
];

/** Numbers that spreadsheets give to the days from 2000 to 2050. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 55_153;

/**
 * The day in a cell as yyyy-mm-dd, however it is written in Indonesia or by programs: `2026-11-29`, `29/11/26`,
 * `29 Nopember 2026`, `Nov 29, 2026`, `20261129`, with a weekday before it and a time behind it; or the number that a
 * spreadsheet gives to it.
 * @returns undefined where it is none
 */
export function dayInCell(cell: Cell): string | undefined {
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL)
    return addDays('1899-12-30', Math.floor(cell));
  const text = String(cell).slice(0, 60).toLowerCase().replaceAll(/\s+/g, ' ').replace(WEEKDAY, '');
  for (const [writing, partsOf] of WRITINGS) {
    const found = writing.exec(text);
    if (found === null) continue;
    const [year = '', month = '', day = ''] = partsOf(found.slice(1));
    const whole_year = year.length === 2 ? `20${year}` : year;
    const read = [whole_year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    if (isDay(read)) return read;
  }
  return undefined;
}
