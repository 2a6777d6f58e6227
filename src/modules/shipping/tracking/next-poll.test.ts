import { expect, test } from 'vitest';
import { nextPoll } from './next-poll.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const now = new Date('2026-03-10T05:00:00Z');
const started_at = new Date(now.getTime() - DAY_MS);

const hoursUntil = (state: Partial<Parameters<typeof nextPoll>[1]>) => {
  const next = nextPoll(now, { started_at, ended_at: null, unchanged: 0, failures: 0, ...state });
  return next === null ? null : (next.getTime() - now.getTime()) / HOUR_MS;
};

test('a parcel on the way is asked of every half hour, and less often while nothing changes', () => {
  expect([0, 1, 2, 3, 4, 99].map((unchanged) => hoursUntil({ unchanged }))).toEqual([0.5, 1, 2, 4, 6, 6]);
});

test('a vendor that fails is asked half as often each time, and once a day at least', () => {
  expect([1, 2, 3, 4, 5, 6, 99].map((failures) => hoursUntil({ failures }))).toEqual([
    1, 2, 4, 8, 16, 24, 24,
  ]);
});

test('asking ends a week after the way has ended, and 60 days after it began', () => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  expect(hoursUntil({ ended_at: ago(1) })).toBe(24);
  expect(hoursUntil({ ended_at: ago(7) })).toBeNull();
  expect(hoursUntil({ started_at: ago(59.9) })).toBe(0.5);
  expect(hoursUntil({ started_at: ago(60) })).toBeNull();
});
