import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../errors.ts';
import { limits } from '../limits.ts';
import { readJson } from './read-json.ts';

const MB = limits.json_body_bytes;
const read = (text: string) => readJson(text, MB);
const codeOf = async (text: string) => {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  return error instanceof Refusal ? error.parts[0]?.code : error;
};

/** As a client might write it: with blanks, and so long that it is read in pieces. */
const long = (value: unknown, blanks: number) =>
  JSON.stringify({ pad: 'x'.repeat(70_000), list: [value, 'y'.repeat(70_000), value], value }, null, blanks);

test('a long body is read as a short one is, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.nat({ max: 3 }), async (value, blanks) => {
      const text = long(value, blanks);
      const native = JSON.parse(text, (key, inner: unknown) =>
        key === '__proto__' || key === 'constructor' ? undefined : inner,
      ) as unknown;
      expect(await read(text)).toEqual(native);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a long body that is broken anywhere is refused', async () => {
  const text = long({ a: [1, '",[', null], b: {} }, 1);
  expect(await codeOf(text)).not.toBe('unreadable_body');
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: text.length - 1 }),
      fc.constantFrom('', ',', '"', '{', '}', '[', ']', ':', '\\'),
      async (at, sign) => {
        const broken = text.slice(0, at) + sign + text.slice(at + 1);
        const is_refused = ['unreadable_body', 'body_too_complex'].includes(String(await codeOf(broken)));
        expect(is_refused || isJson(broken)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['a comma at the end', `{"a":["${'x'.repeat(70_000)}",]}`],
  ['a comma at the beginning', `{"a":[,"${'x'.repeat(70_000)}"]}`],
  ['nothing but a comma', `{"a":[${' '.repeat(70_000)},]}`],
  ['a list that ends as an object', `{"a":["${'x'.repeat(70_000)}"}}`],
  ['two values', `{"a":1}{"a":"${'x'.repeat(70_000)}"}`],
  ['a name without a value', `{"${'x'.repeat(70_000)}"}`],
])('%s is no JSON', async (_title, text) => {
  expect(await codeOf(text)).toBe('unreadable_body');
});

test.each([
  ['lists in each other', '['.repeat(500_000) + ']'.repeat(500_000)],
  ['lists side by side', `[${'[],'.repeat(300_000)}[]]`],
  ['fields', `{${Array.from({ length: 30_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
])('too many %s are refused', async (_title, text) => {
  expect(await codeOf(text)).toBe('body_too_complex');
});

test('what would change prototypes is left out, of long values too', async () => {
  const pad = `"${'x'.repeat(70_000)}"`;
  const text = `{"__proto__":{"a":${pad}},"constructor":{"prototype":{"a":${pad}}},"b":{"__proto__":1,"c":2}}`;
  expect(await read(text)).toEqual({ b: { c: 2 } });
});

test('a long body lets others have their turn', async () => {
  const body = `{"a":[${'{"b":"c"},'.repeat(40_000)}1]}`;
  let turns = 0;
  let is_reading = true;
  const turn = () => {
    turns += 1;
    if (is_reading) setImmediate(turn);
  };
  setImmediate(turn);
  const began = performance.now();
  await read(body);
  is_reading = false;
  // Slices of 8 ms, and what a step takes beyond that; a busy machine is given more.
  expect((performance.now() - began) / turns).toBeLessThan(40);
});
