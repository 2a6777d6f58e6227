import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import { periodBefore, periodLastYear, periodOf, type Period } from '../../../kernel/http/report-period.ts';
import { reportLimits } from '../limits.ts';
import { figuresOfPeriods, type PeriodFigures } from '../period-figures.ts';
import type { ProfitLossInput } from '../schemas.ts';

/** A line of the statement, with its amounts in this period, the one before and the same days last year. */
export interface ProfitLossLine {
  key: string;
  title: Bilingual;
  /** Adds up the lines above. */
  is_sum: boolean;
  amounts: [now: number, before: number, last_year: number];
}

export interface ProfitLoss {
  periods: [Period, Period, Period];
  lines: ProfitLossLine[];
}

type Line = [key: string, title: Bilingual, amount: (figures: PeriodFigures) => number, is_sum?: true];

/** From what was sold to what is left: what lowers it is negative. */
const SALES: Line[] = [
  ['gross_sales', { en: 'Gross sales', id: 'Penjualan kotor' }, (sold) => sold.gross_sales],
  ['postage', { en: 'Shipping charged', id: 'Ongkos kirim' }, (sold) => -sold.postage],
  [
    'order_cost',
    { en: 'Other costs and insurance', id: 'Biaya lain dan asuransi' },
    (sold) => -sold.order_cost,
  ],
  ['net_sales', { en: 'Net sales', id: 'Penjualan bersih' }, (sold) => sold.net_sales, true],
  ['cost_of_goods', { en: 'Cost of goods', id: 'Harga pokok penjualan' }, (sold) => -sold.cost_of_goods],
  ['gross_profit', { en: 'Gross profit', id: 'Laba kotor' }, (sold) => sold.gross_profit, true],
];

/**
 * Profit and loss of a period: the figures of the report as lines that add up, with the expenses by title, the largest of this
 * period first.
 * @throws Refusal 422 for a period that is too long
 */
export async function loadProfitLoss(
  context: Context,
  input: z.output<typeof ProfitLossInput>,
): Promise<ProfitLoss> {
  const period = periodOf(context, input);
  const periods: ProfitLoss['periods'] = [period, periodBefore(period), periodLastYear(period)];
  const figures = await figuresOfPeriods(context, periods);
  const amounts = (of: Line[2]) => figures.map(of) as ProfitLossLine['amounts'];
  const sales = SALES.map(([key, title, of, is_sum = false]): ProfitLossLine => ({
    key,
    title,
    is_sum,
    amounts: amounts(of),
  }));
  const expenses = await expenseLines(
    context,
    periods,
    amounts(({ expense }) => -expense),
  );
  return {
    periods,
    lines: [
      ...sales,
      ...expenses,
      {
        key: 'net_profit',
        title: { en: 'Net profit', id: 'Laba bersih' },
        is_sum: true,
        amounts: amounts(({ net_profit }) => net_profit),
      },
    ],
  };
}

interface TitleRow {
  title: string;
  now: number;
  before: number;
  last_year: number;
}

/** @param totals of all expenses: what the lines with titles do not have is in a last one */
async function expenseLines(
  { db, shop }: Context,
  periods: ProfitLoss['periods'],
  totals: ProfitLossLine['amounts'],
): Promise<ProfitLossLine[]> {
  const spent = ({ from, to }: Period) =>
    sql`coalesce(sum(e.total_idr) filter (where e.spent_on between ${from}::date and ${to}::date), 0)::bigint`;
  const within = ({ from, to }: Period) => sql`e.spent_on between ${from}::date and ${to}::date`;
  const { rows } = await sql<TitleRow>`
    select min(e.title) as title, ${spent(periods[0])} as now, ${spent(periods[1])} as before,
      ${spent(periods[2])} as last_year
    from expenses e
    where e.shop_id = ${shop.id} and (${sql.join(periods.map(within), sql` or `)})
    group by lower(e.title)
    order by now desc, before desc, last_year desc, 1 limit ${reportLimits.profit_loss_titles}::int`.execute(
    db,
  );
  const lines = rows.map(({ title, now, before, last_year }): ProfitLossLine => ({
    key: 'expense',
    title: { en: title, id: title },
    is_sum: false,
    amounts: [-now, -before, -last_year],
  }));
  const left = totals.map(
    (total, index) => total - lines.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0),
  ) as ProfitLossLine['amounts'];
  if (left.every((amount) => amount === 0)) return lines;
  const title = { en: 'Further expenses', id: 'Pengeluaran lainnya' };
  return [...lines, { key: 'further_expenses', title, is_sum: false, amounts: left }];
}
