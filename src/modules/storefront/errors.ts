import { defineErrors } from '../../kernel/errors.ts';

export const storeErrors = defineErrors({
  store_unknown: {
    status: 404,
    en: 'There is no such store.',
    id: 'Toko ini tidak ditemukan.',
    explanation:
      'No shop has this subdomain, or its store is not open. The response does not say which of them it is.',
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
