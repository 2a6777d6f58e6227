import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type pg from 'pg';

const COLUMNS = [
  'rajaongkir_id',
  'kemendagri_code',
  'district',
  'regency_code',
  'regency',
  'ro_city_id',
  'province_code',
  'province',
  'ro_province_id',
  'postal_codes',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, string>;

/** Faults shown of one file, at most. */
const MOST_FAULTS = 20;

export class RegionImportError extends Error {}

/**
 * Loads districts with their legacy ids and postal codes from a CSV file with the columns above (others are ignored).
 * Nothing is applied unless every row is valid; the same file can be imported again.
 * @returns the number of districts in the file, and how many of them got a legacy id and a postal code
 * @throws RegionImportError naming row, column and reason
 */
export async function importRegions(
  client: pg.ClientBase,
  file: string,
): Promise<{ districts: number; with_legacy_id: number; with_postal_code: number }> {
  const rows = await readRows(file);
  await client.query('begin');
  try {
    // An id may move from one row to another between two editions of a list.
    await client.query('update districts set legacy_id = null where legacy_id is not null');
    await client.query(
      UPSERT_PROVINCES,
      unique(rows, 'province_code', ['province_code', 'ro_province_id', 'province']),
    );
    await client.query(
      UPSERT_CITIES,
      unique(rows, 'regency_code', ['regency_code', 'ro_city_id', 'regency', 'province_code']),
    );
    await client.query(
      UPSERT_DISTRICTS,
      unique(rows, 'kemendagri_code', [
        'kemendagri_code',
        'rajaongkir_id',
        'district',
        'regency_code',
        'postal_codes',
      ]),
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return {
    districts: rows.length,
    with_legacy_id: rows.filter((row) => row.rajaongkir_id !== '').length,
    with_postal_code: rows.filter((row) => row.postal_codes !== '').length,
  };
}

const UPSERT_PROVINCES = `insert into provinces as t (code, legacy_id, name)
  select * from unnest($1::int[], $2::int[], $3::text[])
  on conflict (code) do update set legacy_id = excluded.legacy_id, name = excluded.name`;

const UPSERT_CITIES = `insert into cities as t (code, legacy_id, name, province_code)
  select * from unnest($1::int[], $2::int[], $3::text[], $4::int[])
  on conflict (code) do update set legacy_id = excluded.legacy_id, name = excluded.name,
    province_code = excluded.province_code`;

const UPSERT_DISTRICTS = `insert into districts as t (code, legacy_id, name, city_code, postal_codes, search_text)
  select d.code, d.legacy_id, d.name, d.city_code,
    case when d.postal_codes is null then '{}' else string_to_array(d.postal_codes, '|') end,
    lower(concat_ws(', ', d.name, c.name, p.name))
  from unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::text[]) as d (code, legacy_id, name, city_code, postal_codes)
  join cities c on c.code = d.city_code join provinces p on p.code = c.province_code
  on conflict (code) do update set legacy_id = excluded.legacy_id, name = excluded.name,
    city_code = excluded.city_code, postal_codes = excluded.postal_codes, search_text = excluded.search_text`;

/** One array a column of the rows with different keys; an empty value is null. */
function unique(rows: Row[], key: Column, names: Column[]): (string | null)[][] {
  const distinct = [...new Map(rows.map((row) => [row[key], row])).values()];
  // A place of today may have been split from a legacy one: its id stays with the first that bears it.
  const taken = new Set<string>();
  const once = (value: string) => {
    if (value === '' || taken.has(value)) return null;
    taken.add(value);
    return value;
  };
  return names.map((name) =>
    distinct.map((row) =>
      ['rajaongkir_id', 'ro_city_id', 'ro_province_id'].includes(name) ? once(row[name]) : row[name] || null,
    ),
  );
}

const RULES: Record<Column, [RegExp, string]> = {
  rajaongkir_id: [/^\d{0,5}$/, 'is a legacy id of up to five digits, or empty'],
  kemendagri_code: [/^\d{6}$/, 'is the official code of six digits'],
  district: [/\S/, 'is the name of the district'],
  regency_code: [/^\d{4}$/, 'is the official code of four digits'],
  regency: [/\S/, 'is the name of the city or regency'],
  ro_city_id: [/^\d{0,4}$/, 'is a legacy id of up to four digits, or empty'],
  province_code: [/^\d{2}$/, 'is the official code of two digits'],
  province: [/\S/, 'is the name of the province'],
  ro_province_id: [/^\d{0,3}$/, 'is a legacy id of up to three digits, or empty'],
  postal_codes: [/^(\d{5}(\|\d{5})*)?$/, 'is a list of five-digit codes separated by |, or empty'],
};

async function readRows(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  const faults: string[] = [];
  const parser = createReadStream(file).pipe(parse({ columns: true, trim: true, bom: true }));
  for await (const record of parser as AsyncIterable<Partial<Row>>) {
    if (rows.length === 0) {
      const missing = COLUMNS.filter((name) => record[name] === undefined);
      if (missing.length > 0) throw new RegionImportError(`${file} lacks the columns ${missing.join(', ')}.`);
    }
    rows.push(record as Row);
    for (const name of COLUMNS)
      if (!RULES[name][0].test(record[name] ?? ''))
        faults.push(
          `row ${rows.length + 1}, ${name}: ${RULES[name][1]}, not ${JSON.stringify(record[name])}`,
        );
  }
  if (rows.length === 0) throw new RegionImportError(`${file} has no rows.`);
  if (faults.length > 0)
    throw new RegionImportError(
      `Nothing was imported. ${faults.length} faults:\n${faults.slice(0, MOST_FAULTS).join('\n')}`,
    );
  return rows;
}
