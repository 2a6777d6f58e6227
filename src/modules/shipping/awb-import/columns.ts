import type { Language } from '../../../kernel/language.ts';
import type { SoughtColumn } from '../../../kernel/sheets/match-titles.ts';

export type AwbColumn = 'awb_number' | 'po_number' | 'order_number' | 'phone' | 'name' | 'day' | 'city';

interface Column extends SoughtColumn<AwbColumn> {
  title: Record<Language, string>;
  /** Stands in the template. */
  is_ours: boolean;
}

/** @param others further titles, parted by commas */
function column(
  key: AwbColumn,
  title: Record<Language, string>,
  others: string,
  more: Partial<Column> = {},
): Column {
  return { key, title, titles: [title.id, title.en, ...others.split(', ')], is_ours: true, ...more };
}

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
  column(
    'awb_number',
    { id: 'No. Resi', en: 'AWB number' },
    'Nomor Resi, Resi, Kode Resi, No Resi Pengiriman, Nomor Resi Pengiriman, Resi Pengiriman, AWB, No. AWB, Nomor AWB, ' +
      'AWB No, Air Waybill, Airwaybill, Airway Bill, Airwaybill Number, Waybill, Waybill No, Waybill Number, No. Waybill, ' +
      'Nomor Waybill, Connote, Cnote, Cnote No, No. Connote, Nomor Connote, Connote Number, Consignment Note, STT, No. STT, ' +
      'Nomor STT, Tracking Number, Tracking No, Tracking ID, Tracking Code, Nomor Pelacakan, No. Pelacakan, ' +
      'Shipment Number, Kode Booking, Kode Pengiriman, awb_number',
    { is_needed: true },
  ),
  column(
    'order_number',
    { id: 'No. Pesanan', en: 'Order ID' },
    'Nomor Pesanan, ID Pesanan, No Order, No. Order, Nomor Order, Order Number, Order No, Order No., ID Order, Order SN, ' +
      'Order, Kode Pesanan, Pesanan, Reference, Reference No, Reference Number, Shipper Reference, No. Referensi, ' +
      'Nomor Referensi, Ref No, Requested Tracking Number, Shipper Order Number, Merchant Order Number, Order Reference, ' +
      'order_id, order_number',
    { is_ours: false },
  ),
  column(
    'phone',
    { id: 'No. HP penerima', en: 'Receiver phone' },
    'No HP, Nomor HP, HP, HP Penerima, Nomor HP Penerima, Telepon, Telepon Penerima, No. Telepon, No. Telepon Penerima, ' +
      'Nomor Telepon, Nomor Telepon Penerima, No Telp, No Telp Penerima, Telp, Telp Penerima, Kontak Penerima, ' +
      'Consignee Phone, Consignee Phone Number, Consignee Contact, Receiver Phone Number, Receiver Contact, ' +
      'Recipient Phone, Recipient Phone Number, To Contact, To Phone, Phone, Phone Number, Mobile, Mobile Number, ' +
      'WhatsApp, No. WA',
  ),
  column(
    'name',
    { id: 'Nama penerima', en: 'Receiver' },
    'Penerima, Nama Penerima Paket, Consignee, Consignee Name, Nama Consignee, Receiver Name, Recipient, ' +
      'Recipient Name, To Name, Customer Name, Nama Pembeli, Nama Pelanggan, Nama Customer, Nama',
  ),
  column(
    'day',
    { id: 'Tanggal', en: 'Date' },
    'Tanggal Pesanan, Tanggal Order, Tgl Order, Tgl, Tgl Kirim, Tanggal Kirim, Tanggal Pengiriman, Tanggal Pickup, ' +
      'Tanggal Input, Tanggal Dibuat, Waktu Pesanan Dibuat, Order Date, Ship Date, Shipping Date, Shipment Date, ' +
      'Pickup Date, Cnote Date, Connote Date, Created At, Created Date, Create Time, Submission Time',
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
