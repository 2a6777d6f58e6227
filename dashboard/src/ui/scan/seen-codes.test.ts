import { expect, test } from 'vitest';
import { newCodes } from './seen-codes.ts';

test('a code that stays before the camera counts once, however slow the device is, and again after it was away', () => {
  const look = newCodes();
  expect(look(['A'], 0)).toEqual(['A']);
  expect(look(['A'], 5_000)).toEqual([]);
  // Not read in some of the pictures.
  expect(look([], 9_000)).toEqual([]);
  expect(look(['A'], 9_120)).toEqual([]);
  for (const at_ms of [9_500, 9_700, 9_900]) expect(look([], at_ms)).toEqual([]);
  expect(look(['A'], 10_100)).toEqual(['A']);
});

test('a code that is away for a moment alone is the same scan', () => {
  const look = newCodes();
  expect(look(['A'], 0)).toEqual(['A']);
  for (const at_ms of [100, 200, 300, 400]) expect(look([], at_ms)).toEqual([]);
  expect(look(['A'], 500)).toEqual([]);
});

test('of several codes in one picture each counts, and one that is empty does not', () => {
  const look = newCodes();
  expect(look(['A', 'B', 'A', ''], 0)).toEqual(['A', 'B']);
  expect(look(['B', 'C'], 100)).toEqual(['C']);
});
