import { addDays, dateTimeText, instantOf } from '../../kernel/calendar.ts';
import type { TimeZone } from '../../kernel/context.ts';

/** Minutes of the day, from and until which nothing leaves by itself. From 21:00 to 7:00 it is night. */
export interface QuietHours {
  quiet_from: number;
  quiet_until: number;
}

/** When the quiet hours end that it is now; undefined where it is not. */
export function endOfQuiet(
  now: Date,
  zone: TimeZone,
  { quiet_from, quiet_until }: QuietHours,
): Date | undefined {
  const [day = '', time = ''] = dateTimeText(now, zone).split(' ');
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const over_midnight = quiet_from > quiet_until;
  const is_quiet = over_midnight
    ? minute >= quiet_from || minute < quiet_until
    : minute >= quiet_from && minute < quiet_until;
  if (!is_quiet) return undefined;
  const ends_on = over_midnight && minute >= quiet_from ? addDays(day, 1) : day;
  return instantOf(`${ends_on} ${timeText(quiet_until)}:00`, zone);
}

/** When what leaves by itself may leave that is due then: after the quiet hours, where these are then or now. */
export function afterQuiet(due: Date, now: Date, zone: TimeZone, hours: QuietHours): Date {
  return endOfQuiet(due > now ? due : now, zone, hours) ?? due;
}

/** 21:00 */
export function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 1260 of 21:00. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
