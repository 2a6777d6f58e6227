import type { Line } from '../read/plain-text.ts';
import type { OrderItem } from './order-item.ts';

const PRICED = /rp\.?\s*\d|\d[.,]\d{3}(?!\d)|\d\s*(?:rb|ribu|k)(?![\p{L}\d])/iu;
const TITLE = /\bprice\s?list|(?:daftar|list)\s+harga|\bharga\s*:?\s*$|\bkatalog\b/iu;
/** Fewer lines with prices alone are an order of one each. */
const FEWEST_OFFERED = 2;

/**
 * The items that are ordered: without those of which there are to be none ("Large = 0"), and without the list of prices that
 * was quoted above the order. A price without a quantity is an offer where the same goods are ordered elsewhere, or where
 * the list says what it is.
 */
export function orderedOf(items: readonly OrderItem[], written: readonly Line[]): OrderItem[] {
  const ordered = items.filter(({ qty }) => qty !== 0);
  const counted = new Set(
    ordered.flatMap(({ qty, chosen }) => (qty === undefined ? [] : [chosen?.variation_id])),
  );
  counted.delete(undefined);
  const title = written.find(({ text }) => TITLE.test(text))?.number ?? Infinity;
  const blocks: OrderItem[][] = [];
  for (const [at, item] of ordered.entries()) {
    const before = ordered[at - 1];
    if (isOffer(item) && before !== undefined && isOffer(before)) blocks.at(-1)?.push(item);
    else if (isOffer(item)) blocks.push([item]);
  }
  const offered = new Set(
    blocks
      .filter(
        (block) =>
          block.length >= FEWEST_OFFERED &&
          (block.some(({ chosen }) => counted.has(chosen?.variation_id)) ||
            title === (block[0] as OrderItem).line - 1),
      )
      .flat(),
  );
  return ordered.filter((item) => !offered.has(item));
}

function isOffer({ qty, text }: OrderItem): boolean {
  return qty === undefined && PRICED.test(text);
}
