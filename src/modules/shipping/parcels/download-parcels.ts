import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { columnsFor, isLongList, type ListField, type ListSheet } from '../../../kernel/files/list-sheet.ts';
import { mailedDownload } from '../../../kernel/files/mailed-download.ts';
import type { FileAnswer } from '../../../kernel/http/answer.ts';
import { loadParcelRows, type StoredParcel } from './load-parcel-rows.ts';
import { matchingParcels } from './parcel-filters.ts';
import { ChosenParcels } from './schemas.ts';

/** Parcels read at a time. */
const BATCH = 500;

type Key = Pick<StoredParcel, 'order_id' | 'number'>;

const fieldsOf = ({ shop }: Context): ListField<StoredParcel>[] => [
  { title: { en: 'PO number', id: 'Nomor PO' }, is_number: true, value: (row) => row.po_number },
  { title: { en: 'Shipment', id: 'Paket' }, is_number: true, value: (row) => row.number },
  { title: { en: 'Date', id: 'Tanggal' }, value: (row) => row.order_date },
  {
    title: { en: 'Shipping status', id: 'Status pengiriman' },
    value: (row) => row.shipping_status ?? 'READY_TO_SHIP',
  },
  {
    title: { en: 'Requested at', id: 'Waktu permintaan' },
    value: (row) => (row.requested_at === null ? '' : dateTimeText(row.requested_at, shop.time_zone)),
  },
  { title: { en: 'Courier', id: 'Kurir' }, value: (row) => `${row.logistic_name} ${row.rate_name}`.trim() },
  { title: { en: 'AWB', id: 'Resi' }, value: (row) => row.awb_number ?? '' },
  { title: { en: 'COD', id: 'COD' }, value: (row) => (row.is_cod ? 'Y' : 'N') },
  {
    title: { en: 'COD amount', id: 'Nilai COD' },
    is_number: true,
    value: (row) => row.cod_idr,
  },
  { title: { en: 'Total', id: 'Total' }, is_number: true, value: (row) => row.total_idr },
  { title: { en: 'Receiver', id: 'Penerima' }, value: (row) => row.customer.name },
  { title: { en: "Receiver's phone", id: 'Telepon penerima' }, value: (row) => row.customer.phone },
  { title: { en: 'Address', id: 'Alamat' }, value: (row) => row.customer.address },
  { title: { en: 'District', id: 'Kecamatan' }, value: (row) => row.customer.district },
  { title: { en: 'City', id: 'Kota/Kabupaten' }, value: (row) => row.customer.city },
  { title: { en: 'Postal code', id: 'Kode pos' }, value: (row) => row.customer.postal_code },
  {
    title: { en: 'Dropshipper', id: 'Dropshipper' },
    value: (row) => (row.is_dropship ? row.sender_name : ''),
  },
  { title: { en: 'Supplier', id: 'Supplier' }, value: (row) => row.supplier.name },
  { title: { en: 'Printed', id: 'Sudah dicetak' }, value: (row) => (row.label_prints > 0 ? 'Y' : 'N') },
];

export const parcelDownload = mailedDownload({
  name: 'download-parcels',
  choice: ChosenParcels,
  data: { en: 'shipment', id: 'pengiriman' },
  isLong: (context, choice) => isLongList(matchingParcels(context, choice).select('shipments.order_id')),
  sheet: (context, choice): ListSheet<Key, StoredParcel> => ({
    file_name: { en: 'shipping', id: 'pengiriman' },
    title: { en: 'Shipments', id: 'Pengiriman' },
    columns: columnsFor(context, fieldsOf(context)),
    query: matchingParcels(context, choice)
      .select(['shipments.order_id', 'shipments.number'])
      .orderBy('shipments.order_date', 'desc')
      .orderBy('shipments.order_id', 'desc')
      .orderBy('shipments.number', 'desc'),
    batch_rows: BATCH,
    load: (keys, db) => loadParcelRows(context, db, keys),
  }),
});

/**
 * Answers with the parcels that match the filters as a workbook; of very many, a link to it is mailed.
 */
export async function downloadParcels(
  context: Context,
  choice: z.output<typeof ChosenParcels>,
): Promise<{ response: string; message: string } | FileAnswer> {
  const answer = await parcelDownload.request(context, choice, 'where it is short');
  return typeof answer === 'string' ? { response: 'Success', message: answer } : answer;
}
