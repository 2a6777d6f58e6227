import type { GoodsFound, NamedGoods } from '../catalog/index.ts';
import { skusIn, wordsIn, type AskedItem } from './quantities.ts';
import { isSlipOf, isWithoutVowels } from './slips.ts';
import { allWritings, isColourOrSize, isFiller, oneWriting } from './vocabulary.ts';

/** The shop's variations with their words, as lines of an order are compared with them. */
export interface Shelf {
  goods: Stocked[];
  by_sku: Map<string, Stocked>;
  /** Whether a word stands in any name, colour or size of the shop. */
  isKnown(word: string): boolean;
}

export interface Stocked extends NamedGoods {
  name_words: string[];
  /** Of colour and size. */
  option_words: string[];
}

/** What an item may mean. */
export interface Choice {
  /** undefined where it is not one variation for sure. */
  chosen: NamedGoods | undefined;
  confidence: number;
  /** All that it may be, however many. */
  candidates: NamedGoods[];
  /** undefined where none is said. */
  qty: number | undefined;
  qty_confidence: number;
  /** How much of the item stands in what was found: words that fit, and words that don't. */
  fitting: number;
  unfit: number;
  /** It says nothing of a name, only colours and sizes. */
  is_option_only: boolean;
}

export function shelfOf({ goods, known }: GoodsFound): Shelf {
  const stocked = goods.map((item) => ({
    ...item,
    name_words: wordsIn(item.name),
    option_words: wordsIn(`${item.color} ${item.size}`),
  }));
  return {
    goods: stocked,
    by_sku: new Map(stocked.map((item) => [item.sku.toLowerCase(), item])),
    isKnown: (word) => allWritings(word).some((writing) => known.has(writing)),
  };
}

interface Fit {
  item: Stocked;
  named: number;
  options: number;
  slips: number;
  /** Words that tell of something else: a colour, a size or a name that this is not. */
  conflicts: number;
  /** Words that tell of nothing the shop knows. */
  strays: number;
  /** Words of the name that are not said. */
  unsaid: number;
}

/**
 * What an item means: the one variation that all its words fit, where there is just one. A word that the shop
 * knows and the variation doesn't have, or a colour or size that it doesn't have, leaves it undecided.
 * @param of where the item is one of a row ("hitam M 1, L 2"): the variation before, whose name it goes on with
 */
export function chooseGoods(asked: AskedItem, shelf: Shelf, of: NamedGoods | undefined): Choice {
  const item = asked.is_by_sign ? withSizeBySign(asked, shelf, of) : asked;
  const by_sku = skusIn(item.text).flatMap((sku) => shelf.by_sku.get(sku) ?? [])[0];
  if (by_sku !== undefined && (/\d|-/.test(by_sku.sku) || by_sku.name_words.length > 0))
    return bySku(item, by_sku);
  const readings = [
    {
      words: item.words,
      qty: item.qty,
      qty_confidence: item.qty === undefined ? 0.6 : markedConfidence(item),
    },
    ...(item.qty === undefined ? item.numbers : []).map((at) => ({
      words: item.words.filter((_, place) => place !== at),
      qty: Number(item.words[at]),
      qty_confidence: at === 0 || at === item.words.length - 1 ? 0.85 : 0.7,
    })),
  ];
  // A number that looks like a size of the goods is not how many: who writes "hitam 40" wants no 40 of another size.
  const choices = readings
    .map(({ words, qty, qty_confidence }) => ({ ...chooseByWords(words, shelf, of), qty, qty_confidence }))
    .filter(
      (choice, index) =>
        index === 0 || choice.qty === undefined || !isLikeSize(choice.qty, productsOf(choice), shelf),
    );
  const [best, ...others] = choices.toSorted(
    (a, b) =>
      Number(b.chosen !== undefined) - Number(a.chosen !== undefined) ||
      a.unfit - b.unfit ||
      b.fitting - a.fitting ||
      Number(b.qty !== undefined) - Number(a.qty !== undefined),
  ) as [Choice, ...Choice[]];
  return doubted(best, others);
}

export function productsOf({ chosen, candidates }: Pick<Choice, 'chosen' | 'candidates'>): Set<number> {
  return new Set((chosen === undefined ? candidates : [chosen]).map(({ product_id }) => product_id));
}

/** Lower numbers are as often a quantity as a size: of "kaos dino biru 6" nobody knows. */
const LOWEST_SIZE = 20;
/** How far from the sizes that there are one may ask for. */
const NEAR_SIZES = 5;

