import { takeTurns } from '../../../kernel/slices.ts';
import type { NamedGoods } from '../../catalog/index.ts';
import { orderLimits } from '../../orders/index.ts';
import { isInNameOf } from '../read/labels.ts';
import { phonesIn } from '../read/phones.ts';
import { hasQuantity, itemsIn, withBlankedPrices, wordsIn, type RequestedItem } from '../read/quantities.ts';
import type { Kind, Segment } from '../read/segments.ts';
import {
  bareEnds,
  isColourOrSize,
  isFiller,
  isLikeName,
  isNoName,
  isQuestion,
  nameIn,
} from '../words/vocabulary.ts';
import { chooseGoods, isLikeSize, productsOf, type Choice } from './choose-goods.ts';
import { cutGoodsOut } from './goods-in-address.ts';
import type { WrittenGoods } from './goods-lines.ts';
import type { Shelf } from './shelf.ts';
import { wholeLine } from './whole-line.ts';

/** One line of the order, as it is written and as the shop has it. */
export interface OrderItem extends Choice {
  line: number;
  text: string;
  /** Both quantity and product come from what precedes it, so it is not certain. */
  is_same: boolean;
}

const ADDRESS_KINDS = new Set<Kind>(['address', 'village', 'district', 'city', 'province', 'postal_code']);

export function isOfAddress(segment: Segment | undefined): boolean {
  return segment !== undefined && ADDRESS_KINDS.has(segment.kind);
}

/**
 * Assigns a kind to the segments whose form is ambiguous, by the objects of the shop and by the surrounding segments.
 * What matches nothing stays `unknown`. Yields between steps.
 * @param isPlace whether a text contains the name of a district, city or province, or is one as a whole
 */
export async function settle(
  segments: readonly Segment[],
  shelf: Shelf,
  isPlace: (text: string, is_whole?: boolean) => boolean,
): Promise<Segment[]> {
  const settled = (await cutGoodsOut(segments, shelf, isPlace)).map((segment) => ({ ...segment }));
  await settleGoods(settled, shelf);
  for (const [index, segment] of settled.entries()) {
    if (segment.kind !== 'unknown') continue;
    await takeTurns();
    if (segment.is_headed === true) {
      segment.kind = 'other';
      continue;
    }
    const is_near = nextTo(settled, index, isOfAddress);
    const is_target = segment.is_to === true && isPlace(nameIn(segment.text), true);
    if (is_target) segment.text = nameIn(segment.text);
    if (is_target || (is_near && isPlace(segment.text))) segment.kind = 'address';
  }
  settleName(
    settled.filter(({ text }) => text !== ''),
    (text) => isPlace(text, true),
  );
  for (const [index, segment] of settled.entries()) {
    const before = settled[index - 1];
    if (segment.kind !== 'unknown' || segment.after_blank || !isOfAddress(before)) continue;
    segment.kind = 'address';
  }
  // An address may begin before its first sign: "Pondok Indah, Jl. …".
  for (let index = settled.length - 2; index >= 0; index -= 1) {
    const segment = settled[index] as Segment;
    const next = settled[index + 1] as Segment;
    if (
      segment.kind === 'unknown' &&
      next.kind === 'address' &&
      next.line === segment.line &&
      !next.starts_line
    )
      segment.kind = 'address';
  }
  return settled;
}

function nextTo(segments: readonly Segment[], index: number, test: (segment: Segment) => boolean): boolean {
  return [segments[index - 1], segments[index + 1]].some((other) => other !== undefined && test(other));
}

/** Parts that name something of the shop are goods, wherever they stand. */
async function settleGoods(segments: Segment[], shelf: Shelf): Promise<void> {
  let before: NamedGoods | undefined;
  for (const [index, segment] of segments.entries()) {
    await takeTurns();
    // "Kopi#2"
    if (segment.kind === 'other' && isQuestion(segment.text))
      before = requestedProduct(segment.text, shelf) ?? before;
    if (segment.kind === 'unknown' && /^\d{1,4}$/.test(segment.text) && isCounted(segments[index - 1]))
      segment.kind = 'number';
    else if (segment.kind === 'goods') before = (await lastChosen(segment.text, shelf, before)) ?? before;
    else if (segment.is_headed === true && segment.label !== '' && namesGoods(segment.label, shelf))
      // "Kaos polos: hitam M 2"
      Object.assign(segment, { text: `${segment.label}: ${segment.text}`, label: '', is_headed: false });
    if (segment.kind === 'unknown' || (segment.kind !== 'goods' && !segment.is_sure)) {
      const is_goods = await isGoods(segment, shelf, before);
      if (is_goods) {
        segment.kind = 'goods';
        before = (await lastChosen(segment.text, shelf, before)) ?? before;
      }
    }
  }
}

