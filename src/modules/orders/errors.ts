import { defineErrors } from '../../kernel/errors.ts';

export const orderErrors = defineErrors({
  cursor_of_days: {
    status: 422,
    en: 'The {field} cannot be used with order_by PROFIT. Use pagination_offset.',
    id: '{field} tidak dapat digunakan dengan order_by PROFIT. Gunakan pagination_offset.',
    explanation: 'Cursors continue lists that are sorted by a date. Other lists are read by page number.',
  },
  stock_short: {
    status: 422,
    en: 'Insufficient stock of {name}: {left} left.',
    id: 'Stok {name} hanya tersisa {left}.',
    explanation: 'The warehouse has less stock than the order requires. The order was not stored.',
  },
  out_of_stock: {
    status: 422,
    en: '{name} is out of stock.',
    id: '{name} sedang habis.',
    explanation: 'Products of type R and PO can be ordered only while their stock status is Y.',
  },
  warehouse_inactive: {
    status: 422,
    en: 'The selected {field} is inactive and cannot be used for orders.',
    id: '{field} yang dipilih tidak aktif, sehingga tidak dapat digunakan untuk pesanan.',
    explanation: 'Choose another warehouse, or activate this one.',
  },
  order_date_far_ahead: {
    status: 422,
    en: 'The {field} must not be after {last}, a year from now.',
    id: '{field} paling lambat {last}, setahun dari sekarang.',
    explanation: 'An order can be dated at most 366 days ahead, by the calendar of the shop. Check the year.',
  },
  payment_date_ahead: {
    status: 422,
    en: 'The {field} must not be after {last}.',
    id: '{field} paling lambat {last}.',
    explanation: 'A payment is dated when it was made: at the latest tomorrow, by the calendar of the shop.',
  },
  wrong_product_status: {
    status: 422,
    en: 'The {field} must be one of the following value : {allowed}',
    id: '{field} harus salah satu dari: {allowed}',
    explanation:
      'The product_status of a line is the type of its product. All lines of an order must have the same type.',
  },
  mixed_product_status: {
    status: 422,
    en: 'All products of an order must have the same product_status. The first one has {first}.',
    id:
      'Semua produk dalam satu pesanan harus memiliki product_status yang sama. Produk pertama memiliki ' +
      '{first}.',
    explanation: 'Stocked products, supplier products and preorders must be ordered separately.',
  },
  cost_of_goods_required: {
    status: 422,
    en: 'The {field} field is required when products.0.product_status is R.',
    id: '{field} wajib diisi jika products.0.product_status bernilai R.',
    explanation: 'Products of type R have no purchase price. Enter the cost of this order.',
  },
  discount_too_large: {
    status: 422,
    en: 'The {field} must not exceed the unit price of Rp{maximum}.',
    id: '{field} tidak boleh melebihi harga satuan Rp{maximum}.',
    explanation: 'The discount of a line applies to each unit, so it cannot exceed the unit price.',
  },
  field_required_for: {
    status: 422,
    en: 'The {field} field is required when {other} is {value}.',
    id: '{field} wajib diisi jika {other} bernilai {value}.',
    explanation: 'The value of another field makes this field required.',
  },
  promo_not_running: {
    status: 422,
    en: 'No active promo allows this {field}.',
    id: 'Tidak ada promo aktif dengan {field} ini.',
    explanation: 'The amount does not match any promo of the shop.',
  },
  promo_amount_wrong: {
    status: 422,
    en: 'The {field} must be {right}, the discount of the promo.',
    id: '{field} harus {right} sesuai promo.',
    explanation: 'The server calculates the discount of a promo. Omit the amount, or send the same value.',
  },
  coupon_unknown: {
    status: 422,
    en: 'There is no coupon with this code.',
    id: 'Kode kupon tidak ditemukan.',
    explanation: 'Coupon codes can be entered in any letter case.',
  },
  payment_too_small: {
    status: 422,
    en: 'PAID requires the full remaining amount of Rp{remaining}. To pay a part of it, send INSTALLMENT.',
    id: 'PAID harus melunasi seluruh sisa tagihan Rp{remaining}. Untuk pembayaran sebagian, kirim INSTALLMENT.',
    explanation: 'A payment with status PAID must be equal to the remaining amount.',
  },
  payment_too_large: {
    status: 422,
    en: 'Amount is more than amount remaining of this order',
    id: 'Jumlah pembayaran melebihi sisa tagihan pesanan ini',
    explanation: 'An order cannot be overpaid. `maximum amount` is the remaining amount.',
  },
  match_over_remaining: {
    status: 422,
    en: 'Only Rp{remaining} of the order remains to be paid.',
    id: 'Sisa tagihan pesanan ini hanya Rp{remaining}.',
    explanation:
      'A mutation pays at most what remains of an order. Match the rest with other orders, or leave it.',
  },
  maximum_amount: {
    status: 422,
    en: '{maximum}',
    id: '{maximum}',
    explanation: 'The highest amount that can be paid for the order.',
  },
  order_without_payments: {
    status: 422,
    en: 'The order has no payments.',
    id: 'Pesanan ini belum memiliki pembayaran.',
    explanation: 'There is no payment to delete.',
  },
  payment_of_payout: {
    status: 422,
    en: 'This payment came with a COD payout. Undo the payout to remove it.',
    id: 'Pembayaran ini berasal dari pencairan COD. Batalkan pencairannya untuk menghapusnya.',
    explanation: 'A payment that was recorded with a COD payout of the courier is removed with that payout.',
  },
  payment_of_mutation: {
    status: 422,
    en: 'This payment was matched with bank mutation {mutation}. Undo the match to remove it.',
    id: 'Pembayaran ini dicocokkan dengan mutasi bank {mutation}. Batalkan pencocokannya untuk menghapusnya.',
    explanation: 'A payment that was recorded by matching a bank mutation is removed with that match.',
  },
  payment_of_buyer: {
    status: 422,
    en: 'This payment is money that has arrived for the checkout of a buyer. Cancel the order to return it.',
    id: 'Pembayaran ini adalah uang pembeli yang sudah masuk lewat checkout. Batalkan pesanannya untuk mengembalikannya.',
    explanation:
      'Money that arrived for a checkout, by gateway, balance or a matched bank mutation, is returned by cancelling the order.',
  },
  order_changed: {
    status: 409,
    en: 'The order has been changed since you opened it, last by {name} on {at}.',
    id: 'Pesanan ini sudah berubah sejak Anda membukanya, terakhir oleh {name} pada {at}.',
    explanation:
      'The `version` of the edit is not that of the order any more. Get the order again, look at its history, and send the ' +
      'edit with the current version.',
  },
  order_paid: {
    status: 422,
    en: 'Order has been paid',
    id: 'Pesanan sudah lunas',
    explanation: 'Nothing remains to be paid.',
  },
  order_not_active: {
    status: 422,
    en: 'The order is {status} and cannot be changed, paid or shipped.',
    id: 'Pesanan berstatus {status}, sehingga tidak dapat diubah, dibayar, atau dikirim.',
    explanation:
      'Only accepted orders can be changed, paid and shipped. A cancelled order can be reactivated.',
  },
  order_status_other: {
    status: 422,
    en: 'The order is {status}. This requires {needed}.',
    id: 'Pesanan berstatus {status}. Tindakan ini memerlukan {needed}.',
    explanation: 'The status of an order determines what can be done with it.',
  },
  order_with_courier: {
    status: 422,
    en:
      'The parcel is with the courier ({status}). Its products, receiver and COD cannot be changed, and the order ' +
      'cannot be cancelled.',
    id:
      'Paket sudah di tangan kurir ({status}). Produk, penerima, dan COD tidak dapat diubah, dan pesanan tidak ' +
      'dapat dibatalkan.',
    explanation: 'An order whose parcel was returned can be cancelled once its shipping status is RETURNED.',
  },
  shipping_status_other: {
    status: 422,
    en: 'The shipping status is {status}. It can only be changed to {allowed}.',
    id: 'Status pengiriman {status} hanya dapat diubah menjadi {allowed}.',
    explanation:
      'Set a returned parcel to READY TO SHIP before you ship it again. Problems, losses and returns are reported by the courier.',
  },
  shipping_status_final: {
    status: 422,
    en: 'The shipping status is {status}. Only the courier can change it.',
    id: 'Status pengiriman {status} hanya dapat diubah oleh kurir.',
    explanation: 'Only the courier can report that a lost parcel was found.',
  },
  shipment_started: {
    status: 422,
    en: 'Shipment {number} has an AWB number or is on its way, so the order cannot be split or merged.',
    id: 'Paket {number} sudah memiliki nomor resi atau sudah diproses, sehingga pesanan tidak dapat dipecah atau digabung.',
    explanation: 'Return the shipment to READY TO SHIP and remove its AWB number first.',
  },
  order_booked: {
    status: 422,
    en: 'A vendor has not cancelled the booking of this order yet. Delete the order once it has.',
    id: 'Vendor belum membatalkan pemesanan pickup untuk pesanan ini. Hapus pesanan setelah dibatalkan.',
    explanation:
      'Cancelling an order cancels its booking with the vendor, which may take a while. `GET /api/open/shipping/work` ' +
      'lists what waits and what failed.',
  },
  parcel_booked: {
    status: 422,
    en:
      'Shipment {shipment} is booked with {vendor}, or is going to be, so this cannot be changed. Cancel its pickup first; ' +
      'if it came back, resend it first.',
    id:
      'Paket {shipment} sudah atau akan dipesan melalui {vendor}, sehingga tidak dapat diubah. Batalkan pickup-nya dulu; ' +
      'jika paketnya kembali, kirim ulang dulu.',
    explanation:
      'A vendor is told of a parcel once, and would bring another parcel, or one that there is no more. Cancel the pickup ' +
      'request (`shipping/cancel-pickup`) and wait until the vendor has confirmed it: `GET /api/open/shipping/work` lists ' +
      'what waits.',
  },
  order_in_one_warehouse: {
    status: 422,
    en: 'All products of the order are in one warehouse, so it has one shipment.',
    id: 'Semua produk pesanan ini ada di satu gudang, sehingga cukup satu paket.',
    explanation: 'Only orders with products from several warehouses can be split.',
  },
  cod_order_not_split: {
    status: 422,
    en: 'A COD order is one parcel, because the courier collects its amount once.',
    id: 'Pesanan COD harus satu paket, karena kurir menagih satu kali.',
    explanation: 'Ship the products from one warehouse, or have the order paid before it is shipped.',
  },
  too_many_shipments: {
    status: 422,
    en: 'An order can have at most {limit} shipments.',
    id: 'Satu pesanan maksimal {limit} paket.',
    explanation: 'The products of the order are in more warehouses than an order can have shipments.',
  },
  order_split: {
    status: 422,
    en: 'The order has several shipments. Merge them before you change its {field}.',
    id: 'Pesanan ini terdiri dari beberapa paket. Gabungkan dulu sebelum mengubah {field}.',
    explanation:
      'Products, COD and the AWB number of an order with several shipments can only be changed per shipment.',
  },
  service_not_offered: {
    status: 422,
    en: 'This store does not offer {service}. Choose another courier.',
    id: 'Toko ini tidak melayani {service}. Silakan pilih kurir lain.',
    explanation: 'List the shipping rates for the couriers that the store offers.',
  },
  service_switched_off: {
    status: 422,
    en: 'The shop does not offer {service}. Switch it on in the courier settings, or choose another courier.',
    id: 'Toko tidak melayani {service}. Aktifkan di pengaturan kurir, atau pilih kurir lain.',
    explanation:
      '`setting/courier` switches services on and off, `expedition/active` lists those that are on. Orders that have the service ' +
      'already keep it, and an order that brings its AWB number, as of a marketplace, may have any.',
  },
  courier_without_cod: {
    status: 422,
    en: '{courier} does not collect cash on delivery.',
    id: '{courier} tidak melayani COD.',
    explanation: 'Choose a courier that collects cash, or a custom courier with `is_cod`.',
  },
  cod_paid: {
    status: 422,
    en: 'A COD order cannot be paid in full: the courier collects what remains.',
    id: 'Pesanan COD tidak boleh lunas: kurir menagih sisanya.',
    explanation: 'Send UNPAID or INSTALLMENT, or an order without COD.',
  },
  shipment_of_other_warehouse: {
    status: 422,
    en: 'Parcel {shipment} of the order leaves from another warehouse than yours, which handles it.',
    id: 'Paket {shipment} dari pesanan ini dikirim dari gudang lain, sehingga ditangani oleh gudang tersebut.',
    explanation:
      'Who works in warehouses sees the whole order, and handles the parcels that leave from the own warehouses.',
  },
  goods_returned: {
    status: 422,
    en: 'Products of the order came back and were received, so they cannot be shipped again or changed. Create a new order for them.',
    id: 'Produk pesanan ini sudah kembali dan diterima, sehingga tidak dapat dikirim lagi atau diubah. Buat pesanan baru.',
    explanation:
      'A received return has accounted for every unit of the parcel. What is shipped again is a new order.',
  },
  edit_below_paid: {
    status: 422,
    en: 'The order total would be {total}, less than the {paid} already paid.',
    id: 'Total pesanan akan menjadi {total}, kurang dari {paid} yang sudah dibayar.',
    explanation: 'Delete a payment first, or cancel the order and create a new one.',
  },
  order_without_lines: {
    status: 422,
    en: 'The order must keep at least one of its {field}.',
    id: 'Pesanan harus memiliki minimal satu {field}.',
    explanation: 'The edit would remove every line. To end the order, cancel it.',
  },
  paid_not_total: {
    status: 422,
    en:
      'With PAID, the {field} must be the total of {total}, or be omitted. To pay a part of it, send ' +
      'INSTALLMENT.',
    id:
      'Untuk PAID, {field} harus sebesar total {total} atau dikosongkan. Untuk pembayaran sebagian, kirim ' +
      'INSTALLMENT.',
    explanation:
      'When you edit an order, the amount is the total to be paid, including what has already been paid.',
  },
  promo_over_for_more: {
    status: 422,
    en:
      'The promo {name} has ended and applies only to the {quantity} units that already have it. Add further ' +
      'units as a separate line.',
    id:
      'Promo {name} sudah berakhir dan hanya berlaku untuk {quantity} produk yang sudah memakainya. Tambahkan ' +
      'sisanya sebagai baris terpisah.',
    explanation:
      'An order keeps its promos after they have ended, but they do not apply to additional units. Send an ' +
      'empty promo_id to remove the promo from the line.',
  },
  promo_over: {
    status: 422,
    en: 'The promo {name} of this order is no longer valid.',
    id: 'Promo {name} pada pesanan ini sudah tidak berlaku.',
    explanation:
      'An order is reactivated at its previous prices. If one of its promos is no longer available, create a ' +
      'new order.',
  },
  balance_spent: {
    status: 422,
    en: 'The balance of the customer is less than the Rp{paid} paid for this order.',
    id: 'Saldo pelanggan kurang dari Rp{paid} yang pernah dibayar untuk pesanan ini.',
    explanation:
      'When the order was cancelled, its payments were added to the balance of the customer, who has used it ' +
      'since.',
  },
  shipping_without_price: {
    status: 422,
    en: 'Enter the {field} by hand: no price is known for this courier and way.',
    id: 'Isi {field} secara manual: tidak ada tarif untuk kurir dan tujuan ini.',
    explanation:
      'A quote without a shipping cost takes it from the tariff of the shop or our estimates, which have none for the way from ' +
      'the supplier to the receiver.',
  },
});
