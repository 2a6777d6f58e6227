import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const promoErrors = defineErrors({
  promo_starts_early: {
    status: 422,
    en: 'The {field} must not be before {earliest}.',
    id: '{field} tidak boleh sebelum {earliest}.',
    explanation:
      'A promo starts today or later, in the time zone of the shop. A promo that has already started can keep ' +
      'its start date.',
  },
  promo_ends_early: {
    status: 422,
    en: 'The {field} must be after the start_date.',
    id: '{field} harus setelah start_date.',
    explanation: 'A promo must end after it starts. Leave end_date empty for a promo without an end.',
  },
  coupon_code_format: {
    status: 422,
    en: 'The {field} must have 3 to 20 letters and digits, without spaces or special characters.',
    id: '{field} harus terdiri dari 3 sampai 20 huruf dan angka, tanpa spasi atau karakter khusus.',
    explanation: 'Customers can enter coupon codes in any letter case.',
  },
  coupon_code_taken: {
    status: 422,
    en: 'The coupon "{promo}" uses this code in the same period.',
    id: 'Kupon "{promo}" sudah menggunakan kode ini pada periode yang sama.',
    explanation:
      'A code, ignoring letter case, can belong to only one coupon at a time, whether active or not. Choose ' +
      'another code or period.',
  },
  product_in_promo: {
    status: 422,
    en: 'This product is in the promo "{promo}" in the same period.',
    id: 'Produk ini sudah ada di promo "{promo}" pada periode yang sama.',
    explanation:
      'A product can be in only one active PROMO at a time. /api/open/promo/product lists the available ' +
      'products.',
  },
  promo_overlaps: {
    status: 422,
    en: 'The promo "{promo}" is active in the same period, and a product can be in only one promo.',
    id: 'Promo "{promo}" berlaku pada periode yang sama, dan satu produk hanya dapat mengikuti satu promo.',
    explanation:
      'One of the two active PROMOs applies to all products, so they have products in common. Choose another ' +
      'period, or end the other promo.',
  },
  quota_below_use: {
    status: 422,
    en: 'The {field} must be at least {used}, because {used} orders already use the promo.',
    id: '{field} minimal {used} karena {used} pesanan sudah menggunakan promo ini.',
    explanation: 'The number of uses cannot be reduced. To stop the promo now, deactivate it.',
  },
  promo_used_up: {
    status: 422,
    en: 'The promo has reached its quota.',
    id: 'Kuota promo sudah habis.',
    explanation:
      'The maximum number of orders already use the promo. Cancelling one of them makes its use available ' +
      'again.',
  },
  promo_limit_of_customer: {
    status: 422,
    en: 'This customer has reached the usage limit of the promo.',
    id: 'Pelanggan ini sudah mencapai batas pemakaian promo.',
    explanation: 'A promo can limit the number of orders of one customer (usage_per_customer).',
  },
  promo_inactive: {
    status: 422,
    en: 'The promo is inactive.',
    id: 'Promo ini tidak aktif.',
    explanation: 'Activate the promo, or choose another one.',
  },
  promo_scheduled: {
    status: 422,
    en: 'The promo has not started yet.',
    id: 'Promo ini belum dimulai.',
    explanation: 'The promo applies to orders created from its start_date.',
  },
  promo_ended: {
    status: 422,
    en: 'The promo has ended.',
    id: 'Promo ini sudah berakhir.',
    explanation: 'The promo applies to orders created before its end_date.',
  },
  promo_needs_code: {
    status: 422,
    en: 'This promo is a coupon. Send its code as coupon_code.',
    id: 'Promo ini berupa kupon. Kirim kodenya sebagai coupon_code.',
    explanation: 'A coupon applies only if its code is given, in any letter case.',
  },
  promo_not_for_category: {
    status: 422,
    en: 'The promo is not available for this customer category.',
    id: 'Promo ini tidak berlaku untuk kategori pelanggan ini.',
    explanation: 'A promo applies only to its selected customer categories.',
  },
  promo_not_here: {
    status: 422,
    en: 'The promo is not available for orders from this platform.',
    id: 'Promo ini tidak berlaku untuk pesanan dari platform ini.',
    explanation:
      'A promo applies only to orders from its selected platforms. Orders from the dashboard and the API ' +
      'belong to ORDER_APP.',
  },
  promo_not_for_courier: {
    status: 422,
    en: 'The promo does not apply to this courier service.',
    id: 'Promo ini tidak berlaku untuk layanan kurir ini.',
    explanation: 'A promo of type EXPEDITION applies only to its selected courier services.',
  },
  promo_not_for_product: {
    status: 422,
    en: 'The promo does not apply to this product.',
    id: 'Promo ini tidak berlaku untuk produk ini.',
    explanation:
      'A promo with selected products applies only to those products. A promo of type EXPEDITION applies to ' +
      'orders that contain one of them.',
  },
  promo_minimum_product: {
    status: 422,
    en: 'The order has fewer units than the promo requires.',
    id: 'Jumlah produk kurang dari minimal pembelian promo.',
    explanation: "minimum_product counts the units of the promo's products in the order.",
  },
  promo_below_units: {
    status: 422,
    en: 'The order has fewer units than the {minimum} that the promo requires.',
    id: 'Jumlah produk kurang dari minimal pembelian promo, yaitu {minimum}.',
    explanation: "minimum_product counts the units of the promo's products in the order.",
  },
  promo_below_amount: {
    status: 422,
    en: 'The order total is below the minimum of the promo of Rp{minimum}.',
    id: 'Nilai pesanan kurang dari minimal transaksi promo, yaitu Rp{minimum}.',
    explanation: 'minimum_transaction is compared with the sum of all lines before promos, without shipping.',
  },
  promo_minimum_transaction: {
    status: 422,
    en: 'The order total is below the minimum of the promo.',
    id: 'Nilai pesanan kurang dari minimal transaksi promo.',
    explanation: 'minimum_transaction is compared with the sum of all lines before promos, without shipping.',
  },
});

// Two concurrent orders want the last use: the second one gets this.
mapConstraint('promos_quota_kept', { code: 'promo_used_up', field: 'promo_id' });
mapConstraint('promo_customers_limit_kept', { code: 'promo_limit_of_customer', field: 'promo_id' });