function namesGoods(label: string, shelf: Shelf): boolean {
  return wordsIn(label).some((word) => shelf.isKnown(word) || isColourOrSize(word));
}

/** Whether a number alone may be how many of what stands before it, or its size. */
function isCounted(before: Segment | undefined): boolean {
  return before?.kind === 'number' || (before?.kind === 'goods' && !hasQuantity(before.text));
}

async function lastChosen(
  text: string,
  shelf: Shelf,
  before: NamedGoods | undefined,
): Promise<NamedGoods | undefined> {
  const last = (await chooseItems([{ text, line: 0, qty: undefined }], shelf, before)).at(-1);
  return last === undefined ? undefined : (last.chosen ?? headOf(last));
}

async function isGoods(segment: Segment, shelf: Shelf, before: NamedGoods | undefined): Promise<boolean> {
  for (const item of wholeLine(segment.text, shelf, before) ?? itemsIn(segment.text)) {
    await takeTurns();
    if (isGoodsItem(item, segment, shelf, before)) return true;
  }
  return false;
}

function isGoodsItem(
  item: RequestedItem,
  { kind }: Segment,
  shelf: Shelf,
  before: NamedGoods | undefined,
): boolean {
  const choice = chooseGoods(item, shelf, before);
  if (choice.is_option_only) return choice.chosen !== undefined && choice.qty !== undefined;
  const has_number = choice.qty !== undefined || item.numbers.length > 0;
  if (kind === 'address') return choice.unfit === 0 && choice.fitting >= 2;
  return choice.fitting >= 2
    ? choice.unfit <= (has_number ? 1 : 0)
    : choice.fitting === 1 && has_number && choice.unfit <= requestedSizes(item, choice, shelf);
}

/** How many of an item's words are sizes, of what there is or not: "sepatu 42 1". */
function requestedSizes({ words }: RequestedItem, choice: Choice, shelf: Shelf): number {
  const products = productsOf(choice);
  return words.filter((word) => isLikeSize(Number(word), products, shelf)).length;
}

/** Beside further phone numbers no name is looked for. */
const MOST_PHONES = 20;

/** The name of the receiver without a label: after "kirim ke", or a short part next to the phone number or address. */
function settleName(segments: Segment[], isPlace: (text: string) => boolean): void {
  const named = segments.filter(({ kind, text }) => kind === 'name' && text !== '');
  if (named.some(({ label }) => !isInNameOf(label))) return;
  const is_possible = (segment: Segment | undefined): segment is Segment =>
    segment?.kind === 'unknown' && isLikeName(nameIn(segment.text)) && !isNoName(segment.text);
  const to = segments.find((segment) => segment.is_to === true && is_possible(segment));
  if (to !== undefined) {
    to.kind = 'name';
    to.text = nameIn(to.text);
  }
  if (to !== undefined || named.length > 0) return;
  const phones = segments
    .flatMap(({ kind }, index) => (kind === 'phone' ? [index] : []))
    .slice(0, MOST_PHONES);
  const address = segments.findIndex(isOfAddress);
  const first_for = segments.findIndex(({ is_for }) => is_for === true);
  const places = [
    ...phones
      .filter(
        (index) => segments[index - 1]?.line === segments[index]?.line && !isOfAddress(segments[index - 2]),
      )
      .map((index) => index - 1),
    first_for,
    ...phones.filter((index) => !isOfAddress(segments[index - 2])).map((index) => index - 1),
    address - 1,
    ...phones.map((index) => index + 1),
    ...phones.map((index) => index - 1),
    segments.findIndex(({ kind }) => kind !== 'nothing'),
    segments.findLastIndex(({ kind }) => kind !== 'nothing'),
  ];
  // Who is named like a city stands beside the phone number.
  const at = places
    .filter((index) => is_possible(segments[index]))
    .find((index) => {
      const next = segments[index + 1];
      const has_phone = next?.kind === 'phone' && next.line === segments[index]?.line;
      return has_phone || !isPlace(nameIn(segments[index]?.text ?? ''));
    });
  const found = at === undefined ? undefined : segments[at];
  if (found === undefined || (phones.length === 0 && address === -1 && found.is_for !== true)) return;
  found.kind = 'name';
  found.text = nameIn(found.text);
}

