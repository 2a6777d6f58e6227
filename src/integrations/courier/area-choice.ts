import type { CourierError, Place } from './port.ts';

/** A vendor's area, as it names it. A vendor that knows no kinds of cities names two of them alike. */
export interface Area<Id> {
  id: Id;
  district: string;
  city: string;
  province: string;
  postal_codes: readonly string[];
}

const KIND = /^(kota administrasi|kabupaten administrasi|kota adm|kab adm|kabupaten|kab|kota|kecamatan|kec) /;
const PROVINCE_KIND = /^(provinsi|daerah khusus ibukota|daerah khusus|daerah istimewa|dki|di|dk) /;

/** In small letters, without signs. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’‘`´"]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A name without its kind and blanks, and the kind: towns and regencies bear the same names. */
function named(text: string): { name: string; kind: 'kota' | 'kabupaten' | undefined } {
  const words = plain(text);
  const kind = KIND.exec(words)?.[1];
  const name = words.replace(KIND, '').replaceAll(' ', '');
  if (kind === undefined || kind.startsWith('kec')) return { name, kind: undefined };
  return { name, kind: kind.startsWith('kota') ? 'kota' : 'kabupaten' };
}

const provinceName = (text: string) => plain(text).replace(PROVINCE_KIND, '').replaceAll(' ', '');

function isSameCity(one: string, other: string): boolean {
  const [a, b] = [named(one), named(other)];
  return a.name === b.name && (a.kind === undefined || b.kind === undefined || a.kind === b.kind);
}

/**
 * The one of a vendor's areas that is this place: district and city have its names, and where more than one does, postal
 * code or province decide. What is left open is not guessed.
 * @returns undefined where none is it for certain
 */
export function chooseArea<Id>(place: Place, areas: readonly Area<Id>[]): Area<Id> | undefined {
  const district = named(place.district).name;
  const of_names = areas.filter(
    (area) => named(area.district).name === district && isSameCity(area.city, place.city),
  );
  const by_code = of_names.filter(
    ({ postal_codes }) => place.postal_code !== undefined && postal_codes.includes(place.postal_code),
  );
  if (isOneDistrict(by_code)) return by_code[0];
  const province = provinceName(place.province);
  const candidates = of_names.filter((area) => provinceName(area.province) === province);
  // All of one district: villages and postal codes in it have one price.
  return isOneDistrict(candidates) ? candidates[0] : isOneDistrict(of_names) ? of_names[0] : undefined;
}

function isOneDistrict(areas: readonly Area<unknown>[]): boolean {
  const names = areas.map(
    ({ district, city, province }) => `${plain(district)}, ${plain(city)}, ${plain(province)}`,
  );
  return new Set(names).size === 1;
}

/** How many areas are remembered: the country has some 7,300 districts. */
const MOST_REMEMBERED = 10_000;
const REMEMBERED_MS = 30 * 86_400_000;

/** Areas that a vendor was asked for, which it lets nobody ask for free. They change with the districts of the country. */
export class AreaMemory<Id> {
  readonly #areas = new Map<string, { area: Area<Id>; until: number }>();
  readonly #choose: (side: 'origin' | 'destination') => CourierError;

  /** @param unknown what is thrown where the vendor has no such area */
  constructor(unknown: (side: 'origin' | 'destination') => CourierError) {
    this.#choose = unknown;
  }

  /**
   * The vendor's area of a place, from memory or from the vendor.
   * @param search asks the vendor; called again with less to search for where nothing was found
   */
  async find(
    place: Place,
    side: 'origin' | 'destination',
    search: (keyword: string) => Promise<readonly Area<Id>[]>,
  ): Promise<Area<Id>> {
    const key = `${place.district_code} ${place.postal_code ?? ''}`;
    const remembered = this.#areas.get(key);
    if (remembered !== undefined && remembered.until > Date.now()) return remembered.area;
    const { postal_code } = place;
    const keywords = [...(postal_code === undefined ? [] : [postal_code]), place.district];
    for (const keyword of keywords) {
      const area = chooseArea(place, await search(keyword));
      if (area === undefined) continue;
      if (this.#areas.size >= MOST_REMEMBERED) this.#areas.delete(this.#areas.keys().next().value ?? '');
      this.#areas.set(key, { area, until: Date.now() + REMEMBERED_MS });
      return area;
    }
    throw this.#choose(side);
  }
}
