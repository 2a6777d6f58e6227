import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import type { District } from './find-districts.ts';
import { bareName, bareProvinceMeant, bareProvinces, longPlace, withoutKind } from './place-words.ts';

/** A district, or a city as a whole. */
export interface ListedPlace {
  /** Official code: six digits of a district, four of a city. */
  code: number;
  city_code: number;
  /** The id that clients see. */
  id: number;
  /** Of a city undefined. */
  district: string | undefined;
  city: string;
  province: string;
}

/** What a name in a file may mean: one place; several; or none. */
export type PlaceMeant = { place: ListedPlace } | { several: ListedPlace[] } | undefined;

interface Names {
  /** May be ''. */
  district: string;
  city: string;
  province: string;
}

const readDistricts = statement<Omit<District, 'postal_codes'> & { city_id: number }>(
  'listed_districts',
  `select d.code, d.public_id as id, d.name, c.code as city_code, c.name as city, coalesce(c.legacy_id, c.code) as city_id,
     p.code as province_code, p.name as province
   from districts d join cities c on c.code = d.city_code join provinces p on p.code = c.province_code`,
);

/** All districts and cities, to look up many of them. */
export class PlaceList {
  readonly #districts = new Map<number, ListedPlace>();
  readonly #cities = new Map<number, ListedPlace>();
  readonly #by_code = new Map<number, ListedPlace>();
  readonly #districts_named = new Map<string, ListedPlace[]>();
  readonly #cities_named = new Map<string, ListedPlace[]>();
  /** By their names, the names in one writing of today and of before. */
  readonly #provinces = new Map<string, string[]>();

  /** Loads the list in one statement. */
  static async load(context: Pick<Context, 'db'>): Promise<PlaceList> {
    const list = new PlaceList();
    for (const row of await readDistricts.run(context.db, [])) {
      await takeTurns();
      const { city_code, city, province } = row;
      const district = { code: row.code, city_code, id: row.id, district: row.name, city, province };
      list.#districts.set(row.code, district).set(row.id, district);
      list.#by_code.set(row.code, district);
      add(list.#districts_named, bareName(row.name), district);
      if (!list.#provinces.has(province)) list.#provinces.set(province, bareProvinces(province));
      if (list.#by_code.has(city_code)) continue;
      const whole = { code: city_code, city_code, id: row.city_id, district: undefined, city, province };
      list.#cities.set(city_code, whole).set(row.city_id, whole);
      list.#by_code.set(city_code, whole);
      add(list.#cities_named, bareName(city), whole);
    }
    return list;
  }

  /** @param id legacy or official */
  district(id: number): ListedPlace | undefined {
    return this.#districts.get(id);
  }

  /** @param id legacy or official */
  city(id: number): ListedPlace | undefined {
    return this.#cities.get(id);
  }

  /** @param code official code of a district or city */
  withCode(code: number): ListedPlace | undefined {
    return this.#by_code.get(code);
  }

  /**
   * What names mean: a district where one is named, else a city. `Kota` and `Kabupaten` before a city count where they are
   * written; `Kec.` before a district, and how provinces are shortened, do not matter.
   */
  named(names: Names): PlaceMeant {
    const cities = this.#citiesNamed(names);
    if (names.district.trim() === '') return meant(cities);
    const codes = new Set(cities.map(({ code }) => code));
    const districts = this.#districts_named.get(bareName(withoutDistrictKind(names.district))) ?? [];
    const is_city_named = names.city.trim() !== '';
    return meant(
      districts.filter(
        (place) => (!is_city_named || codes.has(place.city_code)) && this.#isIn(place, names.province),
      ),
    );
  }

  #citiesNamed({ city, province }: Names): ListedPlace[] {
    const cities = this.#cities_named.get(bareName(longKind(city)));
    const named = (cities ?? this.#cities_named.get(bareName(longPlace(bareName(city)))) ?? []).filter(
      (place) => this.#isIn(place, province),
    );
    const kind = kindOf(longKind(city));
    const of_kind = named.filter((place) => kind !== '' && kindOf(place.city) === kind);
    return of_kind.length > 0 ? of_kind : named;
  }

  /** Whether there is such a province, today or before, however it is shortened. */
  hasProvince(text: string): boolean {
    return [...this.#provinces.keys()].some((province) => this.#isProvince(province, text));
  }

  #isIn(place: ListedPlace, province: string): boolean {
    return province.trim() === '' || this.#isProvince(place.province, province);
  }

  #isProvince(province: string, text: string): boolean {
    const meant_name = bareProvinceMeant(text);
    const names = this.#provinces.get(province) ?? [];
    if (names.includes(meant_name)) return true;
    // Bangka Belitung are islands whether or not it is said; Riau and its islands are two.
    const is_other = [...this.#provinces.values()].some((others) => others.includes(meant_name));
    return !is_other && names.includes(`kepulauan${meant_name}`);
  }
}

function add(map: Map<string, ListedPlace[]>, name: string, place: ListedPlace): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [place]);
  else known.push(place);
}

function meant(places: ListedPlace[]): PlaceMeant {
  const [place] = places;
  if (place === undefined) return undefined;
  return places.length === 1 ? { place } : { several: places };
}

function withoutDistrictKind(district: string): string {
  return district.trim().replace(/^kec(?:amatan)?(?:\.\s*|\s+)/i, '');
}

/** With the kind of a city written out, which couriers shorten and write behind the name too. */
function longKind(city: string): string {
  const plain = city.trim().replace(/^(.*\S)[, ]+\(?(kab|kota|kabupaten)\.?\)?$/i, '$2 $1');
  return plain
    .replace(/^kab(?:upaten)?[. ]+/i, 'kabupaten ')
    .replace(/^kota[. ]+/i, 'kota ')
    .replace(
      /^(kota |kabupaten )?adm(?:\.|inistrasi|inistratif)? */i,
      (_, kind = 'kota ') => `${kind}administrasi `,
    );
}

function kindOf(city: string): string {
  const lower = city.toLowerCase();
  return withoutKind(lower) === lower ? '' : lower.startsWith('kabupaten') ? 'kabupaten' : 'kota';
}
