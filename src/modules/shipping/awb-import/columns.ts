import type { Language } from '../../../kernel/language.ts';
import type { SoughtColumn } from '../../../kernel/sheets/match-titles.ts';
import { AWB_TITLES, AWB_WORDS, ORDER_COLUMNS_MOST, ORDER_TITLES, ORDER_WORDS } from '../parcel-columns.ts';

export type AwbColumn = 'awb_number' | 'po_number' | 'order_number' | 'phone' | 'name' | 'day' | 'city';

interface Column extends SoughtColumn<AwbColumn> {
  title: Record<Language, string>;
  /** Stands in the template. */
  is_ours: boolean;
}

/** @param others further titles, parted by commas where they are a text */
function column(
  key: AwbColumn,
  title: Record<Language, string>,
  others: string | readonly string[],
  more: Partial<Column> = {},
): Column {
  const titles = [title.id, title.en, ...(typeof others === 'string' ? others.split(', ') : others)];
  return { key, title, titles, is_ours: true, ...more };
}

const NUMBER = 'no nomor nomer number num';
const RECEIVER = 'penerima receiver recipient consignee';
const BUYER = 'customer cust buyer pembeli pelanggan';

/**
 * The columns of lists with AWB numbers, by the titles that couriers (JNE, J&T, SiCepat, Ninja, Lion, AnterAja),
 * aggregators, marketplaces and shops give them, in the order of the template.
 */
export const AWB_COLUMNS: readonly Column[] = [
  column(
    'po_number',
    { id: 'No. PO', en: 'PO number' },
    'PO, Nomor PO, No PO, po_number, Invoice, No. Invoice, Nomor Invoice, Invoice Number, No Faktur, Kode PO',
  ),
  column('awb_number', { id: 'No. Resi', en: 'AWB number' }, AWB_TITLES, {
    words: AWB_WORDS,
    is_needed: true,
  }),
  column('order_number', { id: 'No. Pesanan', en: 'Order ID' }, ORDER_TITLES, {
    words: ORDER_WORDS,
    alternatives: ORDER_COLUMNS_MOST,
    is_ours: false,
  }),
  column(
    'phone',
    { id: 'No. HP penerima', en: 'Receiver phone' },
    'No HP, Nomor HP, HP, HP Penerima, Nomor HP Penerima, Telepon, Telepon Penerima, No. Telepon, No. Telepon Penerima, ' +
      'Nomor Telepon, Nomor Telepon Penerima, No Telp, No Telp Penerima, Telp, Telp Penerima, Kontak Penerima, ' +
      'Consignee Phone, Consignee Phone Number, Consignee Contact, Receiver Phone Number, Receiver Contact, ' +
      'Recipient Phone, Recipient Phone Number, To Contact, To Phone, Phone, Phone Number, Mobile, Mobile Number, ' +
      'WhatsApp, No. WA',
    {
      words: {
        says: 'hp handphone telp telepon telpon tlp tel telephone phone mobile wa whatsapp ponsel kontak contact',
        beside: `${NUMBER} ${RECEIVER} ${BUYER} to ship cnote tujuan`,
      },
    },
  ),
  column(
    'name',
    { id: 'Nama penerima', en: 'Receiver' },
    'Penerima, Nama Penerima Paket, Consignee, Consignee Name, Nama Consignee, Receiver Name, Recipient, ' +
      'Recipient Name, To Name, Customer Name, Nama Pembeli, Nama Pelanggan, Nama Customer, Ship To Name, Ship To, Nama',
    {
      words: {
        says: RECEIVER,
        says_with_others: BUYER,
        beside: 'nama name lengkap full to ship cnote',
      },
    },
  ),
  column(
    'day',
    { id: 'Tanggal', en: 'Date' },
    'Tanggal Pesanan, Tanggal Order, Tgl Order, Tgl, Tgl Kirim, Tanggal Kirim, Tanggal Pengiriman, Tanggal Pickup, ' +
      'Tanggal Input, Tanggal Dibuat, Waktu Pesanan Dibuat, Order Date, Ship Date, Shipping Date, Shipment Date, ' +
      'Pickup Date, Cnote Date, Connote Date, Created At, Created Date, Create Time, Submission Time',
    {
      words: {
        says: 'tanggal tgl date',
        says_with_others: 'waktu time',
        beside:
          'order pesanan kirim pengiriman pickup input dibuat ship shipping shipment cnote connote created create entry ' +
          'booking manifest transaksi transaction submission at',
      },
    },
  ),
  column(
    'city',
    { id: 'Kota', en: 'City' },
    'Kota Tujuan, Kota/Kabupaten, Kabupaten, Kota Penerima, Tujuan, Destination, Destination City, Consignee City, ' +
      'Receiver City, Recipient City',
    { is_ours: false },
  ),
];

/** The columns of the template. */
export const TEMPLATE_COLUMNS = AWB_COLUMNS.filter(({ is_ours }) => is_ours);

export const AWB_COLUMN_KEYS = AWB_COLUMNS.map(({ key }) => key);
