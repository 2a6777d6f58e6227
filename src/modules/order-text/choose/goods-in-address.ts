import { takeTurns } from '../../../kernel/slices.ts';
import type { NamedGoods } from '../../catalog/index.ts';
import { itemsIn, wordsIn } from '../read/quantities.ts';
import { freeSegment } from '../read/free-text.ts';
import type { Kind, Segment } from '../read/segment.ts';
import { isStreetWord } from '../words/address-names.ts';
import { beginsAddress, isColourOrSize, isFiller, isInsideAddress } from '../words/vocabulary.ts';
import { chooseGoods } from './choose-goods.ts';
import type { Shelf } from './shelf.ts';
import { wholeLine } from './whole-line.ts';

/** Whose text goods may follow: whoever writes all on one line sets no label before them. */
const BEFORE_GOODS = new Set<Kind>(['name', 'address', 'village', 'district', 'city', 'province']);
const SIGN = /\s*(?:,(?!\d)|[;|#])\s*/g;
/** A line with more pieces, or goods of more words, is nobody's address. */
const MOST_PIECES = 20;
const SHORTEST_TAIL = 3;
const LONGEST_TAIL = 9;

interface Slice {
  from: number;
  to: number;
}

/** Possible products in the text of an address: its parts between punctuation, and the ends of these. */
export function possibleGoods({ kind, text }: Segment): string[] {
  if (!BEFORE_GOODS.has(kind)) return [];
  return piecesOf(text).flatMap((piece) => [
    ...(mayBeWhole(textOf(text, piece)) ? [textOf(text, piece)] : []),
    ...tailsOf(text, piece).map((tail) => textOf(text, tail)),
  ]);
}

/**
 * Separates products from addresses: parts that name a product of the shop with its variation or quantity. The text
 * after them is read by its content, or continues the address if it names a place.
 */
export async function cutGoodsOut(
  segments: readonly Segment[],
  shelf: Shelf,
  isPlace: (text: string) => boolean,
): Promise<Segment[]> {
  const cut: Segment[] = [];
  for (const segment of segments) {
    const goods = BEFORE_GOODS.has(segment.kind) ? await goodsSlices(segment, shelf) : [];
    cut.push(...cutAt(goods, segment, isPlace));
  }
  return cut;
}

function cutAt(goods: readonly Slice[], segment: Segment, isPlace: (text: string) => boolean): Segment[] {
  const [first] = goods;
  if (first === undefined) return [segment];
  const cut: Segment[] = [{ ...segment, text: bare(segment.text.slice(0, first.from)) }];
  for (const [index, { from, to }] of goods.entries()) {
    const base = { ...segment, starts_line: false, after_blank: false, label: '' };
    cut.push({ ...base, kind: 'goods', is_sure: true, text: segment.text.slice(from, to) });
    const behind = segment.text.slice(to, goods[index + 1]?.from);
    for (const piece of piecesOf(behind)) {
      if (piece.from === piece.to) continue;
      const part = freeSegment(base, textOf(behind, piece));
      cut.push(part.kind === 'unknown' && isPlace(part.text) ? { ...part, kind: 'address' } : part);
    }
  }
  return cut.filter(({ text }) => text !== '');
}

async function goodsSlices({ text, kind }: Segment, shelf: Shelf): Promise<Slice[]> {
  // Streets and houses are named like goods; people aren't.
  const least = kind === 'name' ? 2 : 3;
  let before: NamedGoods | undefined;
  const slices: Slice[] = [];
  for (const piece of piecesOf(text)) {
    await takeTurns();
    // Most pieces have no word of the shop: they need no comparing with all its goods.
    const is_known = wordsIn(textOf(text, piece)).some((word) => shelf.isKnown(word));
    const whole =
      is_known && mayBeWhole(textOf(text, piece))
        ? orderedIn(textOf(text, piece), shelf, before, undefined)
        : undefined;
    const tail = tailsOf(text, piece).findLast(
      (one) =>
        whole === undefined &&
        beginsGoods(text, piece, one, shelf) &&
        orderedIn(textOf(text, one), shelf, undefined, least) !== undefined,
    );
    if (whole === undefined && tail === undefined) before = undefined;
    else {
      before = whole ?? orderedIn(textOf(text, tail as Slice), shelf, undefined, least);
      slices.push(tail ?? piece);
    }
  }
  return slices;
}

/** Whether a tail begins with a word of the shop, and its goods no earlier: "Toko Kaos Polos" is the name of a house. */
function beginsGoods(text: string, piece: Slice, tail: Slice, shelf: Shelf): boolean {
  const before = wordsIn(text.slice(piece.from, tail.from)).at(-1) ?? '';
  const [first = ''] = wordsIn(textOf(text, tail));
  if (!shelf.isKnown(first) || /^\d/.test(before)) return shelf.isKnown(first);
  // The word before may not have been looked up: what was found shows it as well.
  return !shelf.isKnown(before) && !shelf.isInName(before);
}

/**
 * What a text orders as a whole; undefined where it may be a part of an address.
 * @param least_of_tail so many words have to fit of what follows an address or a name; undefined for a part by itself
 */
function orderedIn(
  text: string,
  shelf: Shelf,
  before: NamedGoods | undefined,
  least_of_tail: number | undefined,
): NamedGoods | undefined {
  let last = before;
  const is_tail = least_of_tail !== undefined;
  const items = wholeLine(text, shelf, before) ?? itemsIn(text);
  for (const item of items) {
    const choice = chooseGoods(item, shelf, last);
    const { chosen, candidates, qty, fitting, unfit, is_option_only } = choice;
    const most_unfit = qty !== undefined && !is_tail && isOfShop(item.words, shelf) ? 1 : 0;
    const is_certain = is_option_only
      ? chosen !== undefined && qty !== undefined
      : fitting >= (least_of_tail ?? (qty === undefined ? 3 : 2)) && (qty !== undefined || !is_tail);
    if (!is_certain || unfit > most_unfit) return undefined;
    last = chosen ?? candidates[0];
  }
  return items.length === 0 ? undefined : last;
}

/** Whether all words are the shop's, though no variation has them all: a colour that there is not. */
function isOfShop(words: readonly string[], shelf: Shelf): boolean {
  return words.every(
    (word) => /^\d/.test(word) || isColourOrSize(word) || isFiller(word) || shelf.isKnown(word),
  );
}

function mayBeWhole(piece: string): boolean {
  const [first = ''] = piece.split(' ');
  return piece !== '' && !beginsAddress(piece) && !isInsideAddress(piece) && !isStreetWord(first);
}

function piecesOf(text: string): Slice[] {
  const pieces: Slice[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    pieces.push({ from, to: index });
    from = index + sign.length;
    if (pieces.length === MOST_PIECES) break;
  }
  return [...pieces, { from, to: text.length }];
}

/** The ends of a piece that a number is in, the shortest first; none that a street's word stands before. */
function tailsOf(text: string, { from, to }: Slice): Slice[] {
  const words = [...text.slice(from, to).matchAll(/\S+/g)];
  const tails: Slice[] = [];
  for (let length = SHORTEST_TAIL; length <= Math.min(LONGEST_TAIL, words.length - 1); length += 1) {
    const [first, before] = [words.at(-length), words.at(-length - 1)];
    if (first === undefined || before === undefined || isStreetWord(before[0])) continue;
    const tail = { from: from + first.index, to };
    if (/^\p{L}/u.test(first[0]) && /\d/.test(textOf(text, tail))) tails.push(tail);
  }
  return tails;
}

function textOf(text: string, { from, to }: Slice): string {
  return text.slice(from, to);
}

/** What stands before goods, without signs and "pesan" at its end. */
function bare(text: string): string {
  const words = text.replace(/[\s,;|#]+$/u, '').split(' ');
  const last = words.findLastIndex((word) => !isFiller(word) && /[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, last + 1)
    .join(' ')
    .replace(/[\s,;|#]+$/u, '');
}
