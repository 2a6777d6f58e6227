import type { Cell } from './cells.ts';

/** A column that is looked for. */
export interface SoughtColumn<Key extends string> {
  key: Key;
  /** Its titles in any language and letter case, those that fit best first. */
  titles: readonly string[];
  /** What titles of it begin with that go on with a name, as `Quantity in Warehouse A`. */
  beginnings?: readonly string[];
  is_needed?: boolean;
  /** So many columns of a file may be it, as of pictures; without, one. */
  most?: number;
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

/** Finds what the titles of files mean. */
export class TitleMatcher<Key extends string> {
  readonly #exact = new Map<string, Meaning<Key>[]>();
  readonly #loose = new Map<string, Meaning<Key>[]>();
  readonly #beginnings: readonly { key: Key; beginning: string }[];
  readonly #most: ReadonlyMap<Key, number>;
  readonly #remembered = new Map<string, Meaning<Key>[]>();

  constructor(sought: readonly SoughtColumn<Key>[]) {
    this.#beginnings = sought.flatMap(({ key, beginnings = [] }) =>
      beginnings.map((beginning) => ({ key, beginning: `${plainTitle(beginning)} ` })),
    );
    this.#most = new Map(sought.map(({ key, most }) => [key, most ?? 1]));
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
    ];
  }

  /**
   * The columns that are known by their titles, by index. Where several columns of a file could be one, the one whose
   * title fits best is.
   */
  match(titles: readonly Cell[]): Map<number, Key> {
    const matches = titles.flatMap((cell, index) =>
      this.#meanings(cell).map((meaning) => ({ ...meaning, index })),
    );
    const found = new Map<number, Key>();
    const left = new Map(this.#most);
    for (const { index, key } of matches.toSorted((a, b) => a.rank - b.rank)) {
      const free = left.get(key) ?? 0;
      if (free === 0 || found.has(index)) continue;
      found.set(index, key);
      left.set(key, free - 1);
    }
    return found;
  }
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

/** Without marks and hints: `Harga (Rp)*`, `harga` and `HARGA:` are the same. But `Diskon %` and `Harga $` are others. */
function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(HINTS, '')
    .replaceAll(/[a-z]+/g, (word) => SHORTENED.get(word) ?? word)
    .replaceAll(/[^\p{L}\p{N}\p{Currency_Symbol}()%+]+/gu, '');
}
