import { EVERYDAY_SHORT, SHORT_FOR, SHORT_WORDS } from './short-places.ts';

/** The highest number in names is `Batin XXIV`; people write `50 Kota` as well. */
const NUMBERS = [...Array.from({ length: 39 }, (_, at) => at + 1), 50];
const DIGITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

/** A number below 100 in words, without blanks: 13 is `tigabelas`. */
function inWords(number: number): string {
  const digit = DIGITS[number % 10] ?? '';
  const tens = Math.floor(number / 10);
  if (tens === 0) return digit;
  if (tens === 1) return number === 10 ? 'sepuluh' : number === 11 ? 'sebelas' : `${digit}belas`;
  return `${DIGITS[tens]}puluh${digit}`;
}

const ROMAN_DIGITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** A number below 40 in Roman numerals; nobody writes others so. */
function inRoman(number: number): string {
  return number >= 40 ? String(number) : 'x'.repeat(Math.floor(number / 10)) + ROMAN_DIGITS[number % 10];
}

/** Parts of names are numbered in words, in Roman numerals or in digits. */
const NUMERAL: ReadonlyMap<string, string> = new Map(
  NUMBERS.flatMap((number) => [inRoman(number), String(number)].map((numeral) => [numeral, inWords(number)])),
);

/** Provinces of 2012 and 2022, and the ones that they were parts of, as older addresses have it. */
const OLD_PROVINCES: Record<string, string> = {
  'papua pegunungan': 'papua',
  'papua tengah': 'papua',
  'papua selatan': 'papua',
  'papua barat daya': 'papua barat',
  'kalimantan utara': 'kalimantan timur',
};

function reversed(names: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([full, others]) => others.split(' ').map((other) => [other, full])),
  );
}

const SHORT = reversed(SHORT_FOR);
const SHORT_WORD = reversed(SHORT_WORDS);

/**
 * A city or province that is shortened, in full; any other word as it is.
 * @param is_place whether it is said to be one: else what is a word of everyday as well stays as it is
 */
export function longPlace(word: string, is_place = true): string {
  return !is_place && EVERYDAY_SHORT.has(word) ? word : (SHORT.get(word) ?? word);
}

/** A word of a place's name in full, where it is shortened: of `tj` it is `tanjung`. */
export function longWord(word: string): string {
  return SHORT_WORD.get(word) ?? word;
}

/** A numeral in words: of `II` and of `2` it is `dua`; undefined for what is none. */
export function numeralWord(word: string): string | undefined {
  return NUMERAL.get(word);
}

/** The province that a province was a part of, in lower case. */
export function oldProvince(province: string): string | undefined {
  return OLD_PROVINCES[province.toLowerCase()];
}

/** The words of a text in lower case, without accents, apostrophes and signs. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f'’‘`´"]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a name in the one writing that names are compared in: `Seberang Ulu I` is `seberang ulu satu`. */
export function placeWords(name: string): string[] {
  return plainWords(name).map((word, _, all) =>
    all.length === 1 ? word : (numeralWord(word) ?? longWord(word)),
  );
}

/** What kind a city is of stands before its name, as in the names of provinces. */
const KIND =
  /^(?:kabupaten administrasi|kota administrasi|kabupaten|kota|daerah khusus ibukota|daerah khusus|daerah istimewa) /;

/** The name of a city or province without its kind, in lower case. */
export function withoutKind(name: string): string {
  return name.toLowerCase().replace(KIND, '');
}

/** The name of a place in one writing, without its kind and blanks: "Kota Administrasi Jakarta Barat" is `jakartabarat`. */
export function bareName(name: string): string {
  return placeWords(withoutKind(name)).join('');
}

/** The name of a place as names are compared, without blanks: in one writing, and as it is. */
export function bareWritings(name: string): string[] {
  return [...new Set([placeWords(name).join(''), plainWords(name).join('')])];
}

/** The names of a province in one writing, of today and of before. */
export function bareProvinces(province: string): string[] {
  const old = oldProvince(province);
  return [province, ...(old === undefined ? [] : [old])].map(bareName);
}

/** What stands around the name of a province: its kind, shortened or not, and what older names of Aceh had more. */
const BESIDE_PROVINCE = new Set(
  'prov provinsi propinsi daerah khusus ibukota istimewa di dki nanggroe darussalam'.split(' '),
);

/**
 * The name of a province as people write it, in the one writing of names: of `DKI Jakarta` it is `jakarta`, of `D.I. Yogyakarta` and
 * `DIY` `yogyakarta`, of `Kep. Riau` and `Kepri` `kepulauanriau`.
 */
export function bareProvinceMeant(text: string): string {
  const joined = text.replaceAll(/\b(\p{L})\.\s*(?=\p{L}\b)/gu, '$1');
  const words = plainWords(joined);
  const named = words.filter((word) => !BESIDE_PROVINCE.has(word));
  const [only = ''] = named.length === 0 ? words.slice(-1) : named;
  return placeWords(named.length > 1 ? named.join(' ') : longPlace(only)).join('');
}
