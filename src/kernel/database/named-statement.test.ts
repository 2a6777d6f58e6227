import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { columnsOf } from './columns.ts';
import { namedStatement } from './named-statement.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Row {
  name: string;
  note: string | null;
  pieces: number;
  warehouse_ids: number[];
}

const ROW = columnsOf<Row>({ name: 'text', note: 'text', pieces: 'integer', warehouse_ids: 'bigint[]' });

test('names and types of columns stand in one order, and none is missing or of another type', () => {
  expect(ROW.names).toBe('name, note, pieces, warehouse_ids');
  expect(ROW.definition).toBe('name text, note text, pieces integer, warehouse_ids bigint[]');
  expect(ROW.assignments('r')).toBe(
    'name = r.name, note = r.note, pieces = r.pieces, warehouse_ids = r.warehouse_ids',
  );
  // @ts-expect-error a column is missing
  columnsOf<Row>({ name: 'text', note: 'text', pieces: 'integer' });
  // @ts-expect-error a text is no number
  columnsOf<Row>({ name: 'bigint', note: 'text', pieces: 'integer', warehouse_ids: 'bigint[]' });
});

test('each value takes the places that have its name, in whatever order the text asks for them', async () => {
  const describe = namedStatement<
    { reported: string; twice: number },
    { word: string; pieces: number; rows: string }
  >(
    'test_named_statement',
    (
      at,
    ) => `select ${at.pieces}::int || ' ' || ${at.word}::text || ' ' || r.name as reported, ${at.pieces}::int * 2 as twice
      from jsonb_to_recordset(${at.rows}::jsonb) as r (${ROW.definition})`,
  );
  expect(describe.text).toContain(
    "select $1::int || ' ' || $2::text || ' ' || r.name as reported, $1::int * 2",
  );
  const rows = JSON.stringify([{ name: 'merah', note: null, pieces: 1, warehouse_ids: [] } satisfies Row]);
  const reported = await describe.run(app.database.db, { rows, word: 'sepatu', pieces: 3 });
  expect(reported).toEqual([{ reported: '3 sepatu merah', twice: 6 }]);
  // @ts-expect-error a value is missing
  const missing = () => describe.run(app.database.db, { rows, word: 'sepatu' });
  expect(missing).toBeTypeOf('function');
});
