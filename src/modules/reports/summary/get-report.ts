import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { periodBefore, periodLastYear, periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { may } from '../../../kernel/permissions.ts';
import { talliedSums } from '../../orders/index.ts';
import { changeOf } from '../figures.ts';
import { figuresOfPeriods, type PeriodFigures } from '../period-figures.ts';
import type { Report, ReportInput } from '../schemas.ts';

/**
 * What was sold in a period, what it cost and what is left, against the period of the same length just before and the same days
 * a year before; and what is in stock now. Roles that cannot see what goods cost get no figure that tells it.
 */
export async function getReport(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<z.input<typeof Report>> {
  const period = periodOf(context, input);
  const periods = [period, periodBefore(period), periodLastYear(period)] as const;
  const [now, before, last_year] = await figuresOfPeriods(context, periods);
  const { total_stock, assets_idr, supplier_pay_idr } = await stockAndSuppliers(context, period);
  const sees_cost = may(context.actor.role, 'cost.read');
  const seen = (figure: number) => (sees_cost ? figure : null);
  const compared = (name: keyof PeriodFigures) => ({
    nominal: now[name],
    percentage: changeOf(now[name], before[name]),
  });
  const comparedProfit = (name: 'gross_profit' | 'net_profit') => ({
    nominal: seen(now[name]),
    percentage: seen(changeOf(now[name], before[name])),
  });
  return {
    start_date: period.from,
    end_date: period.to,
    orders: now.order_count,
    net_sales: compared('net_sales'),
    gross_profit: comparedProfit('gross_profit'),
    gross_sales: { ...compared('gross_sales'), unpaid: rupiahText(now.unpaid), unpaid_nominal: now.unpaid },
    net_profit: comparedProfit('net_profit'),
    expense: compared('expense'),
    discount: now.discount,
    postage: now.postage,
    order_cost: now.order_cost,
    cost_of_goods: seen(now.cost_of_goods),
    product: { total_stock, assets: seen(assets_idr) },
    // Orders of Shopee are entered like any other; nothing is known of its escrow.
    shopee_active: false,
    shopee: { escrow_expense: null, escrow_revenue: null, total_amount: null, total_escrow: null },
    supplier_pay: { show: sees_cost, nominal: sees_cost ? supplier_pay_idr : 0 },
    before: otherPeriod(periods[1], before, now, seen),
    last_year: otherPeriod(periods[2], last_year, now, seen),
  };
}

function otherPeriod(
  { from, to }: Period,
  figures: PeriodFigures,
  now: PeriodFigures,
  seen: (figure: number) => number | null,
): z.input<typeof Report>['before'] {
  const change = (name: keyof PeriodFigures) => changeOf(now[name], figures[name]);
  return {
    start_date: from,
    end_date: to,
    orders: figures.order_count,
    gross_sales: figures.gross_sales,
    net_sales: figures.net_sales,
    gross_profit: seen(figures.gross_profit),
    expense: figures.expense,
    net_profit: seen(figures.net_profit),
    percentage: {
      gross_sales: change('gross_sales'),
      net_sales: change('net_sales'),
      gross_profit: seen(change('gross_profit')),
      expense: change('expense'),
      net_profit: seen(change('net_profit')),
    },
  };
}

interface StockAndSuppliers {
  total_stock: number;
  assets_idr: number;
  supplier_pay_idr: number;
}

/** What is in stock now, with what it cost; and what suppliers get for what they sent in the period. */
async function stockAndSuppliers(context: Context, { from, to }: Period): Promise<StockAndSuppliers> {
  const { db, shop } = context;
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<StockAndSuppliers>`
    select stock.*, (select coalesce(sum(cost_of_goods_idr), 0)::bigint
      from (${talliedSums(context, 'product_type', days)}) as tally where tally.value = 'R') as supplier_pay_idr
    from (
      select coalesce(sum(level.quantity), 0)::bigint as total_stock,
        coalesce(sum(level.quantity * v.price_buy_idr), 0)::bigint as assets_idr
      from stock_levels level
      join product_variations v on v.shop_id = ${shop.id} and v.id = level.variation_id
      where level.shop_id = ${shop.id} and level.quantity > 0 and v.archived_at is null
    ) as stock`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate gave no row');
  return row;
}
