import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../limits.ts';
import {
  aliases,
  boolean,
  clearable,
  date,
  email,
  emptiable,
  id,
  integer,
  list,
  moment,
  oneOf,
  optional,
  phone,
  rupiah,
  text,
  withDefault,
  yesNo,
} from './input.ts';

/** What a schema makes of a value; of a refused one the codes and formats of its issues. */
function read(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return { refused: result.error.issues.map((issue) => ('format' in issue ? issue.format : issue.code)) };
}

const refused = (...reasons: string[]) => ({ refused: reasons });

const EVERY_BUILDER: Record<string, () => z.ZodType> = {
  integer: () => integer(),
  id,
  rupiah: () => rupiah(),
  boolean,
  yesNo,
  oneOf: () => oneOf(['S', 'R', 'PO']),
  text: () => text({ max: 10 }),
  email,
  moment,
  phone,
  date,
  list: () => list(integer(), { max: 3 }),
  'list of objects': () => list(z.object({ id: id() }), { max: 3 }),
};

describe('every reader', () => {
  test.each(Object.entries(EVERY_BUILDER))(
    '%s takes an absent, null or blank field for missing',
    (_name, build) => {
      const schema = z.object({ field: build() });
      for (const input of [{}, { field: undefined }, { field: null }, { field: '' }, { field: ' \t\n' }]) {
        const { error } = schema.safeParse(input);
        expect(error?.issues.map((issue) => issue.path)).toEqual([['field']]);
      }
    },
  );

  test.each(Object.entries(EVERY_BUILDER))(
    '%s may be optional, have a default, or be cleared',
    (_name, build) => {
      const schema = z.object({
        optional: optional(build()),
        filled: withDefault(build(), 'the default'),
        clearable: clearable(build()),
      });
      expect(schema.parse({})).toEqual({ filled: 'the default' });
      for (const blank of [null, '', '  '])
        expect(schema.parse({ optional: blank, filled: blank, clearable: blank })).toEqual({
          filled: 'the default',
          clearable: null,
        });
    },
  );

  test.each(Object.entries(EVERY_BUILDER))(
    '%s never throws and never gives what its schema forbids',
    (_name, build) => {
      const schema = build();
      fc.assert(
        fc.property(fc.anything(), (value) => {
          const result = schema.safeParse(value);
          // What was read reads back as itself: nothing changes when an answer is sent again.
          expect(result.success ? schema.parse(result.data) : undefined).toEqual(result.data);
        }),
      );
    },
  );

  test('wrapped readers still refuse what is wrong', () => {
    expect(read(optional(integer()), 'x')).toEqual(refused('integer'));
    expect(read(withDefault(integer({ max: 5 }), 1), 6)).toEqual(refused('too_big'));
    expect(read(clearable(date()), 'soon')).toEqual(refused('day'));
  });

  test('types of what is read are exact', () => {
    const schema = z.object({
      type: oneOf(['S', 'PO']),
      note: optional(text({ max: 5 })),
      page: withDefault(integer(), 1),
      email: clearable(email()),
      ids: list(id(), { max: 2 }),
    });
    const value: {
      type: 'S' | 'PO';
      note?: string | undefined;
      page: number;
      email?: string | null | undefined;
      ids: number[];
    } = schema.parse({ type: 's', ids: '7' });
    expect(value).toEqual({ type: 'S', page: 1, ids: [7] });
  });
});

describe('numbers', () => {
  test.each([
    [10, 10],
    ['10', 10],
    [' 10 ', 10],
    ['-5', -5],
    ['007', 7],
    ['-0', 0],
    [-0, 0],
    [10.0, 10],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('integer reads %j as %d', (value, number) => {
    expect(integer().parse(value)).toBe(number);
  });

  test.each([10.5, '10.0', '10.000', '10,5', '1e3', '+5', '0x10', '1 000', 'Rp10', 'abc', true, [1], {}])(
    'integer refuses %j',
    (value) => {
      expect(read(integer(), value)).toEqual(refused('integer'));
    },
  );

  test('bounds are held, also beyond the exact integers', () => {
    expect(read(integer({ min: 1, max: 9 }), '0')).toEqual(refused('too_small'));
    expect(read(integer({ min: 1, max: 9 }), 10)).toEqual(refused('too_big'));
    for (const value of ['9007199254740993', 1e300, '9'.repeat(400)])
      expect(integer().safeParse(value).success).toBe(false);
    expect(read(id(), 0)).toEqual(refused('too_small'));
    expect(id().parse('1')).toBe(1);
  });

  test('every exact integer is read, as number and as text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(integer().parse(value)).toBe(value + 0);
        expect(integer().parse(` ${value} `)).toBe(value + 0);
      }),
    );
  });

  test('rupiah takes whole amounts only, and never guesses at dots', () => {
    expect(rupiah().parse('10000')).toBe(10_000);
    expect(rupiah().parse(0)).toBe(0);
    expect(rupiah().parse(999_999_999_999)).toBe(999_999_999_999);
    for (const value of ['Rp10.000', '10.000', '10,000', '10000.00', 10_000.5, '1e4'])
      expect(read(rupiah(), value)).toEqual(refused('rupiah'));
    expect(read(rupiah(), -1)).toEqual(refused('too_small'));
    expect(read(rupiah({ min: 1 }), 0)).toEqual(refused('too_small'));
    expect(read(rupiah(), '1000000000000')).toEqual(refused('too_big'));
    expect(read(rupiah({ max: 500 }), 501)).toEqual(refused('too_big'));
  });
});

