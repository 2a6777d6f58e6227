import type { z } from 'zod';
import type { StoreContext } from '../../storefront/index.ts';
import { endPayment } from '../end-payment.ts';
import { lockPayment } from '../lock-payment.ts';
import { refuseDecided, refusePaymentState } from '../refuse-payment-state.ts';
import { findPaymentId } from './find-payment.ts';
import { viewPayment } from './get-payment.ts';
import type { BuyerPaymentView, TokenInput } from './schemas.ts';

/**
 * Cancels a checkout by its buyer, as long as no money is here and nothing is decided: its stock is free for others at once.
 * Cancelling again changes nothing.
 * @throws Refusal 404 if there is no such payment; 422 if it is paid, claimed to be paid, or decided
 */
export async function cancelPayment(
  context: StoreContext,
  input: z.output<typeof TokenInput>,
): Promise<z.input<typeof BuyerPaymentView>> {
  const id = await findPaymentId(context, input.token);
  await context.transaction(async (inner) => {
    const payment = await lockPayment(inner, id);
    if (payment.state === 'CANCELED') return;
    // What is free of charge is PAID from the beginning.
    const is_open = payment.state === 'WAITING' || payment.state === 'COD' || payment.state === 'PAID';
    if (!is_open || payment.received_idr > 0) throw refusePaymentState(inner, payment, 'token');
    await refuseDecided(inner, id, 'token');
    await endPayment(inner, payment, 'CANCELED');
  });
  return viewPayment(context, id);
}
