import { breakLines, fitText, heightOf, measureText, writeLines } from './fit-text.ts';
import type { Box, Paper } from '../open-paper.ts';
import type { Parcel, ParcelLine } from './parcel.ts';
import { printable } from '../printable-text.ts';

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
 * are.
 */
export function drawContents(paper: Paper, parcel: Parcel, { x, y, width, height }: Box): void {
  const texts = parcel.lines.map(contentText);
  const measured = texts.map((text) => measureText(text, 'Helvetica'));
  const place = { x, y, width };
  for (let size = LARGEST_PT; size >= SMALLEST_PT && parcel.line_count === texts.length; size -= 0.5) {
    const lines = measured.flatMap((text) => breakLines(text, size, width));
    if (heightOf(lines.length, size) > height) continue;
    writeLines(paper, lines, size, place);
    return;
  }
  const room = Math.floor(height / heightOf(1, SMALLEST_PT));
  const shown: string[] = [];
  let written = 0;
  for (const text of texts) {
    const { lines } = fitText(text, {
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
  writeLines(paper, [...shown, `+ ${parcel.line_count - written} lainnya`], SMALLEST_PT, place);
}
