import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';
import { ORDER_TEXT } from './search-text.ts';
import { COPIED, COPIED_VALUES } from './shipment-copies.ts';

/** Orders whose totals are not the sums of their lines, shipping and charges. */
export async function findTotalDifferences(db: Database): Promise<unknown[]> {
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
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Shops whose orders exceed the counter of PO numbers, or repeat one. */
export async function findCounterDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select c.shop_id, c.last_po_number, max(o.po_number) as highest, count(*)::bigint as orders
    from order_counters c join orders o on o.shop_id = c.shop_id
    group by c.shop_id, c.last_po_number
    having max(o.po_number) > c.last_po_number or count(*) > count(distinct o.po_number)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Orders that search reads otherwise than they are. */
export async function findOrderTextDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select orders.shop_id, orders.id as order_id, text.search_text
    from orders left join order_texts text on text.shop_id = orders.shop_id and text.order_id = orders.id
    where text.order_id is null or text.order_date <> orders.order_date
      or text.is_listed <> (${sql.raw(ORDER_TEXT.is_listed)}) or text.search_text <> ${sql.raw(ORDER_TEXT.search_text)}
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Orders that the list finds by other warehouses or bank accounts than those of their lines and payments. */
export async function findPlaceDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select o.shop_id, o.id as order_id, o.warehouse_ids, o.bank_account_ids
    from orders o
    where o.warehouse_ids <> array(select distinct l.warehouse_id from order_lines l
        where l.shop_id = o.shop_id and l.order_id = o.id order by l.warehouse_id)
      or o.bank_account_ids <> array(select distinct p.bank_account_id from order_payments p
        where p.shop_id = o.shop_id and p.order_id = o.id order by p.bank_account_id)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Orders without shipments, or that say something else than their shipments. */
export async function findShipmentDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select orders.shop_id, orders.id as order_id, shipments.number, shipments.shipping_status, shipments.awb_number
    from orders left join shipments on shipments.shop_id = orders.shop_id and shipments.order_id = orders.id
    where shipments.order_id is null
      or (${sql.raw(COPIED.map((name) => `shipments.${name}`).join(', '))}) is distinct from (${sql.raw(COPIED_VALUES)})
      or orders.shipment_count <> (select count(*) from shipments as counted
        where counted.shop_id = orders.shop_id and counted.order_id = orders.id)
      or orders.shipment_count = 1 and (shipments.shipping_status, shipments.awb_number)
        is distinct from (orders.shipping_status, orders.awb_number)
      or orders.shipment_count > 1 and orders.awb_number is distinct from (
        select string_agg(numbered.awb_number, ', ' order by numbered.number) from shipments as numbered
        where numbered.shop_id = orders.shop_id and numbered.order_id = orders.id)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
