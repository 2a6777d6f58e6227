import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Orders whose paid amount differs from the sum of their payments. */
export async function findPaidDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select o.shop_id, o.id as order_id, o.paid_idr, coalesce(p.paid, 0) as payments_idr, o.payment_status
    from orders o left join (
      select shop_id, order_id, sum(amount_idr)::bigint as paid, max(paid_on) as paid_on
      from order_payments group by shop_id, order_id) p on p.shop_id = o.shop_id and p.order_id = o.id
    where o.paid_idr <> coalesce(p.paid, 0)
      or o.payment_status <> case when coalesce(p.paid, 0) >= o.total_idr then 'PAID'
        when coalesce(p.paid, 0) > 0 then 'INSTALLMENT' else 'UNPAID' end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
