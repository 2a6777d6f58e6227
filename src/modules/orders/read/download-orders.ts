import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { columnsFor, isLongList, type ListField, type ListSheet } from '../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { cutPage } from '../../../kernel/paging.ts';
import { checkPaymentFilters } from './payments-seen.ts';
import { invoiceNumber, orderSourceText } from './present-order.ts';
import { matchingOrders, sortOf } from './search/order-filters.ts';
import { OrdersOfSheet, type DownloadOrdersInput } from './search/schemas.ts';
import { withMakers } from './with-makers.ts';

type Choice = z.output<typeof OrdersOfSheet>;

/** Orders read at a time. */
const BATCH = 500;

const linesOfOrder = ({ shop }: Context) => sql<string>`(
  select string_agg(l.quantity || ' x ' || concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, '')), '; '
    order by l.position)
  from order_lines l where l.shop_id = ${shop.id} and l.order_id = orders.id)`;

/** What the sheet has of each order, in the list's order. */
function chosenRows(context: Context, choice: Choice) {
  const { pagination_offset = 1, per_page = limits.page_size_default } = choice;
  return matchingOrders(context, choice)
    .$call(withMakers(context.shop.id))
    .leftJoin('districts as district', 'district.code', 'orders.receiver_district_code')
    .leftJoin('cities as city', 'city.code', 'district.city_code')
    .leftJoin('provinces as province', 'province.code', 'city.province_code')
    .select(['district.name as district', 'city.name as city', 'province.name as province'])
    .select(['orders.receiver_postal_code'])
    .select(['orders.po_number', 'orders.order_date', 'orders.paid_on', 'orders.sender_name'])
    .select([
      'orders.sender_phone',
      'orders.receiver_name',
      'orders.receiver_phone',
      'orders.receiver_address',
    ])
    .select(['orders.quantity', 'orders.goods_idr', 'orders.shipping_idr', 'orders.shipping_discount_idr'])
    .select(['orders.charges_idr', 'orders.insurance_idr', 'orders.discount_idr', 'orders.total_idr'])
    .select([
      'orders.paid_idr',
      'orders.cost_of_goods_idr',
      'orders.profit_idr',
      'orders.logistic_name',
      'orders.rate_name',
    ])
    .select(['orders.awb_number', 'orders.order_progress_status', 'orders.payment_status', 'orders.note'])
    .select(['maker.full_name as maker', 'source.marketplace_id', 'source.note as source_note'])
    .select(linesOfOrder(context).as('products'))
    .orderBy(sortOf(choice), 'desc')
    .orderBy('orders.id', 'desc')
    .$if(isPage(choice), cutPage({ pagination_offset, per_page }));
}

function isPage({ per_page, pagination_offset }: Choice): boolean {
  return per_page !== undefined || pagination_offset !== undefined;
}

type Row = Awaited<ReturnType<ReturnType<typeof chosenRows>['execute']>>[number];

const FIELDS: ListField<Row>[] = [
  { title: { en: 'PO number', id: 'Nomor PO' }, is_number: true, value: (row) => row.po_number },
  { title: { en: 'Invoice', id: 'Invoice' }, value: (row) => invoiceNumber(row.order_date, row.po_number) },
  { title: { en: 'Date', id: 'Tanggal' }, value: (row) => row.order_date },
  { title: { en: 'Progress', id: 'Proses' }, value: (row) => row.order_progress_status },
  { title: { en: 'Payment', id: 'Pembayaran' }, value: (row) => row.payment_status },
  { title: { en: 'Paid on', id: 'Tanggal bayar' }, value: (row) => row.paid_on ?? '' },
  { title: { en: 'Sender', id: 'Pengirim' }, value: (row) => row.sender_name },
  { title: { en: "Sender's phone", id: 'Telepon pengirim' }, value: (row) => row.sender_phone },
  { title: { en: 'Receiver', id: 'Penerima' }, value: (row) => row.receiver_name },
  { title: { en: "Receiver's phone", id: 'Telepon penerima' }, value: (row) => row.receiver_phone },
  { title: { en: 'Address', id: 'Alamat' }, value: (row) => row.receiver_address },
  { title: { en: 'District', id: 'Kecamatan' }, value: (row) => row.district ?? '' },
  { title: { en: 'City', id: 'Kota/Kabupaten' }, value: (row) => row.city ?? '' },
  { title: { en: 'Province', id: 'Provinsi' }, value: (row) => row.province ?? '' },
  { title: { en: 'Postal code', id: 'Kode pos' }, value: (row) => row.receiver_postal_code ?? '' },
  { title: { en: 'Products', id: 'Produk' }, value: (row) => row.products },
  { title: { en: 'Quantity', id: 'Jumlah barang' }, is_number: true, value: (row) => row.quantity },
  {
    title: { en: 'Products total', id: 'Total harga produk' },
    is_number: true,
    value: (row) => row.goods_idr,
  },
  {
    title: { en: 'Shipping', id: 'Ongkir' },
    is_number: true,
    value: (row) => row.shipping_idr - row.shipping_discount_idr,
  },
  { title: { en: 'Other costs', id: 'Biaya lainnya' }, is_number: true, value: (row) => row.charges_idr },
  { title: { en: 'Insurance', id: 'Asuransi' }, is_number: true, value: (row) => row.insurance_idr },
  { title: { en: 'Discount', id: 'Diskon' }, is_number: true, value: (row) => row.discount_idr },
  { title: { en: 'Total', id: 'Total' }, is_number: true, value: (row) => row.total_idr },
  {
    title: { en: 'Remaining', id: 'Sisa' },
    is_number: true,
    only: 'banks.read',
    value: (row) => row.total_idr - row.paid_idr,
  },
  {
    title: { en: 'Cost of goods', id: 'Harga pokok' },
    is_number: true,
    only: 'cost.read',
    value: (row) => row.cost_of_goods_idr,
  },
  { title: { en: 'Profit', id: 'Laba' }, is_number: true, only: 'cost.read', value: (row) => row.profit_idr },
  { title: { en: 'Courier', id: 'Kurir' }, value: (row) => `${row.logistic_name} ${row.rate_name}`.trim() },
  { title: { en: 'AWB', id: 'Resi' }, value: (row) => row.awb_number ?? '' },
  { title: { en: 'Order source', id: 'Sumber pesanan' }, value: orderSourceText },
  { title: { en: 'Note', id: 'Catatan' }, value: (row) => row.note },
  { title: { en: 'Created by', id: 'Dibuat oleh' }, value: (row) => row.maker ?? '' },
];

export const orderDownload = mailedDownload({
  name: 'download-orders',
  choice: OrdersOfSheet,
  data: { en: 'order', id: 'pesanan' },
  isLong: async (context, choice) =>
    !isPage(choice) && isLongList(matchingOrders(context, choice).select('orders.id')),
  sheet: (context, choice): ListSheet<Row, Row> => ({
    file_name: { en: 'order', id: 'order' },
    title: { en: 'Orders', id: 'Order' },
    columns: columnsFor(context, FIELDS),
    query: chosenRows(context, choice),
    batch_rows: BATCH,
    load: (rows) => rows,
  }),
});

/**
 * Writes the orders that match the filters to a workbook and mails a link to it, or answers with the workbook.
 * @throws Refusal 403 like the list; 422 if the workbook is requested immediately and has too many rows
 */
export async function downloadOrders(
  context: Context,
  input: z.output<typeof DownloadOrdersInput>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const { without_being_sent, ...choice } = input;
  checkPaymentFilters(context, choice);
  const answer = await orderDownload.request(context, choice, without_being_sent);
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
