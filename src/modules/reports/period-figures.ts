import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Period } from '../../kernel/http/report-period.ts';
import { talliedSums } from '../orders/index.ts';
import { ALL_SUMS, type Figures } from './figures.ts';

export interface PeriodFigures extends Figures {
  expense: number;
  net_profit: number;
}

/** The figures of each period, in one statement. */
export async function figuresOfPeriods(
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
