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

const readPlaces = statement<Found | (Record<keyof NamedDistrict, null> & Pick<Found, 'fingerprint'>)>(
  'named_places',
  `select list.fingerprint, named.* from (select ${FINGERPRINT} as fingerprint) as list left join (
     select d.public_id as id, d.name, c.name as city, p.name as province, d.postal_codes
     from (
       select unnest($1::int[]) as code
       union
       (select code from districts where postal_codes && $2::text[] limit 100)
     ) as wanted
     join districts d using (code) join cities c on c.code = d.city_code join provinces p on p.code = c.province_code
   ) as named on true`,
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
