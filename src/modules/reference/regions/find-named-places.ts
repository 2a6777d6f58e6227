import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { referenceLimits } from '../limits.ts';

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
  /** Bare names (lower case, no blanks) of cities and provinces that stand in the text. */
  cities: Set<string>;
  provinces: Set<string>;
}

const BARE_CITY = `replace(regexp_replace(lower(c.name), '^(kabupaten administrasi|kota administrasi|kabupaten|kota) ', ''), ' ', '')`;
const BARE_PROVINCE = `replace(regexp_replace(lower(p.name), '^(daerah khusus ibukota|daerah istimewa) ', ''), ' ', '')`;

const findPlaces = statement<{
  id: number | null;
  name: string;
  city: string;
  province: string;
  postal_codes: string[];
  bare_city: string | null;
  bare_province: string | null;
}>(
  'named_places',
  `with named_city as materialized (select c.code, ${BARE_CITY} as bare from cities c where ${BARE_CITY} = any($1::text[])),
   wanted as (
     (select code from districts where replace(lower(name), ' ', '') = any($1::text[]) limit ${referenceLimits.order_text_districts})
     union
     (select d.code from districts d join named_city on named_city.code = d.city_code limit ${referenceLimits.order_text_districts})
     union
     select near.code from unnest($2::text[]) as asked (name),
       lateral (select d.code from districts d where lower(d.name) % asked.name
         order by similarity(lower(d.name), asked.name) desc, d.code limit 10) as near
     union
     (select code from districts where postal_codes && $3::text[] limit 100)
   )
   select d.public_id as id, d.name, c.name as city, p.name as province, d.postal_codes,
     null as bare_city, null as bare_province
   from wanted join districts d using (code) join cities c on c.code = d.city_code
     join provinces p on p.code = c.province_code
   union all
   select null, '', '', '', '{}', bare, null from named_city
   union all
   select null, '', '', '', '{}', null, ${BARE_PROVINCE} from provinces p where ${BARE_PROVINCE} = any($1::text[])`,
);

/**
 * The districts that an address may be in: those whose name occurs in it, those of a city that does, and those similar
 * to what is labelled as the district. One statement.
 * @param names possible names, normalised: in lower case and without spaces
 * @param hints what the text labels as the district, in lower case
 */
export async function findNamedPlaces(
  context: Context,
  names: readonly string[],
  hints: readonly string[],
  postal_codes: readonly string[],
): Promise<PlacesFound> {
  const rows = await findPlaces.run(context.db, [names, hints, postal_codes]);
  return {
    districts: rows.flatMap(({ id, name, city, province, postal_codes: codes }) =>
      id === null ? [] : [{ id, name, city, province, postal_codes: codes }],
    ),
    cities: new Set(rows.flatMap(({ bare_city }) => bare_city ?? [])),
    provinces: new Set(rows.flatMap(({ bare_province }) => bare_province ?? [])),
  };
}

/** A name without case, spaces and kind of place: "Kota Administrasi Jakarta Barat" is `jakartabarat`. */
export function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /^(?:kabupaten administrasi|kota administrasi|kabupaten|kota|daerah khusus ibukota|daerah istimewa) /,
      '',
    )
    .replaceAll(' ', '');
}
