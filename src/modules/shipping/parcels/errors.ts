import { defineErrors } from '../../../kernel/errors.ts';

export const parcelErrors = defineErrors({
  parcel_not_paid: {
    status: 422,
    en: 'Order {po_number} is neither paid nor COD, so it cannot be shipped yet.',
    id: 'Pesanan {po_number} belum lunas dan bukan COD, sehingga belum dapat dikirim.',
    explanation: 'Pickup can be requested for orders that are fully paid, or that the courier collects.',
  },
  parcel_not_found: {
    status: 422,
    en: 'There is no order with ID {id} and shipment {shipment}.',
    id: 'Tidak ada pesanan dengan ID {id} dan paket {shipment}.',
    explanation: 'The shop has no such order, you cannot see it, or it has no shipment of this number.',
  },
  parcel_order_closed: {
    status: 422,
    en: 'Order {po_number} is {status}, so it cannot be shipped.',
    id: 'Pesanan {po_number} berstatus {status}, sehingga tidak dapat dikirim.',
    explanation: 'Only accepted orders can be shipped. A cancelled order can be reactivated.',
  },
  parcel_without_courier: {
    status: 422,
    en: 'The customer picks up order {po_number} at the shop, so no courier collects it.',
    id: 'Pesanan {po_number} diambil di toko, sehingga tidak ada kurir yang menjemput.',
    explanation: 'Choose another courier for the order first.',
  },
  parcel_off_list: {
    status: 422,
    en: 'Shipment {shipment} of order {po_number} was removed from the list of shipments. Resend it first.',
    id: 'Paket {shipment} dari pesanan {po_number} sudah dihapus dari daftar pengiriman. Kirim ulang terlebih dahulu.',
    explanation: '`shipping/resend` puts a removed parcel onto the list again.',
  },
  parcel_already_requested: {
    status: 422,
    en: 'Shipment {shipment} of order {po_number} has been requested already ({status}).',
    id: 'Paket {shipment} dari pesanan {po_number} sudah diminta ({status}).',
    explanation: 'Cancel the request before you request it again in another way.',
  },
  parcel_not_at_shop: {
    status: 422,
    en: 'Shipment {shipment} of order {po_number} is {status}, so pickup cannot be requested.',
    id: 'Paket {shipment} dari pesanan {po_number} berstatus {status}, sehingga penjemputan tidak dapat diminta.',
    explanation: 'Return the parcel to READY_TO_SHIP if it is still at the shop or has come back.',
  },
  pickup_not_offered: {
    status: 422,
    en: '{courier} does not pick up parcels. Request DROP_OFF for order {po_number}.',
    id: '{courier} tidak menyediakan penjemputan. Pilih DROP_OFF untuk pesanan {po_number}.',
    explanation: 'Bring the parcels of this service to the courier yourself.',
  },
  parcel_with_courier: {
    status: 422,
    en:
      'The courier says that shipment {shipment} of order {po_number} is {status}, so it cannot be resent. Only a parcel ' +
      'that has not left, or that came back (RETURNED), can be.',
    id:
      'Menurut kurir, paket {shipment} dari pesanan {po_number} berstatus {status}, sehingga tidak dapat dikirim ulang. ' +
      'Hanya paket yang belum berangkat atau sudah kembali (RETURNED) yang dapat dikirim ulang.',
    explanation:
      'A parcel that the courier reports as collected is with it or the receiver. What staff have set by mistake can ' +
      'be taken back. If the receiver sends it back, announce a return.',
  },
  no_pickup_requested: {
    status: 422,
    en: 'Shipment {shipment} of order {po_number} is {status}: there is no pickup request to cancel.',
    id: 'Paket {shipment} dari pesanan {po_number} berstatus {status}: tidak ada permintaan penjemputan.',
    explanation: 'Only requests that the courier has not fulfilled can be cancelled.',
  },
  cancel_reason_required: {
    status: 422,
    en: 'The {field} field is required to cancel a pickup request of {courier}.',
    id: '{field} wajib diisi untuk membatalkan penjemputan {courier}.',
    explanation: 'This courier asks why a pickup is cancelled.',
  },
});
