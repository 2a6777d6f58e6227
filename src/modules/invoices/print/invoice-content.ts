import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { printable } from '../../../kernel/paper/printable-text.ts';
import { invoiceNumber } from '../../orders/index.ts';
import { bankName } from '../../reference/index.ts';
import { dayText } from '../../../kernel/calendar.ts';
import type { Letterhead } from '../../../kernel/paper/draw-letterhead.ts';
import { letterheadOf, phoneText } from '../../../kernel/paper/letterhead.ts';
import { accountLines } from '../account-lines.ts';
import type { Contact, Invoice, InvoiceLine } from './invoice.ts';
import { INVOICE_WORDS, type InvoiceWords } from './words.ts';

/** An amount with what it is of, as a paper has them: one at the left, one at the right. */
export interface Sum {
  title: string;
  amount: string;
  is_strong?: boolean;
}

/** What an invoice says, part by part, whatever paper it is on: each text is printable. */
export interface InvoiceContent {
  words: InvoiceWords;
  shop: Letterhead;
  number: string;
  date: string;
  status: string;
  /** null unless it is a dropship order. */
  warning: string | null;
  customer: string[];
  receiver: string[];
  courier: string;
  awb_number: string;
  lines: LineContent[];
  sums: Sum[];
  /** How what is due is paid; empty where nothing is. */
  instructions: string[];
  note: string;
}

export interface LineContent {
  product: string;
  sku: string;
  quantity: string;
  price: string;
  /** Of all units; empty where there is none. */
  discount: string;
  amount: string;
  /** Without the discount. */
  full_amount: string;
}

/** What the invoice of an order says. Pure. */
export function invoiceContent(invoice: Invoice, language: Language): InvoiceContent {
  const words = INVOICE_WORDS[language];
  const { sender, receiver } = invoice;
  return {
    words,
    shop: letterheadOf(invoice.shop),
    number: invoiceNumber(invoice.order_date, invoice.po_number),
    date: dayText(invoice.order_date),
    status: statusOf(invoice, words),
    warning: invoice.is_dropship ? words.for_sender : null,
    customer: contactLines(sender),
    receiver: contactLines(receiver),
    courier: printable(`${invoice.courier} ${invoice.service}`),
    awb_number: printable(invoice.awb_number ?? ''),
    lines: invoice.lines.map(lineContent),
    sums: sumsOf(invoice, words),
    instructions: instructionsOf(invoice, words),
    note: printable(invoice.note),
  };
}

function isClosed(status: Invoice['order_status']): status is 'REJECTED' | 'CANCELED' | 'EXPIRED' {
  return status !== 'ACCEPTED' && status !== 'UNCONFIRMED';
}

/** Whether somebody still has to pay for it: what a buyer has paid, or says to have paid, waits for the seller. */
function isDue(invoice: Invoice): boolean {
  const { order_status, total_idr, paid_idr } = invoice;
  return !isClosed(order_status) && paid_idr < total_idr && !isToConfirm(invoice);
}

function isToConfirm({ payment }: Invoice): boolean {
  return payment?.state === 'CLAIMED' || payment?.state === 'PAID';
}

function statusOf(invoice: Invoice, words: InvoiceWords): string {
  const { order_status, total_idr, paid_idr, is_cod } = invoice;
  if (isClosed(order_status)) return words[order_status];
  if (isToConfirm(invoice)) return words.TO_CONFIRM;
  if (paid_idr >= total_idr) return words.PAID;
  if (is_cod) return 'COD';
  return paid_idr > 0 ? words.INSTALLMENT : words.UNPAID;
}

function contactLines({ name, phone, address, ...region }: Contact): string[] {
  const places = [region.district, region.city, region.province, region.postal_code].filter(Boolean);
  return [name, phoneText(phone), address, places.join(', ')].map(printable).filter((line) => line !== '');
}

function lineContent({
  name,
  color,
  size,
  sku,
  quantity,
  price_idr,
  discount_idr,
}: InvoiceLine): LineContent {
  return {
    product: printable([name, color, size].filter(Boolean).join(' ')) || '-',
    sku: printable(sku),
    quantity: String(quantity),
    price: rupiahText(price_idr),
    discount: discount_idr === 0 ? '' : rupiahText(-discount_idr * quantity),
    amount: rupiahText((price_idr - discount_idr) * quantity),
    full_amount: rupiahText(price_idr * quantity),
  };
}

/** From the products to what is due; those of nothing are left out. */
function sumsOf(invoice: Invoice, words: InvoiceWords): Sum[] {
  const { goods_idr, shipping_idr, shipping_discount_idr, total_idr, paid_idr, payments } = invoice;
  const amounts: [title: string, amount_idr: number][] = [
    [words.goods, goods_idr],
    [words.shipping, shipping_idr],
    [words.shipping_discount, -shipping_discount_idr],
    ...invoice.charges.map(({ name, category, amount_idr }): [string, number] => [
      printable(name) || words[category === 'INSURANCE' ? 'insurance' : 'amount'],
      category === 'DISCOUNT' ? -amount_idr : amount_idr,
    ]),
  ];
  // No total is below 0, whatever is taken off.
  const unused_idr = total_idr - amounts.reduce((sum, [, amount]) => sum + amount, 0);
  const parts = [...amounts, [words.unused_discount, unused_idr] as const]
    .filter(([title, amount]) => amount !== 0 || title === words.goods)
    .map(([title, amount]) => ({ title, amount: rupiahText(amount) }));
  const paid = payments.map(({ bank_type, amount_idr, paid_on, is_cod_payout }) => ({
    title: printable(
      `${words.paid} ${dayText(paid_on)} (${is_cod_payout ? words.cod_payment : bankName(bank_type)})`,
    ),
    amount: rupiahText(-amount_idr),
  }));
  const shows_due = isDue(invoice) || (paid.length > 0 && !isClosed(invoice.order_status));
  return [
    ...parts,
    { title: words.total, amount: rupiahText(total_idr), is_strong: true },
    ...paid,
    ...(shows_due
      ? [{ title: words.remaining, amount: rupiahText(total_idr - paid_idr), is_strong: true }]
      : []),
    ...(isDue(invoice) ? buyersSums(invoice, words) : []),
  ];
}

/** From what is due to what the buyer is to pay in one go: exactly that amount is recognised. */
function buyersSums({ payment, total_idr }: Invoice, words: InvoiceWords): Sum[] {
  if (payment === undefined || payment.nominal_transfer_idr === total_idr) return [];
  const { nominal_invoice_idr, unique_code, payment_fee_idr, nominal_transfer_idr } = payment;
  const parts: [title: string, amount_idr: number][] = [
    [words.other_orders, nominal_invoice_idr - total_idr],
    [words.unique_code, unique_code],
    [words.payment_fee, payment_fee_idr],
  ];
  return [
    ...parts
      .filter(([, amount_idr]) => amount_idr !== 0)
      .map(([title, amount_idr]) => ({ title, amount: rupiahText(amount_idr) })),
    { title: words.to_pay, amount: rupiahText(nominal_transfer_idr), is_strong: true },
  ];
}

function instructionsOf(invoice: Invoice, words: InvoiceWords): string[] {
  if (!isDue(invoice)) return [];
  const steps = invoice.payment?.steps ?? [];
  if (steps.length > 0) return [words.how_to_pay, ...steps.map(printable)];
  if (invoice.is_cod) return [words.cod];
  const accounts = accountLines(invoice.accounts);
  return accounts.length === 0 ? [] : [words.instructions, ...accounts];
}
