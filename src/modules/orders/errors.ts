import { defineErrors } from '../../kernel/errors.ts';

export const orderErrors = defineErrors({
  stock_short: {
    status: 422,
    en: 'Only {left} left of {name}.',
    id: 'Stok {name} tinggal {left}.',
    explanation: 'The warehouse holds less than the order asks for. Nothing of the order was kept.',
  },
  out_of_stock: {
    status: 422,
    en: '{name} is marked as out of stock.',
    id: '{name} ditandai habis.',
    explanation: 'Products from suppliers and preorders are sold only while their stock status is Y.',
  },
  warehouse_inactive: {
    status: 422,
    en: 'The selected {field} takes no orders: it is not active.',
    id: '{field} yang dipilih tidak menerima order karena tidak aktif.',
    explanation: 'Choose another warehouse, or make this one active again.',
  },
  wrong_product_status: {
    status: 422,
    en: 'The {field} must be one of the following value : {allowed}',
    id: '{field} harus salah satu dari: {allowed}',
    explanation:
      "A line's product_status is the stock type of its product, and all lines of an order share one.",
  },
  mixed_product_status: {
    status: 422,
    en: 'All products of an order must have the same product_status; the first one has {first}.',
    id: 'Semua produk dalam satu order harus memiliki product_status yang sama; yang pertama {first}.',
    explanation: 'Own stock, goods from other suppliers and preorders are ordered separately.',
  },
  cost_of_goods_required: {
    status: 422,
    en: 'The {field} field is required when products.0.product_status is R.',
    id: '{field} wajib diisi bila products.0.product_status adalah R.',
    explanation:
      'Goods of other suppliers have no purchase price of their own: say what this order costs you.',
  },
  discount_too_large: {
    status: 422,
    en: 'The {field} may not be more than the unit price of {maximum}.',
    id: '{field} tidak boleh lebih dari harga satuan {maximum}.',
    explanation: "A line's discount comes off each unit, so it can't be more than the unit price.",
  },
  field_required_for: {
    status: 422,
    en: 'The {field} field is required when {other} is {value}.',
    id: '{field} wajib diisi bila {other} adalah {value}.',
    explanation: 'Another field of the request makes this one necessary.',
  },
  promo_not_running: {
    status: 422,
    en: 'No running promo allows the {field}.',
    id: 'Tidak ada promo berjalan yang mengizinkan {field}.',
    explanation: 'Promo amounts are checked against the promos of the shop; none gives this amount.',
  },
  promo_amount_wrong: {
    status: 422,
    en: 'The {field} must be {right}: that is what the promo gives.',
    id: '{field} harus {right} sesuai promonya.',
    explanation: 'The server computes what a promo takes off. Leave the amount out, or send the same.',
  },
  coupon_unknown: {
    status: 422,
    en: 'There is no coupon with this code.',
    id: 'Tidak ada kupon dengan kode ini.',
    explanation: 'Coupon codes may be typed in any letter case.',
  },
  payment_too_small: {
    status: 422,
    en: 'PAID takes all that remains, {remaining}. For a part of it send INSTALLMENT.',
    id: 'PAID berarti melunasi seluruh sisa, {remaining}. Untuk sebagian kirim INSTALLMENT.',
    explanation: 'A payment with status PAID must be the whole remaining amount.',
  },
  payment_too_large: {
    status: 422,
    en: 'Amount is more than amount remaining of this order',
    id: 'Jumlah melebihi sisa tagihan order ini',
    explanation: "An order can't be overpaid. `maximum amount` says what remains.",
  },
  maximum_amount: {
    status: 422,
    en: '{maximum}',
    id: '{maximum}',
    explanation: 'The most that can be paid on the order.',
  },
  order_without_payments: {
    status: 422,
    en: 'The order has no payments.',
    id: 'Order ini belum memiliki pembayaran.',
    explanation: 'There is nothing to remove.',
  },
  order_paid: {
    status: 422,
    en: 'Order has been paid',
    id: 'Order sudah lunas',
    explanation: 'Nothing remains to be paid.',
  },
  order_not_active: {
    status: 422,
    en: 'The order is {status}: it can not be changed, paid or shipped.',
    id: 'Order berstatus {status}: tidak dapat diubah, dibayar, atau dikirim.',
    explanation:
      'Only accepted orders are changed, paid and shipped. A cancelled one can be made active again.',
  },
  order_status_other: {
    status: 422,
    en: 'The order is {status}; this needs {needed}.',
    id: 'Order berstatus {status}; ini memerlukan {needed}.',
    explanation: 'What can be done with an order depends on its status.',
  },
  order_with_courier: {
    status: 422,
    en: 'A courier has the parcel ({status}): its goods and receiver stay as they are, and it can not be cancelled.',
    id: 'Paket sudah di tangan kurir ({status}): barang dan penerima tidak dapat diubah, dan order tidak dapat dibatalkan.',
    explanation: 'A parcel that comes back can be cancelled once its status is RETURNED.',
  },
  edit_below_paid: {
    status: 422,
    en: 'The order would come to {total}, less than the {paid} that was paid.',
    id: 'Total order menjadi {total}, kurang dari {paid} yang sudah dibayar.',
    explanation: 'Remove a payment first, or cancel the order and make a new one.',
  },
  order_without_lines: {
    status: 422,
    en: 'The order must keep at least one of its {field}.',
    id: 'Order harus memiliki paling sedikit satu {field}.',
    explanation: 'Every line would be taken off. To end an order as a whole, cancel it.',
  },
  paid_not_total: {
    status: 422,
    en: 'With PAID the {field} must be the total of {total}, or be left out. For a part of it send INSTALLMENT.',
    id: 'Dengan PAID, {field} harus sebesar total {total} atau dikosongkan. Untuk sebagian kirim INSTALLMENT.',
    explanation: 'In an edit the amount is what is to be paid in all; what was paid already counts.',
  },
  promo_over_for_more: {
    status: 422,
    en: 'The promo {name} is over: it stays with the {quantity} pieces that have it. Send more of them as a line of their own.',
    id: 'Promo {name} sudah berakhir: hanya berlaku untuk {quantity} barang yang sudah memakainya. Kirim tambahannya sebagai baris sendiri.',
    explanation:
      'What an order has of a promo is its own when the promo has ended, but it is not given to more goods. A promo_id that is empty takes it off the line.',
  },
  promo_over: {
    status: 422,
    en: 'The promo {name} of this order can not be used any more.',
    id: 'Promo {name} pada order ini sudah tidak dapat dipakai.',
    explanation:
      'An order is made active again at the prices it had. Make a new order where its promo has ended.',
  },
  balance_spent: {
    status: 422,
    en: "The customer's balance is less than the {paid} that was paid for this order.",
    id: 'Saldo pelanggan kurang dari {paid} yang pernah dibayar untuk order ini.',
    explanation: 'What was paid had become the balance of the customer, who has used it since.',
  },
});
