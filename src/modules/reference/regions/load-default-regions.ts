import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';

/** Prevents two processes that start at the same time from loading concurrently. */
const LOCK = 7_264_001;

/**
 * Loads the provinces, cities and districts of the npm package `idn-area-data` into an empty installation.
 * One statement where they are there already; about half a second the first time.
 */
export async function loadDefaultRegions(client: pg.ClientBase): Promise<void> {
  if (await loaded(client)) return;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if (!(await loaded(client))) await load(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function loaded(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ loaded: boolean }>(
    'select exists (select 1 from districts) as loaded',
  );
  return rows[0]?.loaded === true;
}

async function load(client: pg.ClientBase): Promise<void> {
  const [provinces, cities, districts] = await Promise.all(
    ['provinces', 'regencies', 'districts'].map(readAreas),
  );
  await client.query(
    'insert into provinces (code, name) select * from unnest($1::int[], $2::text[])',
    columns(provinces, ['code', 'name']),
  );
  await client.query(
    'insert into cities (code, province_code, name) select * from unnest($1::int[], $2::int[], $3::text[])',
    columns(cities, ['code', 'province_code', 'name']),
  );
  await client.query(
    `insert into districts (code, city_code, name, search_text)
     select d.code, d.city_code, d.name, lower(concat_ws(', ', d.name, c.name, p.name))
     from unnest($1::int[], $2::int[], $3::text[]) as d (code, city_code, name)
     join cities c on c.code = d.city_code join provinces p on p.code = c.province_code`,
    columns(districts, ['code', 'regency_code', 'name']),
  );
}

type Area = Record<string, string>;

async function readAreas(name: string): Promise<Area[]> {
  const entry = createRequire(import.meta.url).resolve('idn-area-data');
  const path = new URL(`../data/${name}.csv`, `file://${entry}`);
  return parse(await readFile(path), { columns: true }) as Area[];
}

/** One array per column; codes like 35.07.13 are stored as 350713. */
function columns(areas: Area[] | undefined, names: string[]): string[][] {
  return names.map((name) =>
    (areas ?? []).map((area) =>
      name === 'name' ? (area[name] ?? '') : (area[name] ?? '').replaceAll('.', ''),
    ),
  );
}
