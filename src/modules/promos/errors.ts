import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const promoErrors = defineErrors({
  promo_starts_early: {
    status: 422,
    en: 'The {field} must not be before {earliest}.',
    id: '{field} tidak boleh sebelum {earliest}.',
    explanation:
      'A promo starts today or later, in the time zone of the shop; one that began already may keep its day.',
  },
  promo_ends_early: {
    status: 422,
    en: 'The {field} must be after the start_date.',
    id: '{field} harus sesudah start_date.',
    explanation: 'A promo ends after it starts. Leave end_date empty for one without an end.',
  },
  coupon_code_format: {
    status: 422,
    en: 'The {field} must have 3 to 20 letters and digits, without spaces or signs.',
    id: '{field} harus 3 sampai 20 huruf dan angka, tanpa spasi atau tanda.',
    explanation: 'Customers type coupon codes; they may do so in any letter case.',
  },
  coupon_code_taken: {
    status: 422,
    en: 'The coupon "{promo}" has this code in the same period.',
    id: 'Kupon "{promo}" memakai kode ini pada periode yang sama.',
    explanation:
      'A code, in any letter case, belongs to one coupon at a time, active or not. Choose another code or period.',
  },
  product_in_promo: {
    status: 422,
    en: 'This product is in the promo "{promo}" in the same period.',
    id: 'Produk ini ada di promo "{promo}" pada periode yang sama.',
    explanation:
      'A product is in one active PROMO at a time. /api/open/promo/product lists those that are free.',
  },
  promo_overlaps: {
    status: 422,
    en: 'The promo "{promo}" runs in the same period, and a product can be in one promo only.',
    id: 'Promo "{promo}" berjalan pada periode yang sama, dan satu produk hanya boleh ada di satu promo.',
    explanation:
      'One of the two active PROMOs is of all products, so that they share some. Choose another period, or end the other promo.',
  },
  quota_below_use: {
    status: 422,
    en: 'The {field} must be at least {used}: so many orders use the promo already.',
    id: '{field} paling sedikit {used}: sekian pesanan sudah memakai promo ini.',
    explanation: 'What was used stays used. Switch the promo off to stop it at once.',
  },
  promo_used_up: {
    status: 422,
    en: 'The quota of the promo is used up.',
    id: 'Kuota promo sudah habis.',
    explanation: 'As many orders as the promo allows use it. A cancelled order gives its use back.',
  },
  promo_limit_of_customer: {
    status: 422,
    en: 'This customer has used the promo as often as it allows.',
    id: 'Pelanggan ini sudah memakai promo sebanyak yang diizinkan.',
    explanation: 'A promo can bound how many orders of one customer use it (usage_per_customer).',
  },
  promo_inactive: {
    status: 422,
    en: 'The promo is switched off.',
    id: 'Promo ini tidak aktif.',
    explanation: 'Switch the promo on, or choose another.',
  },
  promo_scheduled: {
    status: 422,
    en: 'The promo has not begun yet.',
    id: 'Promo ini belum dimulai.',
    explanation: 'It applies to orders made from its start_date on.',
  },
  promo_ended: {
    status: 422,
    en: 'The promo has ended.',
    id: 'Promo ini sudah berakhir.',
    explanation: 'It applies to orders made before its end_date.',
  },
  promo_needs_code: {
    status: 422,
    en: 'This is a coupon: send its code as coupon_code.',
    id: 'Ini kupon: kirim kodenya sebagai coupon_code.',
    explanation: 'A coupon applies only with its code, in any letter case.',
  },
  promo_not_for_category: {
    status: 422,
    en: "The promo is not for this customer's category.",
    id: 'Promo ini tidak berlaku untuk kategori pelanggan ini.',
    explanation: 'A promo names the customer categories that may have it.',
  },
  promo_not_here: {
    status: 422,
    en: 'The promo does not apply to orders made here.',
    id: 'Promo ini tidak berlaku untuk order yang dibuat di sini.',
    explanation:
      'A promo names the platforms whose orders may have it; orders of dashboard and API are ORDER_APP.',
  },
  promo_not_for_courier: {
    status: 422,
    en: 'The promo does not lower the shipping of this courier.',
    id: 'Promo ini tidak berlaku untuk kurir ini.',
    explanation: 'A promo of type EXPEDITION names the courier services whose shipping it lowers.',
  },
  promo_not_for_product: {
    status: 422,
    en: 'The promo is not of this product.',
    id: 'Promo ini tidak berlaku untuk produk ini.',
    explanation:
      'A promo that names products is for these: one of type EXPEDITION is for orders that have one of them.',
  },
  promo_minimum_product: {
    status: 422,
    en: 'The order has fewer pieces than the promo asks for.',
    id: 'Jumlah barang kurang dari minimal promo.',
    explanation: "minimum_product counts the pieces of the promo's products in the order.",
  },
  promo_minimum_transaction: {
    status: 422,
    en: 'The order is worth less than the promo asks for.',
    id: 'Nilai order kurang dari minimal promo.',
    explanation: 'minimum_transaction looks at the sum of all lines before promos, without shipping.',
  },
});

// Two orders that want the last use at once: the one that comes second is told.
mapConstraint('promos_quota_kept', { code: 'promo_used_up', field: 'promo_id' });
mapConstraint('promo_customers_limit_kept', { code: 'promo_limit_of_customer', field: 'promo_id' });
