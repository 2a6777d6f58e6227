import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPrice, type PriceRule } from './new-price.ts';

const PRICES = {
  price: 45_000,
  price_reseller: 40_000,
  price1: 0,
  price2: 0,
  price3: 0,
  price_buy: 30_000,
};
const RULE: PriceRule = {
  price: 'price',
  change: 'RAISE',
  unit: 'PERCENT',
  amount: 10,
  round_to: 1,
  rounding: 'NEAREST',
};
const made = (rule: Partial<PriceRule>, prices = PRICES) => newPrice({ ...RULE, ...rule }, prices);

test.each<[string, Partial<PriceRule>, number | undefined]>([
  ['is raised by a part of itself', {}, 49_500],
  ['is lowered by rupiah', { change: 'LOWER', unit: 'RUPIAH', amount: 5_000 }, 40_000],
  ['is set', { change: 'SET', amount: 52_000 }, 52_000],
  ['is set to nothing, which clears it', { price: 'price1', change: 'SET', amount: 0 }, 0],
  ['is a part of another one', { price: 'price1', base: 'price', change: 'LOWER', amount: 5 }, 42_750],
  ['is the same as another one', { price: 'price2', base: 'price', change: 'SET', amount: 0 }, 45_000],
  ['that is not set stays so', { price: 'price1' }, undefined],
  ['never falls to nothing', { change: 'LOWER', unit: 'RUPIAH', amount: 45_000 }, undefined],
  ['never rounds to nothing', { change: 'LOWER', amount: 90, round_to: 10_000, rounding: 'DOWN' }, undefined],
  ['rounds to the nearest', { amount: 3, round_to: 500 }, 46_500],
  ['rounds up', { amount: 3, round_to: 1_000, rounding: 'UP' }, 47_000],
  ['rounds down', { amount: 3, round_to: 1_000, rounding: 'DOWN' }, 46_000],
  ['is never more than a price can be', { unit: 'RUPIAH', amount: 999_999_999_999 }, undefined],
])('a price %s', (_, rule, expected) => {
  expect(made(rule)).toBe(expected);
});

test('a rounded price is a multiple, less than one of them away from the exact one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(1, 50, 100, 500, 1_000),
      fc.constantFrom('NEAREST' as const, 'UP' as const, 'DOWN' as const),
      (price, amount, round_to, rounding) => {
        const found = made({ amount, round_to, rounding }, { ...PRICES, price }) ?? 0;
        expect(found % round_to).toBe(0);
        // In hundredths, which are exact.
        const off = found * 100 - price * (100 + amount);
        expect(Math.abs(off)).toBeLessThan(round_to * 100);
        const sign = { NEAREST: 0, UP: 1, DOWN: -1 }[rounding];
        expect(off * sign).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
