import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/**
 * SQL of the moment and ID of the newest transfer that settled what was due to the customer at hand; what became due after
 * it is due still.
 * @param customer the expression of the customer's ID
 */
export const lastSettledSql = ({ shop }: Context, customer: ReturnType<typeof sql>) =>
  sql`(select st.created_at, st.id from ledger_entries as se
    join ledger_transfers as st on st.shop_id = ${shop.id} and st.id = se.transfer_id and st.kind = 'REFUND_SETTLED'
    where se.shop_id = ${shop.id} and se.kind = 'REFUNDS_DUE' and se.subject_id = ${customer}
    order by st.created_at desc, st.id desc limit 1)`;

/** What is due to a customer. */
export interface RefundDue {
  due_idr: number;
  /** The part of it that the platform holds. */
  held_idr: number;
  /** How often what is due was changed. */
  moves: number;
}

/** What is due to a customer, in one statement. */
export async function refundDueTo(context: Context, customer_id: number): Promise<RefundDue> {
  const { db, shop } = context;
  const { rows } = await sql<RefundDue>`
    select coalesce(-sum(due.amount_idr), 0)::bigint as due_idr, count(*) as moves,
      coalesce((
        select sum(funds.amount_idr) from ledger_entries as entry
        join ledger_transfers as t on t.shop_id = ${shop.id} and t.id = entry.transfer_id
        join ledger_entries as funds on funds.shop_id = ${shop.id} and funds.transfer_id = entry.transfer_id
          and funds.kind = 'CUSTOMER_FUNDS' and funds.subject_id = ${customer_id}
        left join ${lastSettledSql(context, sql`${customer_id}::bigint`)} as settled on true
        where entry.shop_id = ${shop.id} and entry.kind = 'REFUNDS_DUE' and entry.subject_id = ${customer_id}
          and (settled.id is null or (t.created_at, t.id) > (settled.created_at, settled.id))
      ), 0)::bigint as held_idr
    from ledger_entries as due
    where due.shop_id = ${shop.id} and due.kind = 'REFUNDS_DUE' and due.subject_id = ${customer_id}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a sum gave no row');
  return found;
}
