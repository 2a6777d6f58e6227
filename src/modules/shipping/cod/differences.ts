import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';

/** COD parcels whose sums are not those of their entries and settlements. */
export async function findParcelDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.order_id, p.trip, p.entered_idr, e.entered as entries_idr, p.paid_idr, s.paid as payouts_idr,
      p.written_off_idr, s.written_off as write_offs_idr
    from cod_parcels as p
    left join (select shop_id, order_id, trip, sum(amount_idr)::bigint as entered from cod_entries
      group by shop_id, order_id, trip) as e
      on e.shop_id = p.shop_id and e.order_id = p.order_id and e.trip = p.trip
    left join (select shop_id, order_id, trip,
        sum(amount_idr) filter (where kind = 'PAYOUT')::bigint as paid,
        sum(amount_idr) filter (where kind = 'WRITE_OFF')::bigint as written_off
      from cod_settlements group by shop_id, order_id, trip) as s
      on s.shop_id = p.shop_id and s.order_id = p.order_id and s.trip = p.trip
    where p.entered_idr <> coalesce(e.entered, 0) or p.paid_idr <> coalesce(s.paid, 0)
      or p.written_off_idr <> coalesce(s.written_off, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Couriers of whom the ledger says that they owe other than their parcels say. */
export async function findReceivableDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, courier_id, coalesce(p.open_idr, 0) as parcels_idr, coalesce(a.balance_idr, 0) as ledger_idr
    from (select shop_id, courier_id::bigint, sum(open_idr)::bigint as open_idr from cod_parcels
      group by shop_id, courier_id) as p
    full join (select shop_id, subject_id as courier_id, balance_idr from ledger_accounts
      where kind = 'COD_RECEIVABLE') as a using (shop_id, courier_id)
    where coalesce(p.open_idr, 0) <> coalesce(a.balance_idr, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/**
 * COD parcels that are reversed although they were delivered and only the buyer sent them back, or are not although they
 * came to the shop undelivered. What has not been read yet of what happened to a parcel is no difference.
 */
export async function findSentBackDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select r.shop_id, r.order_id, p.trip, p.state, r.is_sent_back
    from parcel_returns as r
    join lateral (select p.trip, p.state, p.changed_at from cod_parcels as p
      where p.shop_id = r.shop_id and p.order_id = r.order_id order by p.trip desc limit 1) as p on true
    where r.received_at is not null and p.state = case when r.is_sent_back then 'CAME_BACK' else 'COLLECTED' end
      and p.changed_at >= case when r.is_sent_back then r.announced_at else r.received_at end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Invoices that are not the sum of their entries, or whose status is not that of their parcels. */
export async function findInvoiceDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select i.shop_id, i.id, i.number, i.total_idr, coalesce(e.total, 0) as entries_idr, e.is_open, i.completed_at
    from cod_invoices as i
    left join (
      select e.shop_id, e.invoice_id, sum(e.amount_idr)::bigint as total, bool_or(p.open_idr <> 0) as is_open
      from cod_entries as e
      join cod_parcels as p on p.shop_id = e.shop_id and p.order_id = e.order_id and p.trip = e.trip
      where e.invoice_id is not null group by e.shop_id, e.invoice_id) as e
      on e.shop_id = i.shop_id and e.invoice_id = i.id
    where i.total_idr <> coalesce(e.total, 0) or (i.completed_at is null) <> coalesce(e.is_open, false)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Shops whose invoices are not numbered 1, 2, 3 … up to their counter. */
export async function findNumberDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select i.shop_id, count(*) as invoices, max(i.sequence) as last, c.invoices as counter
    from cod_invoices as i left join cod_counters as c on c.shop_id = i.shop_id
    group by i.shop_id, c.invoices
    having count(*) <> max(i.sequence) or max(i.sequence) <> coalesce(c.invoices, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Payments of orders without the line of a payout that recorded them, and lines of collected parcels whose payment is gone. */
export async function findPaymentDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select coalesce(p.shop_id, l.shop_id) as shop_id, p.id as payment_id, p.amount_idr, l.id as line_id
    from (select shop_id, id, order_id, amount_idr from order_payments where is_cod_payout) as p
    full join (select shop_id, id, order_id, trip, payment_id from cod_payout_lines where payment_id is not null) as l
      on l.shop_id = p.shop_id and l.payment_id = p.id and l.order_id = p.order_id
    where l.id is null or (p.id is null and exists (select 1 from orders as o
      join cod_parcels as c on c.shop_id = o.shop_id and c.order_id = o.id and c.trip = l.trip and c.state = 'COLLECTED'
      where o.shop_id = l.shop_id and o.id = l.order_id and o.order_status = 'ACCEPTED'))
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Lines of payouts whose settlements are not what they pay and what was accepted: nothing, unless they are settled. */
export async function findLineDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select l.shop_id, l.id as line_id, l.status, l.net_idr, l.expected_idr, s.paid as payouts_idr,
      s.written_off as write_offs_idr
    from cod_payout_lines as l
    left join (select shop_id, line_id,
        coalesce(sum(amount_idr) filter (where kind = 'PAYOUT'), 0)::bigint as paid,
        coalesce(sum(amount_idr) filter (where kind = 'WRITE_OFF'), 0)::bigint as written_off
      from cod_settlements group by shop_id, line_id) as s on s.shop_id = l.shop_id and s.line_id = l.id
    where coalesce(s.paid, 0) <> case when l.status = 'SETTLED' then l.net_idr else 0 end
      or coalesce(s.written_off, 0) <> case when l.status = 'SETTLED' then l.expected_idr - l.net_idr else 0 end
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Payouts whose sum is not that of what they settled, or whose counts are not those of their lines. */
export async function findPayoutDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.id as payout_id, p.paid_idr, s.paid as settlements_idr, p.settled, p.queued,
      l.settled as settled_lines, l.queued as queued_lines
    from cod_payouts as p
    left join (select shop_id, payout_id, sum(amount_idr)::bigint as paid from cod_settlements where kind = 'PAYOUT'
      group by shop_id, payout_id) as s on s.shop_id = p.shop_id and s.payout_id = p.id
    left join (select shop_id, payout_id, count(*) filter (where status = 'SETTLED') as settled,
        count(*) filter (where status = 'QUEUED') as queued, count(*) filter (where status = 'IGNORED') as ignored,
        count(*) filter (where status = 'WRONG') as wrong
      from cod_payout_lines group by shop_id, payout_id) as l on l.shop_id = p.shop_id and l.payout_id = p.id
    where p.paid_idr <> coalesce(s.paid, 0) or (p.status in ('APPLIED', 'UNDONE') and (p.settled, p.queued, p.ignored, p.wrong)
      <> (coalesce(l.settled, 0), coalesce(l.queued, 0), coalesce(l.ignored, 0), coalesce(l.wrong, 0)))
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
