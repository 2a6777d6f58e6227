import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { visibleOrders } from '../../orders/index.ts';
import { plainAwb } from '../awb-number.ts';
import type { AwbRowFacts } from './read-row.ts';

/** Parcels of a phone number that are looked at. */
const PHONE_PARCELS = 10;

/** A parcel that a row may mean. */
export interface FoundParcel {
  found_by: 'ORDER_NUMBER' | 'PHONE';
  order_id: number;
  po_number: number;
  order_status: string;
  order_date: string;
  sender_name: string;
  sender_phone: string;
  receiver_name: string;
  receiver_phone: string;
  shipment: number;
  awb_number: string | null;
}

/**
 * The parcels that rows may mean, of orders that the user can see: those with the number, and those that wait for an AWB number
 * with the receiver's phone number.
 * @returns for each row, in their order
 */
export async function findParcels(
  context: Context,
  rows: readonly Pick<AwbRowFacts, 'po_number' | 'order_id' | 'phone'>[],
): Promise<FoundParcel[][]> {
  const shop_id = context.shop.id;
  const columns = sql`o.id, o.po_number, o.order_status, o.order_date, o.sender_name, o.sender_phone, o.receiver_name,
    o.receiver_phone`;
  const seen = visibleOrders(context, 'o');
  const { rows: found } = await sql<FoundParcel & { place: number }>`
    select given.place::integer as place, o.found_by, o.id as order_id, o.po_number, o.order_status,
      o.order_date::text as order_date, o.sender_name, o.sender_phone, o.receiver_name, o.receiver_phone,
      s.number as shipment, s.awb_number
    from unnest(${rows.map(({ po_number }) => po_number)}::bigint[], ${rows.map(({ order_id }) => order_id)}::bigint[],
      ${rows.map(({ phone }) => phone)}::text[]) with ordinality as given (po_number, order_id, phone, place)
    cross join lateral (
      select 'ORDER_NUMBER' as found_by, ${columns} from orders as o
        where o.shop_id = ${shop_id} and o.po_number = given.po_number and ${seen}
      union
      select 'ORDER_NUMBER', ${columns} from orders as o
        where o.shop_id = ${shop_id} and o.id = given.order_id and ${seen}
      union all
      (select 'PHONE', ${columns} from orders as o
        where o.shop_id = ${shop_id} and o.receiver_phone = given.phone and o.order_status = 'ACCEPTED'
          and o.awb_number is null and ${seen}
        order by o.id desc limit ${PHONE_PARCELS})
    ) as o
    join shipments as s on s.shop_id = ${shop_id} and s.order_id = o.id
    order by given.place, o.id, s.number`.execute(context.db);
  const by_place = Map.groupBy(found, ({ place }) => place);
  return rows.map((_, index) => by_place.get(index + 1) ?? []);
}

/** A parcel that has an AWB number. */
interface AwbHolder {
  order_id: number;
  shipment: number;
  /** null: the user cannot see its order. */
  po_number: number | null;
}

/** The parcels of orders that are not closed with each of the numbers, by the number in capitals. */
export async function findAwbHolders(
  context: Context,
  awb_numbers: readonly string[],
): Promise<Map<string, AwbHolder[]>> {
  const shop_id = context.shop.id;
  const { rows } = await sql<AwbHolder & { awb_number: string }>`
    select upper(s.awb_number) as awb_number, s.order_id, s.number as shipment,
      case when ${visibleOrders(context, 'o')} then o.po_number end as po_number
    from shipments as s
    join orders as o on o.shop_id = ${shop_id} and o.id = s.order_id and o.order_status in ('ACCEPTED', 'UNCONFIRMED')
    where s.shop_id = ${shop_id} and upper(s.awb_number) = any(${awb_numbers.map(plainAwb)}::text[])`.execute(
    context.db,
  );
  return Map.groupBy(rows, ({ awb_number }) => awb_number);
}
