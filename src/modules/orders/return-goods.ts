import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { changeOrder } from './change-order.ts';
import type { LockedOrder } from './lock-order.ts';
import { holdWarehouses, moveOrderStock, placeOfLine } from './order-stock.ts';
import { changeShipments, type Shipment } from './shipments.ts';

/** A line of an order, as far as it is in one of its parcels. */
export interface ParcelLine {
  /** Of the line within the order. */
  position: number;
  variation_id: number;
  /** Where its units came from: the main warehouse if theirs was deleted since. */
  warehouse_id: number;
  quantity: number;
  price_buy_idr: number;
}

/**
 * The lines that are in a parcel of a locked order. None of their warehouses is deleted until the transaction ends.
 */
export async function linesOfShipment(
  context: Context,
  order: Pick<LockedOrder, 'id'>,
  { warehouse_id }: Pick<Shipment, 'warehouse_id'>,
): Promise<ParcelLine[]> {
  await holdWarehouses(context, order.id);
  return context.db
    .selectFrom('order_lines as l')
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 'l.warehouse_id'),
    )
    .select(['l.position', 'l.variation_id', placeOfLine.as('warehouse_id'), 'l.quantity', 'l.price_buy_idr'])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order.id)
    .$if(warehouse_id !== null, (query) => query.where('l.warehouse_id', '=', warehouse_id ?? 0))
    .orderBy('l.position')
    .execute();
}

/** Of a line that came back: how many of its units can be sold again, and where they are. */
export interface ReceivedLine {
  position: number;
  variation_id: number;
  warehouse_id: number;
  sellable: number;
}

/**
 * Accounts for all units of a parcel that came back: the sellable ones of products in stock return to a warehouse, the
 * others never will. From then on the parcel cannot be shipped, and its products cannot be changed. The courier has
 * handed it over, whatever it had reported before; what it had delivered, the receiver has sent back.
 * @param received all lines of `linesOfShipment`
 * @param field of the input, that refusals name
 * @returns whether the receiver has sent it back
 * @throws Refusal 422 if the parcel has not left, or its goods were accounted for before
 */
export async function receiveGoods(
  context: Context,
  order: LockedOrder,
  { number, shipping_status }: Shipment,
  received: readonly ReceivedLine[],
  field: string,
): Promise<{ is_sent_back: boolean }> {
  const is_sent_back = shipping_status === 'DELIVERED';
  if (shipping_status !== 'RETURNED')
    await changeShipments(context, order, [{ number, shipping_status: 'RETURNED' }], {
      source: 'COURIER',
      field,
      ...(is_sent_back && { is_sent_back }),
    });
  const { db, shop, clock } = context;
  await sql`update shipments set received_at = ${clock.now()}
    where shop_id = ${shop.id} and order_id = ${order.id} and number = ${number}`.execute(db);
  await sql`update order_lines set returned_quantity = quantity
    where shop_id = ${shop.id} and order_id = ${order.id}
      and position = any(${received.map(({ position }) => position)}::smallint[])`.execute(db);
  const sellable = order.product_status === 'S' ? received.filter((line) => line.sellable > 0) : [];
  const stock = sellable.map(({ variation_id, warehouse_id, sellable: delta }) => ({
    variation_id,
    warehouse_id,
    delta,
  }));
  await moveOrderStock(context, order, 'ORDER RETURN', stock);
  await changeOrder(context, order, {
    event: 'order.return_received',
    columns: {},
    further: { returned_shipment: [null, number] },
    stock,
  });
  return { is_sent_back };
}

/** Adds what it has cost that a parcel of a locked order came back, whether or not the order is active. */
export async function addReturnCost(context: Context, order: LockedOrder, cost_idr: number): Promise<void> {
  await changeOrder(context, order, {
    event: 'order.return_settled',
    columns: { return_cost_idr: order.return_cost_idr + cost_idr },
  });
}
