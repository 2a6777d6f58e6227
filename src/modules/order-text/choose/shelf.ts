import { takeTurns } from '../../../kernel/slices.ts';
import type { GoodsFound, NamedGoods } from '../../catalog/index.ts';
import { orderTextLimits } from '../limits.ts';
import { wordsIn } from '../read/quantities.ts';
import { SlipIndex } from '../../../kernel/slips.ts';
import { allWritings, isColourOrSize, isFiller, oneWriting } from '../words/vocabulary.ts';

/** A variation with its words, as lines of an order are compared with them. */
export interface Stocked extends NamedGoods {
  name_words: readonly string[];
  /** Of colour and size. */
  option_words: readonly string[];
  /** Its place among the colours and sizes of the shelf. */
  option: number;
  /** Its colour or size holds a number. */
  has_number: boolean;
}

export interface StockedProduct {
  /** Its place on the shelf. */
  at: number;
  name_words: readonly string[];
  /** One bit for each of its words, of which those after the thirtieth share one. */
  bits: ReadonlyMap<string, number>;
  has_number: boolean;
  variations: Stocked[];
  /** Numbers of two digits among its sizes, from LOWEST_SIZE on. */
  sizes: { lowest: number; highest: number } | undefined;
}

/** What a word says about the products. */
export interface WordFit {
  /** Of each product the bits of the words of its name that it stands for, and SLIP; undefined where it is in none. */
  names: Uint32Array | undefined;
  /** Of each colour and size 1 where the word is in it, 2 where it is a slip away; undefined where it is in none. */
  options: Uint8Array | undefined;
  /** A colour, a size, or a word of the shop: goods without it are others. */
  is_telling: boolean;
  is_number: boolean;
  is_filler: boolean;
}

/** The variations of the shop by their words, built for one text. */
export interface Shelf {
  products: ReadonlyMap<number, StockedProduct>;
  by_sku: ReadonlyMap<string, Stocked>;
  /** Whether a word stands in any name, colour or size of the shop. */
  isKnown(word: string): boolean;
  /** Whether a word stands in a name on the shelf. */
  isInName(word: string): boolean;
  fitOf(word: string): WordFit;
  /** Whether so many words may be compared with so many goods: what a text may take is bounded. */
  mayCompare(words: number, goods: number): boolean;
}

/** Lower numbers are a quantity as often as a size: "kaos dino biru 6" is ambiguous. */
export const LOWEST_SIZE = 20;
/** A bit for a name: it matches only with a typing error. */
export const SLIP: number = 2 ** 31;
const MOST_BITS = 31;

/** Builds a shelf from the variations found, yielding between steps. */
export async function shelfOf({ goods, known }: GoodsFound): Promise<Shelf> {
  const index = new NameIndex();
  const options = new OptionIndex();
  const products = new Map<number, StockedProduct>();
  const by_sku = new Map<string, Stocked>();
  for (const item of goods) {
    await takeTurns();
    let product = products.get(item.product_id);
    if (product === undefined) {
      product = productOf(item, products.size);
      products.set(item.product_id, product);
      index.add(product);
    }
    const { place, words } = options.add(`${item.color} ${item.size}`);
    const stocked = {
      ...item,
      name_words: product.name_words,
      option_words: words,
      option: place,
      has_number: words.some((word) => /^\d/.test(word)),
    };
    product.variations.push(stocked);
    addSizes(product, words);
    by_sku.set(item.sku.toLowerCase(), stocked);
  }
  const fits = new Map<string, WordFit>();
  let left: number = orderTextLimits.order_text_comparisons;
  let slips_left = MOST_SLIPPED;
  const isKnown = (word: string) => allWritings(word).some((writing) => known.has(writing));
  const compare = (word: string): WordFit => {
    const is_known = isKnown(word);
    const is_option = isColourOrSize(word);
    const may_slip = !is_known && !is_option && slips_left > 0;
    if (may_slip) slips_left -= 1;
    return {
      names: index.fit(word, !is_option, may_slip),
      options: options.fit(word, may_slip),
      is_telling: is_option || is_known,
      is_number: /^\d+\p{L}{0,3}$/u.test(word),
      is_filler: isFiller(word),
    };
  };
  return {
    products,
    by_sku,
    isKnown,
    isInName: (word) => index.has(word),
    fitOf(word) {
      const cached = fits.get(word);
      if (cached !== undefined) return cached;
      const fit = compare(word);
      fits.set(word, fit);
      return fit;
    },
    mayCompare(words, count) {
      left -= words * count;
      return left > 0;
    },
  };
}

/** Of so many words that the shop doesn't know slips are sought. */
const MOST_SLIPPED = 200;

function productOf({ name }: NamedGoods, at: number): StockedProduct {
  const name_words = wordsIn(name);
  const bits = new Map<string, number>();
  for (const word of name_words) if (!bits.has(word)) bits.set(word, 2 ** Math.min(bits.size, MOST_BITS - 1));
  const has_number = name_words.some((word) => /^\d/.test(word));
  return { at, name_words, bits, has_number, variations: [], sizes: undefined };
}

