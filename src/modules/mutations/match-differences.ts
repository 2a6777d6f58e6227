import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Matched mutations that are not the whole money of what they pay, and receipts of mutations that are not matched. */
export async function findMatchDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select m.shop_id, m.id as mutation_id, m.state, m.amount_idr, paid.matched_idr, paid.received_idr
    from bank_mutations m left join lateral (
      select sum(one.amount_idr)::bigint as matched_idr, sum(r.amount_idr)::bigint as received_idr
      from mutation_matches one left join payment_receipts r
        on r.shop_id = one.shop_id and r.payment_id = one.buyer_payment_id and r.cause = 'mutation:' || one.mutation_id
      where one.shop_id = m.shop_id and one.mutation_id = m.id and one.undone_at is null
    ) paid on true
    where case when m.state = 'MATCHED' then paid.matched_idr is distinct from m.amount_idr
        or paid.received_idr is distinct from m.amount_idr
      else paid.matched_idr is not null end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
