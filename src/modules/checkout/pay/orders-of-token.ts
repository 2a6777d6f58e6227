import type { StoreContext } from '../../storefront/index.ts';
import { ordersOf } from '../lock-payment.ts';
import { findPaymentId } from './find-payment.ts';

/**
 * The orders that a buyer's secret token, or the ID of an own payment, is for, in the sequence in which the buyer named them.
 * @returns their IDs
 * @throws Refusal 404 if the store has no such payment
 */
export async function ordersOfToken(context: StoreContext, token: string): Promise<number[]> {
  const orders = await ordersOf(context, await findPaymentId(context, token));
  return orders.map(({ order_id }) => order_id);
}
