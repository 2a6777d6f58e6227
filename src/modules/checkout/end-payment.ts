import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { emit, userIdOf } from '../../kernel/outbox.ts';
import { endLockedOrder, lockOrderFor } from '../orders/index.ts';
import { endCharges } from './charges.ts';
import { ordersOf, type LockedPayment } from './lock-payment.ts';

const ENDS = {
  EXPIRED: { action: 'EXPIRE', event: 'buyer_payment.expired' },
  CANCELED: { action: 'WITHDRAW', event: 'buyer_payment.canceled' },
} as const;

/**
 * Ends a locked payment for which nothing came in: all that its orders held is given back. Orders that the seller has
 * decided stay as they are.
 */
export async function endPayment(
  context: Context,
  payment: LockedPayment,
  state: keyof typeof ENDS,
): Promise<void> {
  const { action, event } = ENDS[state];
  for (const { order_id, decision } of await ordersOf(context, payment.id))
    if (decision === null)
      await endLockedOrder(context, await lockOrderFor(context, order_id, action), action);
  const now = context.clock.now();
  await context.db
    .updateTable('buyer_payments')
    .set({ state, expires_at: null, closed_at: now, updated_at: now, updated_by: userIdOf(context) })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', payment.id)
    .execute();
  await endCharges(context, payment.id);
  await emit(context, event, payment.id, differenceOf(payment, { state }));
}
