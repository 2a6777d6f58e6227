import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RevenueInput, UserRevenue } from './schemas.ts';

/**
 * The sums of accepted orders `o`, as reports define them: net sales are the totals less shipping (after its promo),
 * other costs and insurance; gross profit is net sales less what the goods cost.
 */
const netSales = sql<number>`coalesce(sum(o.total_idr - (o.shipping_idr - o.shipping_discount_idr) - o.charges_idr
  - o.insurance_idr), 0)::bigint`;
const grossProfit = sql<number>`coalesce(sum(o.total_idr - (o.shipping_idr - o.shipping_discount_idr) - o.charges_idr
  - o.insurance_idr - o.cost_of_goods_idr), 0)::bigint`;

/** The sales of each user in a period: net sales, gross profit, orders and units, the largest first. */
export async function listRevenue(
  context: Context,
  input: z.output<typeof RevenueInput>,
): Promise<z.input<typeof UserRevenue>[]> {
  const now = today(context.clock, context.shop.time_zone);
  const rows = await context.db
    .selectFrom('orders as o')
    .leftJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 'o.created_by'),
    )
    .select(['o.created_by', 'u.full_name', 'u.role'])
    .select([netSales.as('net_sales'), grossProfit.as('gross_profit')])
    .select((eb) => [
      eb.fn.countAll<number>().as('order_count'),
      sql<number>`sum(o.quantity)::bigint`.as('item_sold'),
    ])
    .where('o.shop_id', '=', context.shop.id)
    .where('o.order_status', 'in', ['ACCEPTED', 'UNCONFIRMED'])
    .where('o.order_status', '=', 'ACCEPTED')
    .where('o.order_date', '>=', input.start_date ?? `${now.slice(0, 8)}01`)
    .where('o.order_date', '<=', input.end_date ?? now)
    .groupBy(['o.created_by', 'u.full_name', 'u.role'])
    .orderBy('net_sales', 'desc')
    .execute();
  return rows.map(({ created_by, full_name, role, ...sums }) => ({
    user_id: created_by ?? 0,
    name: full_name ?? 'Uncategorized',
    level: role === 'owner' ? 'Owner' : role === 'warehouse' ? 'Warehouse' : 'Admin',
    ...sums,
  }));
}
