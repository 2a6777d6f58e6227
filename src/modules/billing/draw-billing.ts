import { dayText } from '../../kernel/calendar.ts';
import type { Language } from '../../kernel/language.ts';
import { rupiahText } from '../../kernel/money.ts';
import { drawLetterhead } from '../../kernel/paper/draw-letterhead.ts';
import { openTable } from '../../kernel/paper/draw-table.ts';
import { phoneText } from '../../kernel/paper/letterhead.ts';
import { MM, type Paper } from '../../kernel/paper/open-paper.ts';
import { A4, openPages } from '../../kernel/paper/pages.ts';
import { printable } from '../../kernel/paper/printable-text.ts';
import { writeParagraph } from '../../kernel/paper/write-paragraph.ts';
import type { PriceList } from '../packages/index.ts';

interface BillingPaper {
  number: string;
  issuer: PriceList['issuer'];
  customer: { name: string; address: string; phone: string };
  status: 'PENDING' | 'PAID' | 'EXPIRED';
  /** yyyy-mm-dd */
  date: string;
  expires_on: string;
  paid_on: string | null;
  lines: { service: string; amount_idr: number }[];
  amount_idr: number;
  payment_url: string | null;
}

const WORDS = {
  en: {
    title: 'Invoice',
    customer: 'Billed to',
    service: 'Service',
    amount: 'Amount',
    total: 'Total',
    pay: 'Please pay until',
    paid: 'Paid on',
    page: 'Page',
    PENDING: 'UNPAID',
    PAID: 'PAID',
    EXPIRED: 'EXPIRED',
  },
  id: {
    title: 'Invoice',
    customer: 'Ditagihkan kepada',
    service: 'Layanan',
    amount: 'Jumlah',
    total: 'Total',
    pay: 'Silakan bayar sampai',
    paid: 'Dibayar pada',
    page: 'Halaman',
    PENDING: 'BELUM DIBAYAR',
    PAID: 'LUNAS',
    EXPIRED: 'KEDALUWARSA',
  },
} satisfies Record<Language, Record<string, string>>;

/** Draws an invoice of the platform on A4. */
export function drawBilling(paper: Paper, invoice: BillingPaper, language: Language): void {
  const words = WORDS[language];
  const { number, issuer, customer, status } = invoice;
  const pages = openPages(paper, A4, (page) => `${number}  |  ${words.page} ${page}`);
  const contact = printable([issuer.address, issuer.email].filter(Boolean).join('  |  '));
  drawLetterhead(pages, { name: printable(issuer.name), contact }, undefined, {
    title: words.title,
    facts: [number, dayText(invoice.date), words[status]],
  });
  writeParagraph(pages, words.customer);
  writeParagraph(pages, printable(customer.name) || '-', 'Helvetica-Bold');
  const phone = phoneText(customer.phone);
  for (const line of [printable(customer.address), phone]) if (line !== '') writeParagraph(pages, line);
  pages.take(3 * MM);
  const write = openTable(pages, [
    { title: words.service, share: 0.75 },
    { title: words.amount, share: 0.25, align: 'right' },
  ]);
  for (const { service, amount_idr } of invoice.lines) write([printable(service), rupiahText(amount_idr)]);
  write([words.total, rupiahText(invoice.amount_idr)], { font: 'Helvetica-Bold', is_open: true });
  pages.repeat(undefined);
  pages.take(4 * MM);
  if (invoice.paid_on !== null) writeParagraph(pages, `${words.paid} ${dayText(invoice.paid_on)}.`);
  else if (status === 'PENDING') {
    writeParagraph(pages, `${words.pay} ${dayText(invoice.expires_on)}:`);
    if (invoice.payment_url !== null) writeParagraph(pages, printable(invoice.payment_url), 'Helvetica-Bold');
  }
}