/** Whether a number may be a size of these products, though they don't have it: 42 of shoes in 38 to 41. */
export function isLikeSize(number: number, products: ReadonlySet<number>, shelf: Shelf): boolean {
  if (number < LOWEST_SIZE || products.size === 0) return false;
  const sizes = shelf.goods
    .filter(({ product_id }) => products.has(product_id))
    .flatMap(({ option_words }) => option_words.filter((word) => /^\d{2}$/.test(word)).map(Number))
    .filter((size) => size >= LOWEST_SIZE);
  return (
    sizes.some((size) => size <= number + NEAR_SIZES) && sizes.some((size) => size >= number - NEAR_SIZES)
  );
}

/** "sepatu hitam (40)": the number behind the sign is a word of the item, where it looks like a size. */
function withSizeBySign(item: AskedItem, shelf: Shelf, of: NamedGoods | undefined): AskedItem {
  const named = item.words.filter((_, at) => !item.numbers.includes(at));
  const products = productsOf(chooseByWords(named, shelf, of));
  if (item.qty === undefined || !isLikeSize(item.qty, products, shelf)) return item;
  return { ...item, words: [...item.words, String(item.qty)], qty: undefined };
}

/** "biru 6 2", where both are sizes: the last number is how many, to be checked. */
function doubted(best: Choice, others: readonly Choice[]): Choice {
  const rivals = others.filter(
    ({ chosen, unfit }) =>
      chosen !== undefined && unfit === best.unfit && chosen.variation_id !== best.chosen?.variation_id,
  );
  const last = rivals.at(-1);
  if (best.chosen === undefined || last === undefined) return best;
  const confidence = Math.min(0.6, last.confidence);
  return { ...last, confidence, qty_confidence: 0.6 };
}

function markedConfidence(item: AskedItem): number {
  return item.is_unit_unclear ? 0.5 : 0.95;
}

function bySku(item: AskedItem, found: Stocked): Choice {
  const sku_words = new Set(wordsIn(found.sku));
  const numbers = item.numbers.filter((at) => !sku_words.has(item.words[at] ?? ''));
  const bare = numbers.at(-1);
  const qty = item.qty ?? (bare === undefined ? undefined : Number(item.words[bare]));
  return {
    chosen: found,
    confidence: 0.97,
    candidates: [],
    qty,
    fitting: 3,
    unfit: 0,
    is_option_only: false,
    qty_confidence: item.qty !== undefined ? markedConfidence(item) : qty === undefined ? 0.6 : 0.85,
  };
}

type WordChoice = Omit<Choice, 'qty' | 'qty_confidence'>;
const NOTHING: WordChoice = {
  chosen: undefined,
  confidence: 0,
  candidates: [],
  fitting: 0,
  unfit: 0,
  is_option_only: false,
};

function chooseByWords(words: readonly string[], shelf: Shelf, of: NamedGoods | undefined): WordChoice {
  const said = [...new Set(words)].filter((word) => !isFiller(word) || shelf.isKnown(word));
  if (said.length === 0) return { ...NOTHING, unfit: 1 };
  const row = of === undefined ? undefined : chooseOption(said, shelf, of);
  if (row?.chosen !== undefined) return row;
  const fits = shelf.goods.map((item) => fitOf(said, item, shelf)).filter((fit) => fit.named > 0);
  const best = wholeOptions(bestOf(fits), said);
  const [first] = best;
  if (first === undefined) return row ?? { ...NOTHING, unfit: said.length };
  const fitting = first.named + first.options;
  const unfit = first.conflicts + first.strays;
  const confidence = confidenceOf(first);
  const is_chosen = best.length === 1 && first.conflicts === 0 && confidence >= 0.5;
  return {
    chosen: is_chosen ? first.item : undefined,
    confidence: is_chosen ? confidence : 0,
    candidates: is_chosen ? [] : best.map(({ item }) => item),
    fitting,
    unfit,
    is_option_only: false,
  };
}

/** Of one product's variations the one whose colour and size are said as a whole: "pedas" is not "extra pedas". */
function wholeOptions(best: Fit[], said: readonly string[]): Fit[] {
  if (best.some(({ item }) => item.product_id !== best[0]?.item.product_id)) return best;
  const whole = best.filter(({ item }) => isSaidWhole(item, said));
  return whole.length === 1 ? whole : best;
}

function isSaidWhole({ option_words }: Stocked, said: readonly string[]): boolean {
  return option_words.length > 0 && option_words.every((word) => said.includes(word));
}

