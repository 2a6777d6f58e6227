import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { changeOrder } from './change-order.ts';
import { orderErrors } from './errors.ts';
import { orderLimits } from './limits.ts';
import type { LockedOrder } from './lock-order.ts';
import { COPIED_NAMES } from './shipment-copies.ts';
import { loadShipments, type Shipment } from './shipments.ts';

/** The shipments that an order is divided into. */
interface DividedOrder {
  order_id: number;
  po_number: number;
  /** null: the products of all warehouses. */
  shipments: { number: number; warehouse_id: number | null }[];
}

/**
 * Divides a locked order among one shipment for each warehouse that its products are in, each with its own AWB number and
 * status. Nothing may have happened to its shipment yet.
 * @throws Refusal 422 if it is in one warehouse, is to be paid to the courier (who collects it with one parcel), or its
 *   shipment has an AWB number or is on its way
 */
export async function splitShipments(context: Context, order: LockedOrder): Promise<DividedOrder> {
  const before = await loadShipments(context, order);
  refuseStarted(before);
  if (order.is_cod) throw orderErrors.refuseField('cod_order_not_split', 'order_id');
  const { warehouse_ids } = order;
  if (warehouse_ids.length < 2) throw orderErrors.refuseField('order_in_one_warehouse', 'order_id');
  if (warehouse_ids.length > orderLimits.order_shipments)
    throw orderErrors.refuseField('too_many_shipments', 'order_id', { limit: orderLimits.order_shipments });
  return replaceShipments(context, order, before, warehouse_ids);
}

/**
 * Makes one shipment of all those of a locked order.
 * @throws Refusal 422 if one of them has an AWB number or is on its way
 */
export async function uniteShipments(context: Context, order: LockedOrder): Promise<DividedOrder> {
  const before = await loadShipments(context, order);
  refuseStarted(before);
  return replaceShipments(context, order, before, [null]);
}

function refuseStarted(shipments: readonly Shipment[]): void {
  for (const { number, awb_number, shipping_status } of shipments)
    if (awb_number !== null || (shipping_status ?? 'READY_TO_SHIP') !== 'READY_TO_SHIP')
      throw orderErrors.refuseField('shipment_started', 'order_id', { number });
}

async function replaceShipments(
  context: Context,
  order: LockedOrder,
  before: readonly Shipment[],
  warehouse_ids: readonly (number | null)[],
): Promise<DividedOrder> {
  const { id: shop_id } = context.shop;
  // The first stays, with what it has of the order.
  await sql`delete from shipments where shop_id = ${shop_id} and order_id = ${order.id} and number > 1`.execute(
    context.db,
  );
  await sql`update shipments set warehouse_id = ${warehouse_ids[0] ?? null}::bigint
    where shop_id = ${shop_id} and order_id = ${order.id} and number = 1`.execute(context.db);
  await sql`
    insert into shipments (shop_id, order_id, number, warehouse_id, ${sql.raw(COPIED_NAMES)})
    select ${shop_id}, first.order_id, further.number + 1, further.warehouse_id, ${sql.raw(COPIED_NAMES)}
    from shipments as first
    cross join unnest(${warehouse_ids.slice(1)}::bigint[]) with ordinality as further (warehouse_id, number)
    where first.shop_id = ${shop_id} and first.order_id = ${order.id} and first.number = 1`.execute(
    context.db,
  );
  await changeOrder(context, order, {
    event: 'order.shipping_changed',
    columns: { shipment_count: warehouse_ids.length },
    further: { shipments: [before.map(({ warehouse_id }) => warehouse_id), warehouse_ids] },
  });
  const shipments = await loadShipments(context, order);
  return {
    order_id: order.id,
    po_number: order.po_number,
    shipments: shipments.map(({ number, warehouse_id }) => ({ number, warehouse_id })),
  };
}
