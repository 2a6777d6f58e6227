import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { countsSql } from '../checkout/index.ts';

/** Why a mutation pays nothing by itself, or waits again: only a part of it is matched, or its match was undone. */
export type QueueFault =
  | 'PENDING'
  | 'UNKNOWN_ACCOUNT'
  | 'UNKNOWN'
  | 'SEVERAL'
  | 'PAID_ALREADY'
  | 'LATE'
  | 'EARLY'
  | 'ENDED'
  | 'OTHER_BANK'
  | 'WRONG_AMOUNT'
  | 'REFUSED'
  /** Its day lies ahead. */
  | 'AHEAD'
  /** A service has reported it under the ID of another. */
  | 'SAME_ID'
  | 'REST'
  | 'UNDONE';

/** The payment that a mutation is of, or why it is of none. */
export type Verdict =
  | { payment_id: number; fault?: undefined }
  | { fault: QueueFault; payment_id?: undefined };

/** A transfer that buyers were to make, of the very amount of a mutation. */
interface Candidate {
  mutation_id: number;
  payment_id: number;
  /** null: the mutation may be its money */
  fault: 'PAID_ALREADY' | 'LATE' | 'EARLY' | 'ENDED' | 'OTHER_BANK' | null;
  /** Whether it has ended without money, shortly before: its buyer may have paid nevertheless. */
  has_just_ended: boolean;
}

/** How long before it a payment may have been made. */
const LOOK_BACK_DAYS = 60;

/** How long after the end of a payment its money may still come in. */
const LATE_HOURS = 24;

/** How long before it a payment may have ended whose buyer may have paid nevertheless. */
const JUST_ENDED_DAYS = 2;

/** What clocks of banks may be off, and what they leave out of the time. */
const CLOCK_MINUTES = 5;

/** Payments that are looked at for one mutation. */
const MOST = 20;

/**
 * The payments by transfer that have exactly the amount of each mutation. What staff have taken into their own hands, an order
 * that expired and was reactivated or one whose payment was removed, may be paid by them already: somebody has to look. Of a statement that has no times, the day counts,
 * as banks have it: in Jakarta.
 */
export async function findPaymentsOf(
  { db, shop }: Context,
  mutation_ids: readonly number[],
): Promise<Candidate[]> {
  if (mutation_ids.length === 0) return [];
  const counts = countsSql(shop.id, { payment_id: 'p.id', order_id: 'o.order_id' });
  const { rows } = await sql<Candidate>`
    select m.id as mutation_id, p.id as payment_id,
      case
        when p.bank_account_id <> m.bank_account_id then 'OTHER_BANK'
        when p.received_idr > 0 then 'PAID_ALREADY'
        when p.state not in ('WAITING', 'CLAIMED', 'EXPIRED') and not (p.state = 'CLOSED' and not exists (
          select 1 from buyer_payment_orders as o
          where o.shop_id = ${shop.id} and o.payment_id = p.id and o.is_due
            and (o.decision is distinct from 'ACCEPT' or (o.total_idr > 0 and not ${counts})))) then 'ENDED'
        when p.state = 'EXPIRED' and exists (
          select 1 from buyer_payment_orders as o join orders as now on now.shop_id = ${shop.id} and now.id = o.order_id
          where o.shop_id = ${shop.id} and o.payment_id = p.id and o.is_due and case
            when o.decision is null then now.order_status <> 'EXPIRED'
            when o.decision = 'ACCEPT' then o.total_idr > 0 and not ${counts} end) then 'ENDED'
        when m.at < p.created_at - ${sql.lit(`${CLOCK_MINUTES} minutes`)}::interval
          or (m.at is null and m.day < (p.created_at at time zone 'Asia/Jakarta')::date) then 'EARLY'
        when m.at > p.closed_at + ${sql.lit(`${LATE_HOURS} hours`)}::interval
          or (m.at is null and m.day > ((p.closed_at + ${sql.lit(`${LATE_HOURS} hours`)}::interval)
            at time zone 'Asia/Jakarta')::date) then 'LATE'
      end as fault,
      p.bank_account_id = m.bank_account_id and p.received_idr = 0 and coalesce(p.closed_at
        > coalesce(m.at, m.day::timestamp at time zone 'Asia/Jakarta') - ${sql.lit(`${JUST_ENDED_DAYS} days`)}::interval, false)
        as has_just_ended
    from bank_mutations as m
    cross join lateral (
      select one.id, one.bank_account_id, one.received_idr, one.state, one.created_at, one.closed_at
      from buyer_payments as one
      where one.shop_id = ${shop.id} and one.method = 'TRANSFER' and one.nominal_transfer_idr = m.amount_idr
        and one.created_at >= m.day::timestamp at time zone 'Asia/Jakarta' - ${sql.lit(`${LOOK_BACK_DAYS} days`)}::interval
      order by one.created_at desc limit ${sql.lit(MOST)}
    ) as p
    where m.shop_id = ${shop.id} and m.id = any(${mutation_ids}::bigint[]) and m.direction = 'CREDIT'`.execute(
    db,
  );
  return rows;
}

/** The one payment that a mutation may be the money of; where there is none, or several, somebody has to look. */
export function paymentThatIsMeant(candidates: readonly Candidate[]): Verdict {
  const meant = candidates.filter(({ fault }) => fault === null);
  const [only] = meant;
  const others = candidates.filter(({ fault, has_just_ended }) => fault === 'ENDED' && has_just_ended);
  if (meant.length > 1 || (meant.length === 1 && others.length > 0)) return { fault: 'SEVERAL' };
  if (only !== undefined) return { payment_id: only.payment_id };
  const faults = new Set(candidates.map(({ fault }) => fault));
  for (const fault of ['PAID_ALREADY', 'LATE', 'EARLY', 'ENDED', 'OTHER_BANK'] as const)
    if (faults.has(fault)) return { fault };
  return { fault: 'UNKNOWN' };
}
