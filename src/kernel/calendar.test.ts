import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateText,
  dateTimeText,
  dayRange,
  indonesianDay,
  instantOf,
  isDay,
  isoWithZone,
  minuteText,
  momentText,
  startOfDay,
  timeAgo,
  today,
} from './calendar.ts';
import { fixedClock } from './clock.ts';
import type { TimeZone } from './context.ts';

const ZONES: TimeZone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const instants = fc.date({
  min: new Date('2000-01-02T00:00:00Z'),
  max: new Date('2099-12-30T00:00:00Z'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(...ZONES);
const days = fc.tuple(instants, zones).map(([instant, zone]) => dateText(instant, zone));

describe('formats', () => {
  const instant = new Date('2021-08-09T03:44:08Z');

  test('each format is written as in the API reference', () => {
    expect(dateTimeText(new Date('2021-03-02T06:05:33.987Z'), 'Asia/Jakarta')).toBe('2021-03-02 13:05:33');
    expect(minuteText(instant, 'Asia/Jakarta')).toBe('2021-08-09 10:44');
    expect(dateText(instant, 'Asia/Jakarta')).toBe('2021-08-09');
    expect(isoWithZone(instant, 'Asia/Jakarta')).toBe('2021-08-09T10:44:08+07:00');
    expect(indonesianDay(instant, 'Asia/Jakarta')).toBe('Senin, 9 Ags 2021');
    expect(indonesianDay(new Date('2022-01-25T17:00:00Z'), 'Asia/Jakarta')).toBe('Rabu, 26 Jan 2022');
  });

  test('each zone of Indonesia has its own clock', () => {
    expect(ZONES.map((zone) => isoWithZone(instant, zone))).toEqual([
      '2021-08-09T10:44:08+07:00',
      '2021-08-09T11:44:08+08:00',
      '2021-08-09T12:44:08+09:00',
    ]);
    const late = new Date('2021-12-31T15:30:00Z');
    expect(ZONES.map((zone) => dateText(late, zone))).toEqual(['2021-12-31', '2021-12-31', '2022-01-01']);
  });

  test('a moment for people names its zone, in their language', () => {
    expect(ZONES.map((zone) => momentText(instant, zone, 'id'))).toEqual([
      '9 Ags 2021 10.44 WIB',
      '9 Ags 2021 11.44 WITA',
      '9 Ags 2021 12.44 WIT',
    ]);
    expect(momentText(new Date('2026-12-01T01:06:59Z'), 'Asia/Jakarta', 'en')).toBe('1 Dec 2026 08:06 WIB');
  });

  test('the arithmetic agrees with the time zone database', () => {
    const formats = new Map(
      ZONES.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    );
    fc.assert(
      fc.property(instants, zones, (moment, zone) => {
        expect(dateTimeText(moment, zone)).toBe(formats.get(zone)?.format(moment));
      }),
    );
  });

  test('names of days and months are those of Indonesian, but for Ags', () => {
    const cldr = new Intl.DateTimeFormat('id-ID', {
      timeZone: 'Asia/Makassar',
      weekday: 'long',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    fc.assert(
      fc.property(instants, (moment) => {
        expect(indonesianDay(moment, 'Asia/Makassar').replace('Ags', 'Agu')).toBe(cldr.format(moment));
      }),
    );
  });

  test('an ISO text with zone reads back as the same second', () => {
    fc.assert(
      fc.property(instants, zones, (moment, zone) => {
        const second = Math.floor(moment.getTime() / 1000) * 1000;
        expect(Date.parse(isoWithZone(moment, zone))).toBe(second);
      }),
    );
  });

  test('an invalid date is refused, not written', () => {
    expect(() => dateTimeText(new Date(Number.NaN), 'Asia/Jakarta')).toThrow(RangeError);
  });
});

describe('timeAgo', () => {
  const now = new Date('2021-08-09T10:00:00Z');
  const second = 1000;
  const hour = 3600 * second;
  const day = 24 * hour;

  test.each([
    [-5 * second, 'baru saja'],
    [0, 'baru saja'],
    [999, 'baru saja'],
    [second, '1 detik yang lalu'],
    [59 * second, '59 detik yang lalu'],
    [60 * second, '1 menit yang lalu'],
    [hour - 1, '59 menit yang lalu'],
    [5 * hour, '5 jam yang lalu'],
    [day - 1, '23 jam yang lalu'],
    [day, '1 hari yang lalu'],
    [7 * day - 1, '6 hari yang lalu'],
    [7 * day, '1 minggu yang lalu'],
    [29 * day, '4 minggu yang lalu'],
    [30 * day, '1 bulan yang lalu'],
    [364 * day, '12 bulan yang lalu'],
    [365 * day, '1 tahun yang lalu'],
    [1000 * day, '2 tahun yang lalu'],
  ])('%d ms ago is "%s"', (age_ms, text) => {
    expect(timeAgo(new Date(now.getTime() - age_ms), now, 'id')).toBe(text);
  });

  test.each([
    [999, 'just now'],
    [second, '1 second ago'],
    [120 * second, '2 minutes ago'],
    [5 * hour, '5 hours ago'],
    [31 * day, '1 month ago'],
    [800 * day, '2 years ago'],
  ])('%d ms ago is "%s" in English', (age_ms, text) => {
    expect(timeAgo(new Date(now.getTime() - age_ms), now, 'en')).toBe(text);
  });
});

describe('days', () => {
  test('only real calendar days written yyyy-mm-dd are days', () => {
    const real = ['2021-03-02', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'];
    expect(real.filter(isDay)).toEqual(real);
    const impossible = [
      '2021-02-29',
      '2100-02-29',
      '2021-04-31',
      '2021-13-01',
      '2021-00-10',
      '2021-01-00',
      '0000-01-01',
    ];
    const written_otherwise = [
      '',
      '2021-3-2',
      '02-03-2021',
      '2021-03-02 ',
      '2021-03-02T00:00',
      '+2021-03-02',
    ];
    expect([...impossible, ...written_otherwise].filter(isDay)).toEqual([]);
  });

  test('a day begins at midnight in its zone', () => {
    expect(startOfDay('2021-03-02', 'Asia/Jakarta').toISOString()).toBe('2021-03-01T17:00:00.000Z');
    expect(startOfDay('2021-03-02', 'Asia/Jayapura').toISOString()).toBe('2021-03-01T15:00:00.000Z');
    expect(() => startOfDay('2021-02-30', 'Asia/Jakarta')).toThrow(RangeError);
  });

  test('a wall clock in its zone is the instant that it is written for', () => {
    expect(instantOf('2021-03-02 13:05:33', 'Asia/Jakarta').toISOString()).toBe('2021-03-02T06:05:33.000Z');
    for (const none of ['2021-03-02', '2021-03-02 13:05', '2021-02-30 13:05:33', '2021-03-02 24:00:00'])
      expect(() => instantOf(none, 'Asia/Jakarta')).toThrow(RangeError);
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const moment = dateTimeText(instant, zone);
        expect(dateTimeText(instantOf(moment, zone), zone)).toBe(moment);
      }),
    );
  });

  test('an instant lies in the range of its own day and in no other', () => {
    fc.assert(
      fc.property(instants, zones, (moment, zone) => {
        const day = dateText(moment, zone);
        const holds = (first: string, last: string) => {
          const { from, before } = dayRange(first, last, zone);
          return from <= moment && moment < before;
        };
        expect(holds(day, day)).toBe(true);
        expect(holds(addDays(day, -3), addDays(day, 3))).toBe(true);
        expect(holds(addDays(day, 1), addDays(day, 1))).toBe(false);
        expect(holds(addDays(day, -1), addDays(day, -1))).toBe(false);
      }),
    );
  });

  test('days are added across months and leap years, and taken off again', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2021-03-01', -1)).toBe('2021-02-28');
    expect(() => addDays('soon', 1)).toThrow(RangeError);
    fc.assert(
      fc.property(days, fc.integer({ min: -700, max: 700 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  test('today is the day of the zone, not of UTC', () => {
    const clock = fixedClock('2021-03-01T18:00:00Z');
    expect(today(clock, 'Asia/Jakarta')).toBe('2021-03-02');
  });
});
