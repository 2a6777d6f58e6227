import { sql } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { salesOfPeriod } from '../../orders/index.ts';
import { bankAccountOf, type BankAccountRow } from '../../payments/index.ts';
import type { BankReport, ReportInput } from '../schemas.ts';

/**
 * What was paid into each bank account in a period, for accepted orders, the most first. Accounts that are in use are there
 * without payments too.
 */
export async function getBankReport(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<z.input<typeof BankReport>[]> {
  const { db, shop, clock } = context;
  const period = periodOf(context, input);
  const { rows } = await sql<BankAccountRow & { paid_idr: number; payments: number }>`
    select b.id, b.bank_type, b.type, b.account_number, b.holder_name, b.branch,
      coalesce(paid.paid_idr, 0)::bigint as paid_idr, coalesce(paid.payments, 0)::int as payments
    from bank_accounts b
    left join (
      select subject_id, sum(gross_idr) as paid_idr, sum(order_count) as payments
      from (${salesOfPeriod(context, 'ACCOUNT', period, today(clock, shop.time_zone))}) as sale group by subject_id
    ) as paid on paid.subject_id = b.id
    where b.shop_id = ${shop.id} and (b.archived_at is null or paid.payments > 0)
    order by paid_idr desc, b.id`.execute(db);
  return rows.map((row) => {
    const { bank_id, bank_name, holder_name, account_number, image } = bankAccountOf(context, row);
    return {
      id: bank_id,
      bank: bank_name,
      holder_name,
      bank_number: account_number,
      image,
      nominal: row.paid_idr,
      idr: rupiahText(row.paid_idr),
      payments: row.payments,
    };
  });
}
