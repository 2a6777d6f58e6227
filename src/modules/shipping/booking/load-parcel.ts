import type { BookingRequest, ParcelSize, Place } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { sum } from '../../../kernel/money.ts';
import { parcelSize } from '../../couriers/index.ts';
import { amountToCollectSql } from '../../orders/index.ts';
import { findCourier, findService, postalCodeSql, regionJoins } from '../../reference/index.ts';
import { shippingLimits } from '../limits.ts';
import { ORIGIN_ADDRESS, supplierJoins } from '../supplier-of-parcel.ts';
import type { BookingProblem } from '../vendor-errors.ts';

interface FoundPlace {
  district_code: number | null;
  district: string;
  city: string;
  province: string;
  postal_code: string;
}

interface Row {
  courier_service_id: number;
  is_dropship: boolean;
  shop_name: string;
  sender_name: string;
  sender_phone: string;
  supplier_phone: string;
  origin_address: string;
  origin: FoundPlace;
  receiver_name: string;
  receiver_phone: string;
  receiver_address: string;
  destination: FoundPlace;
  note: string;
  cod_idr: number;
  is_insured: boolean;
  lines:
    | { name: string; quantity: number; price_idr: number; weight_grams: number; size: ParcelSize | null }[]
    | null;
}

const placeOf = (code: string, postal_code: string) => `(select json_build_object(
    'district_code', district.code, 'district', coalesce(district.name, ''), 'city', coalesce(city.name, ''),
    'province', coalesce(province.name, ''), 'postal_code', coalesce(${postalCodeSql(postal_code)}, ''))
  from (select 1) as one ${regionJoins(code)})`;

const parcelToBook = namedStatement<Row, { shop_id: number; order_id: number; shipment: number }>(
  'parcel_to_book',
  (at) => `select o.courier_service_id, o.sender_id <> o.receiver_id as is_dropship, shop.name as shop_name,
    o.sender_name, o.sender_phone, supplier.phone as supplier_phone,
    ${ORIGIN_ADDRESS} as origin_address,
    ${placeOf('supplier.district_code', 'null::text')} as origin,
    o.receiver_name, o.receiver_phone, o.receiver_address,
    ${placeOf('o.receiver_district_code', 'o.receiver_postal_code')} as destination,
    o.note, case when o.is_cod then ${amountToCollectSql('o', at.shop_id)} else 0 end as cod_idr,
    o.insurance_idr > 0 as is_insured,
    (select json_agg(json_build_object('name', l.name, 'quantity', l.quantity,
        'price_idr', l.price_idr - l.discount_idr, 'weight_grams', l.weight_grams,
        'size', case when p.length_cm is not null and p.width_cm is not null and p.height_cm is not null
          then json_build_object('length_cm', p.length_cm, 'width_cm', p.width_cm, 'height_cm', p.height_cm) end)
        order by l.position)
      from order_lines l
      join product_variations v on v.shop_id = ${at.shop_id} and v.id = l.variation_id
      join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
      where l.shop_id = ${at.shop_id} and l.order_id = o.id
        and (s.warehouse_id is null or l.warehouse_id = s.warehouse_id)) as lines
  from (select * from shipments where shipments.shop_id = ${at.shop_id}
    and shipments.order_id = ${at.order_id} and shipments.number = ${at.shipment}::int) as s
  join orders o on o.shop_id = ${at.shop_id} and o.id = s.order_id
  join shops shop on shop.id = ${at.shop_id}
  ${supplierJoins(at.shop_id)}`,
);

export interface ParcelToBook {
  order_id: number;
  shipment: number;
  key: string;
  collection: 'PICKUP' | 'DROP_OFF';
  pickup_at: Date | null;
}

/**
 * What a vendor is told of a parcel. Of dropship orders the sender is the dropshipper, and nothing is said of the shop.
 * @returns why it can't be booked, where something is missing; undefined where there is no such parcel
 */
export async function loadParcel(
  context: Context,
  { order_id, shipment, key, collection, pickup_at }: ParcelToBook,
): Promise<BookingRequest | BookingProblem | undefined> {
  const [row] = await parcelToBook.run(context.db, {
    shop_id: context.shop.id,
    order_id,
    shipment,
  });
  if (row === undefined) return undefined;
  const service = findService(row.courier_service_id);
  const courier = service === undefined ? undefined : findCourier(service.courier_id);
  if (service === undefined || courier === undefined) return 'service_unknown';
  const [origin, destination] = [whole(row.origin), whole(row.destination)];
  if (origin === undefined) return 'origin_unknown';
  if (destination === undefined) return 'destination_unknown';
  const items = (row.lines ?? []).map(({ size, ...line }) => ({ ...line, size: size ?? undefined }));
  return {
    key,
    courier_code: courier.code,
    service_code: service.code,
    collection,
    ...(pickup_at !== null && { pickup_at }),
    sender: {
      name: row.is_dropship ? row.sender_name : row.shop_name,
      phone: row.is_dropship ? row.sender_phone : row.supplier_phone,
      address: row.origin_address,
      place: origin,
    },
    receiver: {
      name: row.receiver_name,
      phone: row.receiver_phone,
      address: row.receiver_address,
      place: destination,
    },
    weight_grams: Math.max(1, sumOf(items, 'weight_grams')),
    size: parcelSize(items),
    items: toldItems(items),
    is_insured: row.is_insured,
    cod_idr: row.cod_idr,
    note: row.note,
  };
}

type Item = BookingRequest['items'][number];

/** As many as a vendor is told; of more, the last one stands for all that are left, so that value and weight are whole. */
function toldItems(items: readonly Item[]): readonly Item[] {
  const most = shippingLimits.booking_lines;
  if (items.length <= most) return items;
  const rest = items.slice(most - 1);
  const others: Item = {
    name: `${rest.length} produk lainnya`,
    quantity: 1,
    price_idr: sumOf(rest, 'price_idr'),
    weight_grams: sumOf(rest, 'weight_grams'),
    size: parcelSize(rest),
  };
  return [...items.slice(0, most - 1), others];
}

function sumOf(items: readonly Item[], what: 'price_idr' | 'weight_grams'): number {
  return sum(items.map((item) => item[what] * item.quantity));
}

function whole({ district_code, postal_code, ...names }: FoundPlace): Place | undefined {
  if (district_code === null) return undefined;
  return { district_code, ...names, ...(postal_code !== '' && { postal_code }) };
}
