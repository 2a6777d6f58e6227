import type { GatewayProblem } from '../../../integrations/gateway/port.ts';
import { defineErrors, errorText } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';

const BY_GATEWAY = 'What was wanted of the payment gateway was not done. Nothing was changed.';

/** Why a gateway did not do something: a sentence that says what to do. */
export const gatewayErrors = defineErrors({
  gateway_off: {
    status: 422,
    en: 'No payment gateway is active. Save a Xendit key in the payment settings, or use another method.',
    id: 'Belum ada payment gateway yang aktif. Simpan Xendit key di pengaturan pembayaran, atau gunakan metode lain.',
    explanation:
      'The shop has no Xendit account of its own that is active, and the installation has none either.',
  },
  gateway_key_refused: {
    status: 422,
    en: 'Xendit does not accept this key, or it lacks a permission. It needs Money-in (write), Balance and Transaction (read).',
    id: 'Xendit menolak key ini, atau izinnya kurang. Key memerlukan izin Money-in (write), Balance dan Transaction (read).',
    explanation: BY_GATEWAY,
  },
  gateway_key_missing: {
    status: 422,
    en: 'The {field} is required, because the shop has no Xendit key yet.',
    id: '{field} wajib diisi karena toko belum memiliki Xendit key.',
    explanation: 'Token and settings of the connection can be changed once a key is stored.',
  },
  gateway_key_characters: {
    status: 422,
    en: 'The {field} must not contain blanks or special characters. Copy it from the dashboard of Xendit.',
    id: '{field} tidak boleh mengandung spasi atau karakter khusus. Salin dari dashboard Xendit.',
    explanation: 'Keys and tokens of Xendit consist of visible ASCII characters.',
  },
  gateway_balance_too_low: {
    status: 422,
    en: 'The balance at the payment gateway is not sufficient. Try again later.',
    id: 'Saldo di payment gateway tidak cukup. Coba lagi nanti.',
    explanation: BY_GATEWAY,
  },
  gateway_channel_refused: {
    status: 422,
    en: 'The payment gateway does not offer this bank or payment channel. Choose another one.',
    id: 'Payment gateway tidak menyediakan bank atau kanal pembayaran ini. Pilih yang lain.',
    explanation: BY_GATEWAY,
  },
  gateway_amount_refused: {
    status: 422,
    en: 'The payment gateway does not accept this amount by this channel. Choose another one.',
    id: 'Payment gateway tidak menerima nominal ini melalui kanal tersebut. Pilih kanal lain.',
    explanation: BY_GATEWAY,
  },
  gateway_account_refused: {
    status: 422,
    en: 'The bank does not know this account number. Check the bank and the number.',
    id: 'Bank tidak mengenali nomor rekening ini. Periksa bank dan nomornya.',
    explanation: BY_GATEWAY,
  },
  gateway_request_refused: {
    status: 422,
    en: 'The payment gateway refused the request. Choose another payment method.',
    id: 'Payment gateway menolak permintaan ini. Pilih metode pembayaran lain.',
    explanation: BY_GATEWAY,
  },
  gateway_refusal_unknown: {
    status: 422,
    en: 'The payment gateway refused for a reason that is not known here. Choose another payment method.',
    id: 'Payment gateway menolak dengan alasan yang belum dikenal. Pilih metode pembayaran lain.',
    explanation: BY_GATEWAY,
  },
  gateway_busy: {
    status: 503,
    en: 'The payment gateway gets too many requests at the moment. Try again in a minute.',
    id: 'Payment gateway sedang menerima terlalu banyak permintaan. Coba lagi sebentar lagi.',
    explanation: BY_GATEWAY,
  },
  gateway_unavailable: {
    status: 503,
    en: 'The payment gateway does not respond at the moment. Try again later, or use another payment method.',
    id: 'Payment gateway sedang tidak merespons. Coba lagi nanti, atau gunakan metode pembayaran lain.',
    explanation: BY_GATEWAY,
  },
  gateway_unreadable: {
    status: 503,
    en: 'The payment gateway gave a response that could not be understood. Try again later.',
    id: 'Jawaban payment gateway tidak dapat dipahami. Coba lagi nanti.',
    explanation: BY_GATEWAY,
  },
});

/** The refusal of what the gateway did not do; `off`: there is none that could. */
export const gatewayRefusal = (problem: GatewayProblem | 'off') => gatewayErrors.refuse(`gateway_${problem}`);

/** A problem as answers tell it; null: none. */
export function presentGatewayProblem(
  language: Language,
  problem: string | null,
): { code: string; message: string } | null {
  if (problem === null) return null;
  const code = `gateway_${problem}`;
  return { code, message: errorText({ code }, language) };
}
