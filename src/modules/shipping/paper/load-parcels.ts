import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { amountToCollectSql, visibleOrdersSql } from '../../orders/index.ts';
import { postalCodeSql, regionJoins } from '../../reference/index.ts';
import { restrictedUser, visibleSql } from '../../stock/index.ts';
import { ORIGIN_ADDRESS, supplierJoins } from '../supplier-of-parcel.ts';
import type { Parcel } from './parcel.ts';
import { refuseUnprinted } from './refuse-unprinted.ts';

interface Row extends Omit<Parcel, 'lines'> {
  order_status: string;
  lines: Parcel['lines'] | null;
}

/**
 * The parcels of orders, in the order requested. What an order has many of is looked up by key, one after the other, so
 * that the plan does not depend on statistics.
 */
const parcelsOfOrders = namedStatement<
  Row,
  { shop_id: number; order_ids: readonly number[]; user_id: number | null; most_lines: number }
>(
  'parcels_of_orders',
  (at) => `select o.po_number, o.id as order_id, s.number, o.order_status, o.shipment_count, s.awb_number,
    (select booking.routing_code from courier_bookings booking where booking.shop_id = ${at.shop_id}
      and booking.order_id = o.id and booking.shipment = s.number and booking.state <> 'CANCELED') as routing_code,
    s.label_prints, o.logistic_name as courier, o.rate_name as service,
    to_char(o.order_date, 'DD-MM-YYYY') as order_date, o.note,
    case when s.warehouse_id is null then o.weight_grams else whole.weight_grams end as weight_grams,
    case when o.is_cod then nullif(${amountToCollectSql('o', at.shop_id)}, 0) end as cod_idr,
    o.sender_id <> o.receiver_id as is_dropship,
    case when o.sender_id <> o.receiver_id
      then json_build_object('name', o.sender_name, 'phone', o.sender_phone, 'address', '')
      else json_build_object('name', shop.name, 'phone', supplier.phone, 'address', ${ORIGIN_ADDRESS})
    end as sender,
    json_build_object('name', o.receiver_name, 'phone', o.receiver_phone, 'address', o.receiver_address,
      'district', coalesce(district.name, ''), 'city', coalesce(city.name, ''),
      'province', coalesce(province.name, ''),
      'postal_code', coalesce(${postalCodeSql('o.receiver_postal_code')}, '')) as receiver,
    (select json_agg(json_build_object('name', l.name, 'color', l.color, 'size', l.size, 'sku', l.sku,
        'quantity', l.quantity,
        'price_idr', case when o.sender_id = o.receiver_id then l.price_idr - l.discount_idr end) order by l.position)
      from (select * from order_lines line where line.shop_id = ${at.shop_id} and line.order_id = o.id
        and (s.warehouse_id is null or line.warehouse_id = s.warehouse_id)
        order by line.position limit ${at.most_lines}::int) as l) as lines,
    whole.line_count, whole.quantity,
    case when o.sender_id = o.receiver_id then json_build_object('goods_idr', o.goods_idr,
      'shipping_idr', o.shipping_idr - o.shipping_discount_idr, 'charges_idr', o.charges_idr + o.insurance_idr,
      'discount_idr', o.discount_idr, 'total_idr', o.total_idr, 'paid_idr', o.paid_idr) end as money
  from unnest(${at.order_ids}::bigint[]) with ordinality as requested (order_id, place)
  cross join lateral (select * from orders where orders.shop_id = ${at.shop_id} and orders.id = requested.order_id
    and ${visibleOrdersSql('orders.warehouse_ids', at)} offset 0) as o
  cross join lateral (select * from shipments where shipments.shop_id = ${at.shop_id}
    and shipments.order_id = o.id and (shipments.warehouse_id is null or ${visibleSql('shipments.warehouse_id', at)})
    offset 0) as s
  cross join lateral (select count(*)::int as line_count, coalesce(sum(line.quantity), 0)::int as quantity,
      coalesce(sum(line.quantity::bigint * line.weight_grams), 0)::bigint as weight_grams
    from order_lines line where line.shop_id = ${at.shop_id} and line.order_id = o.id
      and (s.warehouse_id is null or line.warehouse_id = s.warehouse_id)) as whole
  join shops shop on shop.id = ${at.shop_id}
  ${supplierJoins(at.shop_id)}
  ${regionJoins('o.receiver_district_code')}
  order by requested.place, s.number`,
);

/**
 * The parcels of orders with what papers say of them, in the order requested; each order once. Who works in warehouses gets
 * those that leave the own ones. One statement.
 * @param most_lines lines that are read of a parcel
 * @throws Refusal 422 on each order that the shop does not have, the user cannot see, or that is not active
 */
export async function loadParcels(
  context: Context,
  order_ids: readonly number[],
  most_lines: number,
): Promise<Parcel[]> {
  const rows = await parcelsOfOrders.run(context.db, {
    shop_id: context.shop.id,
    order_ids: [...new Set(order_ids)],
    user_id: restrictedUser(context),
    most_lines,
  });
  refuseUnprinted(order_ids, new Map(rows.map(({ order_id, order_status }) => [order_id, order_status])));
  return rows.map((row) => ({ ...row, lines: row.lines ?? [] }));
}
