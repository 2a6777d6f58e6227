import type { NamedGoods } from '../../catalog/index.ts';
import { numberOf, type RequestedItem } from '../read/quantities.ts';
import { isFiller } from '../words/vocabulary.ts';
import { chooseGoods, productsOf, type Choice } from './choose-goods.ts';
import { headOf, type OrderItem } from './order-item.ts';
import type { Shelf } from './shelf.ts';

/** Of what is not chosen so many are kept: an answer has fewer. */
const MOST_ALTERNATIVES = 10;
/** Nobody corrects more; what is marked so behind them is a line of its own. */
export const MOST_CORRECTIONS = 30;

/** What was said otherwise before is to be checked. */
export const MOST_CORRECTED = 0.75;

/**
 * Puts what is corrected in the place of what was said before: another product, colour, size or quantity. Where it may be
 * of several items, or may mean several things, none is chosen: both are candidates.
 * @returns false for what corrects nothing, and is an item of its own
 */
export function correctItem(
  items: OrderItem[],
  requested: RequestedItem,
  { line, text }: Pick<OrderItem, 'line' | 'text'>,
  shelf: Shelf,
): boolean {
  const last = items.at(-1);
  if (last === undefined) return false;
  const before = last.chosen ?? headOf(last);
  const choice = chooseGoods(requested, shelf, before);
  const number = numberAlone(requested);
  const is_of_last = number !== undefined || choice.is_option_only;
  if (!is_of_last && choice.fitting === 0) return false;
  const may_be_last = items.length === 1 || last.line === line;
  const target = is_of_last ? (may_be_last ? last : undefined) : targetOf(items, choice);
  const at = target === undefined ? items.length - 1 : items.indexOf(target);
  const corrected = items[at] as OrderItem;
  const is_size =
    number !== undefined && requested.qty === undefined && isOption(String(number), before, shelf);
  items[at] =
    target === undefined || is_size
      ? leftOpen(corrected, found(choice))
      : number === undefined
        ? withChoice(corrected, choice)
        : { ...corrected, qty: number, qty_confidence: MOST_CORRECTED };
  // What a full item takes the place of is none of it.
  if (is_of_last || target === undefined) items[at].text = `${corrected.text}, ${text}`;
  else Object.assign(items[at], { text, line });
  return true;
}

/** A quantity and nothing more: "3 ya". */
function numberAlone({ words, qty, numbers }: RequestedItem): number | undefined {
  const said = words.filter((word) => !isFiller(word));
  if (said.length === 0) return qty;
  return said.length === 1 && numbers.length === 1 && qty === undefined
    ? numberOf(words[numbers[0] ?? 0] ?? '')
    : undefined;
}

function isOption(word: string, before: NamedGoods | undefined, shelf: Shelf): boolean {
  const variations = before === undefined ? [] : (shelf.products.get(before.product_id)?.variations ?? []);
  return variations.some(({ option_words }) => option_words.includes(word));
}

/** The one item that another one can be in the place of. */
function targetOf(items: readonly OrderItem[], choice: Choice): OrderItem | undefined {
  const products = productsOf(choice);
  const alike = items.filter((item) =>
    found(item)
      .slice(0, MOST_ALTERNATIVES)
      .some(({ product_id }) => products.has(product_id)),
  );
  if (alike.length === 1) return alike[0];
  return items.length === 1 ? items[0] : undefined;
}

function withChoice(item: OrderItem, choice: Choice): OrderItem {
  const { qty, qty_confidence } = choice.qty === undefined ? item : choice;
  const corrected = {
    ...item,
    ...choice,
    qty,
    qty_confidence: Math.min(qty_confidence, MOST_CORRECTED),
    confidence: Math.min(choice.confidence, MOST_CORRECTED),
    is_option_only: item.is_option_only,
  };
  const alike = sharing(item, choice);
  if (alike !== undefined) return { ...corrected, chosen: alike, confidence: MOST_CORRECTED, candidates: [] };
  return choice.chosen === undefined
    ? { ...corrected, candidates: alternatives(item, found(choice)) }
    : corrected;
}

/** "yang sepatu 41" of black shoes: what isn't said anew is as before. */
function sharing({ chosen }: OrderItem, choice: Choice): NamedGoods | undefined {
  if (chosen === undefined || choice.chosen !== undefined || choice.unfit > 0) return undefined;
  const alike = choice.candidates.filter(
    ({ product_id, color, size }) =>
      product_id === chosen.product_id && (color === chosen.color || size === chosen.size),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function found({ chosen, candidates }: Choice): readonly NamedGoods[] {
  return chosen === undefined ? candidates : [chosen];
}

function alternatives(item: OrderItem, others: readonly NamedGoods[]): NamedGoods[] {
  const both = [found(item), others].flatMap((goods) => goods.slice(0, MOST_ALTERNATIVES));
  return [...new Map(both.map((goods) => [goods.variation_id, goods])).values()];
}

/** An item of which neither product nor quantity is sure any more. */
function leftOpen(item: OrderItem, others: readonly NamedGoods[]): OrderItem {
  return { ...item, chosen: undefined, confidence: 0, candidates: alternatives(item, others), is_same: true };
}
