import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const paymentErrors = defineErrors({
  bank_account_exists: {
    status: 422,
    en: 'The shop has this account number at this bank already.',
    id: 'Nomor rekening ini di bank ini sudah ada di toko.',
    explanation: 'An account number is unique at its bank. List the accounts to find it.',
  },
  corporate_id_required: {
    status: 422,
    en: 'The corporate_id is required for a business bank.',
    id: 'corporate_id wajib diisi untuk bank bisnis.',
    explanation: 'Accounts of business banks are held by a company, which signs in with its corporate id.',
  },
  account_number_digits: {
    status: 422,
    en: 'The {field} must have 5 to 20 digits.',
    id: '{field} harus terdiri dari 5 sampai 20 angka.',
    explanation: 'An account number is written in digits; spaces, dots and dashes between them are left out.',
  },
  too_many_payments: {
    status: 422,
    en: 'An order has at most {limit} payments, and this one has them.',
    id: 'Satu order paling banyak memiliki {limit} pembayaran, dan order ini sudah mencapainya.',
    explanation: 'Remove payments that were recorded by mistake, or record what remains as one.',
  },
});

mapConstraint('bank_accounts_number_unique', { code: 'bank_account_exists', field: 'account_number' });
