import type { Context } from '../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { actionFault, ORDER_TRANSITIONS, type OrderAction } from './order-states.ts';
import { countSalesAnew } from './sales.ts';
import { visibleOrders } from './visible-orders.ts';

/**
 * Locks an order for a change; concurrent changes wait. What it sold is counted anew where the action can change that.
 * @param field of the input that refusals name
 * @throws Refusal 404 if the shop has no such order, or the user cannot see it, 422 if its state does not allow the
 *   action
 */
export async function lockOrderFor(context: Context, order_id: number, action: OrderAction, field = 'id') {
  const order = await context.db
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', order_id)
    .where(visibleOrders(context))
    .forUpdate()
    .executeTakeFirst();
  if (order === undefined) throw kernelErrors.refuse('not_found');
  const fault = actionFault(action, order);
  if (fault !== undefined)
    throw new Refusal([{ ...fault, field, values: { ...fault.values, po_number: order.po_number } }]);
  if (ORDER_TRANSITIONS[action].changes_sales === true) await countSalesAnew(context, order_id);
  return order;
}

export type LockedOrder = Awaited<ReturnType<typeof lockOrderFor>>;
