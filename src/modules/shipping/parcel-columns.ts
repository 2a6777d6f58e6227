import type { TitleWords } from '../../kernel/sheets/match-titles.ts';

/** What lists of couriers, aggregators and marketplaces call the columns that tell which parcel a row is about. */

const parted = (text: string): string[] => text.split(', ');

export const AWB_TITLES: readonly string[] = parted(
  'No. Resi, AWB number, Nomor Resi, Resi, Kode Resi, No Resi Pengiriman, Nomor Resi Pengiriman, Resi Pengiriman, AWB, ' +
    'No. AWB, Nomor AWB, AWB No, Air Waybill, Airwaybill, Airway Bill, Airwaybill Number, Waybill, Waybill No, ' +
    'Waybill Number, No. Waybill, Waybill ID, Nomor Waybill, Connote, Cnote, Cnote No, No. Connote, Nomor Connote, ' +
    'Connote Number, Consignment Note, STT, No. STT, Nomor STT, Tracking Number, Tracking No, Tracking ID, Tracking Code, ' +
    'Nomor Pelacakan, No. Pelacakan, Shipment Number, Kode Booking, Kode Pengiriman, awb_number',
);

const NUMBER = 'no nomor nomer number num kode code id';
const COURIERS =
  'jne jnt j t express sicepat si cepat ninja lion parcel pos anteraja tiki sap ide idexpress spx wahana rpx rex';

export const AWB_WORDS: TitleWords = {
  says: 'resi awb waybill airwaybill connote connot cnote stt barcode',
  says_with_others: 'airway cn kiriman pengiriman tracking lacak pelacakan consignment',
  beside: `${NUMBER} air bill booking note paket ${COURIERS}`,
};

export const ORDER_TITLES: readonly string[] = parted(
  'No. Pesanan, Order ID, Nomor Pesanan, ID Pesanan, No Order, No. Order, Nomor Order, Order Number, Order No, ID Order, ' +
    'Order SN, Order, Kode Pesanan, Pesanan, Reference, Reference No, Reference Number, Shipper Reference, No. Referensi, ' +
    'Nomor Referensi, Ref No, Requested Tracking Number, Requested Tracking ID, Shipper Order Number, ' +
    'Merchant Order Number, Order Reference, order_id, order_number',
);

export const ORDER_WORDS: TitleWords = {
  says: 'referensi reference reff ref refno orderid orderno',
  says_with_others: 'order pesanan',
  beside:
    `${NUMBER} shipper customer cust client merchant seller penjual toko shop store external eksternal ext cnote connote ` +
    'invoice 1 sn',
};

/** A row may name its order in several columns, of which most are empty in some rows. */
export const ORDER_COLUMNS_MOST = 4;
