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

/**
 * The districts of these ids, legacy or official ones, in one statement.
 * @returns by the ids as they were given; those that are none are not in it
 */
export async function findDistricts(
  context: Pick<Context, 'db'>,
  ids: readonly number[],
): Promise<Map<number, District>> {
  const wanted = [...new Set(ids)].filter((id) => id <= INTEGER_MAX);
  const rows = await readDistricts.run(context.db, [wanted]);
  return new Map(rows.map(({ wanted: id, ...district }) => [id, district]));
}
