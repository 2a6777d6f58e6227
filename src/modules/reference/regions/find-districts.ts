import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';

/** A district with all that it is part of. */
export interface District {
  /** Official code. */
  code: number;
  /** The id that clients see. */
  id: number;
  name: string;
  city_code: number;
  city: string;
  province_code: number;
  province: string;
  postal_codes: string[];
}

/** What PostgreSQL's integer holds: beyond it lies no id, and a comparison would be an error. */
const INTEGER_MAX = 2_147_483_647;

/** Each is looked up by its keys, whatever is known of the tables. */
const readDistricts = statement<District & { wanted: number }>(
  'find_districts',
  `select w.id as wanted, d.code, d.public_id as id, d.name, c.code as city_code, c.name as city, p.code as province_code,
     p.name as province, d.postal_codes
   from unnest($1::int[]) as w (id)
     cross join lateral (
       (select * from districts k where k.code = w.id)
       union all
       (select * from districts k where k.legacy_id = w.id)
       limit 1
     ) as d
     cross join lateral (select * from cities k where k.code = d.city_code offset 0) as c
     cross join lateral (select * from provinces k where k.code = c.province_code offset 0) as p`,
);

/** How long a district is believed to be as it was read: regions change when they are loaded anew, by hand. */
const BELIEVED_MS = 60_000;
/** Indonesia has some 7,300 districts, each with two ids. */
const REMEMBERED_MOST = 20_000;

const memory = new Map<number, { district: District; until_ms: number }>();

/**
 * The districts of these ids, legacy or official ones, in one statement at most: all shops look at the same ones, so what
 * was read is kept for a minute.
 * @returns by the ids as they were given; those that are none are not in it
 */
export async function findDistricts(
  context: Pick<Context, 'db'>,
  ids: readonly number[],
): Promise<Map<number, District>> {
  const found = new Map<number, District>();
  const unknown: number[] = [];
  const now_ms = performance.now();
  for (const id of new Set(ids)) {
    const known = memory.get(id);
    if (known !== undefined && known.until_ms > now_ms) found.set(id, known.district);
    else if (id <= INTEGER_MAX) unknown.push(id);
  }
  if (unknown.length === 0) return found;
  const rows = await readDistricts.run(context.db, [unknown]);
  if (memory.size >= REMEMBERED_MOST) memory.clear();
  for (const { wanted, ...district } of rows) {
    found.set(wanted, district);
    memory.set(wanted, { district, until_ms: now_ms + BELIEVED_MS });
  }
  return found;
}
