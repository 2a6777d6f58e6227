import type { NamedCustomer } from '../../customers/index.ts';
import { bareName, longPlace, type NamedDistrict } from '../../reference/index.ts';
import { isSlipOf } from '../../../kernel/slips.ts';
import type { StoredAddress } from './find-stored-addresses.ts';

export interface CustomerChoice {
  chosen: NamedCustomer | undefined;
  confidence: number;
  candidates: NamedCustomer[];
}

/** The address that a text gives for the parcel; undefined for a sender, and if the text gives none. */
export interface SaidPlace {
  /** The address with all its places, in the words of the text. */
  places: string;
  /** The district it is in, or those that it may be in. */
  districts: readonly NamedDistrict[];
  /** Names of cities in it, in lower case and without blanks. */
  cities: readonly string[];
}

/**
 * The customer with a phone number, unless the text names another person or another address than the stored one,
 * because parcels are delivered to the stored address. In that case the customer is a candidate.
 */
export function chooseCustomer(
  said: { name: string | null; phone: string | null; place: SaidPlace | undefined },
  customers: readonly NamedCustomer[],
  addresses: ReadonlyMap<number, StoredAddress>,
): CustomerChoice {
  const { name, phone, place } = said;
  const isNamed = (customer: NamedCustomer) => customer.name.toLowerCase() === name?.toLowerCase();
  const of_phone = customers.filter((customer) => customer.phone === phone);
  const named = of_phone.filter(isNamed);
  const found = named.length === 1 ? named[0] : of_phone.length === 1 ? of_phone[0] : undefined;
  const none = (candidates: readonly NamedCustomer[]) => ({
    chosen: undefined,
    confidence: 0,
    candidates: candidates.slice(0, 5),
  });
  if (found === undefined)
    return none(of_phone.length > 0 ? of_phone : phone === null ? customers.filter(isNamed) : []);
  const stored = addresses.get(found.id);
  const is_other =
    (name !== null && isOtherName(name, found.name)) ||
    (place !== undefined && stored !== undefined && isOtherPlace(place, stored));
  if (is_other) return none([found]);
  return { chosen: found, confidence: named.length === 1 ? 0.97 : 0.85, candidates: [] };
}

/** Forms of address, which distinguish nobody. */
const ADDRESSED = new Set(
  'bu ibu pak bapak bp bpk kak kakak mbak mba mas bang abang om tante sis gan bunda ayah hj h haji toko olshop sdr sdri dr drs ir the dan'.split(
    ' ',
  ),
);

/** Whether two names have nothing in common, not even a beginning: "Ibu T" may be Tuti. */
function isOtherName(said: string, stored: string): boolean {
  const words = nameWords(said);
  const other = nameWords(stored);
  if (words.length === 0 || other.length === 0) return false;
  return !words.some((word) =>
    other.some((one) => one.startsWith(word) || word.startsWith(one) || isSlipOf(word, one)),
  );
}

function nameWords(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !ADDRESSED.has(word));
}

/**
 * Whether a place that is said is another one than the stored one: another district, or words that neither has all of
 * the other's. "Jl. Melati 5, Tajinan" is "Jalan Melati No. 5" in Tajinan.
 */
function isOtherPlace({ places, districts, cities }: SaidPlace, stored: StoredAddress): boolean {
  if (
    districts.length > 0 &&
    stored.district_id !== null &&
    !districts.some(({ id }) => id === stored.district_id)
  )
    return true;
  const said = placeWords(places);
  if (said.size === 0) return false;
  const words = placeWords(stored.address);
  const around = placeWords(
    [stored.district, stored.city, stored.province, stored.postal_code].map((part) => part ?? '').join(', '),
  );
  const has_all_said = [...said].every((word) => words.has(word) || around.has(word));
  const has_all_stored = words.size > 1 && [...words].every((word) => said.has(word));
  const is_other_city =
    stored.city !== null &&
    cities.some((city) => !bareName(stored.city ?? '').startsWith(city) && !words.has(city));
  return is_other_city || (!has_all_said && !has_all_stored);
}

/** What heads the parts of an address and is left out as often as not. */
const HEADS = new Set(
  'jl jln jalan jlan no nomor nomer rt rw kel kelurahan desa ds dusun dsn kec kecamatan kc kab kabupaten kota kt kodya prov provinsi propinsi kode pos kodepos gg gang blok blk alamat administrasi di ke daerah khusus ibukota istimewa'.split(
    ' ',
  ),
);

function placeWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return new Set(
    words
      .filter((word) => !HEADS.has(word))
      .flatMap((word) => longPlace(word).split(' '))
      .map((word) => word.replace(/^0+(?=\d)/, '')),
  );
}
