import { sql, type RawBuilder } from 'kysely';

/**
 * SQL of what couriers charge of the COD order `o`: the COD fee, and of a parcel that came back shipping and return fee,
 * unless its return is settled, which counts these.
 * @param shop_id SQL of the shop
 */
export function codChargesSql(shop_id: RawBuilder<number>): RawBuilder<number> {
  return sql`(select 0 - coalesce(sum(e.amount_idr), 0)::bigint from cod_entries e
    join cod_parcels p on p.shop_id = ${shop_id} and p.order_id = e.order_id and p.trip = e.trip
    where e.shop_id = ${shop_id} and e.order_id = o.id and (e.kind = 'COD_FEE' or p.state = 'CAME_BACK'
      and not (p.trip = (select max(last.trip) from cod_parcels last where last.shop_id = ${shop_id} and last.order_id = o.id)
        and exists (select 1 from parcel_returns r
          where r.shop_id = ${shop_id} and r.order_id = o.id and r.state = 'SETTLED'))))`;
}

/**
 * SQL of the fees that the gateway charged for giving back the money of order `o`: the only ones that name an order.
 * @param shop_id SQL of the shop
 */
export function refundFeeSql(shop_id: RawBuilder<number>): RawBuilder<number> {
  return sql`(select coalesce(sum(leg.amount_idr), 0)::bigint from ledger_entries leg
    where leg.shop_id = ${shop_id} and leg.order_id = o.id and leg.kind = 'FEES')`;
}
