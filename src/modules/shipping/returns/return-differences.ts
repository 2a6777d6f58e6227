import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';

/**
 * Variations of orders of which the stock ledger has given out more or less than the order holds: an active order holds
 * its units, but for the sellable ones that came back; one that is not active holds what was damaged or missing of what
 * came back. Only products in stock are held.
 */
export async function findOrderStockDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, order_id, variation_id, coalesce(moved.units, 0) as ledger, coalesce(held.units, 0) as held
    from (select shop_id, order_id, variation_id, sum(quantity_out - quantity_in)::bigint as units
      from stock_ledger where order_id is not null group by shop_id, order_id, variation_id) as moved
    full join (
      select l.shop_id, l.order_id, l.variation_id, sum(case
          when o.product_status <> 'S' then 0
          when o.order_status in ('ACCEPTED', 'UNCONFIRMED') then l.quantity - coalesce(found.sellable, 0)
          else l.returned_quantity - coalesce(found.sellable, 0)
        end)::bigint as units
      from order_lines l
      join orders o on o.shop_id = l.shop_id and o.id = l.order_id
      left join (select r.shop_id, r.order_id, f.position, sum(f.sellable) as sellable
        from parcel_return_lines f
        join parcel_returns r on r.shop_id = f.shop_id and r.id = f.return_id
        group by r.shop_id, r.order_id, f.position) as found
        on found.shop_id = l.shop_id and found.order_id = l.order_id and found.position = l.position
      group by l.shop_id, l.order_id, l.variation_id
    ) as held using (shop_id, order_id, variation_id)
    where coalesce(moved.units, 0) <> coalesce(held.units, 0)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Orders whose lines, parcels and costs say something else of returns than these do. */
export async function findReturnDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    (select o.shop_id, o.id as order_id, 'lines' as what
    from orders o
    join (select l.shop_id, l.order_id, l.position, l.returned_quantity from order_lines l) as line
      on line.shop_id = o.shop_id and line.order_id = o.id
    left join (select r.shop_id, r.order_id, f.position, sum(f.sellable + f.damaged + f.missing) as units
      from parcel_return_lines f
      join parcel_returns r on r.shop_id = f.shop_id and r.id = f.return_id
      group by r.shop_id, r.order_id, f.position) as found
      on found.shop_id = line.shop_id and found.order_id = line.order_id and found.position = line.position
    where line.returned_quantity <> coalesce(found.units, 0)
    limit ${MOST_DIFFERENCES})
    union all
    (select s.shop_id, s.order_id, 'parcels'
    from shipments s
    left join parcel_returns r on r.shop_id = s.shop_id and r.order_id = s.order_id and r.shipment = s.number
      and r.received_at is not null
    where (s.received_at is not null) <> (r.id is not null)
      or s.received_at is not null and s.shipping_status is distinct from 'RETURNED'
    limit ${MOST_DIFFERENCES})
    union all
    (select o.shop_id, o.id, 'cost'
    from orders o
    left join (select shop_id, order_id, sum(cost_idr) as cost_idr from parcel_returns where state = 'SETTLED'
      group by shop_id, order_id) as settled on settled.shop_id = o.shop_id and settled.order_id = o.id
    where o.return_cost_idr <> coalesce(settled.cost_idr, 0)
    limit ${MOST_DIFFERENCES})
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
