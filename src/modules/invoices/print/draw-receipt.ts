import { firstLines, heightOf, writeLines, writeText } from '../../../kernel/paper/fit-text.ts';
import { MM, type Font, type Paper } from '../../../kernel/paper/open-paper.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { drawLogo } from '../../../kernel/paper/draw-letterhead.ts';
import type { InvoiceContent, LineContent, Sum } from './invoice-content.ts';

/** Paper of receipt printers, of which 72 mm are printed. */
const WIDTH = 80 * MM;
const MARGIN = 4 * MM;
const ROOM = WIDTH - 2 * MARGIN;
/** No page of a PDF is higher than 14,400. */
const MOST_HEIGHT = 14_000;
const SIZE = 8.5;
/** Of one text: what is longer is cut. */
const MOST_LINES = 6;
/** Of a product: receipts of 200 of them stay one page. */
const PRODUCT_LINES = 3;

/** A part of the receipt, from its top. */
interface Part {
  height: number;
  draw: (paper: Paper, top: number) => void;
}

/** Draws an invoice on the endless paper of a receipt printer: a page as high as what it says. */
export async function drawReceipt(
  paper: Paper,
  content: InvoiceContent,
  logo: Buffer | undefined,
): Promise<void> {
  const parts: Part[] = [];
  for (const part of partsOf(content, logo)) {
    parts.push(part);
    await takeTurns();
  }
  let first = 0;
  while (first < parts.length) {
    let height = 2 * MARGIN;
    let end = first;
    while (end < parts.length && (end === first || height + (parts[end]?.height ?? 0) <= MOST_HEIGHT)) {
      height += parts[end]?.height ?? 0;
      end += 1;
    }
    paper.addPage({ size: [WIDTH, height], margin: 0 });
    paper.fillColor('black').strokeColor('black');
    let y = MARGIN;
    for (const part of parts.slice(first, end)) {
      part.draw(paper, y);
      y += part.height;
      await takeTurns();
    }
    first = end;
  }
}

function* partsOf(content: InvoiceContent, logo: Buffer | undefined): Generator<Part> {
  const { words, shop } = content;
  if (logo !== undefined) yield logoPart(logo);
  yield text(shop.name, { size: 12, font: 'Helvetica-Bold', align: 'center' });
  if (shop.contact !== '') yield text(shop.contact, { size: 7.5, align: 'center' });
  yield rule();
  yield pair({ title: `${words.title} ${content.number}`, amount: content.date });
  yield text(content.status, { font: 'Helvetica-Bold' });
  if (content.warning !== null) yield text(content.warning, { font: 'Helvetica-Bold' });
  const is_one = content.customer.join('\n') === content.receiver.join('\n');
  yield* party(words.bill_to, is_one ? content.customer : content.customer.slice(0, 2));
  if (!is_one) yield* party(words.ship_to, content.receiver);
  if (content.courier !== '')
    yield text(`${words.sent_by}: ${[content.courier, content.awb_number].filter(Boolean).join('  ')}`);
  yield rule();
  for (const line of content.lines) yield* lineParts(line, words.discount);
  yield rule();
  for (const sum of content.sums) yield pair(sum);
  yield rule();
  if (content.note !== '') yield text(`${words.note}: ${content.note}`);
  for (const [index, line] of content.instructions.entries())
    yield text(line, { font: index === 0 ? 'Helvetica' : 'Helvetica-Bold' });
  yield space(2 * MM);
  yield text(words.thanks, { align: 'center' });
}

function* party(title: string, lines: readonly string[]): Generator<Part> {
  const [name = '-', ...others] = lines;
  yield text(`${title}: ${name}`);
  for (const line of others) yield text(line, { size: 7.5 });
}

function* lineParts(line: LineContent, discount: string): Generator<Part> {
  yield text(line.product, { font: 'Helvetica-Bold', most: PRODUCT_LINES });
  yield pair({ title: `${line.quantity} x ${line.price}`, amount: line.full_amount });
  if (line.discount !== '') yield pair({ title: discount, amount: line.discount });
  yield space(0.8 * MM);
}

function text(
  shown: string,
  {
    size = SIZE,
    font = 'Helvetica',
    align = 'left',
    most = MOST_LINES,
  }: { size?: number; font?: Font; align?: 'left' | 'center'; most?: number } = {},
): Part {
  const lines = firstLines(shown, font, size, ROOM, most);
  return {
    height: heightOf(lines.length, size) + 0.4 * MM,
    draw: (paper, top) => writeLines(paper, lines, size, { x: MARGIN, y: top, width: ROOM, font, align }),
  };
}

/** What it is at the left, on several lines where it is long, and how much at the right. */
function pair({ title, amount, is_strong = false }: Sum): Part {
  const size = is_strong ? 10 : SIZE;
  const font: Font = is_strong ? 'Helvetica-Bold' : 'Helvetica';
  const left = ROOM * 0.62;
  const lines = firstLines(title, font, size, left, MOST_LINES);
  const line = heightOf(1, size);
  return {
    height: heightOf(lines.length, size) + 0.4 * MM,
    draw(paper, top) {
      writeLines(paper, lines, size, { x: MARGIN, y: top, width: left, font });
      const place = {
        x: MARGIN + left,
        y: top,
        width: ROOM - left,
        height: line,
        largest: size,
        smallest: 5,
      };
      writeText(paper, amount, { ...place, font, align: 'right' });
    },
  };
}

function rule(): Part {
  return {
    height: 3 * MM,
    draw(paper, top) {
      const y = top + 1.5 * MM;
      paper.save().lineWidth(0.6).dash(2, { space: 2 });
      paper
        .moveTo(MARGIN, y)
        .lineTo(WIDTH - MARGIN, y)
        .stroke();
      paper.restore();
    },
  };
}

function logoPart(logo: Buffer): Part {
  const box = { width: ROOM, height: 16 * MM };
  return {
    height: box.height + 2 * MM,
    draw: (paper, y) => drawLogo(paper, logo, { x: MARGIN, y, ...box }, 'center'),
  };
}

function space(height: number): Part {
  return { height, draw: () => undefined };
}
