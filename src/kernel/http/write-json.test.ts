import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeJson } from './write-json.ts';

test('an answer is written as JSON.stringify writes it', async () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, new Date(0), [undefined, 1], Number.NaN));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), value), async (body) => {
      expect(await writeJson(body)).toBe(JSON.stringify(body));
    }),
  );
});
