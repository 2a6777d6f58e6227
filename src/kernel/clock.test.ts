import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('the system clock tells the time of the machine', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2021-03-02T13:05:33+07:00');
  expect(clock.now().toISOString()).toBe('2021-03-02T06:05:33.000Z');
  expect(clock.now()).toEqual(clock.now());
  clock.advance(90_000);
  expect(clock.now().toISOString()).toBe('2021-03-02T06:07:03.000Z');
  clock.set(new Date('2022-01-01T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2022-01-01T00:00:00.000Z');
});

test('a caller that changes the date it got does not move a fixed clock', () => {
  const clock = fixedClock('2021-03-02T06:05:33Z');
  clock.now().setFullYear(1999);
  expect(clock.now().getUTCFullYear()).toBe(2021);
});

test('a fixed clock refuses a text that names no instant', () => {
  expect(() => fixedClock('yesterday')).toThrow(RangeError);
});
