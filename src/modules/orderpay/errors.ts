import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

const UNTIL_PAID =
  'The withdrawal is tried again, and its money stays reserved until it is known what became of it.';
const GIVEN_BACK = 'Amount and fee of the withdrawal are available again.';

export const orderpayErrors = defineErrors({
  withdrawal_minimum: {
    status: 422,
    en: 'The {field} must be at least {minimum}.',
    id: '{field} minimal {minimum}.',
    explanation: 'The installation sets the minimum amount of a withdrawal.',
  },
  withdrawal_short: {
    status: 422,
    en: 'The OrderPay balance that can be withdrawn is {available}. With the admin fee of {fee}, you can withdraw at most {most}.',
    id: 'Saldo OrderPay yang dapat ditarik {available}. Dengan biaya admin {fee}, maksimal penarikan Anda {most}.',
    explanation:
      'The balance must cover the amount and the admin fee. Money of orders that have not been delivered is on hold, and ' +
      'money of other withdrawals is reserved.',
  },
  withdrawal_bank: {
    status: 422,
    en: '{name} cannot receive withdrawals. Choose another bank.',
    id: '{name} tidak dapat menerima penarikan. Pilih bank lain.',
    explanation: 'Choose a bank with `can_disburse` 1 from the list of Xendit banks.',
  },
  withdrawal_repeated: {
    status: 422,
    en: 'A withdrawal of the same amount to this account is already in progress. Wait until it is paid.',
    id: 'Penarikan dengan nominal yang sama ke rekening ini sedang diproses. Tunggu sampai selesai.',
    explanation:
      'The same request was probably sent twice. To withdraw the same amount again, wait until the first withdrawal ends.',
  },
  withdrawals_open: {
    status: 422,
    en: 'There are {limit} withdrawals in progress. Wait until one of them is paid.',
    id: 'Ada {limit} penarikan yang sedang diproses. Tunggu sampai salah satunya selesai.',
    explanation: 'A shop can have a limited number of withdrawals in progress.',
  },
  withdrawal_off: {
    status: 422,
    en: 'This installation has no payment gateway that could pay the withdrawal.',
    id: 'Instalasi ini tidak memiliki payment gateway untuk membayarkan penarikan.',
    explanation: 'The operator of the installation can set one up (GATEWAY).',
  },
  refund_none: {
    status: 422,
    en: 'No refund is due to this customer.',
    id: 'Tidak ada refund yang harus dibayarkan ke pelanggan ini.',
    explanation: 'It was probably settled already. The list of refunds shows what is due.',
  },
  refund_changed: {
    status: 422,
    en: 'The refund due to this customer is {due}. Check it and send that amount.',
    id: 'Refund untuk pelanggan ini {due}. Periksa kembali dan kirim nominal tersebut.',
    explanation: 'The amount has changed since it was read, or is not the whole amount that is due.',
  },
  withdrawal_waits: {
    status: 503,
    en: 'The payment gateway has not confirmed the withdrawal yet. It is tried again automatically.',
    id: 'Payment gateway belum mengonfirmasi penarikan. Akan dicoba lagi secara otomatis.',
    explanation: UNTIL_PAID,
  },
  withdrawal_funds: {
    status: 503,
    en: 'The payment gateway account of this installation has insufficient funds at the moment. The withdrawal is tried again automatically.',
    id: 'Saldo payment gateway instalasi ini sedang tidak cukup. Penarikan akan dicoba lagi secara otomatis.',
    explanation: UNTIL_PAID,
  },
  withdrawal_account: {
    status: 422,
    en: 'The bank does not know this account. Check bank, account number and holder name.',
    id: 'Bank tidak mengenali rekening ini. Periksa bank, nomor rekening, dan nama pemilik.',
    explanation: GIVEN_BACK,
  },
  withdrawal_refused: {
    status: 422,
    en: 'The payment gateway refused the withdrawal. Try another amount or bank account.',
    id: 'Payment gateway menolak penarikan. Coba nominal atau rekening lain.',
    explanation: GIVEN_BACK,
  },
  withdrawal_bank_failed: {
    status: 422,
    en: 'The bank could not receive the withdrawal. Try again later.',
    id: 'Bank tidak dapat menerima penarikan. Coba lagi nanti.',
    explanation: GIVEN_BACK,
  },
  withdrawal_returned: {
    status: 422,
    en: 'The bank returned the money. Check the account number and holder name.',
    id: 'Bank mengembalikan dana. Periksa nomor rekening dan nama pemilik.',
    explanation: GIVEN_BACK,
  },
});

mapConstraint('withdrawals_in_progress', { code: 'withdrawal_repeated', field: 'nominal' });
