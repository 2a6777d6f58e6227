import type { Clock } from './clock.ts';
import type { TimeZone } from './context.ts';
import type { Language } from './language.ts';

/** Indonesia's zones have no summer time, so arithmetic is enough, and quicker than Intl. */
const OFFSET_HOURS: Record<TimeZone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
/** As the reference abbreviates them: Ags, not Agt or Agu. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Ags', 'Sep', 'Okt', 'Nov', 'Des'];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As Indonesians call them, in both languages. */
const ZONE_NAMES: Record<TimeZone, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** The wall clock of the zone, readable through the UTC getters. */
function local(instant: Date, zone: TimeZone): Date {
  return new Date(instant.getTime() + OFFSET_HOURS[zone] * HOUR_MS);
}

/** 2021-03-02 13:05:33 */
export function dateTimeText(instant: Date, zone: TimeZone): string {
  return local(instant, zone).toISOString().slice(0, 19).replace('T', ' ');
}

/** 2021-03-02 13:05 */
export function minuteText(instant: Date, zone: TimeZone): string {
  return dateTimeText(instant, zone).slice(0, 16);
}

/** 9 Ags 2021 10.44 WIB; in English 9 Aug 2021 10:44 WIB. For people, who need not know in which zone the shop is. */
export function momentText(instant: Date, zone: TimeZone, language: Language): string {
  const moment = local(instant, zone);
  const months = language === 'id' ? MONTHS : ENGLISH_MONTHS;
  const time = moment.toISOString().slice(11, 16);
  const clock = language === 'id' ? time.replace(':', '.') : time;
  return `${moment.getUTCDate()} ${months[moment.getUTCMonth()]} ${moment.getUTCFullYear()} ${clock} ${ZONE_NAMES[zone]}`;
}

/** 2021-03-02 */
export function dateText(instant: Date, zone: TimeZone): string {
  return dateTimeText(instant, zone).slice(0, 10);
}

/** 2021-08-09T10:44:08+07:00 */
export function isoWithZone(instant: Date, zone: TimeZone): string {
  return `${local(instant, zone).toISOString().slice(0, 19)}+0${OFFSET_HOURS[zone]}:00`;
}

/** Senin, 9 Ags 2021 */
export function indonesianDay(instant: Date, zone: TimeZone): string {
  const day = local(instant, zone);
  return `${DAYS[day.getUTCDay()]}, ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

const STEPS: [number, Record<Language, string>][] = [
  [365 * DAY_MS, { id: 'tahun', en: 'year' }],
  [30 * DAY_MS, { id: 'bulan', en: 'month' }],
  [7 * DAY_MS, { id: 'minggu', en: 'week' }],
  [DAY_MS, { id: 'hari', en: 'day' }],
  [HOUR_MS, { id: 'jam', en: 'hour' }],
  [60_000, { id: 'menit', en: 'minute' }],
  [1_000, { id: 'detik', en: 'second' }],
];

/** 5 jam yang lalu, in English 5 hours ago; "baru saja", just now, below a second and for what lies ahead. */
export function timeAgo(instant: Date, now: Date, language: Language): string {
  const elapsed_ms = now.getTime() - instant.getTime();
  const step = STEPS.find(([length_ms]) => elapsed_ms >= length_ms);
  if (step === undefined) return language === 'id' ? 'baru saja' : 'just now';
  const [length_ms, names] = step;
  const count = Math.floor(elapsed_ms / length_ms);
  return language === 'id'
    ? `${count} ${names.id} yang lalu`
    : `${count} ${names.en}${count === 1 ? '' : 's'} ago`;
}

/** The shop's day now, as yyyy-mm-dd. */
export function today(clock: Clock, zone: TimeZone): string {
  return dateText(clock.now(), zone);
}

/** Whether a text is a real calendar day, written yyyy-mm-dd. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a text is a time of day, written hh:mm:ss, from 00:00:00 to 23:59:59. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3])(?::[0-5]\d){2}$/.test(text);
}

/** Midnight UTC of a day. @throws RangeError where the text is no day */
function dayTime(day: string): number {
  if (!isDay(day)) throw new RangeError(`no day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** The instant at which a day (yyyy-mm-dd) begins in the zone. @throws RangeError where it is no day */
export function startOfDay(day: string, zone: TimeZone): Date {
  return new Date(dayTime(day) - OFFSET_HOURS[zone] * HOUR_MS);
}

/** The instant of a wall clock's `yyyy-mm-dd hh:mm:ss` in the zone. @throws RangeError where it is none */
export function instantOf(moment: string, zone: TimeZone): Date {
  const [day = '', time = ''] = moment.split(' ');
  if (!isTime(time)) throw new RangeError(`no moment: ${moment}`);
  return new Date(startOfDay(day, zone).getTime() + Date.parse(`1970-01-01T${time}Z`));
}

/** The instants of the days first..last in the zone: from (included) and before (not included). */
export function dayRange(first: string, last: string, zone: TimeZone): { from: Date; before: Date } {
  return { from: startOfDay(first, zone), before: startOfDay(addDays(last, 1), zone) };
}

/** yyyy-mm-dd moved by so many days. @throws RangeError where it is no day */
export function addDays(day: string, days: number): string {
  return new Date(dayTime(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * yyyy-mm-dd moved by so many months: to the same day of that month, or its last where it is shorter.
 * @throws RangeError where it is no day
 */
export function addMonths(day: string, months: number): string {
  const from = new Date(dayTime(day));
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  to.setUTCDate(Math.min(from.getUTCDate(), to.getUTCDate()));
  return to.toISOString().slice(0, 10);
}

/** Days from one day to a later one; below 0 where it is earlier. @throws RangeError where one is no day */
export function daysBetween(from: string, to: string): number {
  return (dayTime(to) - dayTime(from)) / DAY_MS;
}

/** A day as papers and mails have it, in both languages: 18-01-2021. */
export function dayText(day: string): string {
  return day.split('-').toReversed().join('-');
}
