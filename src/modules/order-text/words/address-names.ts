import { longPlace, longWord, numeralWord } from '../../reference/index.ts';
import { writings } from './lists.ts';
import { isFiller } from './vocabulary.ts';

/** The meaning of a word in front of a name. */
export type AddressRole = 'district' | 'city' | 'regency' | 'province' | 'street' | 'village' | 'none';
const ROLES = shortened(
  writings(`
  district = kec, kecamatan, kc; city = kota, kt, kodya, kotamadya; regency = kab, kabupaten;
  province = prov, provinsi, propinsi; village = kel, kelurahan, desa, ds, dusun, dsn, dukuh, kampung, kp, rt, rw,
  lingkungan, banjar; street = jl, jln, jalan, jlan, gg, gang, perum, perumahan, komplek, kompleks, komp, blok, blk,
  cluster, griya, villa, taman, lorong, lrg, apartemen, ruko, pasar, toko, masjid, sd, smp, sma, smk, kampus, kost, kos,
  dekat, depan, belakang, samping, sebelah, seberang, stasiun, terminal, rs, pt, cv, warung, ponpes, pesantren, kantor,
  bank, no, km`),
);

/** Whether the words after this one are the name of a street, a village or a house: "Jl.", "Blok". */
export function isStreetWord(word: string): boolean {
  return ROLES.has(word.toLowerCase().replaceAll(/[^\p{L}]/gu, ''));
}

/** From each writing to what it stands for. */
function shortened(names: Map<string, string[]>): Map<string, string> {
  return new Map([...names].flatMap(([name, others]) => others.map((other) => [other, name])));
}

interface Word {
  text: string;
  role: AddressRole;
  /** How many words of the same piece stand before it behind its role. */
  offset: number;
  /** A word that tells a kind stands before it and may begin its name, as in "Kota Kudus": the word, and the role of the whole. */
  with_marker?: { text: string; role: AddressRole } | undefined;
}

/** Words that tell a kind, and that names of districts begin or end with as well. */
const NAMED_BY = new Set('kota taman pasar seberang belakang kampung banjar dusun lingkungan'.split(' '));

/** Words that go on with the kind of a street: "Jl. Raya Puncak" is as much a street as "Jl. Puncak". */
const STREET_KINDS = new Set('raya besar lingkar lintas poros utama baru lama'.split(' '));

/** A possible name of a place: consecutive words, normalised. */
export interface Span {
  bare: string;
  from: number;
  to: number;
  role: AddressRole;
  offset: number;
  /** One word amid others that tell no place: "kirim bareng belanjaan", not "Jl. Melati 5, Bareng". */
  is_amid: boolean;
}

/** An address split into possible names of places. */
export interface AddressNames {
  spans: Span[];
  /** Bare names to look up. */
  names: string[];
  /** What is said to be the district. */
  hints: string[];
  postal_codes: string[];
}

const LONGEST_SPAN = 4;
const MOST_NAMES = 600;
const MOST_HINTS = 4;

/** Reads the names in an address; the meanings of labels are words in it (`kec. Cengkareng, kota Bandung`). */
export function addressNames(address: string): AddressNames {
  const words = wordsOf(address);
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let to = from; to < Math.min(words.length, from + LONGEST_SPAN); to += 1) {
      const piece = words.slice(from, to + 1);
      if (piece.some(({ text }) => text === '')) break;
      if (piece.some((word, at) => at > 0 && word.offset === 0 && word.role !== 'none')) break;
      const [{ role, offset, with_marker }] = piece as [Word];
      const bare = piece.map(({ text }) => text.replaceAll(' ', '')).join('');
      const is_word = (at: number) => (words[at]?.text ?? '') !== '' && words[at]?.role === 'none';
      const is_amid = from === to && (isFiller(bare) || is_word(from - 1) || is_word(to + 1));
      spans.push({ bare, from, to, role, offset, is_amid });
      if (with_marker !== undefined)
        spans.push({
          bare: `${with_marker.text}${bare}`,
          from: from - 1,
          to,
          role: with_marker.role,
          offset: 0,
          is_amid: false,
        });
    }
  const hints = spans.filter(
    ({ role, offset, bare }) => role === 'district' && offset === 0 && bare.length > 3,
  );
  return {
    spans,
    names: [...new Set(spans.flatMap(({ bare }) => (bare.length > 2 ? [bare] : [])))].slice(0, MOST_NAMES),
    hints: [...new Set(hints.map(({ bare }) => bare))].slice(0, MOST_HINTS),
    postal_codes: [...new Set(address.match(/(?<![\d.,+-])[1-9]\d{4}(?![\d.,-])/g))].slice(0, 3),
  };
}

