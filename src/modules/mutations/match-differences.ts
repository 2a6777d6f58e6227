import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/**
 * Mutations whose matched amount is not that of their matches, and matches whose money is not recorded just so: as a receipt of
 * the buyer's payment, or as a payment of the order, unless that was deleted since, with its order or when it was refunded.
 */
export async function findMatchDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select m.shop_id, m.id as mutation_id, m.state, m.amount_idr, m.matched_idr, one.matches_idr, one.recorded_idr
    from bank_mutations m left join lateral (
      select sum(one.amount_idr)::bigint as matches_idr, sum(coalesce(r.amount_idr, p.amount_idr,
        case when one.kind = 'ORDER' and any_payment.id is null then one.amount_idr end))::bigint as recorded_idr
      from mutation_matches one
      left join payment_receipts r on r.shop_id = one.shop_id and r.payment_id = one.buyer_payment_id
        and r.cause = one.cause and r.outcome = one.outcome and r.taken_back_at is null
      left join order_payments p on p.shop_id = one.shop_id and p.id = one.payment_id and p.order_id = one.order_id
        and p.bank_mutation_id = one.mutation_id
      left join order_payments any_payment on any_payment.shop_id = one.shop_id and any_payment.id = one.payment_id
      where one.shop_id = m.shop_id and one.mutation_id = m.id and one.undone_at is null
    ) one on true
    where m.matched_idr <> coalesce(one.matches_idr, 0) or m.matched_idr <> coalesce(one.recorded_idr, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Payments of orders that say a mutation which is not matched with them, and receipts of one that is not. */
export async function findUnmatchedMoney(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.bank_mutation_id as mutation_id, p.order_id, null as payment_id, p.amount_idr
    from order_payments p
    where p.bank_mutation_id is not null and not exists (select 1 from mutation_matches one
      where one.shop_id = p.shop_id and one.mutation_id = p.bank_mutation_id and one.payment_id = p.id
        and one.order_id = p.order_id and one.undone_at is null)
    union all
    select r.shop_id, null, null, r.payment_id, r.amount_idr
    from payment_receipts r
    where r.source = 'MUTATION' and r.taken_back_at is null and not exists (select 1 from mutation_matches one
      where one.shop_id = r.shop_id and one.buyer_payment_id = r.payment_id and one.cause = r.cause and one.undone_at is null)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
