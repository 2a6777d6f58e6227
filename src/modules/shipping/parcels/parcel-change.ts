import type { Context } from '../../../kernel/context.ts';
import { handledShipment, lockOrderFor, type LockedOrder, type Shipment } from '../../orders/index.ts';

/** A parcel of a locked order. */
export interface LockedParcel {
  order: LockedOrder;
  shipment: Shipment;
  /** What texts of refusals name. */
  named: { po_number: number; shipment: number; status: string };
}

/**
 * Locks an order for a change of one of its parcels.
 * @throws Refusal 404 if there is no such parcel; 422 if the order is not active, or another warehouse handles the parcel
 */
export async function lockParcel(
  context: Context,
  { order_id, number }: { order_id: number; number: number },
): Promise<LockedParcel> {
  const order = await lockOrderFor(context, order_id, 'SHIP');
  const shipment = await handledShipment(context, order, number, 'shipment');
  const status = shipment.shipping_status ?? 'READY_TO_SHIP';
  return { order, shipment, named: { po_number: order.po_number, shipment: number, status } };
}
