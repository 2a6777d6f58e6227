import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { moveBalance, removePayments } from '../../payments/index.ts';
import { changeOrder, paymentInHistory, type OrderChange } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import { statusAfter } from '../order-states.ts';
import { takeHoldsAgain } from '../order-holds.ts';
import type { OrderIdInput, OrderReference } from '../schemas.ts';

/**
 * Reactivates a cancelled order at its previous prices, with its previous stock: exactly what cancelling gave back, so
 * units that a return has accounted for stay accounted for, and the parcel cannot be shipped again. Money that was added to the balance of
 * the customer pays the order again; if it was refunded, the order is unpaid.
 * @throws Refusal 404 if the shop has no such order; 422 if it is active, its stock is gone (with what is left of which
 *   product) or marked as out of stock, a promo of it is no longer available, or the balance was spent
 */
export async function reactivateOrder(
  context: Context,
  input: z.output<typeof OrderIdInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'REACTIVATE');
    const stock = await takeHoldsAgain(inner, order);
    const paid = await paidAgain(inner, order);
    await changeOrder(inner, order, {
      event: 'order.reactivated',
      columns: { order_status: statusAfter('REACTIVATE', order), paid_as: null, ...paid.columns },
      further: paid.further,
      stock,
    });
    return { order_id: order.id, po_number: order.po_number };
  });
}

/** What of the money that was paid pays the order again, as changes of the order. */
async function paidAgain(
  context: Context,
  order: LockedOrder,
): Promise<Required<Pick<OrderChange, 'columns' | 'further'>>> {
  if (order.paid_as === 'REFUNDED') {
    const removed = await removePayments(context, order.id);
    return {
      columns: { paid_idr: 0, paid_on: null },
      further: { payments: [removed.map(paymentInHistory), []] },
    };
  }
  const taken =
    order.paid_as === null ||
    (await moveBalance(context, {
      customer_id: order.sender_id,
      order_id: order.id,
      amount_idr: -order.paid_idr,
      reason: 'ORDER REACTIVATED',
    }));
  if (!taken) throw orderErrors.refuseField('balance_spent', 'id', { paid: order.paid_idr });
  return { columns: {}, further: {} };
}
