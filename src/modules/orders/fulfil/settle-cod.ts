import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { changeOrder } from '../change-order.ts';
import { paidByPayouts } from '../cod-amount.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import type { OrderAction } from '../order-states.ts';
import { addPayment, decidePayment } from '../payment-rule.ts';
import { removeFromOrder } from './remove-from-order.ts';

/** What a courier has collected with an order, and where it has come in. */
export interface CollectedCod {
  order_id: number;
  collected_idr: number;
  bank_id: number;
  paid_on: string;
}

/**
 * Records that the courier has paid out what it collected with an order: the order is paid by it. Done again, it adds
 * nothing, and it never pays more than remains.
 * @returns the ID of the payment; undefined if the order is not active any more, or nothing remains to be paid
 * @throws Refusal 422 if the shop has no such bank account
 */
export async function settleCod(
  context: Context,
  { order_id, collected_idr, bank_id, paid_on }: CollectedCod,
): Promise<number | undefined> {
  const order = await lockIfActive(context, order_id, 'PAY');
  if (order === undefined) return undefined;
  const remaining_idr = order.total_idr - order.paid_idr;
  const missing_idr = collected_idr - (await paidByPayouts(context, order));
  const amount_idr = Math.min(remaining_idr, missing_idr);
  if (amount_idr <= 0) return undefined;
  const paid = decidePayment('INSTALLMENT', amount_idr, remaining_idr, 'amount');
  const planned = { ...paid, bank_id, paid_on, is_cod_payout: true };
  const { payment_id, columns, further } = await addPayment(context, order, planned);
  await changeOrder(context, order, {
    event: 'order.paid',
    columns,
    further,
    payload: { amount_idr, status: paid.status },
  });
  return payment_id;
}

/**
 * Removes a payment that `settleCod` has added.
 * @returns whether it is gone; the payments of an order that is not active any more stay as they are
 */
export async function unsettleCod(
  context: Context,
  { order_id, payment_id }: { order_id: number; payment_id: number },
): Promise<boolean> {
  const order = await lockIfActive(context, order_id, 'REMOVE_PAYMENT');
  if (order === undefined) return false;
  await removeFromOrder(context, order, payment_id);
  return true;
}

async function lockIfActive(
  context: Context,
  order_id: number,
  action: OrderAction,
): Promise<LockedOrder | undefined> {
  try {
    return await lockOrderFor(context, order_id, action);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
