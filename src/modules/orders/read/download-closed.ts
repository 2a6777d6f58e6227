import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { readBatches } from '../../../kernel/database/read-batches.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import type { Language } from '../../../kernel/language.ts';
import { limits } from '../../../kernel/limits.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { closedOrders, loadClosed } from './list-closed.ts';
import { seesPayments } from './payments-seen.ts';
import { ChosenClosed, type ClosedOrder } from './schemas.ts';

/** Orders read at a time. */
const BATCH = 200;

interface Column {
  title: Record<Language, string>;
  is_number?: true;
  /** Only for who may see what was paid. */
  is_payment?: true;
  value: (order: z.input<typeof ClosedOrder>) => Cell;
}

const COLUMNS: Column[] = [
  { title: { en: 'PO number', id: 'Nomor PO' }, is_number: true, value: (order) => order.po_number },
  { title: { en: 'Invoice', id: 'Invoice' }, value: (order) => order.invoice },
  { title: { en: 'Date', id: 'Tanggal' }, value: (order) => order.order_date },
  { title: { en: 'Status', id: 'Status' }, value: (order) => order.order_status },
  { title: { en: 'Sender', id: 'Pengirim' }, value: (order) => order.sender_name },
  { title: { en: 'Receiver', id: 'Penerima' }, value: (order) => order.receiver_name },
  { title: { en: 'Phone', id: 'Telepon' }, value: (order) => order.receiver_phone },
  { title: { en: 'Address', id: 'Alamat' }, value: (order) => order.receiver_address },
  {
    title: { en: 'Products', id: 'Produk' },
    value: ({ products }) => products.map(({ name, quantity }) => `${quantity} x ${name}`).join('; '),
  },
  {
    title: { en: 'Courier', id: 'Kurir' },
    value: (order) => `${order.shipping_logistic} ${order.shipping_rate}`.trim(),
  },
  { title: { en: 'AWB', id: 'Resi' }, value: (order) => order.awb_number },
  { title: { en: 'Shipping', id: 'Ongkir' }, is_number: true, value: (order) => order.shipping_cost },
  { title: { en: 'Total', id: 'Total' }, is_number: true, value: (order) => order.total_amount },
  {
    title: { en: 'Paid', id: 'Dibayar' },
    is_number: true,
    is_payment: true,
    value: (order) => order.total_amount - (order.remaining_amount ?? 0),
  },
  {
    title: { en: 'Payment outcome', id: 'Status dana' },
    is_payment: true,
    value: (order) => order.paid_as ?? '',
  },
  { title: { en: 'Note', id: 'Catatan' }, value: (order) => order.note },
  { title: { en: 'Created by', id: 'Dibuat oleh' }, value: (order) => order.created_by_name },
];

function columnsOf(context: Context): Column[] {
  return COLUMNS.filter(({ is_payment }) => !is_payment || seesPayments(context));
}

export const closedDownload = mailedDownload({
  name: 'download-cancelled-orders',
  choice: ChosenClosed,
  data: { en: 'cancelled order', id: 'pesanan batal' },
  async isLong(context, choice) {
    const beyond = closedOrders(context, choice).offset(limits.download_rows_at_once).limit(1);
    return (await beyond.executeTakeFirst()) !== undefined;
  },
  make: async (context, choice, onRows) => ({
    name: context.language === 'id' ? 'order-batal.xlsx' : 'cancelled-orders.xlsx',
    content_type: XLSX_TYPE,
    write: (path) =>
      writeXlsxFile(
        path,
        context.language === 'id' ? 'Order batal' : 'Cancelled orders',
        columnsOf(context).map(({ title, is_number }) => ({
          header: title[context.language],
          ...(is_number && { is_number }),
        })),
        rowsOf(context, choice, onRows),
      ),
  }),
});

async function* rowsOf(
  context: Context,
  choice: z.output<typeof ChosenClosed>,
  onRows: (rows: number) => Promise<void>,
): AsyncGenerator<Cell[]> {
  let written = 0;
  const columns = columnsOf(context);
  for await (const { rows, db } of readBatches(context.db, closedOrders(context, choice), BATCH)) {
    const orders = await loadClosed(
      context,
      db,
      rows.map(({ id }) => id),
    );
    for (const order of orders) yield columns.map(({ value }) => value(order));
    written += orders.length;
    await onRows(written);
  }
}

/**
 * Answers with cancelled, rejected or expired orders as a workbook; where there are very many, a link to it is mailed
 * to the user.
 */
export async function downloadClosed(
  context: Context,
  input: z.output<typeof ChosenClosed>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const answer = await closedDownload.ask(context, input, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
