import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';

test('only what has another value is told, with what it was and what it is', () => {
  const before = { name: 'Kaos', price_idr: 1_000, images: ['a'], sku: null, id: 7 };
  const after = { name: 'Kaos', price_idr: 1_200, images: ['a', 'b'], sku: undefined, weight_grams: 5 };
  expect(differenceOf(before, after)).toEqual({ price_idr: [1_000, 1_200], images: [['a'], ['a', 'b']] });
});
