import type { Context } from '../../kernel/context.ts';
import { sum } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { balanceOf } from '../ledger/index.ts';
import { payWithBalance } from '../payments/index.ts';
import { checkoutErrors } from './errors.ts';
import { storeReceipt } from './store-receipt.ts';

/**
 * Pays a new payment with the balance of its customer. Call it in the transaction that stores the payment, after it.
 * @throws Refusal 422 if the balance is too low: however many pay with it at once, it is spent once
 */
export async function payByBalance(
  context: Context,
  {
    payment_id,
    customer_id,
    orders,
  }: {
    payment_id: number;
    customer_id: number;
    orders: readonly { order_id: number; total_idr: number }[];
  },
): Promise<void> {
  const total_idr = sum(orders.map((order) => order.total_idr));
  if (total_idr === 0) return;
  const cause = `payment:${payment_id}:balance`;
  const outcome = await payWithBalance(context, {
    cause,
    kind: 'BALANCE_PAID',
    customer_id,
    orders: orders.map((order) => ({ order_id: order.order_id, amount_idr: order.total_idr })),
    payment_id,
  });
  if (outcome === 'SHORT') {
    const { balance_idr } = await balanceOf(context, { kind: 'CUSTOMER_BALANCE', subject_id: customer_id });
    throw checkoutErrors.refuseField('balance_too_low', 'payment.method', {
      balance: balance_idr,
      total: total_idr,
    });
  }
  const money = { payment_id, cause, source: 'BALANCE' as const, amount_idr: total_idr };
  await storeReceipt(context, { ...money, received_at: context.clock.now() }, 'PAID');
  await emit(context, 'buyer_payment.paid', payment_id, { amount: total_idr, source: 'BALANCE' });
}
