import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnoseSecrets } from '../src/doctor.ts';
import { reseal } from '../src/kernel/sealed/reseal.ts';
import { modules, sealedColumns } from '../src/modules.ts';
import { startTestApp, type TestApp } from './harness.ts';

let test_app: TestApp;

beforeAll(async () => {
  test_app = await startTestApp();
  await test_app.openShop();
});
afterAll(() => test_app.close());

const db = () => test_app.services.db.withoutPlugins();

describe.each(sealedColumns.map((column) => [`${column.table}.${column.column}`, column] as const))(
  '%s',
  (_title, column) => {
    test('is a column of bytes in a table of the module that seals it', async () => {
      const owner = modules.find(({ sealed }) => sealed?.includes(column));
      expect(owner?.tables).toContain(column.table);
      const { rows } = await sql<{ data_type: string }>`select data_type from information_schema.columns
        where table_name = ${column.table} and column_name = ${column.column}`.execute(db());
      expect(rows).toEqual([{ data_type: 'bytea' }]);
    });

    test('is bound to a unique key of its row, and to its shop where it has one', async () => {
      const { rows } = await sql<{ columns: string[] }>`
        select array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey)
          order by attname) as columns
        from pg_index where indrelid = ${column.table}::regclass and indisunique and indpred is null`.execute(
        db(),
      );
      expect(rows.map(({ columns }) => columns)).toContainEqual([...column.bound_to].sort());
      const of_shop = await sql`select 1 from information_schema.columns
        where table_name = ${column.table} and column_name = 'shop_id'`.execute(db());
      expect(column.bound_to.includes('shop_id')).toBe(of_shop.rows.length === 1);
    });
  },
);

test('what the product has sealed opens, is sealed anew with a new key, and opens again', async () => {
  const { services } = test_app;
  const stored = await db().selectFrom('signing_keys').selectAll().execute();
  expect(stored.length).toBeGreaterThan(0);
  await services.secrets.keyring.renew();
  for (const column of sealedColumns)
    expect((await reseal(db(), services.secrets, column)).unreadable, column.table).toBe(0);
  const anew = await db().selectFrom('signing_keys').selectAll().execute();
  expect(anew.map(({ key }) => key)).not.toEqual(stored.map(({ key }) => key));
  expect((await diagnoseSecrets(services)).differences).toEqual([]);
});

test('doctor names a key that is lost', async () => {
  await sql`update signing_keys set key = overlay(key placing '\\xdeadbeef'::bytea from 2)`.execute(db());
  expect((await diagnoseSecrets(test_app.services)).differences).toEqual([
    { table: 'signing_keys', column: 'key', key: 'deadbeef', values: 1 },
  ]);
});
