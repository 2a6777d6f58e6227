import { heightOf, writeText } from './fit-text.ts';
import { MM, type Paper } from './open-paper.ts';
import { drawRule, type Pages } from './pages.ts';

/** What the head of a document says of whom it is of; all of it is printable. */
export interface Letterhead {
  name: string;
  contact: string;
}

const HEIGHT = 24 * MM;
const LOGO = { width: 30 * MM, height: 20 * MM };

/**
 * The head of a document: logo, name and contact of whom it is of at the left; what it is, and its facts, at the right. All texts are printable.
 */
export function drawLetterhead(
  pages: Pages,
  { name, contact }: Letterhead,
  logo: Buffer | undefined,
  { title, facts }: { title: string; facts: readonly string[] },
): void {
  const { paper, left, width } = pages;
  const top = pages.take(HEIGHT + 5 * MM);
  const shown = logo !== undefined && drawLogo(paper, logo, { x: left, y: top, ...LOGO });
  const from = left + (shown ? LOGO.width + 4 * MM : 0);
  const right = width * 0.34;
  const room = width - (from - left) - right - 4 * MM;
  const name_height = 12 * MM;
  const used = writeText(paper, name, {
    x: from,
    y: top,
    width: room,
    height: name_height,
    font: 'Helvetica-Bold',
    largest: 15,
    smallest: 8,
  });
  writeText(paper, contact, {
    x: from,
    y: top + used + 1 * MM,
    width: room,
    height: HEIGHT - used - 3 * MM,
    largest: 9,
    smallest: 6,
  });
  let y = top;
  const aside = { x: left + width - right, width: right, align: 'right', smallest: 7 } as const;
  y += writeText(paper, title.toUpperCase(), {
    ...aside,
    y,
    height: heightOf(1, 17),
    font: 'Helvetica-Bold',
    largest: 17,
  });
  for (const [index, fact] of facts.entries())
    y += writeText(paper, fact, {
      ...aside,
      y: y + 0.5 * MM,
      height: heightOf(1, 9.5),
      font: index === 0 || index === facts.length - 1 ? 'Helvetica-Bold' : 'Helvetica',
      largest: 9.5,
    });
  drawRule(pages, top + HEIGHT);
}

/** Fits a logo into a box, at its left upper corner. @returns false where it is no picture that can be drawn */
export function drawLogo(
  paper: Paper,
  logo: Buffer,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  align: 'left' | 'center' = 'left',
): boolean {
  try {
    paper.image(logo, x, y, { fit: [width, height], ...(align === 'center' && { align }) });
    return true;
  } catch {
    return false;
  }
}
