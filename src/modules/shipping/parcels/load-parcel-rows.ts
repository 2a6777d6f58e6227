import type { Context } from '../../../kernel/context.ts';
import type { Database } from '../../../kernel/database/connection.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { PICKUP_AT_SHOP } from '../../couriers/index.ts';
import { amountToCollectSql } from '../../orders/index.ts';
import { findService, postalCodeSql, regionJoins } from '../../reference/index.ts';
import { locationText } from '../../shop/index.ts';

interface Row {
  order_id: number;
  number: number;
  order_date: string;
  requested_at: Date | null;
  po_number: number;
  shipping_status: string | null;
  label_prints: number;
  total_idr: number;
  /** What the courier collects. */
  cod_idr: number;
  is_cod: boolean;
  courier_id: number;
  courier_service_id: number;
  logistic_name: string;
  rate_name: string;
  awb_number: string | null;
  is_dropship: boolean;
  sender_name: string;
  sender_phone: string;
  supplier_name: string;
  supplier_address: string;
  supplier_district_code: number | null;
  supplier_district: string | null;
  supplier_city: string | null;
  supplier_phone: string;
  receiver_name: string;
  receiver_phone: string;
  receiver_address: string;
  district: string | null;
  city: string | null;
  receiver_postal_code: string | null;
}

/** A parcel with what its list and file say of it. */
export type StoredParcel = Row & ReturnType<typeof peopleOf>;

/** Each parcel is read by its key. */
const rowsOfParcels = namedStatement<
  Row,
  { shop_id: number; order_ids: readonly number[]; numbers: readonly number[] }
>(
  'rows_of_parcels',
  (
    at,
  ) => `select s.order_id, s.number, o.order_date, s.requested_at, o.po_number, s.shipping_status, s.label_prints,
    o.total_idr, case when o.is_cod then ${amountToCollectSql('o', at.shop_id)} else 0 end as cod_idr,
    o.is_cod, o.courier_id, o.courier_service_id, o.logistic_name, o.rate_name, s.awb_number,
    o.sender_id <> o.receiver_id as is_dropship, o.sender_name, o.sender_phone,
    supplier.name as supplier_name, supplier.address as supplier_address,
    supplier.district_code as supplier_district_code, origin.name as supplier_district,
    origin_city.name as supplier_city, supplier.phone as supplier_phone,
    o.receiver_name, o.receiver_phone, o.receiver_address, district.name as district, city.name as city,
    ${postalCodeSql('o.receiver_postal_code')} as receiver_postal_code
  from unnest(${at.order_ids}::bigint[], ${at.numbers}::smallint[]) with ordinality as requested (order_id, number, place)
  cross join lateral (select * from shipments where shipments.shop_id = ${at.shop_id}
    and shipments.order_id = requested.order_id and shipments.number = requested.number offset 0) as s
  cross join lateral (select * from orders where orders.shop_id = ${at.shop_id} and orders.id = s.order_id offset 0) as o
  cross join lateral (select * from suppliers where suppliers.shop_id = ${at.shop_id}
    and suppliers.id = o.supplier_id offset 0) as supplier
  left join districts as origin on origin.code = supplier.district_code
  left join cities as origin_city on origin_city.code = origin.city_code
  ${regionJoins('o.receiver_district_code')}
  order by requested.place`,
);

/** The parcels with these keys, in the order of the keys. One statement. */
export async function loadParcelRows(
  { shop }: Context,
  db: Database,
  keys: readonly { order_id: number; number: number }[],
): Promise<StoredParcel[]> {
  const rows = await rowsOfParcels.run(db, {
    shop_id: shop.id,
    order_ids: keys.map(({ order_id }) => order_id),
    numbers: keys.map(({ number }) => number),
  });
  return rows.map((row) => ({ ...row, ...peopleOf(row) }));
}

function peopleOf(row: Row) {
  return {
    supplier: {
      name: row.supplier_name,
      address: row.supplier_address,
      location: locationText(row.supplier_district, row.supplier_city),
      code: row.supplier_district_code === null ? '' : String(row.supplier_district_code),
      phone: row.supplier_phone,
    },
    customer: {
      name: row.receiver_name,
      phone: row.receiver_phone,
      address: row.receiver_address,
      district: row.district ?? '',
      city: row.city ?? '',
      postal_code: row.receiver_postal_code ?? '',
    },
  };
}

/** How a parcel can reach its courier. Of a service that the product does not know, staff know. */
export function offeredService({
  courier_id,
  courier_service_id,
}: Pick<Row, 'courier_id' | 'courier_service_id'>): { pickup: boolean; drop_off: boolean } {
  if (courier_id === PICKUP_AT_SHOP) return { pickup: false, drop_off: false };
  return { pickup: findService(courier_service_id)?.pickup_available ?? true, drop_off: true };
}
