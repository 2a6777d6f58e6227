import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const customerErrors = defineErrors({
  month_format: {
    status: 422,
    en: 'The {field} must be a month as 2026-03.',
    id: '{field} harus berupa bulan, seperti 2026-03.',
    explanation: 'Year and month, with a dash between them.',
  },
  postal_code_format: {
    status: 422,
    en: 'The {field} must be a postal code of 5 digits.',
    id: '{field} harus berupa kode pos 5 angka.',
    explanation: 'Indonesian postal codes have five digits, as 65172.',
  },
  categories_full: {
    status: 422,
    en: 'Your shop has all three categories of its own already.',
    id: 'Toko Anda sudah memiliki ketiga kategori sendiri.',
    explanation:
      'Besides N, Y and D a shop has up to three categories, with the codes 1 to 3: each has a price in every product.',
  },
  category_code_other: {
    status: 422,
    en: 'The code of this category is {code}, and stays it.',
    id: 'Kode kategori ini {code} dan tidak dapat diubah.',
    explanation: 'Prices and customers belong to the code. Change the name instead.',
  },
  category_needed: {
    status: 422,
    en: 'This category is what every customer has who has no other: it stays active.',
    id: 'Kategori ini dipakai setiap pelanggan tanpa kategori lain, jadi tetap aktif.',
    explanation: 'Guests of the store, too, are customers of category N.',
  },
  registration_status_other: {
    status: 422,
    en: "The customer's registration status is {status}; this needs {needed}.",
    id: 'Status registrasi pelanggan {status}; ini memerlukan {needed}.',
    explanation: '0 without an account, 1 with one, 4 blocked, T not activated yet, R asks for an account.',
  },
  customer_blocked: {
    status: 422,
    en: 'The customer is blocked. Unblock it first.',
    id: 'Pelanggan ini diblokir. Buka blokirnya dahulu.',
    explanation: 'A blocked customer neither gets nor loses an account.',
  },
  account_needs_email: {
    status: 422,
    en: 'A customer with an account has an email. This one has none.',
    id: 'Pelanggan yang memiliki akun harus mempunyai email. Pelanggan ini belum.',
    explanation: 'Customers sign in by email. Give the customer one first, or take the account away.',
  },
  account_email_taken: {
    status: 422,
    en: 'Another customer of your shop signs in with this email.',
    id: 'Pelanggan lain di toko Anda masuk dengan email ini.',
    explanation: 'Customers with an account are told apart by their email.',
  },
  category_inactive: {
    status: 422,
    en: 'This customer category is not active in your shop. Active: {active}.',
    id: 'Kategori pelanggan ini tidak aktif di toko Anda. Yang aktif: {active}.',
    explanation:
      'N, Y and D are active in every shop; the custom categories 1 to 3 once the shop has made them.',
  },
});

mapConstraint('customers_account_email', { code: 'account_email_taken', field: 'email' });
