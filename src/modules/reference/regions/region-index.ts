import { SlipIndex } from '../../../kernel/slips.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import {
  bareWritings,
  longPlace,
  longWord,
  numeralWord,
  oldProvince,
  placeWords,
  plainWords,
  withoutKind,
} from './place-words.ts';

export interface IndexedDistrict {
  code: number;
  name: string;
  city: string;
  province: string;
}

/** Districts by their codes, and the names in one writing of the cities and provinces that are told. */
interface NamedCodes {
  codes: Set<number>;
  cities: Set<string>;
  provinces: Set<string>;
}

interface Name {
  /** Its place among all names. */
  at: number;
  /** Its words without blanks between, in one writing and as they are. */
  bares: readonly string[];
  /** How many words it has. */
  length: number;
  /** With and without the blanks in it, as it is written and in one writing; a blank before each word. */
  text: string;
}

type Field = 'district' | 'city' | 'province';

interface Row {
  code: number;
  district: Name;
  city: Name;
  is_regency: boolean;
  /** The one of today, and those that it was a part of. */
  provinces: Name[];
  /** Its place in the list. */
  at: number;
}

/** What a name that is typed in full is worth, for each of its words. */
const FULL: Record<Field, number> = { district: 50, city: 45, province: 30 };
/** What the beginning of a word is worth. */
const BEGUN: Record<Field, number> = { district: 8, city: 6, province: 4 };
/** "Kec.", "Kab." and the like before a name of that kind, and before one of another. */
const OF_KIND = 15;
const SLIP = 12;

const LONGEST_NAME = 6;
/** Nobody types more of a place; further words are not looked at. */
const MOST_WORDS = 12;
/** Names of a row: district, city, province, and the province of before. */
const NAMES = 4;
const SHORTEST_INSIDE = 3;
const SHORTEST_SLIPPED = 5;
const MOST_MEANT = 8;
/** After so many rows others get their turn. */
const STEP = 50;

const KINDS: Record<string, Kind> = {};
for (const [kind, words] of Object.entries({
  district: 'kec kecamatan kc distrik district',
  regency: 'kab kabupaten kabupten',
  city: 'kota kodya kotamadya kt',
  province: 'prov provinsi propinsi prop province',
  rank: 'daerah khusus ibukota istimewa',
  beside: 'kel kelurahan desa ds dusun dsn nagari gampong',
  none: 'adm administrasi administratif indonesia',
}))
  for (const word of words.split(' ')) KINDS[word] = kind as Kind;

type Kind = Field | 'regency' | 'rank' | 'beside' | 'none';

/** A word of a keyword with all that it may stand for. */
interface Token {
  /** Its readings in one writing, blanks between their words; the first one is as typed. */
  readings: { text: string; bare: string; is_slip: boolean }[];
  /** What the word before says that it begins the name of. */
  kind: Kind | undefined;
  /** It may tell a kind itself, and no name. */
  may_be_kind: boolean;
}

/** The districts of the country by their names, to be searched as people type them. */
export class RegionIndex {
  readonly #rows: Row[] = [];
  /** The places of the names of each row. */
  readonly #places: number[] = [];
  /** Each as it is written: many districts are in one city. */
  readonly #names = new Map<string, Name>();
  /** The texts of all names, one behind the other, and where each begins. */
  #texts = '';
  readonly #begins: number[] = [];
  /** What was found of the words of a keyword, which are looked for again with slips. */
  readonly #found = new WeakMap<Token, Uint8Array>();
  readonly #slips = new SlipIndex();

  /**
   * @param districts in the order in which equally good ones are answered
   * @param fingerprint what tells this state of the list from another one
   */
  static async of(districts: Iterable<IndexedDistrict>, fingerprint: string): Promise<RegionIndex> {
    const index = new RegionIndex(fingerprint);
    for (const district of districts) {
      await takeTurns();
      index.#add(district);
    }
    return index;
  }

  readonly fingerprint: string;
  private constructor(fingerprint: string) {
    this.fingerprint = fingerprint;
  }

