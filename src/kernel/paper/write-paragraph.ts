import { breakLines, heightOf, measureText, writeLines } from './fit-text.ts';
import { MM, type Font } from './open-paper.ts';
import type { Pages } from './pages.ts';

const SIZE = 9;

/** Writes a text over the whole width, on as many lines as it needs, and pages where it is that long. */
export function writeParagraph(pages: Pages, text: string, font: Font = 'Helvetica'): void {
  for (const line of breakLines(measureText(text, font), SIZE, pages.width))
    writeLines(pages.paper, [line], SIZE, {
      x: pages.left,
      y: pages.take(heightOf(1, SIZE)),
      width: pages.width,
      font,
    });
  pages.take(1 * MM);
}
