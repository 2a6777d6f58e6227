import { takeTurns } from '../../../kernel/slices.ts';
import type { NamedGoods } from '../../catalog/index.ts';
import { orderLimits } from '../../orders/index.ts';
import { itemsIn, withBlankedPrices, type RequestedItem } from '../read/quantities.ts';
import { bareEnds, isFiller } from '../words/vocabulary.ts';
import { chooseGoods, type Choice } from './choose-goods.ts';
import { correctItem, MOST_CORRECTED, MOST_CORRECTIONS } from './correct-items.ts';
import type { WrittenGoods } from './goods-lines.ts';
import type { Shelf } from './shelf.ts';
import { headOf, type OrderItem } from './order-item.ts';
import { wholeLine } from './whole-line.ts';

/** All items of the product lines, up to the limit of an order. Yields between steps. */
export async function chooseItems(
  lines: readonly WrittenGoods[],
  shelf: Shelf,
  first_before?: NamedGoods,
): Promise<OrderItem[]> {
  const items: OrderItem[] = [];
  let before = first_before;
  let corrections = 0;
  let asked_for: Choice | undefined;
  for (const written of lines) {
    const { line, text, is_question, head = '', tail = '' } = written;
    await takeTurns();
    if (is_question === true) {
      before = requestedProduct(text, shelf) ?? before;
      asked_for = askedFor(text, shelf) ?? asked_for;
      continue;
    }
    const requests = wholeLine(text, shelf, before) ?? itemsIn(text);
    const parts = asWritten(text, requests);
    for (const [index, requested] of requests.entries()) {
      await takeTurns();
      const last = items.at(-1);
      const part = parts[index] ?? requested.text;
      if (
        index === 0 &&
        written.is_correction === true &&
        (corrections += 1) <= MOST_CORRECTIONS &&
        correctItem(items, requested, { line, text: part }, shelf)
      ) {
        const corrected = items.at(-1) as OrderItem;
        before = corrected.chosen ?? headOf(corrected) ?? before;
        continue;
      }
      // "2 pcs" alone refers to what precedes it.
      if (requested.words.length === 0) {
        for (const item of requested.is_each ? items : items.slice(-1))
          if (item.qty === undefined) {
            Object.assign(item, { qty: requested.qty, qty_confidence: 0.85 });
            item.text = item === last ? `${item.text}, ${requested.text}` : item.text;
          }
        continue;
      }
      if (
        requested.qty === undefined &&
        requested.words.every((word) => isFiller(word) && !shelf.isKnown(word))
      )
        continue;
      const choice = {
        line,
        ...(asked_for !== undefined && requested.words.every(isOfCondition)
          ? { ...asked_for, qty: requested.qty }
          : chosenOf(requested, shelf, before)),
        text: `${index === 0 ? head : ''}${part}${index === requests.length - 1 ? tail : ''}`,
        is_same: requested.is_same,
      };
      applyLabel(choice, written);
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

/** A label decides how many; where the goods say something else, or said it before, it is to be checked. */
function applyLabel(choice: OrderItem, { qty, is_corrected }: WrittenGoods): void {
  if (qty !== undefined && qty !== choice.qty)
    Object.assign(choice, { qty, qty_confidence: choice.qty === undefined ? 0.95 : 0.6 });
  if (is_corrected === true)
    Object.assign(choice, {
      confidence: Math.min(choice.confidence, MOST_CORRECTED),
      qty_confidence: Math.min(choice.qty_confidence, MOST_CORRECTED),
    });
}

/** What was only asked for is to be checked. */
const MOST_ASKED = 0.7;

/** The one variation that a question names: "masih ada kaos hitam L? kalau ada saya order 2" */
function askedFor(text: string, shelf: Shelf): Choice | undefined {
  const [only, other] = itemsIn(text);
  if (only === undefined || other !== undefined) return undefined;
  const choice = chooseGoods(only, shelf, undefined);
  if (choice.chosen === undefined) return undefined;
  return { ...choice, confidence: Math.min(choice.confidence, MOST_ASKED) };
}

function isOfCondition(word: string): boolean {
  return isFiller(word) || /^(?:kalau|kalo|klo|klau|kl|jika|ada|masih|ready|stok|bisa)$/.test(word);
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
export function requestedProduct(text: string, shelf: Shelf): NamedGoods | undefined {
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

/** What a text ends with: its colours and sizes may go on in what follows. */
export async function lastChosen(
  text: string,
  shelf: Shelf,
  before: NamedGoods | undefined,
): Promise<NamedGoods | undefined> {
  const last = (await chooseItems([{ text, line: 0, qty: undefined }], shelf, before)).at(-1);
  return last === undefined ? undefined : (last.chosen ?? headOf(last));
}
