import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePhone, phoneSearchDigits } from './phone.ts';

/** National numbers without the 0, as 81234567890. */
const mobiles = fc
  .tuple(
    fc.constantFrom('811', '812', '813', '852', '857', '877', '881', '895', '899'),
    fc.stringMatching(/^\d{6,9}$/),
  )
  .map((parts) => parts.join(''));

const writings = fc
  .tuple(
    fc.constantFrom(
      '+62',
      '+62 ',
      '+62 (0)',
      '62',
      '62-',
      '62 0',
      '62 (0)',
      '620',
      '0',
      '(0)',
      '',
      '0062 ',
      '\u202a+62 ',
      'tel:+62',
      'tel:0',
      '‘0',
      '‘62 0',
    ),
    mobiles,
    fc.infiniteStream(fc.constantFrom('', '', ' ', '-', '.', '\u00a0', '–')),
  )
  .map(([prefix, number, marks]) => ({
    number,
    written: prefix + Array.from(number, (digit) => digit + String(marks.next().value)).join(''),
  }));

describe('normalisePhone', () => {
  test.each([
    ['081234567890', '6281234567890'],
    ['81234567890', '6281234567890'],
    ['6281234567890', '6281234567890'],
    ['+6281234567890', '6281234567890'],
    ['+62 812-3456-7890', '6281234567890'],
    ['+62 (0) 812 3456 7890', '6281234567890'],
    ['+62 0812 3456 7890', '6281234567890'],
    ['62081234567890', '6281234567890'],
    ['006281234567890', '6281234567890'],
    [' 0812.3456.7890 ', '6281234567890'],
    ["'081234567890", '6281234567890'],
    ['‘081234567890', '6281234567890'],
    ['tel:+62-812-3456-7890', '6281234567890'],
    ['TEL:081234567890', '6281234567890'],
    ['62 0812 3456 7890', '6281234567890'],
    ['62 (0)812 3456 7890', '6281234567890'],
    ['\u202a+62 812‑3456‑7890\u202c', '6281234567890'],
    ['０８１２３４５６７８９０', '6281234567890'],
    ['0812345678', '62812345678'],
    ['08123445566', '628123445566'],
    ['(0341) 551234', '62341551234'],
    ['[021] 5551 2345', '622155512345'],
    ['0800 1 401 234', '628001401234'],
    ['+1 (202) 555-0123', '12025550123'],
    ['+65 6123 4567', '6561234567'],
    ['+852 5123 4567', '85251234567'],
    ['+60 12-345 6789', '60123456789'],
    ['0065 6123 4567', '6561234567'],
    ['6561234567', '6561234567'],
  ])('"%s" is kept as %s', (written, stored) => {
    expect(normalisePhone(written)).toBe(stored);
  });

  test.each([
    '',
    ' ',
    '-',
    '+',
    '0',
    '62',
    'abc',
    '0812abc45678',
    '6.28123E+11',
    '08123/08124567',
    '081234567890 ext 12',
    '++6281234567890',
    '62+81234567890',
    '081234',
    '551234',
    '12345678',
    '+1234567',
    '0000000000',
    '+00000000000',
    '62000000000',
    '08123456789012345',
    '+1234567890123456',
    '0812345678,0812345679',
    '٠٨١٢٣٤٥٦٧٨٩٠',
    'tel:',
    'telp 081234567890',
  ])('"%s" is no phone number', (written) => {
    expect(normalisePhone(written)).toBeUndefined();
  });

  test('an Indonesian number is kept the same however it is written', () => {
    fc.assert(
      fc.property(writings, ({ number, written }) => {
        expect(normalisePhone(written)).toBe(`62${number}`);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['85251234567', '85251234567', '85251234567'],
    ['8525 123-4567', '85251234567', '85251234567'],
    ['085251234567', '85251234567', '6285251234567'],
    ['81234567890', '85251234567', '6281234567890'],
    ['81234567890', '6281234567890', '6281234567890'],
  ])('"%s" in place of %s is kept as %s', (written, present, stored) => {
    expect(normalisePhone(written, present)).toBe(stored);
  });

  test('a kept number has 8 to 15 digits and reads back as itself', () => {
    const any = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\+?[\d .()-]{0,20}$/),
      writings.map((w) => w.written),
    );
    fc.assert(
      fc.property(any, (written) => {
        const stored = normalisePhone(written);
        fc.pre(stored !== undefined);
        expect(stored).toMatch(/^[1-9]\d{7,14}$/);
        expect(normalisePhone(`+${stored}`)).toBe(stored);
        // Without the plus, what only a plus tells apart does not read back.
        const needs_plus = !stored.startsWith('62') && (stored.startsWith('8') || stored.length < 10);
        expect(normalisePhone(needs_plus ? `+${stored}` : stored)).toBe(stored);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('phoneSearchDigits', () => {
  test.each([
    ['0812', '812'],
    ['0812-34', '81234'],
    ['+62 812', '62812'],
    ['+62 (0)812', '62812'],
    ['62812', '62812'],
    ['62 0', '62'],
    ['62 08', '628'],
    ['62 0812', '62812'],
    ['62 (0)812', '62812'],
    ['62-0812', '62812'],
    ['620812', '812'],
    ['6208', '6208'],
    ['tel:+62812', '62812'],
    ['‘0812', '812'],
    ['(0341', '341'],
    ['7890', '7890'],
    ['0123', '123'],
    ['0', '0'],
    ['+1 202', '1202'],
  ])('"%s" is looked for as %s', (written, digits) => {
    expect(phoneSearchDigits(written)).toBe(digits);
  });

  test.each(['', 'Budi', 'Toko 21', '+', 'JP123'])('"%s" is no part of a phone number', (written) => {
    expect(phoneSearchDigits(written)).toBeUndefined();
  });

  test('a whole number in any writing finds the kept one', () => {
    fc.assert(
      fc.property(writings, ({ number, written }) => {
        expect(`62${number}`).toContain(phoneSearchDigits(written));
      }),
    );
  });

  test('any part of the digits finds the kept number', () => {
    fc.assert(
      fc.property(mobiles, fc.nat(14), fc.integer({ min: 1, max: 14 }), (number, start, count) => {
        const part = `0${number}`.slice(start, start + count);
        fc.pre(part !== '' && part !== '0');
        expect(`62${number}`).toContain(phoneSearchDigits(part));
      }),
    );
  });
});
