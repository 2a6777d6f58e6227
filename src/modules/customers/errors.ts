import { defineErrors } from '../../kernel/errors.ts';

export const customerErrors = defineErrors({
  postal_code_format: {
    status: 422,
    en: 'The {field} must be a postal code of 5 digits.',
    id: '{field} harus berupa kode pos 5 angka.',
    explanation: 'Indonesian postal codes have five digits, as 65172.',
  },
  category_inactive: {
    status: 422,
    en: 'This customer category is not active in your shop. Active: {active}.',
    id: 'Kategori pelanggan ini tidak aktif di toko Anda. Yang aktif: {active}.',
    explanation:
      'N, Y and D are active in every shop; the custom categories 1 to 3 once the shop has made them.',
  },
});