describe('booleans and choices', () => {
  test('booleans are read in every writing that clients use', () => {
    for (const schema of [boolean(), yesNo()]) {
      for (const value of [true, 'true', 'TRUE', 1, '1', 'Y', 'y', ' y '])
        expect(schema.parse(value)).toBe(true);
      for (const value of [false, 'false', 'False', 0, '0', 'N', 'n'])
        expect(schema.parse(value)).toBe(false);
      for (const value of ['maybe', 2, -1, [], [true], {}])
        expect(read(schema, value)).toEqual(refused('boolean'));
    }
  });

  test('a choice is read in any letter case and given as it is documented', () => {
    const schema = oneOf(['S', 'PO', 'NO AWB', '1', 'Mixed']);
    const given = ['s', ' po ', 'no awb', 1, '1', 'MIXED'];
    expect(given.map((value) => schema.parse(value))).toEqual(['S', 'PO', 'NO AWB', '1', '1', 'Mixed']);
    for (const value of ['X', 'NO  AWB', 2, true, ['S'], {}, 'constructor', '__proto__'])
      expect(schema.safeParse(value).error?.issues).toMatchObject([
        { code: 'invalid_value', values: ['S', 'PO', 'NO AWB', '1', 'Mixed'] },
      ]);
  });
});

describe('texts', () => {
  test('texts are trimmed, and numbers are taken as text', () => {
    const schema = text({ max: 20 });
    expect(schema.parse('  Toko Budi \n')).toBe('Toko Budi');
    expect(schema.parse(812_345_678)).toBe('812345678');
    expect(schema.parse(12.5)).toBe('12.5');
    // The digits of a number past 2^53 are lost already: an AWB number must not change silently.
    for (const value of [2 ** 60, true, [], ['a'], {}]) expect(read(schema, value)).toEqual(refused('text'));
  });

  test('lengths count characters, not UTF-16 units', () => {
    const schema = text({ min: 2, max: 3 });
    expect(schema.parse('😀😀😀')).toBe('😀😀😀');
    expect(read(schema, '😀😀😀😀')).toEqual(refused('too_big'));
    expect(read(schema, '😀')).toEqual(refused('too_small'));
  });

  test('NUL and other control characters are refused', () => {
    const schema = text({ max: 20, multiline: true });
    for (const value of ['a\u0000b', '\u0000', 'a\u001bb', 'a\u007fb', 'a\bb'])
      expect(read(schema, value)).toEqual(refused('characters'));
  });

  test('halves of broken characters are replaced, so that the database can store the rest', () => {
    expect(text({ max: 20 }).parse('a\ud83db\ude00')).toBe('a\ufffdb\ufffd');
  });

  test('line ends become one kind, and spaces in a text of one line', () => {
    const written = 'a\r\nb\rc\nd\u2028e\tf';
    expect(text({ max: 20, multiline: true }).parse(written)).toBe('a\nb\nc\nd\ne\tf');
    expect(text({ max: 20 }).parse(written)).toBe('a b c d e f');
  });

  test('all faults of a text are told together', () => {
    expect(read(text({ max: 3 }), 'a\u0000bcd')).toEqual(refused('characters', 'too_big'));
  });

  test('a text that was read can be stored: well-formed, without NUL, within its length', () => {
    const schema = text({ max: 30, multiline: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
        const result = schema.safeParse(written);
        const value = result.data ?? 'x';
        expect(value.isWellFormed()).toBe(true);
        expect(value).not.toContain('\u0000');
        expect(value.trim()).toBe(value);
        expect(Array.from(value).length).toBeLessThanOrEqual(30);
      }),
    );
  });
});

