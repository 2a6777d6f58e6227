import { heightOf, writeText } from './fit-text.ts';
import { MM, type Paper } from './open-paper.ts';

export interface PageSize {
  /** In points. */
  width: number;
  height: number;
  margin: number;
}

export const A4: PageSize = { width: 210 * MM, height: 297 * MM, margin: 14 * MM };

const FOOT_SIZE = 7;

/** What is written from top to bottom, on as many pages as it needs. */
export interface Pages {
  readonly paper: Paper;
  /** The left edge of what is written, and its width, in points. */
  readonly left: number;
  readonly width: number;
  /** Takes so much of the page, of a new one where this has no more. @returns the top of it, in points */
  take(height: number): number;
  /** Begins a new page where this one has less left. */
  keepTogether(height: number): void;
  /** What the next pages begin with; undefined: nothing. */
  repeat(head: { height: number; draw: (top: number) => void } | undefined): void;
}

/**
 * Begins a document on a new page.
 * @param footOf what the foot of a page says, by its number
 */
export function openPages(paper: Paper, size: PageSize, footOf: (page: number) => string): Pages {
  const { margin } = size;
  const left = margin;
  const width = size.width - 2 * margin;
  // Between the text and the foot is a line of nothing.
  const bottom = size.height - margin - heightOf(1, FOOT_SIZE);
  let page = 0;
  let y = 0;
  let head: Parameters<Pages['repeat']>[0];
  const begin = (): void => {
    page += 1;
    paper.addPage({ size: [size.width, size.height], margin: 0 });
    paper.lineWidth(0.5).strokeColor('black').fillColor('#606060');
    const foot = { x: left, y: bottom + heightOf(1, FOOT_SIZE), width, height: heightOf(1, FOOT_SIZE) };
    writeText(paper, footOf(page), { ...foot, largest: FOOT_SIZE, smallest: FOOT_SIZE, align: 'right' });
    paper.fillColor('black');
    y = margin;
    if (head === undefined) return;
    head.draw(y);
    y += head.height;
  };
  const keepTogether = (height: number): void => {
    if (y + height > bottom) begin();
  };
  begin();
  return {
    paper,
    left,
    width,
    keepTogether,
    take(height) {
      keepTogether(height);
      const top = y;
      y += height;
      return top;
    },
    repeat(next) {
      head = next;
    },
  };
}

/** A line over the whole width, so high. */
export function drawRule({ paper, left, width }: Pages, y: number, color = '#a0a0a0'): void {
  paper
    .moveTo(left, y)
    .lineTo(left + width, y)
    .strokeColor(color)
    .lineWidth(0.5)
    .stroke();
}
