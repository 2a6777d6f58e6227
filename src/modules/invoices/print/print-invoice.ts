import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { openPaper, pdfAnswer } from '../../../kernel/paper/open-paper.ts';
import { readLogo } from '../../shop/index.ts';
import { drawA4 } from './draw-a4.ts';
import { drawReceipt } from './draw-receipt.ts';
import { invoiceContent } from './invoice-content.ts';
import { loadInvoice } from './load-invoice.ts';
import type { PrintInvoiceInput } from './schemas.ts';

const DRAW = { A4: drawA4, RECEIPT: drawReceipt };

/**
 * The invoice of an order as PDF. It is for the customer who ordered, who is the sender of a dropship order: what goes to
 * the receiver is the packing slip.
 * @throws Refusal 404 where the shop has no such order
 */
export async function printInvoice(
  context: Context,
  { id, format }: z.output<typeof PrintInvoiceInput>,
): Promise<FileAnswer> {
  const invoice = await loadInvoice(context, id);
  const logo = await readLogo(context, context.shop.id, invoice.shop.logo_url);
  const content = invoiceContent(invoice, context.language);
  const { paper, end } = openPaper(context, content.number);
  await DRAW[format](paper, content, logo);
  return pdfAnswer(`${content.number}.pdf`, await end());
}
