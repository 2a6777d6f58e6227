import { defineErrors } from '../../../kernel/errors.ts';

export const paperErrors = defineErrors({
  order_to_print_closed: {
    status: 422,
    en: 'Order {order_id} is {status} and is not shipped.',
    id: 'Pesanan {order_id} berstatus {status}, sehingga tidak dikirim.',
    explanation: 'Papers are printed for accepted orders. Nothing was printed or counted.',
  },
  labels_printed_meanwhile: {
    status: 409,
    en: 'Somebody else is printing labels of these orders. Wait until they are done, and look whether you need them again.',
    id: 'Orang lain sedang mencetak label pesanan ini. Tunggu hingga selesai, lalu periksa apakah masih perlu dicetak.',
    explanation:
      'Each label says whether it is a reprint. The orders were printed or changed by others again and again while ' +
      'these labels were made, so they were not counted.',
  },
});
