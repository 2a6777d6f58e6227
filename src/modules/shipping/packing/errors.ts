import { defineErrors } from '../../../kernel/errors.ts';

export const packingErrors = defineErrors({
  code_unknown: {
    status: 422,
    en: 'No order has this code. Scan an AWB number, a PO number, or the QR code of a label.',
    id: 'Tidak ada pesanan dengan kode ini. Pindai nomor resi, nomor PO, atau kode QR pada label.',
    explanation: 'The shop has no parcel with this code, or it is in none of your warehouses.',
  },
  code_of_several: {
    status: 422,
    en: 'Several orders have this AWB number: PO {po_numbers}. Scan the QR code of the label, or the PO number.',
    id: 'Beberapa pesanan memakai nomor resi ini: PO {po_numbers}. Pindai kode QR pada label, atau nomor PO.',
    explanation: 'An AWB number should belong to one parcel. Correct the wrong one.',
  },
  code_of_parcels: {
    status: 422,
    en: 'Order PO {po_number} has {count} parcels. Scan the AWB number or QR code of one, or send its number as shipment.',
    id: 'Pesanan PO {po_number} terdiri dari {count} paket. Pindai nomor resi atau kode QR salah satunya, atau kirim nomornya sebagai shipment.',
    explanation: 'The order is split by warehouse, so its PO number does not say which parcel is packed.',
  },
  order_unpaid_to_pack: {
    status: 422,
    en: 'Order PO {po_number} is not paid yet and is not packed.',
    id: 'Pesanan PO {po_number} belum lunas, sehingga belum dikemas.',
    explanation: 'Orders are packed when they are paid in full, or are paid to the courier (COD).',
  },
  parcel_ended: {
    status: 422,
    en: 'Shipment {shipment} of order PO {po_number} is {status}: nothing is packed any more.',
    id: 'Paket {shipment} dari pesanan PO {po_number} berstatus {status}: tidak ada lagi yang dikemas.',
    explanation: 'The parcel was delivered, came back or was lost. What is shipped again is resent first.',
  },
  unit_not_in_parcel: {
    status: 422,
    en: '{sku} is not in this parcel. Still to pack: {expected}.',
    id: '{sku} tidak ada dalam paket ini. Yang belum dikemas: {expected}.',
    explanation: 'A wrong product was scanned. Put it back, and pack one of those that are named.',
  },
  units_packed_already: {
    status: 422,
    en: 'Only {left} more of {sku} can be packed into this parcel. Still to pack: {expected}.',
    id: 'Hanya {left} lagi {sku} yang dapat dimasukkan ke paket ini. Yang belum dikemas: {expected}.',
    explanation: 'All units of this product that the order has are packed, by you or by somebody else.',
  },
});
