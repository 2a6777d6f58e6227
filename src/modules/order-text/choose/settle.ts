import { takeTurns } from '../../../kernel/slices.ts';
import type { NamedGoods } from '../../catalog/index.ts';
import { isInNameOf } from '../read/labels.ts';
import { phonesIn } from '../read/phones.ts';
import { hasQuantity, itemsIn, numberOf, wordsIn, type RequestedItem } from '../read/quantities.ts';
import type { Kind, Segment } from '../read/segment.ts';
import {
  beginsAddress,
  isColourOrSize,
  isFiller,
  isInsideAddress,
  isLeadAlone,
  isLikeName,
  isNoName,
  isOfSentence,
  isPerson,
  isSaidOfOrder,
  isQuestion,
  nameIn,
} from '../words/vocabulary.ts';
import { chooseGoods, isLikeSize, productsOf, type Choice } from './choose-goods.ts';
import { lastChosen, requestedProduct } from './choose-items.ts';
import { cutGoodsOut } from './goods-in-address.ts';
import type { Shelf } from './shelf.ts';
import { wholeLine } from './whole-line.ts';

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
    const is_place =
      is_near && isPlace(segment.text) && !isPerson(segment.text) && !isLeadAlone(segment.text);
    if (is_target || is_place) segment.kind = 'address';
  }
  setReceiversApart(settled, isPlace);
  settleName(
    settled.filter(({ text }) => text !== ''),
    (text) => isPlace(text, true),
  );
  for (const [index, segment] of settled.entries()) {
    const before = settled[index - 1];
    if (segment.kind !== 'unknown' || segment.after_blank || !isOfAddress(before)) continue;
    if (isPerson(segment.text) || isSaidOfOrder(segment.text) || !/\p{L}/u.test(segment.text)) continue;
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
      !next.starts_line &&
      !isSaidOfOrder(segment.text) &&
      !isLeadAlone(segment.text) &&
      /\p{L}/u.test(segment.text) &&
      (isPlace(segment.text) || !isOfSentence(segment.text))
    )
      segment.kind = 'address';
  }
  return settled;
}

/** Below the label of an address a name may stand before it: "Rudi Hartanto", a phone number, "Jl. Ciliwung 14". */
function setReceiversApart(
  segments: Segment[],
  isPlace: (text: string, is_whole?: boolean) => boolean,
): void {
  if (segments.some(({ kind, text, label }) => kind === 'name' && text !== '' && !isInNameOf(label))) return;
  for (const [at, segment] of segments.entries()) {
    const behind = segments.slice(at + 1, at + 4);
    const street = behind.find(({ kind }) => kind !== 'phone');
    if (
      segment.kind === 'address' &&
      behind[0]?.kind === 'phone' &&
      street?.kind === 'address' &&
      beginsAddress(street.text) &&
      !isInsideAddress(segment.text) &&
      isLikeName(segment.text) &&
      !isPlace(segment.text, true)
    )
      segment.kind = 'unknown';
  }
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
    const is_number = segment.is_headed !== true && /^\d{1,4}$/.test(segment.text);
    if (segment.kind === 'unknown' && is_number && isCounted(segments[index - 1])) segment.kind = 'number';
    else if (segment.kind === 'goods') before = (await lastChosen(segment.text, shelf, before)) ?? before;
    else if (segment.is_headed === true && segment.label !== '' && namesGoods(segment.label, shelf))
      // "Kaos polos: hitam M 2"
      Object.assign(segment, { text: `${segment.label}: ${segment.text}`, label: '', is_headed: false });
    // "saya Dino mau order" in a shop that has a "Kaos Dino": who knows?
    if (segment.is_introduced === true) {
      if (wordsIn(segment.text).some((word) => shelf.isKnown(word) || isColourOrSize(word)))
        segment.kind = 'other';
      continue;
    }
    if (segment.kind === 'unknown' || mayBeMore(segment) || (segment.kind !== 'goods' && !segment.is_sure)) {
      const is_goods = isCorrectedPart(segment) || (await isGoods(segment, shelf, before));
      if (is_goods) {
        segment.kind = 'goods';
        before = (await lastChosen(segment.text, shelf, before)) ?? before;
      }
    }
  }
}

/** "Tambahan: Gula Aren 1 botol" */
export function mayBeMore({ kind, label }: Segment): boolean {
  return kind === 'note' && /^(?:tambahan|pesan tambahan|catatan tambahan)$/iu.test(label);
}

/** "eh 3 aja", "maksudnya putih": what is corrected is a colour, a size or how many. */
function isCorrectedPart({ mark, text }: Segment): boolean {
  const words = itemsIn(text).flatMap((item) => item.words);
  return (
    mark !== undefined &&
    words.some((word) => isColourOrSize(word) || numberOf(word) !== undefined) &&
    words.every((word) => isColourOrSize(word) || numberOf(word) !== undefined || isFiller(word))
  );
}

function namesGoods(label: string, shelf: Shelf): boolean {
  return wordsIn(label).some((word) => shelf.isKnown(word) || isColourOrSize(word));
}

/** Whether a number alone may be how many of what stands before it, or its size. */
function isCounted(before: Segment | undefined): boolean {
  return before?.kind === 'number' || (before?.kind === 'goods' && !hasQuantity(before.text));
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
  const introduced = segments.findIndex(({ is_introduced }) => is_introduced === true);
  const places = [
    ...phones
      .filter(
        (index) => segments[index - 1]?.line === segments[index]?.line && !isOfAddress(segments[index - 2]),
      )
      .map((index) => index - 1),
    first_for,
    introduced,
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
  const is_said = found?.is_for === true || found?.is_introduced === true;
  if (found === undefined || (phones.length === 0 && address === -1 && !is_said)) return;
  found.kind = 'name';
  found.text = nameIn(found.text);
}

/** Whose phone number follows the sender's name, if the text has two. */
export function settlePhones(segments: Segment[]): void {
  const phones = segments.filter(({ kind }) => kind === 'phone');
  if (phones.length < 2 || segments.some(({ kind }) => kind === 'sender_phone')) return;
  const sender = segments.findIndex(({ kind, text }) => kind === 'sender_name' && text !== '');
  const next = segments[sender + 1];
  if (sender !== -1 && next?.kind === 'phone' && phonesIn(next.text).length > 0) next.kind = 'sender_phone';
}
