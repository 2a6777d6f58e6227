import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  boolean,
  date,
  email,
  id,
  integer,
  list,
  oneOf,
  optional,
  phone,
  rupiah,
  text,
  withDefault,
  yesNo,
} from './input.ts';
import { fieldErrors } from './validation-messages.ts';

const sentences = (...input: Parameters<typeof fieldErrors>) => fieldErrors(...input).fields;

const RULES: Record<string, { en: string; id: string }> = {
  too_late: {
    en: 'The {field} must be before {limit}. {unknown}',
    id: '{field} harus sebelum {limit}. {unknown}',
  },
};

/** The errors of one value under the name `qty`, in both languages. */
function errorsOf(schema: z.ZodType, value: unknown): { en: unknown; id: unknown } {
  const { error } = z.object({ qty: schema }).safeParse({ qty: value });
  const of = (language: 'en' | 'id') =>
    sentences(error?.issues ?? [], language, (code) => RULES[code]?.[language]);
  return { en: of('en')['qty']?.join(' '), id: of('id')['qty']?.join(' ') };
}

const required = ['The qty field is required.', 'qty wajib diisi.'] as const;
const whole = [
  'The qty must be a whole number, in digits only, for example 10.',
  'qty harus berupa bilangan bulat dan hanya berisi angka, misalnya 10.',
] as const;
const amount = [
  'The qty must be an amount in whole rupiah, in digits only, for example 10000 (without Rp, dots or commas).',
  'qty harus berupa jumlah rupiah dan hanya berisi angka, misalnya 10000 (tanpa Rp, titik, atau koma).',
] as const;
const truth = [
  'The qty must be true or false (also accepted: 1, 0, Y, N).',
  'qty harus true atau false (1, 0, Y, dan N juga diterima).',
] as const;
const plain = ['The qty must be a string.', 'qty harus berupa teks.'] as const;
const listed = ['The qty must be a list.', 'qty harus berupa daftar.'] as const;
const object = ['The qty must be an object.', 'qty harus berupa objek.'] as const;

describe('every refusal of a reader is a sentence in both languages', () => {
  test.each<[string, z.ZodType, unknown, string, string]>([
    ['absent', integer(), undefined, ...required],
    ['null', integer(), null, ...required],
    ['blank', text({ max: 5 }), ' ', ...required],
    ['absent choice', oneOf(['S', 'R']), undefined, ...required],
    ['absent list', list(id(), { max: 2 }), undefined, ...required],
    ['absent object', z.object({}), undefined, ...required],
    ['null object', z.object({}), null, ...required],
    ['no number', integer(), 'x', ...whole],
    ['a fraction', integer(), 1.5, ...whole],
    ['too small a number', integer({ min: 1 }), 0, 'The qty must be at least 1.', 'qty minimal 1.'],
    ['too large a number', integer({ max: 9 }), 10, 'The qty must be at most 9.', 'qty maksimal 9.'],
    ['beyond exact integers', integer({ max: 9 }), 1e300, 'The qty must be at most 9.', 'qty maksimal 9.'],
    ['below exact integers', integer({ min: 1 }), -1e300, 'The qty must be at least 1.', 'qty minimal 1.'],
    ['no id', id(), 0, 'The qty must be at least 1.', 'qty minimal 1.'],
    ['Rp10.000', rupiah(), 'Rp10.000', ...amount],
    ['10.000', rupiah(), '10.000', ...amount],
    ['too much', rupiah({ max: 500 }), 501, 'The qty must be at most 500.', 'qty maksimal 500.'],
    ['no boolean', boolean(), 'maybe', ...truth],
    ['no yes or no', yesNo(), 2, ...truth],
    [
      'no choice',
      oneOf(['N', 'Y', 'D', '1', '2', '3']),
      'X',
      'The qty must be one of: N, Y, D, 1, 2, 3.',
      'qty harus salah satu dari: N, Y, D, 1, 2, 3.',
    ],
    ['no text', text({ max: 5 }), {}, ...plain],
    [
      'too short',
      text({ min: 3, max: 5 }),
      'ab',
      'The qty must be at least 3 characters.',
      'qty minimal 3 karakter.',
    ],
    [
      'too long',
      text({ max: 5 }),
      'abcdef',
      'The qty must be at most 5 characters.',
      'qty maksimal 5 karakter.',
    ],
    [
      'longer than one',
      text({ max: 1 }),
      'ab',
      'The qty must be at most 1 character.',
      'qty maksimal 1 karakter.',
    ],
    [
      'NUL',
      text({ max: 5 }),
      'a\u0000b',
      'The qty contains control characters, which are not allowed.',
      'qty mengandung karakter kontrol yang tidak diperbolehkan.',
    ],
    [
      'no email',
      email(),
      'juragan',
      'The qty must be an email address, for example name@example.com.',
      'qty harus berupa alamat email, misalnya nama@example.com.',
    ],
    ['no text for an email', email(), 5, ...plain],
    [
      'no phone',
      phone(),
      '12',
      'The qty must be a phone number of 8 to 15 digits, for example 081234567890 or +6281234567890.',
      'qty harus berupa nomor telepon 8 sampai 15 angka, misalnya 081234567890 atau +6281234567890.',
    ],
    [
      'no day',
      date(),
      '2021-02-30',
      'The qty must be a valid date in the format yyyy-mm-dd, from 2000-01-01 to 2100-12-31.',
      'qty harus berupa tanggal yang valid dengan format yyyy-mm-dd, dari 2000-01-01 sampai 2100-12-31.',
    ],
    ['no list', list(z.object({}), { max: 2 }), 'abc', ...listed],
    [
      'too few items',
      list(id(), { min: 1, max: 2 }),
      [],
      'The qty must have at least 1 item.',
      'qty minimal 1 item.',
    ],
    [
      'too many items',
      list(id(), { max: 2 }),
      [1, 2, 3],
      'The qty must have at most 2 items.',
      'qty maksimal 2 item.',
    ],
    ['wrong behind optional', optional(integer()), 'x', ...whole],
    ['wrong behind a default', withDefault(integer(), 1), 'x', ...whole],
  ])('%s', (_case, schema, value, en, id) => {
    expect(errorsOf(schema, value)).toEqual({ en, id });
  });
});

