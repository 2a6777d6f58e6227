import type { NamedGoods } from '../../catalog/index.ts';
import { numberOf, skusIn, wordsIn, type RequestedItem } from '../read/quantities.ts';
import { isColourOrSize } from '../words/vocabulary.ts';
import { LOWEST_SIZE, SLIP, type Shelf, type Stocked, type StockedProduct, type WordFit } from './shelf.ts';

/** The possible meanings of an item. */
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

interface Fit {
  item: Stocked;
  named: number;
  options: number;
  slips: number;
  /** Words that mean something else: another colour, size or name. */
  conflicts: number;
  /** Words that name nothing in the shop. */
  strays: number;
  /** The name has words that are not said. */
  is_unsaid: boolean;
}

/**
 * The variation that an item means: the one that all its words match, if there is exactly one. A word that the shop
 * knows but the variation does not have, or a colour or size that it does not have, leaves the item undecided.
 * @param of for an item of a list ("hitam M 1, L 2"): the preceding variation, whose name it continues
 */
export function chooseGoods(requested: RequestedItem, shelf: Shelf, of: NamedGoods | undefined): Choice {
  const item = requested.is_by_sign ? withSizeBySign(requested, shelf, of) : requested;
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
      qty: numberOf(item.words[at] ?? ''),
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

/** How far a requested size may be from the existing ones. */
const NEAR_SIZES = 5;

/** Whether a number could be a size of these products although they do not have it: 42 for shoes in 38 to 41. */
export function isLikeSize(number: number, products: ReadonlySet<number>, shelf: Shelf): boolean {
  if (number < LOWEST_SIZE) return false;
  let [lowest, highest] = [Infinity, -Infinity];
  for (const id of products) {
    const sizes = shelf.products.get(id)?.sizes;
    lowest = Math.min(lowest, sizes?.lowest ?? lowest);
    highest = Math.max(highest, sizes?.highest ?? highest);
  }
  return lowest <= number + NEAR_SIZES && highest >= number - NEAR_SIZES;
}

/** "sepatu hitam (40)": the number behind the sign is a word of the item, where it looks like a size. */
function withSizeBySign(item: RequestedItem, shelf: Shelf, of: NamedGoods | undefined): RequestedItem {
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

function markedConfidence(item: RequestedItem): number {
  return item.is_unit_unclear ? 0.5 : 0.95;
}

function bySku(item: RequestedItem, found: Stocked): Choice {
  const sku_words = new Set(wordsIn(found.sku));
  const numbers = item.numbers.filter((at) => !sku_words.has(item.words[at] ?? ''));
  const bare = numbers.at(-1);
  const qty = item.qty ?? (bare === undefined ? undefined : numberOf(item.words[bare] ?? ''));
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
  const said = [...new Set(words)].filter((word) => !shelf.fitOf(word).is_filler || shelf.isKnown(word));
  if (said.length === 0) return { ...NOTHING, unfit: 1 };
  const row = of === undefined ? undefined : chooseOption(said, shelf, of);
  if (row?.chosen !== undefined) return row;
  const best = wholeOptions(cachedFits(said, shelf), said);
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
  const variations = shelf.products.get(of.product_id)?.variations ?? [];
  if (!shelf.mayCompare(said.length, variations.length)) return undefined;
  const isOf = (word: string, { option }: Stocked) => (shelf.fitOf(word).options?.[option] ?? 0) > 0;
  const options = said.filter((word) => variations.some((item) => isOf(word, item)));
  const strays = said.filter((word) => !options.includes(word));
  if (strays.some((word) => !isColourOrSize(word) && !/\d/.test(word) && shelf.isKnown(word)))
    return undefined;
  const fitting = variations.filter((item) => options.every((word) => isOf(word, item)));
  if (options.length === 0 || fitting.length === 0) return undefined;
  // "hitam M 1, L 2": what isn't said anew is as before.
  const before = wordsIn(`${of.color} ${of.size}`);
  const inCommon = (item: Stocked) => item.option_words.filter((word) => before.includes(word)).length;
  const most = Math.max(...fitting.map(inCommon));
  const whole = fitting.filter((item) => isSaidWhole(item, said));
  const alike = whole.length === 1 ? whole : fitting.filter((item) => inCommon(item) === most);
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

/** What was found of a shelf: the same words are compared three times before a text is read. */
const cached_fits = new WeakMap<Shelf, Map<string, Fit[]>>();
/** If more fits, the words say little, and caching it would only fill the memory. */
const MOST_CACHED = 200;

function cachedFits(said: readonly string[], shelf: Shelf): Fit[] {
  const cached = cached_fits.get(shelf) ?? new Map<string, Fit[]>();
  cached_fits.set(shelf, cached);
  const words = said.join(' ');
  const found = cached.get(words) ?? bestFits(said, shelf);
  if (found.length <= MOST_CACHED) cached.set(words, found);
  return found;
}

/** The best fit of all products that have a word in their name; several if the words do not distinguish them. */
function bestFits(said: readonly string[], shelf: Shelf): Fit[] {
  const words = said.map((word) => shelf.fitOf(word));
  const names = words.flatMap(({ names: bits }) => bits ?? []);
  const isNamed = ({ at }: StockedProduct) => names.some((bits) => bits[at] !== 0);
  let best: Fit[] = [];
  let fewest_unfit = Infinity;
  for (const product of shelf.products.values()) {
    if (!isNamed(product)) continue;
    if (!shelf.mayCompare(words.length, product.variations.length)) return [];
    for (const item of product.variations) {
      const fit = fitOf(words, product, item, fewest_unfit);
      if (fit === undefined) continue;
      const difference = best[0] === undefined ? -1 : compare(fit, best[0]);
      if (difference < 0) best = [fit];
      else if (difference === 0) best.push(fit);
      fewest_unfit = Math.min(fewest_unfit, fit.conflicts + fit.strays);
    }
  }
  return best;
}

/** undefined where no word is of its name, or more are of something else than of what fits better. */
function fitOf(
  words: readonly WordFit[],
  { at, bits, has_number }: StockedProduct,
  item: Stocked,
  most_unfit: number,
): Fit | undefined {
  let [said, named, fitting, slips, conflicts, strays] = [0, 0, 0, 0, 0, 0];
  for (const { names, options, is_telling, is_number, is_filler } of words) {
    const option = options?.[item.option] ?? 0;
    const name = option === 1 ? 0 : (names?.[at] ?? 0);
    if (option === 1) fitting += 1;
    else if (name !== 0) {
      named += 1;
      if (name >= SLIP) slips += 1;
      said |= name;
    } else if (option === 2) {
      fitting += 1;
      slips += 1;
    } else {
      // A number where the variation has another one: another size, or another model.
      if (is_telling || (is_number && (has_number || item.has_number))) conflicts += 1;
      else if (!is_filler) strays += 1;
      if (conflicts + strays > most_unfit) return undefined;
    }
  }
  if (named === 0) return undefined;
  const is_unsaid = (said & ALL_BITS) !== ALL_BITS >>> (31 - Math.min(bits.size, 31));
  return { item, named, options: fitting, slips, conflicts, strays, is_unsaid };
}

/** Those of a name, without SLIP. */
const ALL_BITS = 2 ** 31 - 1;

/** Below zero where the first fits better. */
function compare(a: Fit, b: Fit): number {
  return (
    a.conflicts + a.strays - (b.conflicts + b.strays) ||
    b.named + b.options - (a.named + a.options) ||
    a.slips - b.slips ||
    Number(a.is_unsaid) - Number(b.is_unsaid)
  );
}

function confidenceOf({ named, options, is_unsaid, strays, slips }: Fit): number {
  const base = !is_unsaid ? 0.95 : named >= 2 ? 0.88 : named + options >= 2 ? 0.8 : 0.6;
  const strange = strays === 0 ? 0 : is_unsaid ? 0.5 : 0.3;
  return Math.round((base - strange - Math.min(slips, 2) * 0.08) * 100) / 100;
}