function addSizes(product: StockedProduct, words: readonly string[]): void {
  for (const word of words) {
    const size = Number(word);
    if (!/^\d{2}$/.test(word) || size < LOWEST_SIZE) continue;
    const { lowest, highest } = product.sizes ?? { lowest: size, highest: size };
    product.sizes = { lowest: Math.min(lowest, size), highest: Math.max(highest, size) };
  }
}

/** Where a word stands: in which name, at which place. */
interface Standing {
  product: StockedProduct;
  at: number;
}

/** The names of products by their words, by beginnings of these, and by two of them that are written as one. */
class NameIndex {
  readonly #standings = new Map<string, Standing[]>();
  readonly #joined = new Map<string, Standing[]>();
  readonly #slips = new SlipIndex();
  #size = 0;
  #sorted: string[] | undefined;

  add(product: StockedProduct): void {
    this.#size += 1;
    this.#sorted = undefined;
    for (const [at, word] of product.name_words.entries()) {
      const next = product.name_words[at + 1];
      addTo(this.#standings, word, { product, at });
      if (next !== undefined) addTo(this.#joined, `${word}${next}`, { product, at });
      this.#slips.add(word);
    }
  }

  has(word: string): boolean {
    return this.#standings.has(word);
  }

  /**
   * For each product the words of its name that a word stands for: itself; else a longer one it begins, or that begins
   * it; else two as one; else one that it slipped from. Of several the first in the name.
   */
  fit(word: string, may_begin: boolean, may_slip: boolean): Uint32Array | undefined {
    const steps: [() => Iterable<Standing>, number, number][] = [
      [() => this.#standings.get(word) ?? [], 1, 0],
    ];
    if (may_begin) {
      steps.push(
        [() => this.#standingsOf(this.#begun(word)), 1, 0],
        [() => this.#joined.get(word) ?? [], 2, 0],
      );
      if (may_slip) steps.push([() => this.#standingsOf(this.#slips.slipsOf(word)), 1, SLIP]);
    }
    let bits: Uint32Array | undefined;
    for (const [standings, words, mark] of steps) {
      const first = new Map<StockedProduct, number>();
      for (const { product, at } of standings()) {
        if ((bits?.[product.at] ?? 0) !== 0) continue;
        const before = first.get(product);
        if (before === undefined || at < before) first.set(product, at);
      }
      if (first.size > 0) bits ??= new Uint32Array(this.#size);
      for (const [product, at] of first)
        for (const said of product.name_words.slice(at, at + words))
          (bits as Uint32Array)[product.at] =
            ((bits as Uint32Array)[product.at] ?? 0) | (product.bits.get(said) ?? 0) | mark;
    }
    return bits;
  }

  *#standingsOf(words: Iterable<string>): Iterable<Standing> {
    for (const word of words) yield* this.#standings.get(word) ?? [];
  }

  /** Words that a word begins: from three letters on, or "250" of "250gr"; and words of five letters that begin it. */
  *#begun(word: string): Iterable<string> {
    if (word.length >= 3 || /^\d{2,}$/.test(word)) {
      this.#sorted ??= [...this.#standings.keys()].sort();
      for (let at = firstFrom(this.#sorted, word); this.#sorted[at]?.startsWith(word) === true; at += 1)
        yield this.#sorted[at] as string;
    }
    for (let length = 5; length < Math.min(word.length, LONGEST_WORD); length += 1)
      yield word.slice(0, length);
  }
}

/** Longer words of names are begun by none. */
const LONGEST_WORD = 200;

/** Colours and sizes, each once, by their words. */
class OptionIndex {
  readonly #words: string[][] = [];
  readonly #places = new Map<string, number>();
  readonly #standings = new Map<string, number[]>();
  readonly #slips = new SlipIndex();

  add(text: string): { place: number; words: readonly string[] } {
    const cached = this.#places.get(text);
    if (cached !== undefined) return { place: cached, words: this.#words[cached] ?? [] };
    const place = this.#words.length;
    const words = wordsIn(text);
    this.#words.push(words);
    this.#places.set(text, place);
    for (const word of words) {
      addTo(this.#standings, word, place);
      if (oneWriting(word) === word) this.#slips.add(word);
    }
    return { place, words };
  }

  fit(word: string, may_slip: boolean): Uint8Array | undefined {
    const exact = this.#standings.get(word) ?? [];
    const near = may_slip
      ? [...this.#slips.slipsOf(word)].flatMap((other) => this.#standings.get(other) ?? [])
      : [];
    if (exact.length === 0 && near.length === 0) return undefined;
    const fit = new Uint8Array(this.#words.length);
    for (const place of near) fit[place] = 2;
    for (const place of exact) fit[place] = 1;
    return fit;
  }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Where the first of sorted words is that comes not before a word. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as string) < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
