import { sql } from 'kysely';
import { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { codChargesSql } from '../charges.ts';
import { netSalesSql } from '../sales.ts';
import type { RevenueInput, UserRevenue } from './schemas.ts';

interface Row {
  created_by: number | null;
  full_name: string | null;
  role: string | null;
  net_sales: number;
  gross_profit: number;
  order_count: number;
  item_sold: number;
}

/**
 * The sales of each user in a period: net sales, gross profit, orders and units, the largest first.
 *
 * Net sales are the totals of accepted orders less shipping (after its promo), other costs and insurance. Gross profit is
 * net sales less what the goods cost, what returns have cost, and what couriers charge of COD. What the return of an order
 * has cost, and what couriers charge of COD, lower it also where the order was cancelled with it, which counts nowhere else.
 */
export async function listRevenue(
  context: Context,
  input: z.output<typeof RevenueInput>,
): Promise<z.input<typeof UserRevenue>[]> {
  const { db, shop, clock } = context;
  const now = today(clock, shop.time_zone);
  const from = input.start_date ?? `${now.slice(0, 8)}01`;
  const to = input.end_date ?? now;
  const cod_charges = codChargesSql(sql`${shop.id}`);
  const { rows } = await sql<Row>`
    select sold.created_by, u.full_name, u.role, sum(sold.net_idr)::bigint as net_sales,
      sum(sold.net_idr - sold.cost_idr)::bigint as gross_profit, sum(sold.orders)::int as order_count,
      sum(sold.quantity)::bigint as item_sold
    from (
      select o.created_by, 1 as orders, o.quantity,
        ${sql.raw(netSalesSql('o.'))} as net_idr,
        o.cost_of_goods_idr + o.return_cost_idr + ${cod_charges} as cost_idr
      from orders o
      where o.shop_id = ${shop.id} and o.order_status in ('ACCEPTED', 'UNCONFIRMED') and o.order_status = 'ACCEPTED'
        and o.order_date >= ${from}::date and o.order_date <= ${to}::date
      union all
      select o.created_by, 0, 0, 0, o.return_cost_idr + ${cod_charges}
      from orders o
      where o.shop_id = ${shop.id} and o.order_status <> 'ACCEPTED' and o.order_date >= ${from}::date
        and o.order_date <= ${to}::date and o.id in (
          select r.order_id from parcel_returns r where r.shop_id = ${shop.id} and r.state = 'SETTLED')
    ) as sold
    left join users u on u.shop_id = ${shop.id} and u.id = sold.created_by
    group by sold.created_by, u.full_name, u.role
    order by net_sales desc, sold.created_by`.execute(db);
  return rows.map(({ created_by, full_name, role, ...sums }) => ({
    user_id: created_by ?? 0,
    name: full_name ?? 'Uncategorized',
    level: role === 'owner' ? 'Owner' : role === 'warehouse' ? 'Warehouse' : 'Admin',
    ...sums,
  }));
}
