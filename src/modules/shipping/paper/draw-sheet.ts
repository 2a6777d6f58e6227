import { breakLines, heightOf, measureText, writeLines, writeText } from '../../../kernel/paper/fit-text.ts';
import { MM, type Box, type Font, type Paper } from '../../../kernel/paper/open-paper.ts';

export interface SheetColumn {
  title: string;
  /** Its part of the width; all together are 1. */
  share: number;
  align?: 'left' | 'right';
}

/** A table on as many pages as it needs, each with its title and the titles of the columns. */
export interface Sheet {
  /** Width and height of a page, in millimetres. */
  size: readonly [number, number];
  title: string;
  /** Lines below the title of the first page. */
  facts: readonly string[];
  columns: readonly SheetColumn[];
}

export interface OpenSheet {
  row: (cells: readonly string[], font?: Font) => void;
  /** A free part below the table, of this height, on a page of its own where this one has no room. */
  room: (height: number) => Box;
}

const MARGIN = 10 * MM;
const PAD = 1.2 * MM;
const SIZE = 9;
/** Of one cell: what is longer is cut. */
const MOST_LINES = 4;

/** Begins a table on a new page. */
export function openSheet(paper: Paper, { size, title, facts, columns }: Sheet): OpenSheet {
  const [page_width, page_height] = [size[0] * MM, size[1] * MM];
  const width = page_width - 2 * MARGIN;
  let page = 0;
  let y = 0;
  const addPage = (): void => {
    page += 1;
    paper.addPage({ size: [page_width, page_height], margin: 0 });
    paper.lineWidth(0.6).strokeColor('black').fillColor('black');
    const head = { x: MARGIN, width, largest: 15, smallest: 9 } as const;
    y = MARGIN + writeText(paper, title, { ...head, y: MARGIN, height: 14 * MM, font: 'Helvetica-Bold' });
    if (page === 1)
      for (const fact of facts)
        y += writeText(paper, fact, { ...head, y, height: heightOf(3, SIZE), largest: 10, smallest: 7 });
    const foot = { x: MARGIN, y: page_height - MARGIN + 1 * MM, width, height: heightOf(1, 7) };
    writeText(paper, `Halaman ${page}`, { ...foot, largest: 7, smallest: 7, align: 'right' });
    y += 2 * MM;
    drawRow(
      columns.map((column) => column.title),
      'Helvetica-Bold',
    );
  };
  const drawRow = (cells: readonly string[], font: Font): void => {
    const fitted = columns.map(({ share }, index) => {
      const lines = breakLines(measureText(cells[index] ?? '', font), SIZE, width * share - 2 * PAD);
      return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
    });
    const height = heightOf(Math.max(1, ...fitted.map((lines) => lines.length)), SIZE) + 2 * PAD;
    if (y + height > page_height - MARGIN) addPage();
    let x = MARGIN;
    for (const [index, { share, align = 'left' }] of columns.entries()) {
      const cell = width * share;
      writeLines(paper, fitted[index] ?? [], SIZE, {
        x: x + PAD,
        y: y + PAD,
        width: cell - 2 * PAD,
        font,
        align,
      });
      paper.rect(x, y, cell, height).stroke();
      x += cell;
    }
    y += height;
  };
  addPage();
  return {
    row: (cells, font = 'Helvetica') => drawRow(cells, font),
    room: (height) => {
      if (y + height > page_height - MARGIN) addPage();
      const box = { x: MARGIN, y, width, height };
      y += height;
      return box;
    },
  };
}
