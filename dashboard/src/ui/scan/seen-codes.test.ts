import { expect, test } from 'vitest';
import { newCodes } from './seen-codes.ts';

test('a code that stays before the camera counts once, and again after it was away', () => {
  const look = newCodes();
  expect(look(['A'], 0)).toEqual(['A']);
  expect(look(['A'], 120)).toEqual([]);
  // Not read in some of the pictures.
  expect(look([], 240)).toEqual([]);
  expect(look(['A'], 600)).toEqual([]);
  expect(look(['A'], 1_301)).toEqual(['A']);
});

test('of several codes in one picture each counts, and one that is empty does not', () => {
  const look = newCodes();
  expect(look(['A', 'B', 'A', ''], 0)).toEqual(['A', 'B']);
  expect(look(['B', 'C'], 100)).toEqual(['C']);
});
