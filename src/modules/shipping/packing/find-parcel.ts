import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { visibleOrders } from '../../orders/index.ts';
import { readOrderNumber, readParcelCode } from '../parcel-code.ts';
import { packingErrors } from './errors.ts';

/** AWB numbers of more orders than these are not looked at. */
const MOST_FOUND = 10;

interface Found {
  order_id: number;
  /** Of the shipment; null: the code names the whole order. */
  number: number | null;
  po_number: number;
  shipment_count: number;
  order_status: string;
}

/**
 * The parcel that a code names: the text of its QR code, its AWB number, or the PO or invoice number of its order, in
 * this order.
 * @param shipment number of the shipment, where the code names an order that is split
 * @throws Refusal 422 if no order that the user can see has the code, or several have
 */
export async function findParcel(
  context: Context,
  code: string,
  shipment: number | undefined,
): Promise<{ order_id: number; number: number }> {
  const found = await chosen(context, code);
  const [first] = found;
  if (first === undefined) throw packingErrors.refuseField('code_unknown', 'code');
  if (found.length > 1)
    throw packingErrors.refuseField('code_of_several', 'code', {
      po_numbers: found.map(({ po_number }) => po_number).join(', '),
    });
  const { order_id, po_number, shipment_count } = first;
  const number = first.number ?? shipment ?? (shipment_count === 1 ? 1 : undefined);
  if (number === undefined)
    throw packingErrors.refuseField('code_of_parcels', 'code', { po_number, count: shipment_count });
  if (number > shipment_count) throw packingErrors.refuseField('code_unknown', 'code');
  return { order_id, number };
}

async function chosen(context: Context, code: string): Promise<Found[]> {
  const parcel = readParcelCode(code);
  if (parcel !== undefined) {
    const { order_id, po_number, number } = parcel;
    const orders = await ordersBy(context, po_number);
    return orders.filter((order) => order.order_id === order_id).map((order) => ({ ...order, number }));
  }
  const by_awb = await parcelsByAwb(context, code);
  if (by_awb.length === 0) return ordersBy(context, readOrderNumber(code)?.number);
  // A number that was on an order which is closed since may be on another now.
  const active = by_awb.filter(({ order_status }) => order_status === 'ACCEPTED');
  return active.length === 0 ? by_awb.slice(0, 1) : active;
}

function parcelsByAwb(context: Context, awb_number: string): Promise<Found[]> {
  const shop_id = context.shop.id;
  return context.db
    .selectFrom('shipments as s')
    .innerJoin('orders as o', (join) => join.on('o.shop_id', '=', shop_id).onRef('o.id', '=', 's.order_id'))
    .select(['s.order_id', 's.number', 'o.po_number', 'o.shipment_count', 'o.order_status'])
    .where('s.shop_id', '=', shop_id)
    .where(sql`upper(s.awb_number)`, '=', sql`upper(${awb_number})`)
    .where(visibleOrders(context, 'o'))
    .orderBy('o.id', 'desc')
    .limit(MOST_FOUND)
    .execute();
}

async function ordersBy(context: Context, po_number: number | undefined): Promise<Found[]> {
  if (po_number === undefined) return [];
  return context.db
    .selectFrom('orders as o')
    .select(['o.id as order_id', sql<null>`null::smallint`.as('number')])
    .select(['o.po_number', 'o.shipment_count', 'o.order_status'])
    .where('o.shop_id', '=', context.shop.id)
    .where('o.po_number', '=', po_number)
    .where(visibleOrders(context, 'o'))
    .execute();
}