/** "2 x 11" of "Kec. 2x11 Kayu Tanam" */
const TIMES = /^(\d+) ?x ?(\d+)$/;

/**
 * A word of a place's name in full; numerals stand behind another word, or begin the name of a district: "Ilir Barat I",
 * "Kec. XIII Koto Kampar".
 */
function inOneWriting(word: string, before: Word | undefined, role: AddressRole): string {
  const long = longPlace(word, role === 'city' || role === 'regency');
  if (long !== word) return long;
  const [, first, second] = TIMES.exec(word) ?? [];
  if (first !== undefined && second !== undefined)
    return [first, 'x', second].map((one) => numeralWord(one) ?? one).join('');
  return (before?.text || role === 'district' ? numeralWord(word) : undefined) ?? longWord(word);
}

/** "Kec. Ilir Barat 1", "Kec. 13 Koto Kampar": a number behind a name that no street's kind stands before. */
function isNumbered(token: string, before: Word | undefined, begins_district: boolean): boolean {
  if (begins_district) return TIMES.test(token) || numeralWord(token) !== undefined;
  return (
    before !== undefined &&
    before.text !== '' &&
    ['district', 'none'].includes(before.role) &&
    numeralWord(token) !== undefined
  );
}

/** The words of an address; an empty one stands where it breaks off. */
function wordsOf(address: string): Word[] {
  const words: Word[] = [];
  let role: AddressRole = 'none';
  let offset = 0;
  let with_marker: Word['with_marker'];
  // Whatever follows a street's number may be a place again.
  const tokens = address
    .toLowerCase()
    .slice(0, 3_000)
    .match(/[\p{L}']+|\d+ ?x ?\d+(?![\p{L}\d])|\d+|[,;\n()/|-]/gu);
  for (const [at, token] of (tokens ?? []).entries()) {
    // "Taman, Sidoarjo": nothing is of that kind.
    const is_name = NAMED_BY.has(token) && !/^\p{L}/u.test(tokens?.[at + 1] ?? '');
    const marker = is_name ? undefined : (ROLES.get(token) as AddressRole | undefined);
    // "Medan Kota" is a district; "Sukun Kota Malang" is one in a city.
    const before = words.at(-1);
    const begins = offset === 0 && ['district', 'street', 'village'].includes(role);
    if (marker !== undefined && NAMED_BY.has(token)) {
      // "Kec. Kota", "Samarinda Seberang"
      if ((begins && role === 'district') || (before !== undefined && before.text !== ''))
        words.push({ text: token, role, offset });
      with_marker = { text: token, role: begins ? role : 'none' };
    }
    if (marker !== undefined) {
      words.push({ text: '', role: 'none', offset: 0 });
      role = marker;
      offset = 0;
    } else if (
      /^\p{L}/u.test(token) ||
      isNumbered(token, words.at(-1), role === 'district' && offset === 0)
    ) {
      words.push({ text: inOneWriting(token, words.at(-1), role), role, offset, with_marker });
      with_marker = undefined;
      if (role !== 'street' || offset > 0 || !STREET_KINDS.has(token)) offset += 1;
    } else if (token !== '-') {
      words.push({ text: '', role: 'none', offset: 0 });
      role = 'none';
      offset = 0;
      with_marker = undefined;
    }
  }
  return words.slice(0, 200);
}
