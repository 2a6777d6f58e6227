import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { declaredStatements, type Database } from './connection.ts';
import { runPage, runPrepared } from './run-prepared.ts';

const db = { executeQuery: () => Promise.resolve({ rows: [] }) } as unknown as Database;
const namesOf = (name: string) => [...declaredStatements.values()].filter((known) => known.startsWith(name));

test('however many texts requests make of a statement, 25 of them are prepared, each by a name of its own', async () => {
  for (let time = 0; time < 2; time += 1)
    for (let text = 0; text < 40; text += 1)
      await runPrepared(db, 'many_texts', CompiledQuery.raw(`select ${text} as many`));
  expect(new Set(namesOf('many_texts')).size).toBe(25);
});

test('only first pages of usual sizes are prepared', async () => {
  const page = (per_page: number, pagination_offset: number) =>
    runPage(
      db,
      'some_pages',
      { per_page, pagination_offset },
      CompiledQuery.raw(`select ${per_page} as size, ${pagination_offset} as place`),
    );
  for (const [per_page, place] of [
    [10, 1],
    [11, 1],
    [10, 2],
    [10, 1],
  ] as const)
    await page(per_page, place);
  expect(namesOf('some_pages')).toHaveLength(1);
});
