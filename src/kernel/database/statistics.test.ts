import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('a foreign key is checked by the primary key before anything is known of the tables', async () => {
  const { pool } = app.database;
  const { rows: versions } = await pool.query<{ server_version_num: string }>('show server_version_num');
  // Older servers can't be told of how many rows to think.
  if (Number(versions[0]?.server_version_num) < 180_000) return;
  const { rows: parents } = await pool.query<{ table: string; columns: string[] }>(
    `select distinct p.relname::text as table, array(select a.attname::text from unnest(k.confkey) as key (number)
       join pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.number) as columns
     from pg_constraint k join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and cardinality(k.confkey) > 1`,
  );
  expect(parents.length).toBeGreaterThan(15);
  const client = await pool.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    for (const [number, { table, columns }] of parents.entries()) {
      const condition = columns.map((column, place) => `x.${column} = $${place + 1}`).join(' and ');
      await client.query(
        `prepare check_${number} as select 1 from only ${table} x where ${condition} for key share of x`,
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain execute check_${number} (${columns.map((column) => (column === 'category_code' ? "'N'" : '1')).join(', ')})`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan, table).toMatch(/_pkey|customer_categories_code_unique/);
      expect(plan, table).not.toContain('Filter');
    }
  } finally {
    client.release(true);
  }
});

test('no table has statistics of which shop its rows are', async () => {
  const { pool } = app.database;
  await app.openShop();
  await pool.query('analyze');
  const { rows } = await pool.query<{ table: string; values: string | null }>(
    `select c.relname as table, s.most_common_vals::text as values
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = 'shop_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'shop_id'
       and (a.attstattarget is distinct from 0 or s.most_common_vals is not null)`,
  );
  expect(rows).toEqual([]);
});
