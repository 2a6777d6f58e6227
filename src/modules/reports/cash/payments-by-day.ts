import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { Period } from '../../../kernel/http/report-period.ts';
import { bankTypeOf } from '../../payments/index.ts';
import { salesByDay } from '../../orders/index.ts';
import { payoutsOfPeriod } from './payouts-of-period.ts';

export interface PaidOfDay {
  day: string;
  bank_account_id: number;
  /** What orders were paid by it. */
  paid_idr: number;
  /** What arrived there: of COD less, by what the courier kept. */
  arrived_idr: number;
}

/** What was paid on each day into each bank account. The balance of customers is none: that money had come in before. */
export async function paymentsByDay(context: Context, period: Period): Promise<PaidOfDay[]> {
  const { rows } = await sql<PaidOfDay>`
    select day, bank_account_id, sum(paid)::bigint as paid_idr, sum(arrived)::bigint as arrived_idr
    from (
      select sold_on as day, subject_id as bank_account_id, gross_idr as paid, net_idr as arrived
      from (${salesByDay(context, 'ACCOUNT', period)}) as sale
      union all
      select payout.day, payout.bank_account_id, 0, payout.paid_idr from (${payoutsOfPeriod(context, period)}) as payout
    ) as payment
    where bank_account_id not in (
      select b.id from bank_accounts b where b.shop_id = ${context.shop.id} and ${ofBalance})
    group by 1, 2 having sum(paid) <> 0 or sum(arrived) <> 0 order by 1, 2`.execute(context.db);
  return rows;
}

/** SQL of whether payments on the account `b` are of the balance of customers. */
const ofBalance = sql<boolean>`b.type = 'PAYMENT GATEWAY' and b.bank_type = ${bankTypeOf('ORDERPAY')}`;
