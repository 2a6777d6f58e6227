import { defineErrors } from '../../kernel/errors.ts';

export const billingErrors = defineErrors({
  billing_off: {
    status: 422,
    en: 'There is nothing to order: this installation gives every shop all packages without end.',
    id: 'Tidak ada yang perlu dipesan: semua paket aktif tanpa batas waktu di instalasi ini.',
    explanation: 'The operator has not switched billing on (BILLING). All packages are active.',
  },
  package_unknown: {
    status: 422,
    en: 'The {field} must be one of {codes}.',
    id: '{field} harus salah satu dari {codes}.',
    explanation: 'GET /api/open/billing/packages lists the packages with their codes.',
  },
  package_class_twice: {
    status: 422,
    en: 'The {field} is of the same kind as {other}. Order one of them.',
    id: '{field} sejenis dengan {other}. Pesan salah satu saja.',
    explanation: 'A shop has one package of each class (`app`, `storefront` …).',
  },
  billing_orders_open: {
    status: 422,
    en: 'There are {limit} unpaid invoices. Pay one of them, or wait until they expire.',
    id: 'Masih ada {limit} tagihan yang belum dibayar. Bayar salah satunya, atau tunggu sampai kedaluwarsa.',
    explanation: 'GET /api/open/billing lists them with the addresses of their payment pages.',
  },
});
