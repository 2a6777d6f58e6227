import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedWholeNumber, wholeNumber } from './whole-number.ts';

test.each<[string | number, number]>([
  [1_250, 1_250],
  [0, 0],
  ['1250', 1_250],
  ['1.250', 1_250],
  ['1,250', 1_250],
  ['1.250.000', 1_250_000],
  ['1,250,000', 1_250_000],
  ['Rp1.250.000', 1_250_000],
  ['Rp. 1.250.000,00', 1_250_000],
  ['IDR 1,250,000.00', 1_250_000],
  ['1.250,-', 1_250],
  ['1250,00', 1_250],
  ['1250.0', 1_250],
  ['1 250 000', 1_250_000],
  ['007', 7],
])('%j is %d', (cell, number) => {
  expect(wholeNumber(cell)).toBe(number);
});

test.each([
  -1,
  1.5,
  1e300,
  '',
  'lima',
  '12,5',
  '1.25',
  '1.2500',
  '1.250.00',
  '1.25,000',
  '-3',
  '1e3',
  '0x10',
])('%j is refused: it is no whole number, or could mean another', (cell) => {
  expect(wholeNumber(cell)).toBeUndefined();
});

test('a number as Indonesia and as America write it is read back the same', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.constantFrom('id-ID', 'en-US'), (number, locale) => {
      expect(wholeNumber(number.toLocaleString(locale))).toBe(number);
    }),
  );
});

test.each<[string | number, number]>([
  [-12_000, -12_000],
  ['-12.000', -12_000],
  ['- 12.000', -12_000],
  ['Rp -12.000', -12_000],
  ['-Rp12.000', -12_000],
  ['- Rp. 12.000,00', -12_000],
  ['12.000-', -12_000],
  ['\u2212 12.000', -12_000],
  ['\u201312.000', -12_000],
  ['(12.000)', -12_000],
  ['(Rp 12.000,00)', -12_000],
  ['Rp (12,000)', -12_000],
  ['-12.000,-', -12_000],
  ['12.000,-', 12_000],
  ['Rp 1.250.000,00', 1_250_000],
  ['1,250,000.00', 1_250_000],
  ['0', 0],
])('%j is %d, with its sign', (cell, number) => {
  expect(signedWholeNumber(cell)).toBe(number);
});

test.each(['--5', '-12.000-', '(-5)', '-', '()', '12,5', '-12.5', '5-6', 'Rp', -1.5])(
  '%j is refused, with a sign too',
  (cell) => {
    expect(signedWholeNumber(cell)).toBeUndefined();
  },
);
