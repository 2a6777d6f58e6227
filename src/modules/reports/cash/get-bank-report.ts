import { sql } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { salesOfPeriod } from '../../orders/index.ts';
import { bankAccountOf, bankTypeOf, type BankAccountRow } from '../../payments/index.ts';
import { payoutsOfPeriod } from './payouts-of-period.ts';
import type { BankReport, ReportInput } from '../schemas.ts';

/**
 * What arrived on each bank account in a period, the most first: payments of orders, and what couriers paid out. What was paid with
 * the balance of customers is under OrderPay. Accounts that are in use are there without payments too.
 */
export async function getBankReport(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<Account[]> {
  return (await loadAccounts(context, input)).map(({ account }) => account);
}

type Account = z.input<typeof BankReport>;

/** The same, each with whether it is the balance of customers, which is no money that comes in: it had come in before. */
export async function loadAccounts(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<{ account: Account; is_balance: boolean }[]> {
  const { db, shop, clock } = context;
  const period = periodOf(context, input);
  const { rows } = await sql<BankAccountRow & { arrived_idr: number; payments: number }>`
    select b.id, b.bank_type, b.type, b.account_number, b.holder_name, b.branch,
      coalesce(paid.arrived_idr, 0)::bigint as arrived_idr, coalesce(paid.payments, 0)::int as payments
    from bank_accounts b
    left join (
      select subject_id, sum(arrived_idr) as arrived_idr, sum(payments) as payments
      from (
        select subject_id, net_idr as arrived_idr, order_count as payments
        from (${salesOfPeriod(context, 'ACCOUNT', period, today(clock, shop.time_zone))}) as sale
        union all
        select payout.bank_account_id, payout.paid_idr, 0 from (${payoutsOfPeriod(context, period)}) as payout
      ) as payment group by subject_id
    ) as paid on paid.subject_id = b.id
    where b.shop_id = ${shop.id} and (b.archived_at is null or paid.payments > 0 or paid.arrived_idr <> 0)
    order by arrived_idr desc, b.id`.execute(db);
  return rows.map((row) => {
    const { bank_id, bank_name, holder_name, account_number, image } = bankAccountOf(context, row);
    const account = {
      id: bank_id,
      bank: bank_name,
      holder_name,
      bank_number: account_number,
      image,
      nominal: row.arrived_idr,
      idr: rupiahText(row.arrived_idr),
      payments: row.payments,
    };
    return { account, is_balance: row.bank_type === bankTypeOf('ORDERPAY') };
  });
}
