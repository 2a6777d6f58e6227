import { defineErrors } from '../../kernel/errors.ts';

export const storeErrors = defineErrors({
  store_unknown: {
    status: 404,
    en: 'There is no such store.',
    id: 'Toko ini tidak ditemukan.',
    explanation:
      'No shop has this subdomain, or its store is not open. The response does not say which of them it is.',
  },
  account_name: {
    status: 422,
    en: 'The {field} must be an email or a phone number.',
    id: '{field} harus berupa email atau nomor telepon.',
    explanation: 'An account is named by its email, or by its phone number, for example 081234567890.',
  },
  sign_in_by_one: {
    status: 422,
    en: 'Send either the password or the code.',
    id: 'Kirim kata sandi atau kode, salah satu saja.',
    explanation: 'Buyers sign in by password, or by a code that was sent to them.',
  },
  wrong_sign_in: {
    status: 422,
    en: 'The account, password or code is wrong, or the code is no longer valid.',
    id: 'Akun, kata sandi, atau kode salah, atau kode sudah tidak berlaku.',
    explanation:
      'The response does not say which of them is wrong, nor whether there is such an account. Request a new code if it is ' +
      'older than ten minutes or was tried five times.',
  },
  customer_without_account: {
    status: 422,
    en: 'The customer has no active account of the store. Create or unblock it first.',
    id: 'Pelanggan ini belum punya akun toko yang aktif. Buat atau buka blokirnya dulu.',
    explanation: 'Only who has an account can sign in to the store.',
  },
  parcel_heavy: {
    status: 422,
    en: 'These products weigh more than {limit} kg together. Order less at a time.',
    id: 'Berat produk-produk ini lebih dari {limit} kg. Kurangi jumlah pesanan Anda.',
    explanation: 'No courier service takes a parcel that heavy.',
  },
  buyer_unauthenticated: {
    status: 401,
    en: 'Sign in to this store, and send the token: Authorization: Bearer TOKEN.',
    id: 'Silakan masuk ke toko ini, lalu kirim tokennya: Authorization: Bearer TOKEN.',
    explanation:
      'The request has no token where one is needed, or one that is unknown, has expired, was signed out, or belongs to ' +
      'another store. Guests send none.',
  },
});
