import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const paymentErrors = defineErrors({
  bank_account_exists: {
    status: 422,
    en: 'The shop already has this account number at this bank.',
    id: 'Nomor rekening di bank ini sudah terdaftar di toko Anda.',
    explanation:
      'Each account number can be added once per bank. List the bank accounts to find the existing one.',
  },
  corporate_id_required: {
    status: 422,
    en: 'The corporate_id is required for a business bank.',
    id: 'corporate_id wajib diisi untuk bank bisnis.',
    explanation: 'Companies sign in to business banks with their corporate ID.',
  },
  bank_account_of_gateway: {
    status: 422,
    en: 'This account belongs to the payment gateway, so it cannot be changed or deleted.',
    id: 'Rekening ini milik payment gateway, sehingga tidak dapat diubah atau dihapus.',
    explanation:
      'Accounts of type PAYMENT GATEWAY are created by the server for payments that come in through the gateway.',
  },
  admin_fee_exists: {
    status: 422,
    en: 'This customer category already has an admin fee. Update that one.',
    id: 'Kategori pelanggan ini sudah memiliki biaya admin. Ubah biaya yang sudah ada.',
    explanation: 'Each customer category has one admin fee at most. List the admin fees to find it.',
  },
  account_number_digits: {
    status: 422,
    en: 'The {field} must have 5 to 20 digits.',
    id: '{field} harus terdiri dari 5 sampai 20 angka.',
    explanation: 'Account numbers consist of digits. Spaces, dots and hyphens are ignored.',
  },
  too_many_payments: {
    status: 422,
    en: 'An order can have at most {limit} payments, and this order has reached the limit.',
    id: 'Satu pesanan maksimal memiliki {limit} pembayaran, dan pesanan ini sudah mencapai batas.',
    explanation:
      'Delete payments that were recorded by mistake, or record the remaining amount as one payment.',
  },
});

mapConstraint('bank_accounts_number_unique', { code: 'bank_account_exists', field: 'account_number' });
mapConstraint('admin_fees_category_unique', { code: 'admin_fee_exists', field: 'category_code' });
