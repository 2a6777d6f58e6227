import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { periodBefore, periodLastYear, periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { may } from '../../../kernel/permissions.ts';
import { talliedSums } from '../../orders/index.ts';
import { ALL_SUMS, changeOf, type Figures } from '../figures.ts';
import type { Report, ReportInput } from '../schemas.ts';

interface PeriodFigures extends Figures {
  expense: number;
  net_profit: number;
}

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
  const [now, before, last_year] = await figuresOf(context, periods);
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

/** The figures of each period, in one statement. */
async function figuresOf(
  context: Context,
  periods: readonly [Period, Period, Period],
): Promise<[PeriodFigures, PeriodFigures, PeriodFigures]> {
  const { db, shop } = context;
  const days = { from: sql`period.first`, to: sql`period.last` };
  const { rows } = await sql<PeriodFigures>`
    select sold.*, spent.expense, sold.gross_profit - spent.expense as net_profit
    from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[])
      with ordinality as period (first, last, place)
    cross join lateral (select ${ALL_SUMS} from (${talliedSums(context, 'all', days)}) as tally) as sold
    cross join lateral (select coalesce(sum(e.total_idr), 0)::bigint as expense from expenses e
      where e.shop_id = ${shop.id} and e.spent_on >= period.first and e.spent_on <= period.last) as spent
    order by period.place`.execute(db);
  const [now, before, last_year] = rows;
  if (now === undefined || before === undefined || last_year === undefined)
    throw new Error('an aggregate gave no row');
  return [now, before, last_year];
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
