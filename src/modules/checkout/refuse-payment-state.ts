import type { Context } from '../../kernel/context.ts';
import type { Refusal } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { checkoutErrors } from './errors.ts';
import { ordersOf } from './lock-payment.ts';
import type { PaymentMethod, PaymentState } from './payment-states.ts';

const WHY: Record<PaymentState | 'OTHER_METHOD', Record<Language, string>> = {
  WAITING: { en: 'a part of its money has come in', id: 'sebagian uangnya sudah masuk' },
  OTHER_METHOD: { en: 'it is not paid by transfer', id: 'pembayarannya bukan lewat transfer' },
  CLAIMED: { en: 'the seller is checking the transfer', id: 'penjual sedang memeriksa transfernya' },
  PAID: { en: 'it is already paid', id: 'sudah dibayar' },
  COD: { en: 'it is paid to the courier (COD)', id: 'dibayar ke kurir (COD)' },
  CLOSED: { en: 'the seller has already decided', id: 'sudah diputuskan oleh penjual' },
  EXPIRED: { en: 'it has expired', id: 'sudah kedaluwarsa' },
  CANCELED: { en: 'it was cancelled', id: 'sudah dibatalkan' },
};

/** Says why a payment does not allow what is wanted: the state that it is in. */
export function refusePaymentState(
  { language }: Context,
  { state, method, received_idr }: { state: PaymentState; method: PaymentMethod; received_idr: number },
  field: string,
): Refusal {
  const is_other = state === 'WAITING' && method !== 'TRANSFER' && received_idr === 0;
  const why = WHY[is_other ? 'OTHER_METHOD' : state][language];
  return checkoutErrors.refuseField('payment_not_open', field, { state: why });
}

/** @throws Refusal 422 if the seller has decided any order of a locked payment: then the rest is the seller's too */
export async function refuseDecided(context: Context, payment_id: number, field: string): Promise<void> {
  const orders = await ordersOf(context, payment_id);
  if (orders.some(({ decision }) => decision !== null))
    throw checkoutErrors.refuseField('payment_partly_decided', field);
}