describe('emails, phones, days', () => {
  test('emails are checked and given in lower case', () => {
    expect(email().parse(' Juragan@Ngorder.ID ')).toBe('juragan@ngorder.id');
    for (const value of ['juragan', 'a@b', 'a b@example.com', 'a@example.com\u0000', '@example.com'])
      expect(read(email(), value)).toEqual(refused('email'));
    expect(read(email(), 12)).toEqual(refused('text'));
    expect(read(email(), `${'a'.repeat(60)}@${'b.'.repeat(100)}com`)).toEqual(refused('too_big'));
  });

  test('phones are given as they are kept, however written', () => {
    for (const value of ['0812-3456-7890', '+62 812 3456 7890', 81_234_567_890, 6_281_234_567_890])
      expect(phone().parse(value)).toBe('6281234567890');
    for (const value of ['12', 'abc', 8.5, true, {}]) expect(read(phone(), value)).toEqual(refused('phone'));
  });

  test('only real days of the years 2000 to 2100 are days', () => {
    for (const day of ['2000-01-01', '2024-02-29', '2100-12-31']) expect(date().parse(` ${day} `)).toBe(day);
    const wrong = [
      '2021-02-30',
      '1999-12-31',
      '2101-01-01',
      '2021-3-2',
      '02/03/2021',
      '2021-03-02 10:00',
      20_210_302,
    ];
    for (const value of wrong) expect(read(date(), value)).toEqual(refused('day'));
  });

  test('moments are real days with real times, given with seconds', () => {
    expect(moment().parse(' 2024-02-29 23:59 ')).toBe('2024-02-29 23:59:00');
    expect(moment().parse('2024-02-29 00:00:59')).toBe('2024-02-29 00:00:59');
    const wrong = [
      '2021-02-29 10:00',
      '2021-03-02',
      '2021-03-02 24:00',
      '2021-03-02 9:00',
      '2021-03-02 10:60',
      '2021-03-02T10:00',
      '2021-03-02 10:00:60',
      '1999-12-31 10:00',
      20_210_302,
    ];
    for (const value of wrong) expect(read(moment(), value)).toEqual(refused('moment'));
  });
});

test('a field that may be empty must be there all the same', () => {
  const schema = z.object({ end_date: emptiable(date()) });
  for (const end_date of [null, '', ' ']) expect(schema.parse({ end_date })).toEqual({ end_date: null });
  expect(schema.parse({ end_date: '2021-03-02' })).toEqual({ end_date: '2021-03-02' });
  expect(schema.safeParse({}).success).toBe(false);
});

describe('lists', () => {
  test('a list comes as a list, as an object with indexes, or as a single plain value', () => {
    const schema = list(integer(), { max: 3 });
    expect(schema.parse(['1', 2])).toEqual([1, 2]);
    expect(schema.parse({ 1: '20', 0: '10' })).toEqual([10, 20]);
    expect(schema.parse('7')).toEqual([7]);
    expect(schema.parse([])).toEqual([]);
    expect(schema.parse({})).toEqual([]);
    expect(read(schema, { a: 1 })).toEqual(refused('list'));
  });

  test('a single object or value is no list of objects', () => {
    const schema = list(z.object({ id: id() }), { max: 3 });
    expect(schema.parse({ 0: { id: 1 } })).toEqual([{ id: 1 }]);
    expect(read(schema, { id: 1 })).toEqual(refused('list'));
    expect(read(schema, 'abc')).toEqual(refused('list'));
    expect(read(list(optional(aliases(z.object({ id: id() }), {})), { max: 3 }), 'abc')).toEqual(
      refused('list'),
    );
  });

  test('every item at fault is reported with its place', () => {
    const { error } = z
      .object({ products: list(z.object({ qty: integer({ min: 1 }) }), { max: 9 }) })
      .safeParse({
        products: [{ qty: 0 }, { qty: 1 }, {}, { qty: 'x' }],
      });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'products.0.qty',
      'products.2.qty',
      'products.3.qty',
    ]);
  });

  test('too few and too many items are refused, the latter before any item is read', () => {
    let reads = 0;
    const counting = z.preprocess((value) => {
      reads += 1;
      return value;
    }, z.any());
    expect(read(list(counting, { max: 100 }), Array.from({ length: 100_000 }))).toEqual(refused('too_big'));
    expect(reads).toBe(0);
    expect(read(list(integer(), { min: 1, max: 3 }), [])).toEqual(refused('too_small'));
  });
});

