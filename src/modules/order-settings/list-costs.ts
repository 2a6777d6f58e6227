import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { orderSettingLimits } from './limits.ts';
import type { OrderCost } from './schemas.ts';

/** The reference has it on discounts and costs alike, in every language. */
const TITLE = 'Diskon Order';

/** The costs and discounts for orders, oldest first. */
export async function listCosts(context: Context): Promise<z.input<typeof OrderCost>[]> {
  const rows = await context.db
    .selectFrom('order_costs')
    .select(['id', 'category', 'type', 'name', 'percentage', 'nominal_idr'])
    .where('shop_id', '=', context.shop.id)
    .orderBy('id')
    .limit(orderSettingLimits.order_costs)
    .execute();
  return rows.map(({ id, nominal_idr, ...row }) => ({
    order_cost_id: String(id),
    title: TITLE,
    ...row,
    nominal: nominal_idr,
  }));
}