describe('every issue of a plain zod schema is a sentence in both languages', () => {
  test.each<[string, z.ZodType, unknown, string, string]>([
    ['number', z.number(), 'x', 'The qty must be a number.', 'qty harus berupa angka.'],
    ['int', z.int(), 1.5, 'The qty must be a whole number.', 'qty harus berupa bilangan bulat.'],
    ['string', z.string(), 1, ...plain],
    ['boolean', z.boolean(), 1, 'The qty must be true or false.', 'qty harus true atau false.'],
    ['array', z.array(z.any()), 'x', ...listed],
    ['object', z.object({}), 'x', ...object],
    ['record', z.record(z.string(), z.any()), 'x', ...object],
    ['literal', z.literal(7), 8, 'The qty must be one of: 7.', 'qty harus salah satu dari: 7.'],
    ['more than', z.number().gt(1), 1, 'The qty must be more than 1.', 'qty harus lebih dari 1.'],
    ['less than', z.number().lt(1), 1, 'The qty must be less than 1.', 'qty harus kurang dari 1.'],
    [
      'exactly',
      z.string().length(3),
      'ab',
      'The qty must be exactly 3 characters.',
      'qty harus tepat 3 karakter.',
    ],
    [
      'multiple',
      z.number().multipleOf(500),
      1,
      'The qty must be a multiple of 500.',
      'qty harus kelipatan 500.',
    ],
    [
      'url',
      z.url(),
      'x',
      'The qty must be a URL, for example https://example.com.',
      'qty harus berupa URL, misalnya https://example.com.',
    ],
    ['pattern', z.string().regex(/a/), 'b', 'The qty is invalid.', 'qty tidak valid.'],
    ['other type', z.date(), 'b', 'The qty is invalid.', 'qty tidak valid.'],
    ['union', z.union([z.string(), z.boolean()]), 5, 'The qty is invalid.', 'qty tidak valid.'],
    ['map key', z.map(z.string(), z.any()), new Map([[{}, 1]]), 'The qty is invalid.', 'qty tidak valid.'],
    [
      'map element',
      z.map(z.any(), z.string()),
      new Map([[{}, 1]]),
      'The qty is invalid.',
      'qty tidak valid.',
    ],
  ])('%s', (_case, schema, value, en, id) => {
    expect(errorsOf(schema, value)).toEqual({ en, id });
  });

  test('a field that is not known is named', () => {
    const { error } = z.object({ a: z.strictObject({}) }).safeParse({ a: { slip: 1, other: 2 } });
    expect(sentences(error?.issues ?? [], 'en', () => undefined)).toEqual({
      'a.slip': ['Unknown field: a.slip.'],
      'a.other': ['Unknown field: a.other.'],
    });
    expect(sentences(error?.issues ?? [], 'id', () => undefined)).toMatchObject({
      'a.slip': ['Kolom a.slip tidak dikenal.'],
    });
  });
});

