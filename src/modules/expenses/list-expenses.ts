import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { cutPage, pageOf } from '../../kernel/paging.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { periodOf, type Period } from '../../kernel/http/report-period.ts';
import type { Expense, expensesHead, ListExpensesInput } from './schemas.ts';

type Head = z.input<z.ZodObject<typeof expensesHead>>;

/** The expenses of a period, newest first, and their sum. */
export async function listExpenses(
  context: Context,
  input: z.output<typeof ListExpensesInput>,
): Promise<Page<z.input<typeof Expense>> & { head: Head }> {
  const period = periodOf(context, input);
  const rows = await expenseRows(context, period).$call(cutPage(input)).execute();
  const { count, total_idr } = await expensesOf(context, period)
    .select((query) => [
      query.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(e.total_idr), 0)::bigint`.as('total_idr'),
    ])
    .executeTakeFirstOrThrow();
  return {
    head: { total: total_idr },
    ...pageOf(input, count, rows.map(presentExpense)),
    is_counted_whole: true,
  };
}

/** The expenses of a period. */
export function expensesOf({ db, shop }: Context, { from, to }: Period) {
  return db
    .selectFrom('expenses as e')
    .where('e.shop_id', '=', shop.id)
    .where('e.spent_on', '>=', from)
    .where('e.spent_on', '<=', to);
}

/** The same with who recorded them, newest first. */
export function expenseRows(context: Context, period: Period) {
  return expensesOf(context, period)
    .leftJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 'e.created_by'),
    )
    .select(['e.id', 'e.title', 'e.nominal_idr', 'e.quantity', 'e.total_idr', 'e.note', 'e.spent_on'])
    .select('u.full_name')
    .orderBy('e.spent_on', 'desc')
    .orderBy('e.id', 'desc');
}

export type ExpenseRow = Awaited<ReturnType<ReturnType<typeof expenseRows>['execute']>>[number];

export function presentExpense(row: ExpenseRow): z.input<typeof Expense> {
  return {
    id: row.id,
    title: row.title,
    nominal: row.nominal_idr,
    qty: row.quantity,
    total: row.total_idr,
    note: row.note,
    date: row.spent_on,
    user: row.full_name ?? '',
  };
}
