import { orderLimits } from '../../orders/index.ts';
import { itemsIn, quantityAlone } from '../read/quantities.ts';
import type { Segment } from '../read/segment.ts';
import { isQuestion, isSize } from '../words/vocabulary.ts';

export interface WrittenGoods {
  line: number;
  text: string;
  /** Given by a label. */
  qty: number | undefined;
  /** What heads it, and what labels say of it, as it is written. */
  head?: string;
  tail?: string;
  /** A question, not an order: it only says what "yang hitam" refers to later on. */
  is_question?: boolean;
  /** It takes the place of what was said before. */
  is_correction?: boolean;
  /** Its colour, size or quantity was said otherwise before. */
  is_corrected?: boolean;
}

/**
 * The lines of products with the colours, sizes and numbers from their labels.
 * @param left receives what is said of products although there are none
 */
export function segmentsOfGoods(segments: readonly Segment[], left: Segment[] = []): WrittenGoods[] {
  const lines: WrittenGoods[] = [];
  const waiting_segments: Segment[] = [];
  let tail_waiting = '';
  let waiting: { text: string; qty: number | undefined } = { text: '', qty: undefined };
  for (const segment of segments) {
    const { kind, text, line, mark } = segment;
    const is_correction = mark !== undefined && segment.is_corrected !== true;
    if (text === '') continue;
    const last = lines.findLast(({ is_question }) => is_question !== true);
    if (kind === 'other' && isQuestion(text)) lines.push({ line, text, qty: undefined, is_question: true });
    else if (kind === 'goods') {
      const head = segment.is_headed === true && segment.label !== '' ? `${segment.label}: ` : '';
      lines.push({
        line,
        text: `${text} ${waiting.text}`.trim(),
        qty: waiting.qty,
        head,
        tail: tail_waiting,
        is_correction,
      });
      tail_waiting = '';
      waiting = { text: '', qty: undefined };
      waiting_segments.length = 0;
    } else if (kind === 'variant') {
      if (last === undefined) {
        waiting.text = is_correction ? text : joined(waiting.text, text);
        waiting_segments.push(segment);
      } else if (is_correction || isSeveral(text)) lines.push({ line, text, qty: undefined, is_correction });
      else
        Object.assign(last, {
          text: joined(last.text, text.replaceAll(/\s*,\s*/g, ' ')),
          is_corrected: last.is_corrected === true || mark !== undefined,
        });
    } else if (kind === 'number' && is_correction) lines.push({ line, text, qty: undefined, is_correction });
    else if (kind === 'number' && last !== undefined) last.text = joined(last.text, text);
    else if (kind === 'quantity') {
      const qty = quantityAlone(text);
      if (qty === undefined || (!is_correction && (last ?? waiting).qty !== undefined)) left.push(segment);
      else if (last === undefined) {
        waiting.qty = qty;
        tail_waiting = tailOf(text);
        waiting_segments.push(segment);
      } else
        Object.assign(last, {
          qty,
          tail: tailOf(text),
          is_corrected: last.is_corrected === true || mark !== undefined,
        });
    } else if (kind === 'number') left.push(segment);
  }
  left.push(...waiting_segments);
  return lines;
}

/** Whether options are of several products: "hitam 1, putih 2", but not "Navy,XL" of one. */
function isSeveral(options: string): boolean {
  const items = itemsIn(options);
  const is_counted = items.some(({ qty, numbers }) => qty !== undefined || numbers.length > 0);
  const sizes = items.filter(({ words }) => words.length > 0 && words.every(isSize));
  return items.length > 1 && (is_counted || items.length > 2 || sizes.length !== 1);
}

/** What a quantity has beside its number: "2 x Rp85.000". */
function tailOf(text: string): string {
  return /^\d+$/.test(text) ? '' : ` ${text}`;
}

/** Products with what is said about them later on; nobody writes so much that it would be cut. */
function joined(text: string, more: string): string {
  return `${text} ${more}`.slice(0, 1_000);
}

/** The lines that are left where an order has no room for more. */
export function linesLeft(
  lines: readonly WrittenGoods[],
  items: readonly { line: number }[],
): WrittenGoods[] {
  const last = items.length < orderLimits.order_lines ? Infinity : (items.at(-1)?.line ?? Infinity);
  return lines.filter(({ line }) => line > last);
}
