import { SlipIndex } from '../../../kernel/slips.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { kindOf, tokensOf, type Token } from './keyword-tokens.ts';
import { bareWritings, oldProvince, placeWords, plainWords, withoutKind } from './place-words.ts';
import { scoreOf, sought, type Name, type Row } from './region-score.ts';

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

/** Names of a row: district, city, province, and the province of before. */
const NAMES = 4;
const SHORTEST_SLIPPED = 5;
const MOST_MEANT = 8;
/** After so many rows others get their turn. */
const STEP = 50;

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
   * are none, one slip in a long word is forgiven; then it is read without the villages in it.
   */
  async search(keyword: string): Promise<number[]> {
    const words = plainWords(keyword);
    if (
      keyword === '' ||
      (words.length > 0 && words.every((word) => ![undefined, 'city'].includes(kindOf(word))))
    )
      return this.#rows.map(({ code }) => code);
    const has_villages = words.some((word) => kindOf(word) === 'beside');
    for (const keeps_villages of has_villages ? [true, false] : [true]) {
      const tokens = tokensOf(keyword, keeps_villages);
      const found = await this.#find(tokens);
      if (found.length > 0) return found;
      const slipped = await this.#find(this.#slipped(tokens));
      if (slipped.length > 0) return slipped;
    }
    return [];
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
