import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';

/**
 * Locks an accepted order for a change; whoever wants to change it too waits.
 * @throws Refusal 404 where the shop has no such order, 422 where it is not accepted
 */
export async function lockActiveOrder(context: Context, order_id: number) {
  const order = await context.db
    .selectFrom('orders')
    .select([
      'id',
      'po_number',
      'order_status',
      'total_idr',
      'paid_idr',
      'product_status',
      'cost_of_goods_idr',
      'preorder_lead_days',
      'estimated_ship_on',
    ])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', order_id)
    .forUpdate()
    .executeTakeFirst();
  if (order === undefined) throw kernelErrors.refuse('not_found');
  if (order.order_status !== 'ACCEPTED')
    throw orderErrors.refuseField('order_not_active', 'id', { status: order.order_status });
  return order;
}
