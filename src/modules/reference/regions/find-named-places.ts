import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { referenceLimits } from '../limits.ts';
import { FINGERPRINT, withRegions } from './known-regions.ts';

/** A district with all names that an address may use for it. */
export interface NamedDistrict {
  /** The id that clients see. */
  id: number;
  name: string;
  city: string;
  province: string;
  postal_codes: string[];
}

export interface PlacesFound {
  districts: NamedDistrict[];
  /** Bare names (see `bareName`) of cities and provinces that stand in the text. */
  cities: Set<string>;
  provinces: Set<string>;
}

type Found = NamedDistrict & { fingerprint: string | null };

/** Each district is looked up by its key, whatever is known of the tables; the last row has the fingerprint alone. */
const readPlaces = statement<Found | (Record<keyof NamedDistrict, null> & Pick<Found, 'fingerprint'>)>(
  'named_places',
  `with list as materialized (select ${FINGERPRINT} as fingerprint),
   wanted as materialized (
     select unnest($1::int[]) as code
     union
     (select code from districts where postal_codes && $2::text[] limit 100)
   )
   select (select fingerprint from list) as fingerprint, d.public_id as id, d.name, c.name as city, p.name as province,
     d.postal_codes
   from wanted
     cross join lateral (select * from districts k where k.code = wanted.code offset 0) as d
     cross join lateral (select * from cities k where k.code = d.city_code offset 0) as c
     cross join lateral (select * from provinces k where k.code = c.province_code offset 0) as p
   union all
   select (select fingerprint from list), null, null, null, null, null`,
);

/**
 * The districts that an address may be in: those whose name occurs in it, those of a city that does, and those a slip
 * away from what is labelled as the district. One statement.
 * @param names possible names, as `bareName` has them
 * @param hints what the text labels as the district, in the same writing
 */
export async function findNamedPlaces(
  context: Context,
  names: readonly string[],
  hints: readonly string[],
  postal_codes: readonly string[],
): Promise<PlacesFound> {
  const { rows, cities, provinces } = await withRegions(context, async (index) => {
    const named = index.named(names, hints, referenceLimits.order_text_districts);
    const found = await readPlaces.run(context.db, [[...named.codes], postal_codes]);
    return { ...named, rows: found, fingerprint: found[0]?.fingerprint ?? null };
  });
  return {
    cities,
    provinces,
    districts: rows.flatMap(({ id, name, city, province, postal_codes: codes }) =>
      id === null ? [] : [{ id, name, city, province, postal_codes: codes }],
    ),
  };
}
