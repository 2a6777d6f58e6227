import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { may } from '../../../kernel/permissions.ts';
import { talliedSums } from '../../orders/index.ts';
import { sumOf } from '../figures.ts';
import type { ProfitPoint, ReportInput, SalesPoint } from '../schemas.ts';

type Input = z.output<typeof ReportInput>;

/** What was sold on a day. */
interface SoldDay {
  day: string;
  sold_orders: number;
  items: number;
  gross_sales: number;
  net_sales: number;
  gross_profit: number;
}

/** Gross sales of each day of a period, without sales too. */
export async function getSalesChart(context: Context, input: Input): Promise<z.input<typeof SalesPoint>[]> {
  const days = await salesOfDays(context, periodOf(context, input));
  return days.map(({ day, gross_sales }) => ({ date: dayOfMonth(day), amount: gross_sales, day }));
}

/** Net sales and gross profit of each day; for roles that cannot see what goods cost, net sales alone. */
export async function getProfitChart(context: Context, input: Input): Promise<z.input<typeof ProfitPoint>[]> {
  const sees_cost = may(context.actor.role, 'cost.read');
  const days = await salesOfDays(context, periodOf(context, input));
  return days.map(({ day, net_sales, gross_profit }) => ({
    date: dayOfMonth(day),
    net_sales,
    gross_profit: sees_cost ? gross_profit : null,
    day,
  }));
}

/** As the reference writes it: 1, not 01. */
const dayOfMonth = (day: string) => String(Number(day.slice(8)));

/** The sales of each day of a period, from the tallies. Who asks shows gross profit only to those who can see what goods cost. */
export async function salesOfDays(context: Context, { from, to }: Period): Promise<SoldDay[]> {
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<SoldDay>`
    select each.day::date as day, coalesce(sold.sold_orders, 0)::bigint as sold_orders, coalesce(sold.items, 0)::bigint as items,
      coalesce(sold.gross_sales, 0)::bigint as gross_sales,
      coalesce(sold.net_sales, 0)::bigint as net_sales, coalesce(sold.gross_profit, 0)::bigint as gross_profit
    from generate_series(${from}::date::timestamp, ${to}::date::timestamp, interval '1 day') as each (day)
    left join (
      select order_date, sum(order_count) as sold_orders, sum(quantity) as items, ${sumOf('gross_sales')} as gross_sales,
        ${sumOf('net_sales')} as net_sales,
        ${sumOf('gross_profit')} as gross_profit
      from (${talliedSums(context, 'all', days)}) as tally group by order_date
    ) as sold on sold.order_date = each.day::date
    order by each.day`.execute(context.db);
  return rows;
}
