import type { Context } from '../../kernel/context.ts';
import type { Refusal } from '../../kernel/errors.ts';
import { checkoutErrors } from './errors.ts';
import { stateText, type PaymentState } from './payment-states.ts';

/** Says in which state a payment is that does not allow what is wanted. */
export function refusePaymentState(
  { language }: Context,
  { state }: { state: PaymentState },
  field: string,
): Refusal {
  return checkoutErrors.refuseField('payment_not_open', field, { state: stateText(state, language).text });
}
