import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrderFor } from '../lock-order.ts';
import { presentProfit, PROFIT_COLUMNS, type OrderProfit } from '../order-profit.ts';
import type { OrderCostsInput } from './schemas.ts';

/**
 * Sets what an order costs that nobody but its seller knows: what the courier was paid, and what gateway and marketplace kept.
 * What is left out stays.
 * @returns its profit
 * @throws Refusal 404 if the shop has no such order
 */
export async function setOrderCosts(
  context: Context,
  input: z.output<typeof OrderCostsInput>,
): Promise<z.input<typeof OrderProfit>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'CHARGE');
    const columns = {
      shipping_paid_idr: input.shipping_paid === undefined ? order.shipping_paid_idr : input.shipping_paid,
      gateway_fee_idr: input.gateway_fee ?? order.gateway_fee_idr,
      marketplace_fee_idr: input.marketplace_fee ?? order.marketplace_fee_idr,
    };
    if (Object.keys(differenceOf(order, columns)).length > 0)
      await changeOrder(inner, order, { event: 'order.costs_changed', columns });
    const changed = await inner.db
      .selectFrom('orders')
      .select(PROFIT_COLUMNS)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', order.id)
      .executeTakeFirstOrThrow();
    return presentProfit(changed);
  });
}
