import type { NamedGoods } from '../../catalog/index.ts';
import { cutAtNumbers, itemsIn, type RequestedItem } from '../read/quantities.ts';
import { isColourOrSize } from '../words/vocabulary.ts';
import { chooseGoods, isLikeSize, productsOf } from './choose-goods.ts';
import type { Shelf } from './shelf.ts';

/**
 * The items of a line that its numbers separate; undefined if its items are as written: the line is one item ("iphone
 * 13 bening 2"), or nothing separates it. A number that is a size or model of the product separates nothing.
 */
export function wholeLine(
  text: string,
  shelf: Shelf,
  before: NamedGoods | undefined,
): RequestedItem[] | undefined {
  const items = itemsIn(text);
  const [only] = items;
  if (items.length !== 1 || only === undefined || only.qty !== undefined || only.numbers.length < 2)
    return undefined;
  const choice = chooseGoods(only, shelf, before);
  if (choice.chosen !== undefined && choice.unfit === 0) return undefined;
  const products = productsSaid(only.words, shelf);
  for (const id of productsOf(choice)) products.add(id);
  if (before !== undefined) products.add(before.product_id);
  const numbers = only.numbers.filter((at) => !isOfProduct(only.words, at, products, shelf));
  if (numbers.length === 0) return undefined;
  return cutAtNumbers({ ...only, numbers }).filter(
    ({ qty, words }) =>
      qty !== undefined || words.some((word) => isColourOrSize(word) || shelf.isKnown(word)),
  );
}

/** The products whose whole name stands in a line. */
function productsSaid(words: readonly string[], shelf: Shelf): Set<number> {
  const said = new Set(words);
  const named = [...shelf.products].filter(
    ([, { name_words }]) => name_words.length > 0 && name_words.every((word) => said.has(word)),
  );
  return new Set(named.map(([id]) => id));
}

/** Whether a number is a size, not a quantity: "40" in "sepatu hitam 40 1", although there is no black 40. */
function isOfProduct(
  words: readonly string[],
  at: number,
  products: ReadonlySet<number>,
  shelf: Shelf,
): boolean {
  const word = words[at] ?? '';
  if (isLikeSize(Number(word), products, shelf)) return true;
  const goods = [...products].flatMap((id) => shelf.products.get(id) ?? []);
  if (goods.some(({ name_words }) => name_words.includes(word))) return true;
  const has_numbers = goods.some(({ variations }) => variations.some((variation) => variation.has_number));
  return has_numbers && /^\d{1,3}$/.test(words[at + 1] ?? '');
}
