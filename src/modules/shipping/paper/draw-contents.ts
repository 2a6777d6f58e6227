import {
  breakLines,
  fitText,
  heightOf,
  measureText,
  writeLines,
  type FittedText,
} from '../../../kernel/paper/fit-text.ts';
import type { Box, Paper } from '../../../kernel/paper/open-paper.ts';
import type { Parcel, ParcelLine } from './parcel.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';

const LARGEST_PT = 8.5;
const SMALLEST_PT = 6;
/** Of one product, so that a long name leaves room for others. */
const MOST_LINES_EACH = 2;

/** As `2 x Sepatu merah 40 (SPT-MER-40)`. */
export function contentText({ quantity, name, color, size, sku }: ParcelLine): string {
  const title = printable([name, color, size].filter(Boolean).join(' ')) || '-';
  const code = printable(sku);
  return `${quantity} x ${title}${code === '' ? '' : ` (${code})`}`;
}

/**
 * Writes the products of a parcel, as large as they all fit. Where they do not, the last line says how many more there
 * are; no more products are looked at than have room.
 */
export function drawContents(paper: Paper, parcel: Parcel, { x, y, width, height }: Box): void {
  const place = { x, y, width };
  const room = Math.floor(height / heightOf(1, SMALLEST_PT));
  // Each takes a line at least.
  const fitted =
    parcel.line_count <= Math.min(room, parcel.lines.length) ? fitAll(parcel, { width, height }) : undefined;
  if (fitted !== undefined) writeLines(paper, fitted.lines, fitted.size, place);
  else writeLines(paper, firstLines(parcel, width, room), SMALLEST_PT, place);
}

function fitAll(parcel: Parcel, { width, height }: Pick<Box, 'width' | 'height'>): FittedText | undefined {
  const measured = parcel.lines.map((line) => measureText(contentText(line), 'Helvetica'));
  for (let size = LARGEST_PT; size >= SMALLEST_PT; size -= 0.5) {
    const lines = measured.flatMap((text) => breakLines(text, size, width));
    if (heightOf(lines.length, size) <= height) return { lines, size };
  }
  return undefined;
}

/** Of as many products as have room. @param room in lines */
function firstLines({ lines: products, line_count }: Parcel, width: number, room: number): string[] {
  const shown: string[] = [];
  let written = 0;
  for (const product of products) {
    const { lines } = fitText(contentText(product), {
      width,
      height: heightOf(MOST_LINES_EACH, SMALLEST_PT) + 0.1,
      largest: SMALLEST_PT,
      smallest: SMALLEST_PT,
    });
    // One line is left for what follows.
    if (shown.length + lines.length > room - 1) break;
    shown.push(...lines);
    written += 1;
  }
  return [...shown, `+ ${line_count - written} lainnya`];
}
