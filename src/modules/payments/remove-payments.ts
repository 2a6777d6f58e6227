import type { Context } from '../../kernel/context.ts';
import type { StoredPayment } from './record-payment.ts';

/**
 * Deletes payments of an order; the caller holds the lock of the order and reduces its paid_idr.
 * @param payment_id the payment; undefined: all
 * @returns the deleted payments
 */
export async function removePayments(
  context: Context,
  order_id: number,
  payment_id?: number,
): Promise<StoredPayment[]> {
  return context.db
    .deleteFrom('order_payments')
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .$if(payment_id !== undefined, (query) => query.where('id', '=', payment_id ?? 0))
    .returning(['id', 'bank_account_id', 'amount_idr', 'paid_on'])
    .execute();
}