describe('our own rules', () => {
  test('a rule is told by the text of its code, with its values filled in', () => {
    const schema = integer().refine(() => false, { params: { code: 'too_late', limit: 5 } });
    expect(errorsOf(schema, 1)).toEqual({
      en: 'The qty must be before 5. {unknown}',
      id: 'qty harus sebelum 5. {unknown}',
    });
  });

  test('a rule without a known code still refuses its field', () => {
    for (const params of [undefined, {}, { code: 'no_such_code' }, { code: 5 }])
      expect(
        errorsOf(
          integer().refine(() => false, params && { params }),
          1,
        ),
      ).toEqual({
        en: 'The qty is invalid.',
        id: 'qty tidak valid.',
      });
  });

  test('a rule about an absent value is not mistaken for a required field', () => {
    const schema = optional(integer()).refine((value) => value !== undefined, {
      params: { code: 'too_late', limit: 5 },
    });
    expect(errorsOf(schema, undefined).id).toBe('qty harus sebelum 5. {unknown}');
  });
});

test('every field at fault is reported, each with all its faults and none twice', () => {
  const schema = z.object({
    customer_id: id(),
    payment: z.object({ amount: rupiah(), date: date() }),
    products: list(z.object({ id: id(), qty: integer({ min: 1 }), note: text({ max: 3 }) }), {
      min: 1,
      max: 9,
    }),
  });
  const { error } = schema.safeParse({
    payment: { amount: '10.000' },
    products: [{ id: 1, qty: 0, note: 'a\u0000bcd' }, { id: 'x' }],
  });
  expect(sentences(error?.issues ?? [], 'en', () => undefined)).toEqual({
    customer_id: ['The customer_id field is required.'],
    'payment.amount': [amount[0].replace('qty', 'payment.amount')],
    'payment.date': ['The payment.date field is required.'],
    'products.0.qty': ['The products.0.qty must be at least 1.'],
    'products.0.note': [
      'The products.0.note contains control characters, which are not allowed.',
      'The products.0.note must be at most 3 characters.',
    ],
    'products.1.id': [whole[0].replace('qty', 'products.1.id')],
    'products.1.qty': ['The products.1.qty field is required.'],
    'products.1.note': ['The products.1.note field is required.'],
  });
  expect(
    sentences([...(error?.issues ?? []), ...(error?.issues ?? [])], 'id', () => undefined),
  ).toMatchObject({
    'payment.date': ['payment.date wajib diisi.'],
  });
});

test('an input that is wrong as a whole is named so', () => {
  const { error } = z.object({}).safeParse('x');
  expect(sentences(error?.issues ?? [], 'en', () => undefined)).toEqual({
    input: ['The input must be an object.'],
  });
});

test('no refused value goes without a sentence that names its field', () => {
  const schema = z.object({
    a: integer({ min: 1 }),
    b: rupiah(),
    c: boolean(),
    d: oneOf(['S', 'R']),
    e: text({ min: 2, max: 3 }),
    f: email(),
    g: phone(),
    h: date(),
    i: list(integer(), { min: 1, max: 2 }),
  });
  const fields = Object.keys(schema.shape);
  fc.assert(
    fc.property(fc.record(Object.fromEntries(fields.map((name) => [name, fc.anything()]))), (input) => {
      const { error } = schema.safeParse(input);
      for (const language of ['en', 'id'] as const) {
        const errors = sentences(error?.issues ?? [], language, () => undefined);
        const at_fault = new Set(error?.issues.map((issue) => issue.path.join('.')));
        expect(new Set(Object.keys(errors))).toEqual(at_fault);
        for (const [field, sentences] of Object.entries(errors))
          for (const sentence of sentences) expect(sentence).toContain(field);
      }
    }),
  );
});