/** Colours and sizes alone, of the product named before. */
function chooseOption(said: readonly string[], shelf: Shelf, of: NamedGoods): WordChoice | undefined {
  const variations = shelf.goods.filter((item) => item.product_id === of.product_id);
  const isOf = (word: string, item: Stocked) =>
    item.option_words.includes(word) || isOptionSlip(word, item, shelf);
  const options = said.filter((word) => variations.some((item) => isOf(word, item)));
  const strays = said.filter((word) => !options.includes(word));
  if (strays.some((word) => !isColourOrSize(word) && !/\d/.test(word) && shelf.isKnown(word)))
    return undefined;
  const fitting = variations.filter((item) => options.every((word) => isOf(word, item)));
  if (options.length === 0 || fitting.length === 0) return undefined;
  // "hitam M 1, L 2": what isn't said anew is as before.
  const before = wordsIn(`${of.color} ${of.size}`);
  const kept = (item: Stocked) => item.option_words.filter((word) => before.includes(word)).length;
  const most = Math.max(...fitting.map(kept));
  const whole = fitting.filter((item) => isSaidWhole(item, said));
  const alike = whole.length === 1 ? whole : fitting.filter((item) => kept(item) === most);
  const is_one = alike.length === 1 && strays.length === 0;
  return {
    chosen: is_one ? alike[0] : undefined,
    confidence: is_one ? 0.85 : 0,
    candidates: is_one ? [] : fitting,
    fitting: options.length,
    unfit: strays.length,
    is_option_only: true,
  };
}

function fitOf(said: readonly string[], item: Stocked, shelf: Shelf): Fit {
  const fit: Fit = { item, named: 0, options: 0, slips: 0, conflicts: 0, strays: 0, unsaid: 0 };
  const open = new Set(item.name_words);
  for (const word of said) {
    const option = item.option_words.includes(word);
    const name = option ? undefined : nameWord(word, item.name_words, shelf);
    if (option) fit.options += 1;
    else if (name !== undefined) {
      fit.named += 1;
      if (name.is_slip) fit.slips += 1;
      for (const one of name.words) open.delete(one);
    } else if (isOptionSlip(word, item, shelf)) {
      fit.options += 1;
      fit.slips += 1;
    } else if (isColourOrSize(word) || shelf.isKnown(word) || isOtherNumber(word, item)) fit.conflicts += 1;
    else if (!isFiller(word)) fit.strays += 1;
  }
  fit.unsaid = open.size;
  return fit;
}

/** The words of a name that a word stands for: itself, a longer one it begins, or one that it slipped from. */
function nameWord(
  word: string,
  name_words: readonly string[],
  shelf: Shelf,
): { words: string[]; is_slip: boolean } | undefined {
  if (name_words.includes(word)) return { words: [word], is_slip: false };
  if (isColourOrSize(word)) return undefined;
  const begun = name_words.filter(
    (other) =>
      (word.length >= 3 && other.startsWith(word)) ||
      (other.length >= 5 && word.startsWith(other)) ||
      // "250" of "250gr"; "vitc" of "vitamin c"
      (/^\d{2,}$/.test(word) && other.startsWith(word)),
  );
  if (begun.length > 0) return { words: begun.slice(0, 1), is_slip: false };
  const joined = name_words.findIndex((other, at) => `${other}${name_words[at + 1] ?? ''}` === word);
  if (joined !== -1) return { words: name_words.slice(joined, joined + 2), is_slip: false };
  if (shelf.isKnown(word)) return undefined;
  const slipped = name_words.find((other) => isSlipOf(word, other) || isWithoutVowels(word, other));
  return slipped === undefined ? undefined : { words: [slipped], is_slip: true };
}

function isOptionSlip(word: string, item: Stocked, shelf: Shelf): boolean {
  if (isColourOrSize(word) || shelf.isKnown(word)) return false;
  return item.option_words.some(
    (other) => (isSlipOf(word, other) || isWithoutVowels(word, other)) && oneWriting(other) === other,
  );
}

/** A number where the variation has another one: another size, or another model. */
function isOtherNumber(word: string, item: Stocked): boolean {
  return (
    /^\d+\p{L}{0,3}$/u.test(word) && [...item.option_words, ...item.name_words].some((own) => /^\d/.test(own))
  );
}

/** Those that fit best; several where the words don't tell them apart. */
function bestOf(fits: readonly Fit[]): Fit[] {
  const key = (fit: Fit) => [
    fit.conflicts + fit.strays,
    -(fit.named + fit.options),
    fit.slips,
    fit.unsaid === 0 ? 0 : 1,
  ];
  const compare = (a: Fit, b: Fit) => {
    const other = key(b);
    return (
      key(a)
        .map((value, at) => value - (other[at] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  };
  const sorted = fits.toSorted(compare);
  const [first] = sorted;
  return first === undefined ? [] : sorted.filter((fit) => compare(fit, first) === 0);
}

function confidenceOf({ named, options, unsaid, strays, slips }: Fit): number {
  const base = unsaid === 0 ? 0.95 : named >= 2 ? 0.88 : named + options >= 2 ? 0.8 : 0.6;
  const strange = strays === 0 ? 0 : unsaid === 0 ? 0.3 : 0.5;
  return Math.round((base - strange - Math.min(slips, 2) * 0.08) * 100) / 100;
}
