import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';

/**
 * Locks a buyer's payment until the transaction ends. It is locked before its orders: whoever changes both locks in this
 * sequence.
 * @throws Refusal 404 if the shop has no such payment
 */
export async function lockPayment(context: Context, id: number) {
  const payment = await context.db
    .selectFrom('buyer_payments')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (payment === undefined) throw kernelErrors.refuse('not_found');
  return payment;
}

export type LockedPayment = Awaited<ReturnType<typeof lockPayment>>;

/** The orders of a payment, in the sequence in which the buyer named them. */
export async function ordersOf(context: Context, payment_id: number) {
  return context.db
    .selectFrom('buyer_payment_orders')
    .select(['position', 'order_id', 'po_number', 'total_idr', 'decision', 'is_due'])
    .where('shop_id', '=', context.shop.id)
    .where('payment_id', '=', payment_id)
    .orderBy('position')
    .execute();
}

export type PaymentOrder = Awaited<ReturnType<typeof ordersOf>>[number];
