import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { openTable } from '../../../kernel/paper/draw-table.ts';
import { heightOf, writeText } from '../../../kernel/paper/fit-text.ts';
import { openPaper } from '../../../kernel/paper/open-paper.ts';
import { A4, openPages, type Pages } from '../../../kernel/paper/pages.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { invoiceColumns } from './invoice-columns.ts';
import type { CodInvoiceDetail } from './schemas.ts';

type Invoice = z.input<typeof CodInvoiceDetail>;

const WORDS = {
  en: { title: 'COD invoice', week: 'Week', status: 'Status', total: 'Total', page: 'Page' },
  id: { title: 'Tagihan COD', week: 'Minggu', status: 'Status', total: 'Jumlah', page: 'Halaman' },
};

/** Draws an invoice on A4: a line for each parcel, titles on every page, and the sum at the end. */
export async function drawInvoice(context: Context, invoice: Invoice, shop_name: string): Promise<Buffer[]> {
  const { paper, end } = openPaper(context, invoice.invoice_number);
  const words = WORDS[context.language];
  const columns = invoiceColumns(context.language);
  const pages = openPages(paper, A4, (page) => `${words.page} ${page}`);
  drawHead(pages, invoice, shop_name, words);
  const parts = columns.reduce((sum, column) => sum + column.parts, 0);
  const write = openTable(
    pages,
    columns.map(({ header, parts: own, total }) => ({
      title: header,
      share: own / parts,
      align: total === undefined ? 'left' : 'right',
    })),
  );
  for (const parcel of invoice.parcels) {
    write(
      columns.map(({ value, total }) =>
        total === undefined ? printable(String(value(parcel))) : rupiahText(Number(value(parcel))),
      ),
    );
    await takeTurns();
  }
  const sums = columns.map(({ total }, index) => {
    if (total === undefined) return index === 0 ? words.total : '';
    return rupiahText(invoice.parcels.reduce((sum, parcel) => sum + total(parcel), 0));
  });
  write(sums, { font: 'Helvetica-Bold', is_open: true });
  return end();
}

function drawHead(pages: Pages, invoice: Invoice, shop_name: string, words: (typeof WORDS)['en']): void {
  const lines: [text: string, size: number][] = [
    [`${words.title} ${invoice.invoice_number}`, 16],
    [shop_name, 10],
    [invoice.vendor, 10],
    [`${words.week}: ${invoice.week_start} - ${invoice.week_end}`, 10],
    [`${words.status}: ${invoice.status}`, 10],
    [`${words.total}: ${invoice.total}`, 10],
    ['', 10],
  ];
  for (const [index, [text, size]] of lines.entries())
    writeText(pages.paper, printable(text), {
      x: pages.left,
      y: pages.take(heightOf(1, size)),
      width: pages.width,
      height: heightOf(1, size),
      font: index === 0 ? 'Helvetica-Bold' : 'Helvetica',
      largest: size,
      smallest: 6,
    });
}
