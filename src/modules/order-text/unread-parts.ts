import type { NamedDistrict } from '../reference/index.ts';
import { linesLeft, type WrittenGoods } from './choose/goods-lines.ts';
import type { OrderItem } from './choose/order-item.ts';
import { isSaidOf, withoutPostalCodes } from './choose/said-places.ts';
import { unreadOf, type Reading } from './compose-reading.ts';
import { leftOver, type Taken } from './left-over.ts';
import { isLabel } from './read/labels.ts';
import { isSection } from './read/owners.ts';
import type { Line } from './read/plain-text.ts';
import type { Segment } from './read/segment.ts';
import { withoutFillers } from './words/vocabulary.ts';

/** All that is known of a text when it is read. */
interface Read {
  written: readonly Line[];
  /** Labels as they are written. */
  heads: readonly Taken[];
  reading: Reading;
  /** The parts of the first receiver, and those of the others. */
  settled: readonly Segment[];
  others: readonly Segment[];
  lines: readonly WrittenGoods[];
  /** What is said of goods although there are none. */
  left: readonly Segment[];
  items: readonly OrderItem[];
  /** The district of the address, or those that it may be. */
  districts: readonly NamedDistrict[];
}

/**
 * What of a text is in no field and no candidate, in its order. Whatever the reader did with a text, nothing of it is lost
 * but labels and courtesy: what it doesn't give as unread itself is found by comparing the text with the answer.
 */
export async function unreadParts(read: Read): Promise<{ line: number; text: string }[]> {
  const { written, heads, reading, settled, others, lines, left, items, districts } = read;
  const unread = [
    ...reading.unread,
    ...left.map(unreadOf),
    ...settled.filter((segment) => isLabelledPlace(segment) && !isSaidOf(segment, districts)).map(unreadOf),
    ...linesLeft(lines, items).map(({ line, text }) => ({ line, text })),
    ...others.filter(({ kind, text }) => kind !== 'nothing' && text !== '').map(unreadOf),
  ];
  const taken = [
    ...heads,
    ...reading.taken,
    ...takenOf(settled, left, items),
    ...items.map(takenItem),
    ...unread,
  ];
  return [...unread, ...(await leftOver(written, taken))].toSorted((a, b) => a.line - b.line);
}

/** What is understood of a text beside its values: places of the district, how many, and headings. */
function takenOf(
  segments: readonly Segment[],
  left: readonly Segment[],
  items: readonly OrderItem[],
): Taken[] {
  return segments.flatMap((segment) => {
    const { line, text } = segment;
    if (isLabelledPlace(segment)) return [{ line, text: withoutPostalCodes(text) }];
    if (isHeadOnly(segment)) return [{ line, text: withoutFillers(text) }];
    // Others stand in the text of their item.
    return segment.kind === 'quantity' && !left.includes(segment) && isCounted(segment, items)
      ? [{ line, text }]
      : [];
  });
}

/** Goods that have a number of their own are not counted by the label behind them. */
function isCounted({ line, text }: Segment, items: readonly OrderItem[]): boolean {
  const before = items.findLast((item) => item.line <= line) ?? items[0];
  const is_own = before === undefined || before.text.match(/\d+/g)?.includes(text) === true;
  return /^\d+$/.test(text) && before?.qty === Number(text) && !is_own;
}

function takenItem({ line, text }: OrderItem): Taken {
  return { line, text, is_of_several: true };
}

/** What a label of its own tells of the place, which is no part of the address. */
function isLabelledPlace({ kind, text }: Segment): boolean {
  return text !== '' && ['district', 'city', 'province'].includes(kind);
}

/** "DATA PENERIMA" */
function isHeadOnly({ kind, text }: Segment): boolean {
  return (kind === 'nothing' && isLabel(withoutFillers(text))) || isSection(text);
}
