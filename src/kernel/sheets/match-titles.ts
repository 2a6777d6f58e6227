import type { Cell } from './cells.ts';

/** A column that is looked for. */
export interface SoughtColumn<Key extends string> {
  key: Key;
  /** Its titles in any language and letter case, those that fit best first. */
  titles: readonly string[];
  /** What titles of it begin with that go on with a name, as `Quantity in Warehouse A`. */
  beginnings?: readonly string[];
  /** Titles made of these words alone are it as well, where no other column fits better. */
  words?: TitleWords;
  is_needed?: boolean;
  /** So many columns of a file may be it, as of pictures; without, one. */
  most?: number;
  /** So many columns of a file may say it, one in place of another: in each row the first that is filled in counts. */
  alternatives?: number;
}

/** Words by which titles are known, parted by blanks and in lower case. */
export interface TitleWords {
  /** A title has one of these; it may stand alone. */
  says: string;
  /** These say it too, but not alone. */
  says_with_others?: string;
  /** What may stand beside these. */
  beside: string;
}

/** Of a title so much is read and shown. */
export const TITLE_CHARACTERS = 200;

interface Match<Key extends string> {
  index: number;
  key: Key;
  /** How well the title fits: 0 is best. */
  rank: number;
}

type Meaning<Key extends string> = Omit<Match<Key>, 'index'>;

/** Titles whose meanings are remembered: a row is looked at several times, and sheets repeat their titles. */
const REMEMBERED_MOST = 2_000;
/** Titles that fit but for marks and units come after all that fit exactly. */
const LOOSE_RANK = 1_000;
const BEGUN_RANK = 2_000;
const WORDS_RANK = 3_000;

