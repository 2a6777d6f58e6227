import type { Context } from '../../../kernel/context.ts';
import { refuseBookedCod } from '../booked-shipments.ts';
import { changeOrder } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';
import { addPayment, decidePayment } from '../payment-rule.ts';
import { removeFromOrder } from './remove-from-order.ts';

/** What of a bank mutation pays an order. */
export interface MutationPart {
  bank_mutation_id: number;
  bank_id: number;
  paid_on: string;
  /** undefined: what remains to be paid, at most `most_idr`. */
  amount_idr: number | undefined;
  most_idr: number;
}

/**
 * Records that a bank mutation pays a locked order. The payment stays until the match is undone.
 * @param fields of the input that refusals name
 * @throws Refusal 422 if nothing remains to be paid, or less than the amount, if the order has reached its limit of payments, or
 *   if the courier was told of another amount to collect
 */
export async function payByMutation(
  context: Context,
  order: LockedOrder,
  { amount_idr, most_idr, ...of_mutation }: MutationPart,
  fields: { order: string; amount: string },
): Promise<{ payment_id: number; amount_idr: number }> {
  const remaining_idr = order.total_idr - order.paid_idr;
  if (remaining_idr <= 0) throw orderErrors.refuseField('order_paid', fields.order);
  const wanted_idr = amount_idr ?? Math.min(remaining_idr, most_idr);
  if (wanted_idr > remaining_idr)
    throw orderErrors.refuseField('match_over_remaining', fields.amount, { remaining: remaining_idr });
  const paid = decidePayment('INSTALLMENT', wanted_idr, remaining_idr, fields.amount);
  await refuseBookedCod(context, order, fields.order);
  const { payment_id, columns, further } = await addPayment(context, order, { ...paid, ...of_mutation });
  await changeOrder(context, order, {
    event: 'order.paid',
    columns,
    further,
    payload: { amount_idr: paid.amount_idr, status: paid.status },
  });
  return { payment_id, amount_idr: paid.amount_idr };
}

/**
 * Removes a payment that `payByMutation` has recorded, of a locked order.
 * @throws Refusal 422 if the courier was told of another amount to collect
 */
export async function takeBackMutationPart(
  context: Context,
  order: LockedOrder,
  payment_id: number,
  field: string,
): Promise<void> {
  await refuseBookedCod(context, order, field);
  await removeFromOrder(context, order, payment_id);
}
