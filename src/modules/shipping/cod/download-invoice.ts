import type { z } from 'zod';
import { makeAnswer } from '../../../kernel/files/downloads.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { CSV_TYPE, writeCsvFile } from '../../../kernel/sheets/write-sheet.ts';
import { pdfAnswer } from '../../../kernel/paper/open-paper.ts';
import { drawInvoice } from './draw-invoice.ts';
import { getInvoice } from './get-invoice.ts';
import { invoiceColumns, type InvoicedParcel } from './invoice-columns.ts';
import type { InvoiceIdInput, InvoicePdfInput } from './schemas.ts';

const SUM: Record<Language, string> = { en: 'Total', id: 'Jumlah' };

/**
 * An invoice as CSV: a row for each parcel, and their sum.
 * @throws Refusal 404 if the shop has no such invoice
 */
export async function downloadInvoiceCsv(
  context: Context,
  input: z.output<typeof InvoiceIdInput>,
): Promise<FileAnswer> {
  const { parcels, invoice_number } = await getInvoice(context, input);
  const columns = invoiceColumns(context.language);
  return makeAnswer({
    name: `${invoice_number}.csv`,
    content_type: CSV_TYPE,
    write: (path) => writeCsvFile(path, columns, rowsOf()),
  });

  function* rowsOf(): Generator<Cell[]> {
    for (const parcel of parcels) yield columns.map(({ value }) => value(parcel));
    yield columns.map(({ total }, index) => (index === 0 ? SUM[context.language] : sumOf(parcels, total)));
  }
}

function sumOf(parcels: readonly InvoicedParcel[], amount?: (parcel: InvoicedParcel) => number): Cell {
  return amount === undefined ? '' : parcels.reduce((total, parcel) => total + amount(parcel), 0);
}

/**
 * An invoice as PDF, on A4.
 * @throws Refusal 404 if the shop has no such invoice
 */
export async function downloadInvoicePdf(
  context: Context,
  { invoice_id }: z.output<typeof InvoicePdfInput>,
): Promise<FileAnswer> {
  const invoice = await getInvoice(context, { id: invoice_id });
  const { shop_name } = await context.db
    .selectFrom('shops')
    .select('name as shop_name')
    .where('id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  return pdfAnswer(`${invoice.invoice_number}.pdf`, await drawInvoice(context, invoice, shop_name));
}
