import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { MM, openPaper, type Paper } from '../open-paper.ts';
import { printable } from '../printable-text.ts';
import { invoiceColumns } from './invoice-columns.ts';
import type { CodInvoiceDetail } from './schemas.ts';

type Invoice = z.input<typeof CodInvoiceDetail>;

const PAGE = { width: 210 * MM, height: 297 * MM, margin: 14 * MM };
const ROW = 5.5 * MM;

const WORDS = {
  en: { title: 'COD invoice', week: 'Week', status: 'Status', total: 'Total', page: 'Page' },
  id: { title: 'Tagihan COD', week: 'Minggu', status: 'Status', total: 'Jumlah', page: 'Halaman' },
};

/** Draws an invoice on A4: a line for each parcel, titles on every page, and the sum at the end. */
export async function drawInvoice(context: Context, invoice: Invoice, shop_name: string): Promise<Buffer[]> {
  const { paper, end } = openPaper(context, invoice.invoice_number);
  const words = WORDS[context.language];
  const columns = placed(invoiceColumns(context.language));
  let page = 0;
  let y = 0;
  const row = (cells: readonly string[], font: 'Helvetica' | 'Helvetica-Bold') => {
    paper.font(font).fontSize(8);
    for (const [index, { x, width, is_amount }] of columns.entries())
      paper.text(cut(paper, cells[index] ?? '', width), x, y, {
        width,
        align: is_amount ? 'right' : 'left',
        lineBreak: false,
      });
    y += ROW;
  };
  const nextPage = () => {
    page += 1;
    paper.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    paper.font('Helvetica').fontSize(8);
    paper.text(`${words.page} ${page}`, PAGE.margin, PAGE.height - PAGE.margin, { lineBreak: false });
    y = PAGE.margin;
  };
  const titles = () => {
    row(
      columns.map(({ header }) => header),
      'Helvetica-Bold',
    );
    line(paper, y - ROW * 0.3);
  };
  nextPage();
  y = drawHead(paper, invoice, shop_name, words);
  titles();
  for (const parcel of invoice.parcels) {
    if (y > PAGE.height - PAGE.margin - 3 * ROW) {
      nextPage();
      titles();
    }
    row(
      columns.map(({ value, is_amount }) =>
        is_amount ? rupiahText(Number(value(parcel))) : String(value(parcel)),
      ),
      'Helvetica',
    );
    await takeTurns();
  }
  line(paper, y - ROW * 0.3);
  row(
    columns.map(({ total }, index) => {
      if (total === undefined) return index === 0 ? words.total : '';
      return rupiahText(invoice.parcels.reduce((sum, parcel) => sum + total(parcel), 0));
    }),
    'Helvetica-Bold',
  );
  return end();
}

/** @returns where the table begins */
function drawHead(paper: Paper, invoice: Invoice, shop_name: string, words: (typeof WORDS)['en']): number {
  const { margin: x } = PAGE;
  const options = { width: PAGE.width - 2 * PAGE.margin, lineBreak: false };
  paper.font('Helvetica-Bold').fontSize(16).text(`${words.title} ${invoice.invoice_number}`, x, x, options);
  paper.font('Helvetica').fontSize(10);
  const facts = [
    cut(paper, shop_name, options.width),
    cut(paper, invoice.vendor, options.width),
    `${words.week}: ${invoice.week_start} - ${invoice.week_end}`,
    `${words.status}: ${invoice.status}`,
    `${words.total}: ${invoice.total}`,
  ];
  for (const [index, fact] of facts.entries()) paper.text(fact, x, x + (9 + index * 5) * MM, options);
  return x + (12 + facts.length * 5) * MM;
}

/** Columns with their places from the left, in points. */
function placed(columns: ReturnType<typeof invoiceColumns>) {
  const parts = columns.reduce((sum, column) => sum + column.parts, 0);
  const unit = (PAGE.width - 2 * PAGE.margin) / parts;
  let x = PAGE.margin;
  return columns.map((column) => {
    const place = { ...column, x, width: column.parts * unit, is_amount: column.total !== undefined };
    x += place.width;
    return place;
  });
}

/** As much of a text as fits, with the font that is set. */
function cut(paper: Paper, text: string, width: number): string {
  const shown = printable(text);
  if (paper.widthOfString(shown) <= width) return shown;
  let length = shown.length;
  while (length > 0 && paper.widthOfString(`${shown.slice(0, length)}…`) > width) length -= 1;
  return `${shown.slice(0, length)}…`;
}

function line(paper: Paper, y: number): void {
  paper
    .moveTo(PAGE.margin, y)
    .lineTo(PAGE.width - PAGE.margin, y)
    .lineWidth(0.5)
    .stroke();
}
