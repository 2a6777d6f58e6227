import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantTables } from '../../src/kernel/database/schema.generated.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { shopColumns } from '../statements/shop-conditions.ts';
import { functionFault } from './function-rules.ts';

/*
 * Rules of the schema that keep it ready to be distributed by shop (docs/scale.md), by the catalogue of a migrated database.
 */

let test_app: TestApp;
beforeAll(async () => {
  test_app = await startTestApp();
});
afterAll(() => test_app.close());

async function names(text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await test_app.database.pool.query<{ name: string }>(text, values);
  return rows.map(({ name }) => name);
}

const columnsOf = (keys: string) =>
  `(select array_agg(a.attname::text order by k.place) from unnest(${keys}) with ordinality as k (number, place)
    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number)`;

/** What is unique among all shops has a table of its own, which belongs to none. */
const DIRECTORIES = ['shop_subdomains', 'user_emails'];

test('what is unique in a table of shops is unique within its shop', async () => {
  const wrong = await names(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and i.indisunique and (${columnsOf('i.indkey::int2[]')})[1] is distinct from 'shop_id'`,
    [tenantTables],
  );
  expect(wrong).toEqual([]);
  const of_shops = await names(
    `select indexrelid::regclass::text as name from pg_index where indrelid = 'shops'::regclass and indisunique`,
  );
  expect(of_shops).toEqual(['shops_pkey']);
});

test('a foreign key between tables of shops has the shop first on both sides', async () => {
  const wrong = await names(
    `select k.conname::text as name from pg_constraint k join pg_class t on t.oid = k.conrelid
     join pg_class target on target.oid = k.confrelid
     where k.contype = 'f' and t.relname = any($1)
       and target.relname not in ('districts') and (${columnsOf('k.conkey')})[1] is distinct from 'shop_id'`,
    [tenantTables],
  );
  expect(wrong).toEqual([]);
});

test('every table with a shop in it is of shops, or a directory', async () => {
  const found = await names(
    `select t.relname::text as name from pg_attribute a join pg_class t on t.oid = a.attrelid
     where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attname = 'shop_id' order by 1`,
  );
  expect(found).toEqual([...tenantTables, ...DIRECTORIES].sort());
});

test('every constraint and index that a refusal is made of has a name of its own', async () => {
  const long = await names(
    `select conname::text as name from pg_constraint where connamespace = 'public'::regnamespace and length(conname) > 55`,
  );
  // A shard's number stands behind the name, which PostgreSQL cuts at 63 characters.
  expect(long).toEqual([]);
});

test('no triggers on tables of shops', async () => {
  const found = await names(
    `select g.tgname::text as name from pg_trigger g join pg_class t on t.oid = g.tgrelid
     where not g.tgisinternal and t.relname = any($1) order by 1`,
    [[...shopColumns.keys()]],
  );
  expect(found).toEqual([]);
});

test('no function takes a row of a table, and one that works on tables of shops is of the shop that comes first', async () => {
  const { rows } = await test_app.database.pool.query<Parameters<typeof functionFault>[0]>(
    `select p.proname::text as name, l.lanname::text as language, format_type(p.prorettype, null) as returns,
       pg_get_functiondef(p.oid) as text,
       array(select jsonb_build_object('name', coalesce(p.proargnames[n], ''), 'type', format_type(type, null))
         from unnest(p.proargtypes::oid[]) with ordinality as argument (type, n) order by n) as parameters
     from pg_proc p join pg_language l on l.oid = p.prolang
     where p.pronamespace = 'public'::regnamespace
       and not exists (select 1 from pg_depend e where e.objid = p.oid and e.deptype = 'e') order by 1`,
  );
  expect(rows.length).toBeGreaterThan(0);
  const wrong = rows.filter((one) => functionFault(one) !== undefined).map(({ name }) => name);
  expect(wrong).toEqual([]);
});