  #add({ code, name, city, province }: IndexedDistrict): void {
    const old = oldProvince(withoutKind(province));
    const own = this.#nameOf(name, name);
    const of_city = this.#nameOf(city, withoutKind(city));
    const provinces = [province, ...(old === undefined ? [] : [old])].map((one) =>
      this.#nameOf(one, withoutKind(one)),
    );
    this.#rows.push({
      code,
      district: own,
      city: of_city,
      is_regency: /^kabupaten/i.test(city),
      provinces,
      at: this.#rows.length,
    });
    const last = provinces.at(-1) as Name;
    for (const { at } of [own, of_city, provinces[0] as Name, last]) this.#places.push(at);
  }

  #nameOf(written: string, without_kind: string): Name {
    const key = `${written}\n${without_kind}`;
    const kept = this.#names.get(key);
    if (kept !== undefined) return kept;
    const words = placeWords(without_kind);
    const bares = bareWritings(without_kind);
    const writings = new Set([words.join(' '), plainWords(written).join(' '), ...bares]);
    const text = [...writings].map((one) => `\n ${one}`).join('');
    for (const word of [...bares, ...words]) this.#slips.add(word);
    const name = { at: this.#names.size, bares, length: words.length, text };
    this.#names.set(key, name);
    this.#begins.push(this.#texts.length);
    this.#texts += text;
    return name;
  }

  /**
   * The codes of the districts whose names hold all words of a keyword, those that are typed in full first. Where there
   * are none, it is read without the villages in it; then one slip in a long word is forgiven.
   */
  async search(keyword: string): Promise<number[]> {
    const words = plainWords(keyword);
    if (
      keyword === '' ||
      (words.length > 0 && words.every((word) => word in KINDS && KINDS[word] !== 'city'))
    )
      return this.#rows.map(({ code }) => code);
    const typed = tokensOf(keyword, true);
    const found = await this.#find(typed);
    if (found.length > 0) return found;
    const has_villages = words.some((word) => KINDS[word] === 'beside');
    const tokens = has_villages ? tokensOf(keyword, false) : typed;
    const without_villages = has_villages ? await this.#find(tokens) : [];
    if (without_villages.length > 0) return without_villages;
    const slipped = await this.#find(this.#slipped(tokens));
    return slipped.length > 0 || !has_villages ? slipped : this.#find(this.#slipped(typed));
  }

  /** Words that stand nowhere are slips; where all stand somewhere, any may be one. */
  #slipped(tokens: readonly Token[]): Token[] {
    const standing = tokens.map((token) => token.may_be_kind || this.#namesWith(token).includes(1));
    const is_some_nowhere = standing.includes(false);
    return tokens.map((token, at) =>
      is_some_nowhere && standing[at] === true ? token : this.#withSlips(token),
    );
  }

  /**
   * The places that may be meant by names in one writing, without blanks.
   * @param names names that are looked up as they are: `ilirbaratsatu`
   * @param hints names of districts that may have a slip in them
   * @param most districts that are returned of these names, and as many of the cities among them
   */
  named(names: readonly string[], hints: readonly string[], most: number): NamedCodes {
    const said = new Set(names);
    const isSaid = ({ bares }: Name) => bares.some((bare) => said.has(bare));
    const slips = new Set(hints.flatMap((hint) => [...this.#slips.slipsOf(hint)].slice(0, MOST_MEANT)));
    const found: NamedCodes = { codes: new Set(), cities: new Set(), provinces: new Set() };
    const of_cities: number[] = [];
    for (const { code, district, city, provinces } of this.#rows) {
      const is_named = isSaid(district) || district.bares.some((bare) => slips.has(bare));
      if (is_named && found.codes.size < most) found.codes.add(code);
      if (isSaid(city)) {
        found.cities.add(city.bares[0] ?? '');
        if (of_cities.length < most) of_cities.push(code);
      }
      for (const province of provinces) if (isSaid(province)) found.provinces.add(province.bares[0] ?? '');
    }
    for (const code of of_cities) found.codes.add(code);
    return found;
  }

  async #find(tokens: readonly Token[]): Promise<number[]> {
    if (tokens.length === 0) return [];
    const asked: Uint8Array[] = [];
    for (const token of tokens) {
      await takeTurns();
      if (!token.may_be_kind) asked.push(this.#namesWith(token));
    }
    const found: { code: number; score: number; at: number }[] = [];
    for (const row of this.#rows) {
      if (!this.#isInAll(asked, row.at)) continue;
      if (found.length % STEP === 0) await takeTurns();
      const score = scoreOf(tokens, row);
      if (score !== undefined) found.push({ code: row.code, score, at: row.at });
    }
    return found.toSorted((a, b) => b.score - a.score || a.at - b.at).map(({ code }) => code);
  }

  /** Whether each word is in one of the names of a row. */
  #isInAll(words: readonly Uint8Array[], row: number): boolean {
    const places = this.#places;
    const first = row * NAMES;
    for (const word of words) {
      let is_in = false;
      for (let at = first; at < first + NAMES && !is_in; at += 1) is_in = word[places[at] as number] === 1;
      if (!is_in) return false;
    }
    return true;
  }

  /** By the places of names, 1 for those that a word is in. */
  #namesWith(token: Token): Uint8Array {
    const kept = this.#found.get(token);
    if (kept !== undefined) return kept;
    const { readings } = token;
    const found = new Uint8Array(this.#names.size);
    this.#found.set(token, found);
    for (const { text } of readings) {
      const part = sought(text);
      for (let from = this.#texts.indexOf(part); from !== -1;) {
        const at = this.#nameAt(from);
        found[at] = 1;
        from = this.#texts.indexOf(part, this.#begins[at + 1] ?? this.#texts.length);
      }
    }
    return found;
  }

  /** The place of the name in whose text a character of all texts is. */
  #nameAt(character: number): number {
    let [from, to] = [0, this.#begins.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((this.#begins[middle] as number) <= character) from = middle;
      else to = middle;
    }
    return from;
  }

  #withSlips(token: Token): Token {
    const [{ bare }] = token.readings as [Token['readings'][0]];
    if (bare.length < SHORTEST_SLIPPED || token.may_be_kind) return token;
    const meant = [...this.#slips.slipsOf(bare)].slice(0, MOST_MEANT);
    return {
      ...token,
      readings: [...token.readings, ...meant.map((text) => ({ text, bare: text, is_slip: true }))],
    };
  }
}

/**
 * The words of a keyword without the kinds that come before names.
 * @param has_villages "desa" and the like are names too; else what follows them is in no list, and not read
 */
function tokensOf(keyword: string, has_villages: boolean): Token[] {
  const tokens: Token[] = [];
  for (const part of keyword.split(/[,;/|()\n]|\s[-–—]\s/u)) {
    const words = plainWords(part);
    let kind: Kind | undefined;
    for (const word of words) {
      const own = KINDS[word];
      const may_be_kind = own === 'city' || own === 'rank';
      if (own === 'none') continue;
      if (may_be_kind || (own === 'beside' && has_villages))
        tokens.push({
          ...tokenOf(word, words.length > 1),
          kind,
          may_be_kind: may_be_kind && words.length > 1,
        });
      if (own === 'beside' && has_villages) kind = undefined;
      else if (own === 'rank') kind = 'province';
      else if (own !== undefined) kind = own === 'city' && kind === 'district' ? kind : own;
      else if (kind !== 'beside' && !/^\d{5}$/.test(word)) {
        tokens.push({ ...tokenOf(word, words.length > 1), kind, may_be_kind: false });
        kind = undefined;
      }
    }
  }
  const is_only_kind = tokens.every(({ may_be_kind }) => may_be_kind);
  return (is_only_kind ? tokens.map((token) => ({ ...token, may_be_kind: false })) : tokens).slice(
    0,
    MOST_WORDS,
  );
}

function tokenOf(word: string, is_of_several: boolean): Pick<Token, 'readings'> {
  const texts = [
    word,
    longPlace(word),
    longWord(word),
    ...(is_of_several ? [numeralWord(word) ?? word] : []),
  ];
  return {
    readings: [...new Set(texts)].map((text) => ({ text, bare: text.replaceAll(' ', ''), is_slip: false })),
  };
}

/** What is short is sought where words begin. */
function sought(text: string): string {
  return text.length < SHORTEST_INSIDE ? ` ${text}` : text;
}

/**
 * How well a row is told by all words of a keyword; undefined where one of them is in none of its names. Words that
 * make up a name in full count most, each name once.
 */
function scoreOf(tokens: readonly Token[], row: Row): number | undefined {
  const names: { field: Field; name: Name; bit: number }[] = [
    { field: 'district', name: row.district, bit: 1 },
    { field: 'city', name: row.city, bit: 2 },
    ...row.provinces.map((name) => ({ field: 'province' as const, name, bit: 4 })),
  ];
  let states = new Map<number, number>([[0, 0]]);
  const waiting: Map<number, number>[] = tokens.map(() => new Map<number, number>());
  const best = (states_at: Map<number, number> | undefined, said: number, score: number) => {
    if (states_at !== undefined && score > (states_at.get(said) ?? -Infinity)) states_at.set(said, score);
  };
  const last = new Map<number, number>();
  const at_end = (at: number) => (at === tokens.length ? last : waiting[at]);
  for (const [at, token] of tokens.entries()) {
    if (at > 0) states = waiting[at] as Map<number, number>;
    if (states.size === 0) continue;
    const partly = partScore(token, names);
    const spans = names.flatMap((one) =>
      fullSpans(tokens, at, one.name).map((span) => ({ ...one, ...span })),
    );
    for (const [said, score] of states) {
      if (token.may_be_kind) best(at_end(at + 1), said, score);
      if (partly !== undefined) best(at_end(at + 1), said, score + partly);
      for (const { field, name, bit, to, is_slip } of spans) {
        // "Kudus, Kudus" tells the district and its city; told a third time it tells no more.
        const worth = (said & bit) === 0 ? FULL[field] * Math.max(name.length, to - at) : 0;
        best(
          at_end(to),
          said | bit,
          score + worth + kindScore(token.kind, field, row) - (is_slip ? SLIP : 0),
        );
      }
    }
  }
  const scores = [...last.values()];
  return scores.length === 0 ? undefined : Math.max(...scores);
}

/** Where the words from one on make up a name in full. */
function fullSpans(
  tokens: readonly Token[],
  from: number,
  { bares }: Name,
): { to: number; is_slip: boolean }[] {
  const spans: { to: number; is_slip: boolean }[] = [];
  let beginnings = bares.map((bare) => ({ bare, length: 0, is_slip: false }));
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_NAME) && beginnings.length > 0; at += 1) {
    const { readings } = tokens[at] as Token;
    beginnings = beginnings.flatMap(({ bare, length, is_slip }) =>
      readings
        .filter((reading) => bare.startsWith(reading.bare, length))
        .map((reading) => ({
          bare,
          length: length + reading.bare.length,
          is_slip: is_slip || reading.is_slip,
        })),
    );
    const whole = beginnings.filter(({ bare, length }) => length === bare.length);
    if (whole.length > 0) spans.push({ to: at + 1, is_slip: whole.every(({ is_slip }) => is_slip) });
  }
  return spans;
}

/** What a word that is a part of a name tells: undefined where it is in none. */
function partScore(
  { readings, kind }: Token,
  names: readonly { field: Field; name: Name }[],
): number | undefined {
  let best: number | undefined;
  for (const { text, bare, is_slip } of readings)
    for (const { field, name } of names) {
      if (!name.text.includes(sought(text))) continue;
      const begins = name.bares.some((one) => one.startsWith(bare));
      const begun = begins ? BEGUN[field] : name.text.includes(` ${text}`) ? BEGUN[field] / 2 : 1;
      const of_kind =
        kind !== undefined && (kind === field || (kind === 'regency' && field === 'city')) ? 1 : 0;
      best = Math.max(best ?? -Infinity, begun + of_kind - (is_slip ? SLIP : 0));
    }
  return best;
}

function kindScore(kind: Kind | undefined, field: Field, { is_regency }: Row): number {
  if (kind === undefined) return 0;
  if (kind === 'city' || kind === 'regency')
    return field === 'city' && (kind === 'regency') === is_regency ? OF_KIND : -OF_KIND;
  return kind === field ? OF_KIND : -OF_KIND;
}
