import { defineErrors } from '../../kernel/errors.ts';

export const bulkOrderErrors = defineErrors({
  bulk_choice: {
    status: 422,
    en: 'Choose the orders either by order_ids or by filter.',
    id: 'Pilih pesanan dengan order_ids atau dengan filter, salah satu saja.',
    explanation:
      '`filter` takes what GET /api/open/order takes, `{}` for its default. `except_ids` leaves orders out that the filter finds.',
  },
  bulk_too_many_orders: {
    status: 422,
    en: 'More than {limit} orders match. Choose a shorter period, or another filter.',
    id: 'Lebih dari {limit} pesanan yang cocok. Pilih periode yang lebih pendek, atau filter lain.',
    explanation: 'A bulk run has a limited number of orders. Start several, one after another.',
  },
  bulk_no_orders: {
    status: 422,
    en: 'No order matches.',
    id: 'Tidak ada pesanan yang cocok.',
    explanation: 'The filter finds no order, or all that it finds are in `except_ids`.',
  },
  bulk_run_ended: {
    status: 409,
    en: 'This bulk run has already ended.',
    id: 'Proses massal ini sudah selesai.',
    explanation: 'All its orders were processed, or it was stopped. What was done stays.',
  },
  bulk_run_running: {
    status: 409,
    en: 'This bulk run is still running. Wait until it has ended, or stop it.',
    id: 'Proses massal ini masih berjalan. Tunggu hingga selesai, atau hentikan.',
    explanation: 'Orders that have failed can be processed again when the run has ended.',
  },
  bulk_nothing_to_retry: {
    status: 422,
    en: 'No order of this bulk run can be processed again.',
    id: 'Tidak ada pesanan dalam proses massal ini yang dapat diproses lagi.',
    explanation:
      'Only orders that have failed, or with `with_stopped` those that were not begun, are processed again.',
  },
  bulk_order_as_wanted: {
    status: 422,
    en: 'Nothing to do: the order is already {status}.',
    id: 'Tidak ada yang perlu dilakukan: pesanan sudah {status}.',
    explanation: 'A bulk run skips orders that are already as they should be.',
  },
  bulk_order_not_of_store: {
    status: 422,
    en: 'The order was not placed at the store, so there is nothing to confirm.',
    id: 'Pesanan tidak dibuat di toko online, sehingga tidak ada yang perlu dikonfirmasi.',
    explanation: 'Only orders that buyers place at the store are accepted or rejected.',
  },
  bulk_permission_lost: {
    status: 403,
    en: 'The user who started this no longer has permission to do it.',
    id: 'Pengguna yang memulai proses ini tidak lagi memiliki izin untuk melakukannya.',
    explanation:
      'Each order is processed with the permissions that the user has at that moment. Another user can process the rest by a retry.',
  },
});