/** Finds what the titles of files mean. */
export class TitleMatcher<Key extends string> {
  readonly #exact = new Map<string, Meaning<Key>[]>();
  readonly #loose = new Map<string, Meaning<Key>[]>();
  readonly #beginnings: readonly { key: Key; beginning: string }[];
  readonly #words: readonly {
    key: Key;
    says: Set<string>;
    says_with_others: Set<string>;
    all: Set<string>;
  }[];
  readonly #most: ReadonlyMap<Key, number>;
  readonly #remembered = new Map<string, Meaning<Key>[]>();

  constructor(sought: readonly SoughtColumn<Key>[]) {
    this.#beginnings = sought.flatMap(({ key, beginnings = [] }) =>
      beginnings.map((beginning) => ({ key, beginning: `${plainTitle(beginning)} ` })),
    );
    this.#words = sought.flatMap(({ key, words }) => {
      if (words === undefined) return [];
      const says = new Set(words.says.split(' '));
      const says_with_others = new Set(words.says_with_others?.split(' '));
      const all = new Set([...says, ...says_with_others, ...words.beside.split(' ')]);
      return [{ key, says, says_with_others, all }];
    });
    this.#most = new Map(sought.map(({ key, most, alternatives }) => [key, most ?? alternatives ?? 1]));
    for (const { key, titles } of sought)
      for (const [place, title] of titles.entries()) {
        add(this.#exact, plainTitle(title), { key, rank: place });
        add(this.#loose, bareTitle(title), { key, rank: LOOSE_RANK + place });
      }
  }

  /** Whether a cell is the title of any column. */
  knows(cell: Cell): boolean {
    return this.#meanings(cell).length > 0;
  }

  #meanings(cell: Cell): Meaning<Key>[] {
    const title = titleOf(cell);
    if (title === '') return [];
    const remembered = this.#remembered.get(title);
    if (remembered !== undefined) return remembered;
    if (this.#remembered.size >= REMEMBERED_MOST) this.#remembered.clear();
    const meanings = this.#find(title);
    this.#remembered.set(title, meanings);
    return meanings;
  }

  #find(title: string): Meaning<Key>[] {
    const plain = plainTitle(title);
    const begun = this.#beginnings.filter(({ beginning }) => plain.startsWith(beginning));
    return [
      ...(this.#exact.get(plain) ?? []),
      ...(this.#loose.get(bareTitle(title)) ?? []),
      ...begun.map(({ key }) => ({ key, rank: BEGUN_RANK })),
      ...this.#sayingWords(title).map((key) => ({ key, rank: WORDS_RANK })),
    ];
  }

  #sayingWords(title: string): Key[] {
    const words = titleWords(title);
    return this.#words
      .filter(
        ({ says, says_with_others, all }) =>
          words.every((word) => all.has(word)) &&
          words.some((word) => says.has(word) || (words.length > 1 && says_with_others.has(word))),
      )
      .map(({ key }) => key);
  }

  /**
   * The columns that are known by their titles, by index, those that fit best first. Where several columns of a file could
   * be one, the one whose title fits best is; of those that only their words tell, none is.
   */
  match(titles: readonly Cell[]): Map<number, Key> {
    const matches = this.#matches(titles);
    const found = new Map<number, Key>();
    const left = new Map(this.#most);
    for (const { index, key } of matches) {
      if (isUnsure(matches, key) && this.#most.get(key) === 1) continue;
      const free = left.get(key) ?? 0;
      if (free === 0 || found.has(index)) continue;
      found.set(index, key);
      left.set(key, free - 1);
    }
    return found;
  }

  #matches(titles: readonly Cell[]): Match<Key>[] {
    return titles
      .flatMap((cell, index) => this.#meanings(cell).map((meaning) => ({ ...meaning, index })))
      .toSorted((a, b) => a.rank - b.rank);
  }

  /** The titles of the columns of which any could be it by its words: which one is, they do not tell. */
  unsureTitles(titles: readonly Cell[], key: Key): string[] {
    const matches = this.#matches(titles);
    if (!isUnsure(matches, key)) return [];
    return matches.filter((match) => match.key === key).map(({ index }) => titleOf(titles[index]));
  }
}

/** Whether several columns could be it, and all by their words alone. */
function isUnsure<Key extends string>(matches: readonly Match<Key>[], key: Key): boolean {
  const own = matches.filter((match) => match.key === key);
  return own.length > 1 && own.every(({ rank }) => rank >= WORDS_RANK);
}

function add<Value>(map: Map<string, Value[]>, title: string, value: Value): void {
  const known = map.get(title);
  if (known === undefined) map.set(title, [value]);
  else known.push(value);
}

export function titleOf(cell: Cell | undefined): string {
  return String(cell ?? '')
    .slice(0, TITLE_CHARACTERS)
    .toWellFormed();
}

/** Titles that differ in letter case, blanks and stars only are the same. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[\s_*]+/g, ' ')
    .trim();
}

/** What a title says of how a cell is filled in, and not what is in it: `Harga (reseller)` is no `Harga`. */
const HINTS =
  /\((?:rp|idr|(?:dalam |in )?(?:rupiah|gram)|local currency|mata uang lokal|pcs|buah|unit|gr?|gm|wajib(?: diisi)?|opsional|optional|required|mandatory|do not edit|jangan (?:di)?ubah|for online store|yes\/no|ya\/tidak|0\/1|1\/0|(?:min|max|maks)(?:imum|imal)?\.? ?[\d.]+|y\/n|y atau n|y or n|tema|opsi|theme|option)\.?\)/g;

/** Words as people shorten them in titles. */
const SHORTENED = new Map([
  ['hrg', 'harga'],
  ['jml', 'jumlah'],
  ['jmlh', 'jumlah'],
  ['brg', 'barang'],
  ['kd', 'kode'],
  ['nm', 'nama'],
  ['prod', 'produk'],
  ['ukr', 'ukuran'],
  ['desk', 'deskripsi'],
  ['ket', 'keterangan'],
]);

/** The words and numbers of a title, also of one for programs: `CNOTE_REFNO`, `trackingCode`, `No.Resi/AWB`. */
function titleWords(title: string): string[] {
  const plain = title
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(HINTS, '');
  return (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((word) => SHORTENED.get(word) ?? word);
}

/** Without marks and hints: `Harga (Rp)*`, `harga` and `HARGA:` are the same. But `Diskon %` and `Harga $` are others. */
function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(HINTS, '')
    .replaceAll(/[a-z]+/g, (word) => SHORTENED.get(word) ?? word)
    .replaceAll(/[^\p{L}\p{N}\p{Currency_Symbol}()%+]+/gu, '');
}
