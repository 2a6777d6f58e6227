import type { Context } from '../../../kernel/context.ts';
import type { Period } from '../../../kernel/http/report-period.ts';
import { salesByDay } from '../../orders/index.ts';
import { sql } from 'kysely';

export interface PaidOfDay {
  day: string;
  bank_account_id: number;
  amount_idr: number;
}

/** What was paid on each day into each bank account, for accepted orders. */
export async function paymentsByDay(context: Context, period: Period): Promise<PaidOfDay[]> {
  const { rows } = await sql<PaidOfDay>`
    select sold_on as day, subject_id as bank_account_id, sum(gross_idr)::bigint as amount_idr
    from (${salesByDay(context, 'ACCOUNT', period)}) as sale
    group by 1, 2 having sum(gross_idr) <> 0 order by 1, 2`.execute(context.db);
  return rows;
}
