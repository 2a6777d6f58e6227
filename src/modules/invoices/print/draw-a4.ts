import { openTable, type TableColumn } from '../../../kernel/paper/draw-table.ts';
import { firstLines, heightOf, writeLines, writeText } from '../../../kernel/paper/fit-text.ts';
import { MM, type Font, type Paper } from '../../../kernel/paper/open-paper.ts';
import { A4, drawRule, openPages, type Pages } from '../../../kernel/paper/pages.ts';
import { writeParagraph } from '../../../kernel/paper/write-paragraph.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { drawLetterhead } from '../../../kernel/paper/draw-letterhead.ts';
import type { InvoiceContent, Sum } from './invoice-content.ts';

const GAP = 4 * MM;
const SIZE = 9;

/** Draws an invoice on as many pages of A4 as it needs. */
export async function drawA4(paper: Paper, content: InvoiceContent, logo: Buffer | undefined): Promise<void> {
  const { words, number, note, instructions } = content;
  const pages = openPages(paper, A4, (page) => `${number}  |  ${words.page} ${page}`);
  drawLetterhead(pages, content.shop, logo, {
    title: words.title,
    facts: [number, content.date, content.status],
  });
  if (content.warning !== null) writeParagraph(pages, content.warning, 'Helvetica-Bold');
  drawParties(pages, content);
  const write = openTable(pages, columnsOf(content));
  const has_discounts = content.lines.some(({ discount }) => discount !== '');
  for (const line of content.lines) {
    const discount = has_discounts ? [line.discount] : [];
    write([{ text: line.product, below: line.sku }, line.quantity, line.price, ...discount, line.amount]);
    await takeTurns();
  }
  pages.repeat(undefined);
  pages.take(2 * MM);
  for (const sum of content.sums) {
    drawSum(pages, sum);
    await takeTurns();
  }
  pages.take(GAP);
  if (note !== '') writeParagraph(pages, `${words.note}: ${note}`);
  if (instructions.length > 0) pages.keepTogether(heightOf(instructions.length + 1, SIZE));
  for (const [index, line] of instructions.entries())
    writeParagraph(pages, line, index === 0 && instructions.length > 1 ? 'Helvetica' : 'Helvetica-Bold');
  pages.take(GAP / 2);
  writeParagraph(pages, words.thanks);
}

function columnsOf({ words, lines }: InvoiceContent): TableColumn[] {
  const right = { align: 'right' } as const;
  const has_discounts = lines.some(({ discount }) => discount !== '');
  return [
    { title: words.product, share: has_discounts ? 0.46 : 0.6 },
    { title: words.quantity, share: 0.08, ...right },
    { title: words.price, share: 0.16, ...right },
    ...(has_discounts ? [{ title: words.discount, share: 0.14, ...right }] : []),
    { title: words.amount, share: 0.16, ...right },
  ];
}

/** The customer and the receiver side by side, and how the parcel goes. */
function drawParties(pages: Pages, content: InvoiceContent): void {
  const { words, courier, awb_number } = content;
  const way = [courier, awb_number === '' ? '' : `${words.awb}: ${awb_number}`].filter(Boolean);
  const parts: [string, string[]][] = [
    [words.bill_to, content.customer],
    [words.ship_to, content.receiver],
    [words.sent_by, way],
  ];
  const gap = 6 * MM;
  const width = (pages.width - 2 * gap) / 3;
  const fitted = parts.map(([title, lines]) => ({
    title,
    lines: lines.map((line, index) => {
      const font: Font = index === 0 ? 'Helvetica-Bold' : 'Helvetica';
      return { font, broken: firstLines(line, font, SIZE, width, 6) };
    }),
  }));
  const counts = fitted.map(({ lines }) => lines.reduce((sum, { broken }) => sum + broken.length, 0));
  const height = heightOf(1, 8) + 1 * MM + heightOf(Math.max(...counts), SIZE) + GAP;
  const top = pages.take(height);
  for (const [index, { title, lines }] of fitted.entries()) {
    const x = pages.left + index * (width + gap);
    pages.paper.fillColor('#606060');
    let y = top + writeLines(pages.paper, [title], 8, { x, y: top, width }) + 1 * MM;
    pages.paper.fillColor('black');
    for (const { font, broken } of lines) y += writeLines(pages.paper, broken, SIZE, { x, y, width, font });
  }
}

/** In the right half of the page. */
function drawSum(pages: Pages, { title, amount, is_strong = false }: Sum): void {
  const size = is_strong ? 11 : SIZE;
  const font: Font = is_strong ? 'Helvetica-Bold' : 'Helvetica';
  const above = is_strong ? 1.8 * MM : 0.8 * MM;
  const top = pages.take(above + heightOf(1, size) + 0.8 * MM);
  const left = pages.left + pages.width * 0.42;
  const width = pages.width * 0.58;
  if (is_strong) drawRule({ ...pages, left, width }, top + 0.6 * MM);
  const box = { y: top + above, height: heightOf(1, size), font, largest: size, smallest: 6 };
  writeText(pages.paper, title, { ...box, x: left, width: width * 0.7 });
  const right = { x: left + width * 0.7, width: width * 0.3 - 1.2 * MM };
  writeText(pages.paper, amount, { ...box, ...right, align: 'right' });
}
