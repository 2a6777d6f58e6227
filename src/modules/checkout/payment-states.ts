import type { Language } from '../../kernel/language.ts';

/**
 * WAITING for its money; CLAIMED by the buyer to be made; PAID, its money is here; COD, which the courier collects;
 * CLOSED, each of its orders is accepted or rejected; EXPIRED; CANCELED by the buyer.
 */
export type PaymentState = 'WAITING' | 'CLAIMED' | 'PAID' | 'COD' | 'CLOSED' | 'EXPIRED' | 'CANCELED';

export type PaymentMethod = 'TRANSFER' | 'GATEWAY' | 'ORDERPAY' | 'COD';

/** The states in which the seller can decide. */
export const OPEN_STATES = ['WAITING', 'CLAIMED', 'PAID', 'COD'] as const;

/** Those in which there is something to decide. */
export const TO_CONFIRM = ['CLAIMED', 'PAID', 'COD'] as const;

interface StateText {
  /** As the reference counts: 3 is to be confirmed, 4 waits for its money. */
  code: number;
  en: string;
  id: string;
}

const TO_BE_CONFIRMED: StateText = { code: 3, en: 'Confirmed Pay', id: 'Menunggu Konfirmasi' };

const STATES: Record<PaymentState, StateText> = {
  WAITING: { code: 4, en: 'Waiting for Payment', id: 'Menunggu Pembayaran' },
  CLAIMED: TO_BE_CONFIRMED,
  PAID: TO_BE_CONFIRMED,
  COD: TO_BE_CONFIRMED,
  CLOSED: { code: 1, en: 'Processed', id: 'Selesai Diproses' },
  EXPIRED: { code: 5, en: 'Expired', id: 'Kedaluwarsa' },
  CANCELED: { code: 6, en: 'Canceled', id: 'Dibatalkan' },
};

/** The state as lists show it. */
export function stateText(state: PaymentState, language: Language): { code: number; text: string } {
  const { code, ...texts } = STATES[state];
  return { code, text: texts[language] };
}

/** The same as its buyer reads it, who waits for the seller. */
const STORE_STATES: Partial<Record<PaymentState | 'REJECTED', Record<Language, string>>> = {
  CLAIMED: { en: 'Waiting for confirmation', id: 'Menunggu konfirmasi' },
  PAID: { en: 'Paid, waiting for the seller', id: 'Sudah dibayar, menunggu penjual' },
  COD: { en: 'Waiting for the seller', id: 'Menunggu penjual' },
  REJECTED: { en: 'Rejected', id: 'Ditolak' },
};

/** Orders that nobody will get. */
const ENDED: ReadonlySet<string> = new Set(['REJECTED', 'CANCELED', 'EXPIRED', 'DELETED']);

/** The state as the store shows it, with what became of the orders. */
export function storeStateText(
  state: PaymentState,
  orders: readonly { status: string }[],
  language: Language,
): string {
  const shown = state === 'CLOSED' ? closedAs(orders) : state;
  return STORE_STATES[shown]?.[language] ?? stateText(shown === 'REJECTED' ? state : shown, language).text;
}

function closedAs(orders: readonly { status: string }[]): 'CLOSED' | 'CANCELED' | 'REJECTED' {
  if (orders.length === 0 || !orders.every(({ status }) => ENDED.has(status))) return 'CLOSED';
  return orders.every(({ status }) => status === 'REJECTED') ? 'REJECTED' : 'CANCELED';
}

/** Of the payment method, as the reference counts. */
export const METHOD_CODES: Record<PaymentMethod, number> = { TRANSFER: 1, ORDERPAY: 1, GATEWAY: 2, COD: 3 };