/** All items of the product lines, up to the limit of an order. Yields between steps. */
export async function chooseItems(
  lines: readonly WrittenGoods[],
  shelf: Shelf,
  first_before?: NamedGoods,
): Promise<OrderItem[]> {
  const items: OrderItem[] = [];
  let before = first_before;
  for (const { line, text, qty, is_question, head = '', tail = '' } of lines) {
    await takeTurns();
    if (is_question === true) {
      before = requestedProduct(text, shelf) ?? before;
      continue;
    }
    const requests = wholeLine(text, shelf, before) ?? itemsIn(text);
    const written = asWritten(text, requests);
    for (const [index, requested] of requests.entries()) {
      await takeTurns();
      const last = items.at(-1);
      // "2 pcs" alone refers to what precedes it.
      if (requested.words.length === 0) {
        for (const item of requested.is_each ? items : items.slice(-1))
          if (item.qty === undefined) Object.assign(item, { qty: requested.qty, qty_confidence: 0.85 });
        continue;
      }
      if (
        requested.qty === undefined &&
        requested.words.every((word) => isFiller(word) && !shelf.isKnown(word))
      )
        continue;
      const choice = {
        line,
        ...chosenOf(requested, shelf, before),
        text: `${index === 0 ? head : ''}${written[index] ?? requested.text}${index === requests.length - 1 ? tail : ''}`,
        is_same: requested.is_same,
      };
      if (qty !== undefined && choice.qty === undefined) Object.assign(choice, { qty, qty_confidence: 0.95 });
      // "Kaos polos:" above "hitam M 2" only heads what follows.
      if (choice.is_option_only && last !== undefined && isHeading(last)) {
        items.pop();
        choice.text = `${last.text} ${choice.text}`;
      }
      if (items.length === orderLimits.order_lines) return items;
      items.push(choice);
      before = choice.chosen ?? headOf(choice) ?? before;
    }
  }
  return items;
}

/** The items of a line as they are written, each with what follows it: its price, or what is no item. */
function asWritten(line: string, items: readonly RequestedItem[]): string[] {
  const blanked = withBlankedPrices(line);
  const begins: number[] = [];
  for (const { text } of items) {
    const at = blanked.indexOf(text, begins.at(-1) ?? 0);
    // Words in another writing than that of the line: the first item has all of it.
    if (at === -1) return [bareEnds(line)];
    begins.push(at);
  }
  return items.map((_, index) => bareEnds(line.slice(index === 0 ? 0 : begins[index], begins[index + 1])));
}

/** The variation that an item requests; "hijau sama" below several sizes may be any of the green ones. */
function chosenOf(requested: RequestedItem, shelf: Shelf, before: NamedGoods | undefined): Choice {
  if (!requested.is_same) return chooseGoods(requested, shelf, before);
  const choice = chooseGoods(requested, shelf, before && { ...before, color: '', size: '' });
  const candidates = choice.chosen === undefined ? choice.candidates : [choice.chosen];
  return { ...choice, chosen: undefined, confidence: 0, candidates };
}

/** The product that a question is about: "ready kan kaos polosnya?" */
function requestedProduct(text: string, shelf: Shelf): NamedGoods | undefined {
  for (const requested of itemsIn(text)) {
    const choice = chooseGoods(requested, shelf, undefined);
    if (choice.unfit > 0) continue;
    const head = choice.chosen === undefined ? headOf(choice) : { ...choice.chosen, color: '', size: '' };
    if (head !== undefined) return head;
  }
  return undefined;
}

/** A product without variation and quantity. */
function isHeading({ chosen, qty, is_option_only }: OrderItem): boolean {
  return chosen === undefined && qty === undefined && !is_option_only;
}

/** The one product that undecided candidates are of, with the colour or size they share: more may follow. */
function headOf({ candidates }: Choice): NamedGoods | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.some(({ product_id }) => product_id !== first.product_id))
    return undefined;
  const shared = (option: 'color' | 'size') =>
    candidates.every((item) => item[option] === first[option]) ? first[option] : '';
  return { ...first, color: shared('color'), size: shared('size') };
}

/** Whose phone number follows the sender's name, if the text has two. */
export function settlePhones(segments: Segment[]): void {
  const phones = segments.filter(({ kind }) => kind === 'phone');
  if (phones.length < 2 || segments.some(({ kind }) => kind === 'sender_phone')) return;
  const sender = segments.findIndex(({ kind, text }) => kind === 'sender_name' && text !== '');
  const next = segments[sender + 1];
  if (sender !== -1 && next?.kind === 'phone' && phonesIn(next.text).length > 0) next.kind = 'sender_phone';
}
