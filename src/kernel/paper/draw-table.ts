import { firstLines, heightOf, writeLines } from './fit-text.ts';
import { MM, type Font } from './open-paper.ts';
import { drawRule, type Pages } from './pages.ts';

export interface TableColumn {
  title: string;
  /** Its part of the width; all together are 1. */
  share: number;
  align?: 'left' | 'right';
}

/** What stands in a row under a column, with what is written small below it. */
export type TableCell = string | { text: string; below: string };

export interface TableRow {
  font?: Font;
  /** Without a line below it. */
  is_open?: boolean;
}

const PAD = 1.2 * MM;
const SIZE = 8.5;
const SMALL = 7;
const GREY = '#505050';
/** Of one text of a cell: what is longer is cut. */
const MOST_LINES = 4;

interface Fitted {
  lines: string[];
  below: string[];
}

/**
 * Begins a table; each page that it goes on to begins with the titles of its columns.
 * @returns what writes a row, whatever the length of its texts
 */
export function openTable(
  pages: Pages,
  columns: readonly TableColumn[],
): (cells: readonly TableCell[], row?: TableRow) => void {
  const { paper, left, width } = pages;
  const fit = (cell: TableCell, font: Font, share: number): Fitted => {
    const room = width * share - 2 * PAD;
    const { text, below } = typeof cell === 'string' ? { text: cell, below: '' } : cell;
    return {
      lines: firstLines(text, font, SIZE, room, MOST_LINES),
      below: firstLines(below, 'Helvetica', SMALL, room, MOST_LINES),
    };
  };
  const write = (fitted: readonly Fitted[], top: number, font: Font): void => {
    let x = left;
    for (const [index, { share, align = 'left' }] of columns.entries()) {
      const { lines = [], below = [] } = fitted[index] ?? {};
      const place = { x: x + PAD, width: width * share - 2 * PAD, align };
      const used = writeLines(paper, lines, SIZE, { ...place, y: top + PAD, font });
      if (below.length > 0) {
        paper.fillColor(GREY);
        writeLines(paper, below, SMALL, { ...place, y: top + PAD + used });
        paper.fillColor('black');
      }
      x += width * share;
    }
  };
  const titles = columns.map(({ title, share }) => fit(title, 'Helvetica-Bold', share));
  const head = {
    height: heightOfRow(titles),
    draw(top: number) {
      paper.rect(left, top, width, head.height).fill('#eeeeee');
      paper.fillColor('black');
      write(titles, top, 'Helvetica-Bold');
    },
  };
  // Not alone at the foot of a page.
  pages.keepTogether(head.height + heightOf(2, SIZE) + 2 * PAD);
  head.draw(pages.take(head.height));
  pages.repeat(head);
  return (cells, { font = 'Helvetica', is_open = false } = {}) => {
    const fitted = columns.map(({ share }, index) => fit(cells[index] ?? '', font, share));
    const height = heightOfRow(fitted);
    const top = pages.take(height);
    write(fitted, top, font);
    if (!is_open) drawRule(pages, top + height, '#d0d0d0');
  };
}

function heightOfRow(cells: readonly Fitted[]): number {
  const heights = cells.map(
    ({ lines, below }) => heightOf(lines.length, SIZE) + heightOf(below.length, SMALL),
  );
  return Math.max(heightOf(1, SIZE), ...heights) + 2 * PAD;
}
