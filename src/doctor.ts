import { sql } from 'kysely';
import { withoutTimeLimits, type Database } from './kernel/database/connection.ts';
import { findUseDifferences } from './modules/promos/index.ts';
import { findStockDifferences } from './modules/stock/index.ts';

export interface Check {
  title: string;
  differences: unknown[];
  duration_ms: number;
}

/** Differences listed for one check, at most. */
const MOST = 100;

/**
 * Recomputes everything that is kept beside its rows, over all shops, and lists what does not agree. It
 * reads only, and in one snapshot, so that it may run while orders come in.
 */
export async function diagnose(db: Database): Promise<Check[]> {
  const inSnapshot = (connection: Database) =>
    connection.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return withoutTimeLimits(db.withoutPlugins(), (connection) =>
    inSnapshot(connection).execute(async (snapshot) => {
      const checks: [string, () => Promise<unknown[]>][] = [
        ['stock levels are the sums of the ledger', () => findStockDifferences(snapshot)],
        ['what is paid on an order is the sum of its payments', () => paidDifferences(snapshot)],
        ['order totals are the sums of lines, shipping and charges', () => totalDifferences(snapshot)],
        ['PO numbers never exceed their counter and never repeat', () => counterDifferences(snapshot)],
        ['the last order of a customer is on the customer', () => lastOrderDifferences(snapshot)],
        [
          'lowest price and margin of a product are those of its variations',
          () => lowestDifferences(snapshot),
        ],
        ['promos are counted as often as orders use them', () => findUseDifferences(snapshot)],
        ['search reads what products and variations say', () => textDifferences(snapshot)],
        ['orders are found by what they and their rows say', () => foundByDifferences(snapshot)],
      ];
      const results: Check[] = [];
      for (const [title, run] of checks) {
        const started = performance.now();
        const differences = await run();
        results.push({ title, differences, duration_ms: Math.round(performance.now() - started) });
      }
      return results;
    }),
  );
}

async function paidDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select o.shop_id, o.id as order_id, o.paid_idr, coalesce(p.paid, 0) as payments_idr, o.payment_status
    from orders o left join (
      select shop_id, order_id, sum(amount_idr)::bigint as paid, max(paid_on) as paid_on
      from order_payments group by shop_id, order_id) p on p.shop_id = o.shop_id and p.order_id = o.id
    where o.paid_idr <> coalesce(p.paid, 0)
      or o.payment_status <> case when coalesce(p.paid, 0) >= o.total_idr then 'PAID'
        when coalesce(p.paid, 0) > 0 then 'INSTALLMENT' else 'UNPAID' end
    limit ${MOST}`.execute(db);
  return rows;
}

async function totalDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select o.shop_id, o.id as order_id, o.total_idr, o.goods_idr, l.goods_idr as lines_idr
    from orders o
    join (select shop_id, order_id, sum((price_idr - discount_idr) * quantity)::bigint as goods_idr,
        sum(quantity)::bigint as quantity from order_lines group by shop_id, order_id) l
      on l.shop_id = o.shop_id and l.order_id = o.id
    left join (select shop_id, order_id,
        coalesce(sum(amount_idr) filter (where category = 'OTHER COST'), 0)::bigint as charges_idr,
        coalesce(sum(amount_idr) filter (where category = 'INSURANCE'), 0)::bigint as insurance_idr,
        coalesce(sum(amount_idr) filter (where category = 'DISCOUNT'), 0)::bigint as discount_idr
      from order_charges group by shop_id, order_id) c on c.shop_id = o.shop_id and c.order_id = o.id
    where o.goods_idr <> l.goods_idr or o.quantity <> l.quantity
      or o.charges_idr <> coalesce(c.charges_idr, 0) or o.insurance_idr <> coalesce(c.insurance_idr, 0)
      or o.discount_idr <> coalesce(c.discount_idr, 0)
    limit ${MOST}`.execute(db);
  return rows;
}

async function counterDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select c.shop_id, c.last_po_number, max(o.po_number) as highest, count(*)::bigint as orders
    from order_counters c join orders o on o.shop_id = c.shop_id
    group by c.shop_id, c.last_po_number
    having max(o.po_number) > c.last_po_number or count(*) > count(distinct o.po_number)
    limit ${MOST}`.execute(db);
  return rows;
}

async function lastOrderDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select c.shop_id, c.id as customer_id, c.last_order_at, o.newest
    from customers c join (select shop_id, sender_id, max(created_at) as newest from orders group by shop_id, sender_id) o
      on o.shop_id = c.shop_id and o.sender_id = c.id
    where c.last_order_at is null or c.last_order_at < o.newest
    limit ${MOST}`.execute(db);
  return rows;
}

async function lowestDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.id as product_id, p.lowest_price_idr, v.lowest, p.lowest_margin_idr, v.lowest_margin
    from products p join (select shop_id, product_id, min(price_idr) as lowest, min(price_idr - price_buy_idr) as lowest_margin
      from product_variations where archived_at is null group by shop_id, product_id) v
      on v.shop_id = p.shop_id and v.product_id = p.id
    where p.archived_at is null and (p.lowest_price_idr <> v.lowest or p.lowest_margin_idr <> v.lowest_margin)
    limit ${MOST}`.execute(db);
  return rows;
}

async function textDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select v.shop_id, v.id as variation_id, t.search_text
    from product_variations v
    join products p on p.shop_id = v.shop_id and p.id = v.product_id
    left join variation_texts t on t.shop_id = v.shop_id and t.variation_id = v.id
    where t.variation_id is null or t.archived_at is distinct from v.archived_at or t.product_type <> p.product_type
      or t.search_text <> variation_search_text(p.name, v.color, v.size, v.sku)
    limit ${MOST}`.execute(db);
  return rows;
}

async function foundByDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select o.shop_id, o.id as order_id, o.warehouse_ids, o.bank_account_ids, t.search_text
    from orders o
    left join order_texts t on t.shop_id = o.shop_id and t.order_id = o.id
    where t.order_id is null or t.order_date <> o.order_date or t.search_text <> order_search_text(o)
      or t.is_listed <> (o.order_status in ('ACCEPTED', 'UNCONFIRMED'))
      or o.warehouse_ids <> array(select distinct l.warehouse_id from order_lines l
        where l.shop_id = o.shop_id and l.order_id = o.id order by l.warehouse_id)
      or o.bank_account_ids <> array(select distinct p.bank_account_id from order_payments p
        where p.shop_id = o.shop_id and p.order_id = o.id order by p.bank_account_id)
    limit ${MOST}`.execute(db);
  return rows;
}
