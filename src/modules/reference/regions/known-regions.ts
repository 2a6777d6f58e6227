import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { RegionIndex, type IndexedDistrict } from './region-index.ts';

/** What changes with every name and code of the list. */
export const FINGERPRINT = `(select bit_xor(hashtextextended(search_text, code))::text from districts)`;

const loadDistricts = statement<IndexedDistrict & { fingerprint: string }>(
  'all_districts',
  `select d.code, d.name, c.name as city, p.name as province, list.fingerprint
   from districts d join cities c on c.code = d.city_code join provinces p on p.code = c.province_code
     cross join (select ${FINGERPRINT} as fingerprint) as list
   order by d.name, d.code`,
);

let kept: RegionIndex | undefined;

/**
 * Searches the list of regions, which each process keeps by its names. What is found is read from the database, together
 * with what tells whether the list is still the same: so an import counts from the next search on, in every process.
 * @param read reads what a search found; `fingerprint` is FINGERPRINT at that moment
 */
export async function withRegions<Read extends { fingerprint: string | null }>(
  context: Context,
  read: (index: RegionIndex) => Promise<Read>,
): Promise<Read> {
  const index = kept ?? (await load(context));
  const first = await read(index);
  return first.fingerprint === index.fingerprint ? first : read(await load(context));
}

async function load(context: Context): Promise<RegionIndex> {
  const rows = await loadDistricts.run(context.db, []);
  kept = await RegionIndex.of(rows, rows[0]?.fingerprint ?? '');
  return kept;
}
