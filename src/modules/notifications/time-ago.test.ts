import { expect, test } from 'vitest';
import { timeAgo } from './time-ago.ts';

const NOW = new Date('2026-03-31T12:00:00Z');
const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

test.each([
  [0, 'baru saja', 'just now'],
  [-30, 'baru saja', 'just now'],
  [59, 'baru saja', 'just now'],
  [60, '1 menit yang lalu', '1 minute ago'],
  [59 * 60 + 59, '59 menit yang lalu', '59 minutes ago'],
  [HOUR_S, '1 jam yang lalu', '1 hour ago'],
  [5 * HOUR_S + 1, '5 jam yang lalu', '5 hours ago'],
  [DAY_S, '1 hari yang lalu', '1 day ago'],
  [13 * DAY_S, '1 minggu yang lalu', '1 week ago'],
  [31 * DAY_S, '1 bulan yang lalu', '1 month ago'],
  [366 * DAY_S, '1 tahun yang lalu', '1 year ago'],
])('what was %d s ago was %s', (seconds, id, en) => {
  const moment = new Date(NOW.getTime() - seconds * 1_000);
  expect([timeAgo(moment, NOW, 'id'), timeAgo(moment, NOW, 'en')]).toEqual([id, en]);
});
