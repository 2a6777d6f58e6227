import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const customerErrors = defineErrors({
  month_format: {
    status: 422,
    en: 'The {field} must be a month, for example 2026-03.',
    id: '{field} harus berupa bulan, misalnya 2026-03.',
    explanation: 'Year and month, separated by a hyphen.',
  },
  postal_code_format: {
    status: 422,
    en: 'The {field} must be a 5-digit postal code.',
    id: '{field} harus berupa kode pos 5 angka.',
    explanation: 'Indonesian postal codes have five digits, for example 65172.',
  },
  categories_full: {
    status: 422,
    en: 'Your shop already has the maximum of three custom categories.',
    id: 'Toko Anda sudah memiliki tiga kategori khusus, jumlah maksimalnya.',
    explanation:
      'In addition to N, Y and D, a shop can have up to three custom categories with the codes 1 to 3. Every ' +
      'product has a price for each.',
  },
  category_code_other: {
    status: 422,
    en: 'The code of this category is {code} and cannot be changed.',
    id: 'Kode kategori ini {code} dan tidak dapat diubah.',
    explanation: 'Prices and customers refer to the code. Change the name instead.',
  },
  category_needed: {
    status: 422,
    en: 'This is the default customer category and cannot be deactivated.',
    id: 'Kategori ini adalah kategori bawaan pelanggan dan tidak dapat dinonaktifkan.',
    explanation: 'Customers without another category, and guests of the store, belong to category N.',
  },
  registration_status_other: {
    status: 422,
    en: 'The registration status of the customer is {status}. This requires {needed}.',
    id: 'Status registrasi pelanggan adalah {status}. Tindakan ini memerlukan {needed}.',
    explanation: '0: no account, 1: has an account, 4: blocked, T: not activated yet, R: account requested.',
  },
  customer_blocked: {
    status: 422,
    en: 'The customer is blocked. Unblock the customer first.',
    id: 'Pelanggan ini diblokir. Buka blokirnya terlebih dahulu.',
    explanation: 'The account of a blocked customer cannot be created or removed.',
  },
  account_needs_email: {
    status: 422,
    en: 'A customer with an account must have an email. This customer has none.',
    id: 'Pelanggan yang memiliki akun harus memiliki email. Pelanggan ini belum memilikinya.',
    explanation: 'Customers sign in with their email. Add an email first, or remove the account.',
  },
  account_email_taken: {
    status: 422,
    en: 'Another customer of your shop has an account with this email.',
    id: 'Email ini sudah digunakan akun pelanggan lain di toko Anda.',
    explanation: 'Each customer account of a shop must have a different email.',
  },
  category_inactive: {
    status: 422,
    en: 'This customer category is not active in your shop. Active categories: {active}.',
    id: 'Kategori pelanggan ini tidak aktif di toko Anda. Kategori yang aktif: {active}.',
    explanation:
      'N, Y and D are active in every shop. The custom categories 1 to 3 must be created and activated first.',
  },
});

mapConstraint('customers_account_email', { code: 'account_email_taken', field: 'email' });
