import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { amountColumns, costCategory } from './cost-amount.ts';
import { orderSettingLimits } from './limits.ts';
import type { CreateCostInput, OrderCostSaved } from './schemas.ts';

/** Adds a cost or discount for orders. */
export async function createCost(
  context: Context,
  input: z.output<typeof CreateCostInput>,
): Promise<z.input<typeof OrderCostSaved>> {
  return context.transaction(async (inner) => {
    const { shop } = inner;
    await holdToLimit(
      inner,
      orderSettingLimits.order_costs,
      inner.db.selectFrom('order_costs').where('shop_id', '=', shop.id),
    );
    const { id } = await inner.db
      .insertInto('order_costs')
      .values({
        shop_id: shop.id,
        category: costCategory(input.category),
        name: input.name,
        ...amountColumns(input),
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'order_cost.created', id);
    return { order_cost_id: String(id), name: input.name };
  });
}
