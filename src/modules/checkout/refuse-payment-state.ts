import type { Context } from '../../kernel/context.ts';
import type { Refusal } from '../../kernel/errors.ts';
import { checkoutErrors } from './errors.ts';
import { ordersOf } from './lock-payment.ts';
import { stateText, type PaymentState } from './payment-states.ts';

/** Says in which state a payment is that does not allow what is wanted. */
export function refusePaymentState(
  { language }: Context,
  { state }: { state: PaymentState },
  field: string,
): Refusal {
  return checkoutErrors.refuseField('payment_not_open', field, { state: stateText(state, language).text });
}

/** @throws Refusal 422 if the seller has decided any order of a locked payment: then the rest is the seller's too */
export async function refuseDecided(context: Context, payment_id: number, field: string): Promise<void> {
  const orders = await ordersOf(context, payment_id);
  if (orders.some(({ decision }) => decision !== null))
    throw checkoutErrors.refuseField('payment_partly_decided', field);
}
