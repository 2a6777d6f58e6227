import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { Period } from '../../../kernel/http/report-period.ts';

/**
 * SQL of what couriers paid out of COD in a period, as a select of `day`, `bank_account_id` and `paid_idr`: the sum that arrived, which is
 * less than the orders by what they kept. What a vendor keeps has not arrived.
 */
export function payoutsOfPeriod({ shop }: Context, { from, to }: Period): RawBuilder<unknown> {
  return sql`
    select coalesce(c.withdrawn_on, c.paid_on) as day, c.bank_account_id, c.paid_idr from cod_payouts c
    where c.shop_id = ${shop.id} and c.bank_account_id is not null and c.status <> 'READY'
      and coalesce(c.withdrawn_on, c.paid_on) between ${from}::date and ${to}::date`;
}
