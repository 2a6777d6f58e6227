import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Buyers' payments that are not what their orders and receipts say. */
export async function findPaymentDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.id as payment_id, p.state, p.nominal_invoice_idr, p.received_idr, o.total, o.undecided, o.waiting, r.received
    from buyer_payments p
    left join (
      select b.shop_id, b.payment_id, sum(b.total_idr) filter (where b.is_due)::bigint as total, count(*) filter (where b.decision is null) as undecided,
        count(*) filter (where b.decision is null and o.order_status = 'UNCONFIRMED') as waiting
      from buyer_payment_orders b
      left join orders o on o.shop_id = b.shop_id and o.id = b.order_id
      group by b.shop_id, b.payment_id
    ) o on o.shop_id = p.shop_id and o.payment_id = p.id
    left join (
      select shop_id, payment_id, sum(amount_idr)::bigint as received from payment_receipts
      where outcome in ('PAID', 'REVIVED') and taken_back_at is null group by shop_id, payment_id
    ) r on r.shop_id = p.shop_id and r.payment_id = p.id
    where p.nominal_invoice_idr is distinct from o.total
      or p.received_idr <> coalesce(r.received, 0)
      or case
        when p.state = 'CLOSED' then o.undecided > 0
        when p.state in ('EXPIRED', 'CANCELED') then o.waiting > 0
        else o.waiting < o.undecided or o.undecided = 0
      end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