test('a list stops where very many faults were found, whether or not it may wait', async () => {
  const schema = z.object({ lines: list(z.object({ qty: integer() }), { max: 20_000 }) });
  const input = { lines: Array.from({ length: 20_000 }, () => ({ qty: 'x' })) };
  for (const result of [schema.safeParse(input), await schema.safeParseAsync(input)]) {
    expect(result.error?.issues).toHaveLength(limits.faults_counted);
    expect(result.error?.issues[7]?.path).toEqual(['lines', 7, 'qty']);
  }
});

test('a long list lets others have their turn while it is read', async () => {
  const schema = z.object({ lines: list(z.object({ qty: integer() }), { max: 20_000 }) });
  const input = { lines: Array.from({ length: 20_000 }, (_, at) => ({ qty: String(at) })) };
  let turns = 0;
  let is_reading = true;
  const turn = () => {
    turns += 1;
    if (is_reading) setImmediate(turn);
  };
  setImmediate(turn);
  const began = performance.now();
  const { data } = await schema.safeParseAsync(input);
  is_reading = false;
  expect(data?.lines.at(-1)).toEqual({ qty: 19_999 });
  // Slices of 8 ms, and what a step takes beyond that; a busy machine is given more.
  expect((performance.now() - began) / turns).toBeLessThan(process.env['QUIET'] === '1' ? 40 : 80);
});

describe('aliases', () => {
  const schema = aliases(z.object({ address: text({ max: 20 }) }), { address: ['addess', 'adress'] });

  test('a slip is read as the right field, and the right name wins', () => {
    expect(schema.parse({ addess: 'Malang' })).toEqual({ address: 'Malang' });
    expect(schema.parse({ adress: 'Malang' })).toEqual({ address: 'Malang' });
    expect(schema.parse({ addess: 'Malang', address: 'Batu' })).toEqual({ address: 'Batu' });
    expect(schema.parse({ addess: 'Malang', address: '' })).toEqual({ address: 'Malang' });
  });

  test('errors name the right field, the slip is no unknown field, and the input is left alone', () => {
    const input = Object.freeze({ addess: 'x'.repeat(21) });
    expect(schema.safeParse(input).error?.issues[0]?.path).toEqual(['address']);
    expect(aliases(z.strictObject({ a: id() }), { a: ['b'] }).parse({ b: 1 })).toEqual({ a: 1 });
    expect(schema.safeParse('text').success).toBe(false);
  });

  test('a null under the slip clears the field', () => {
    const clearing = aliases(z.object({ address: clearable(text({ max: 20 })) }), { address: ['addess'] });
    expect(clearing.parse({ addess: null })).toEqual({ address: null });
    expect(clearing.parse({})).toEqual({});
  });
});

test('the documentation shows what is accepted', () => {
  const schema = aliases(
    z.object({
      id: id().describe('Order ID'),
      qty: integer({ min: 1, max: 9 }),
      rate: rupiah().meta({ description: 'Shipping cost' }),
      active: boolean(),
      wholesale: yesNo(),
      type: oneOf(['S', 'R']),
      name: text({ min: 3, max: 5 }).describe('Name'),
      email: email(),
      phone: phone(),
      day: date(),
      ids: list(id(), { min: 1, max: 3 }),
      note: optional(text({ max: 5 }).describe('A note')),
      page: withDefault(integer({ min: 1, max: 9 }), 1).describe('Page'),
      cleared: clearable(text({ max: 5 })),
    }),
    { name: ['nama'] },
  );
  const { properties, required } = z.toJSONSchema(schema, { io: 'input' });
  const safe = Number.MAX_SAFE_INTEGER;
  expect(properties).toMatchObject({
    id: { type: 'integer', minimum: 1, maximum: safe, description: 'Order ID' },
    qty: { type: 'integer', minimum: 1, maximum: 9 },
    rate: { type: 'integer', minimum: 0, maximum: 999_999_999_999, description: 'Shipping cost' },
    active: { type: 'boolean' },
    wholesale: { type: 'string', enum: ['Y', 'N'] },
    type: { type: 'string', enum: ['S', 'R'] },
    name: { type: 'string', minLength: 3, maxLength: 5, description: 'Name' },
    email: { type: 'string', format: 'email', maxLength: 254 },
    phone: { type: 'string', examples: ['081234567890'] },
    day: { type: 'string', format: 'date' },
    ids: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer', minimum: 1, maximum: safe } },
    note: { type: 'string', minLength: 1, maxLength: 5, description: 'A note' },
    page: { type: 'integer', minimum: 1, maximum: 9, default: 1, description: 'Page' },
    cleared: { anyOf: [{ type: 'string', minLength: 1, maxLength: 5 }, { type: 'null' }] },
  });
  expect(required).toEqual(Object.keys(properties ?? {}).slice(0, 11));
});
