import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { today } from '../../../kernel/calendar.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { may } from '../../../kernel/permissions.ts';
import { refuseBookedCod } from '../booked-shipments.ts';
import { changeOrder } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor } from '../lock-order.ts';
import { addPayment, nextPayment } from '../payment-rule.ts';
import { paymentDateFaults } from '../order-days.ts';
import type { PaymentUpdated, UpdatePaymentInput } from './schemas.ts';

/** The reference's letters: C for cicilan (instalment), L for lunas (paid). */
const STATUS_LETTER = { INSTALLMENT: 'C', PAID: 'L' } as const;

/**
 * Records a payment of an order: a part with INSTALLMENT, the whole remaining amount with PAID. The order is locked
 * first, so that parallel payments never exceed the total.
 * @throws Refusal 403 for the cost of goods of a role that cannot see it; 422 if nothing remains, the amount does
 *   not match the status, the day is to come, or the courier was told of another amount to collect
 */
export async function updatePayment(
  context: Context,
  input: z.output<typeof UpdatePaymentInput>,
): Promise<z.input<typeof PaymentUpdated>> {
  const { payment } = input;
  const cost_field = 'payment.cost_of_goods_sales';
  refuseHiddenFields(context, 'cost.read', [{ field: cost_field, value: payment.cost_of_goods_sales }]);
  const ahead = paymentDateFaults(payment.date, today(context.clock, context.shop.time_zone));
  if (ahead.length > 0) throw new Refusal(ahead);
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'PAY');
    const paid = nextPayment({ ...payment, paid_on: payment.date }, order);
    if (
      order.product_status === 'R' &&
      payment.cost_of_goods_sales === undefined &&
      order.cost_of_goods_idr === 0 &&
      may(context.actor.role, 'cost.read')
    )
      throw orderErrors.refuseField('cost_of_goods_required', cost_field);
    await refuseBookedCod(inner, order, 'id');
    const { columns, further } = await addPayment(inner, order, paid);
    const sets_cost = order.product_status === 'R' && payment.cost_of_goods_sales !== undefined;
    await changeOrder(inner, order, {
      event: 'order.paid',
      columns: { ...columns, ...(sets_cost && { cost_of_goods_idr: payment.cost_of_goods_sales }) },
      further,
      payload: { amount_idr: paid.amount_idr, status: paid.status },
    });
    return {
      response: 'success',
      message: [context.language === 'id' ? 'Pembayaran diperbarui' : 'Payment Updated'],
      data: { order_id: order.id, po_number: order.po_number, payment_status: STATUS_LETTER[paid.status] },
    };
  });
}
