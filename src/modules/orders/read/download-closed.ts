import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { columnsFor, isLongList, type ListField, type ListSheet } from '../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { closedOrders, loadClosed } from './list-closed.ts';
import { ChosenClosed, type ClosedOrder } from './schemas.ts';

/** Orders read at a time. */
const BATCH = 200;

const FIELDS: ListField<z.input<typeof ClosedOrder>>[] = [
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
    only: 'banks.read',
    value: (order) => order.total_amount - (order.remaining_amount ?? 0),
  },
  {
    title: { en: 'Payment outcome', id: 'Status dana' },
    only: 'banks.read',
    value: (order) => order.paid_as ?? '',
  },
  { title: { en: 'Note', id: 'Catatan' }, value: (order) => order.note },
  { title: { en: 'Created by', id: 'Dibuat oleh' }, value: (order) => order.created_by_name },
];

export const closedDownload = mailedDownload({
  name: 'download-cancelled-orders',
  choice: ChosenClosed,
  data: { en: 'cancelled order', id: 'pesanan batal' },
  isLong: (context, choice) => isLongList(closedOrders(context, choice)),
  sheet: (context, choice): ListSheet<{ id: number }, z.input<typeof ClosedOrder>> => ({
    file_name: { en: 'cancelled-orders', id: 'order-batal' },
    title: { en: 'Cancelled orders', id: 'Order batal' },
    columns: columnsFor(context, FIELDS),
    query: closedOrders(context, choice),
    batch_rows: BATCH,
    load: (found, db) =>
      loadClosed(
        context,
        db,
        found.map(({ id }) => id),
      ),
  }),
});

/**
 * Answers with cancelled, rejected or expired orders as a workbook; where there are very many, a link to it is mailed
 * to the user.
 */
export async function downloadClosed(
  context: Context,
  input: z.output<typeof ChosenClosed>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const answer = await closedDownload.request(context, input, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
