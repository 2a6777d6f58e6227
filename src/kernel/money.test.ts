import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, checkedRupiah, percentOf, rupiahText, sum } from './money.ts';

const amounts = fc.maxSafeInteger();
const amounts_from_0 = fc.maxSafeNat();
const hundredths = fc.integer({ min: 0, max: 10_000 });

describe('rupiah', () => {
  test('whole amounts pass, all else is refused', () => {
    for (const amount of [0, 1, -1_000, Number.MAX_SAFE_INTEGER]) expect(checkedRupiah(amount)).toBe(amount);
    for (const broken of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => checkedRupiah(broken)).toThrow(RangeError);
    expect(Object.is(checkedRupiah(-0), 0)).toBe(true);
  });
});

describe('percentOf', () => {
  test.each([
    [100_000, 10, 10_000],
    [5, 10, 1],
    [4, 10, 0],
    [333, 50, 167],
    [999, 0, 0],
    [999, 100, 999],
    [1_000_000, 0.2, 2_000],
    [250, 0.2, 1],
    [249, 0.2, 0],
    [12_345, 12.34, 1_523],
    [-5, 10, 0],
    [-6, 10, -1],
  ])('of %d, %d percent is %d', (amount, percentage, part) => {
    expect(percentOf(amount, percentage)).toBe(part);
  });

  test('it is the exact value rounded half up, at every size', () => {
    fc.assert(
      fc.property(amounts, hundredths, (amount, part) => {
        const tens = BigInt(amount) * BigInt(part) + 5_000n;
        const floor = tens / 10_000n - (tens < 0n && tens % 10_000n !== 0n ? 1n : 0n);
        expect(percentOf(amount, part / 100)).toBe(Number(floor));
      }),
      { numRuns: 2_000 },
    );
  });

  test('it never exceeds what it is taken of', () => {
    fc.assert(
      fc.property(amounts_from_0, hundredths, (amount, part) => {
        const result = percentOf(amount, part / 100);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(amount);
      }),
    );
  });

  test('every percentage with two decimals is taken', () => {
    for (let part = 0; part <= 10_000; part += 1) {
      expect(percentOf(10_000, part / 100)).toBe(part);
      expect(percentOf(10_000, Number((part / 100).toFixed(2)))).toBe(part);
    }
  });

  test('other percentages and broken amounts are refused', () => {
    for (const percentage of [-1, -0.01, 100.01, 101, 12.345, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => percentOf(1_000, percentage)).toThrow(RangeError);
    expect(() => percentOf(0.5, 10)).toThrow(RangeError);
  });
});

describe('sum', () => {
  test('it adds exactly or refuses', () => {
    expect(sum([])).toBe(0);
    expect(sum([100_000, -1, 5])).toBe(100_004);
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sum([1, 0.5])).toThrow(RangeError);
  });
});

describe('rupiahText', () => {
  test.each([
    [0, 'Rp0'],
    [-0, 'Rp0'],
    [999, 'Rp999'],
    [1_000, 'Rp1.000'],
    [100_000, 'Rp100.000'],
    [2_413_000, 'Rp2.413.000'],
    [-1_000, '-Rp1.000'],
    [-999, '-Rp999'],
    [999_999_999_999, 'Rp999.999.999.999'],
  ])('%d is written %s', (amount, text) => {
    expect(rupiahText(amount)).toBe(text);
  });

  test('it is written as Indonesian writes amounts, and reads back', () => {
    const format = new Intl.NumberFormat('id-ID');
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(rupiahText(amount)).toBe(`${amount < 0 ? '-' : ''}Rp${format.format(Math.abs(amount))}`);
        expect(Number(rupiahText(amount).replaceAll('.', '').replace('Rp', ''))).toBe(amount + 0);
      }),
    );
  });
});

describe('allocate', () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.nat(1_000), amounts_from_0), {
    minLength: 1,
    maxLength: 30,
  });

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [5, 3, 2], [5, 3, 2]],
    [10, [0, 1, 0], [0, 10, 0]],
    [2, [1, 1, 1], [1, 1, 0]],
    [5, [0, 0], [3, 2]],
    [0, [], []],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [7, [2, 3, 9], [1, 2, 4]],
  ])('%d over %j is %j', (amount, over, parts) => {
    expect(allocate(amount, over)).toEqual(parts);
  });

  test('no rupiah is lost or added', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        const parts = allocate(amount, over);
        expect(parts).toHaveLength(over.length);
        expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(amount));
      }),
    );
  });

  test('each part is less than a rupiah away from its exact share', () => {
    fc.assert(
      fc.property(amounts_from_0, weights, (amount, over) => {
        const total = over.reduce((left, right) => left + BigInt(right), 0n);
        fc.pre(total > 0n);
        allocate(amount, over).forEach((part, index) => {
          const away = BigInt(part) * total - BigInt(amount) * BigInt(over[index] ?? 0);
          expect(away < total && away > -total).toBe(true);
        });
      }),
    );
  });

  test('equal weights get parts that differ by one rupiah at most, the first ones the larger', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 50 }), (amount, count) => {
        const parts = allocate(
          amount,
          Array.from({ length: count }, () => 7),
        );
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(parts).toEqual(parts.toSorted((left, right) => right - left));
      }),
    );
  });

  test('broken amounts and weights, and an amount over nothing, are refused', () => {
    for (const over of [[-1, 2], [0.5], [Number.NaN]]) expect(() => allocate(10, over)).toThrow(RangeError);
    expect(() => allocate(0.5, [1])).toThrow(RangeError);
    expect(() => allocate(1, [])).toThrow(RangeError);
  });
});
