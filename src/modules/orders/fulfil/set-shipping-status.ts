import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseBooked } from '../booked-shipments.ts';
import { chosenShipments } from '../handled-shipments.ts';
import { lockOrderFor } from '../lock-order.ts';
import { changeShipments } from '../shipments.ts';
import type { OrderReference } from '../schemas.ts';
import type { SetShippingStatusInput } from './schemas.ts';

const STORED_STATUSES = {
  'READY TO SHIP': 'READY_TO_SHIP',
  'ON PROCESS': 'ON_PROCESS',
  DELIVERED: 'DELIVERED',
} as const;

/**
 * Sets the shipping status where no courier reports it: handed over, delivered, or still at the shop after a mistake.
 * Without a number, of all shipments of the order that the user handles.
 * @throws Refusal 422 if the step is impossible, or the parcel of a vendor's booking would be ready to ship again
 */
export async function setShippingStatus(
  context: Context,
  input: z.output<typeof SetShippingStatusInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'SHIP');
    const shipping_status = STORED_STATUSES[input.status];
    const shipments = await chosenShipments(inner, order, input.shipment, 'shipment');
    const changes = shipments.map(({ number }) => ({ number, shipping_status }));
    if (shipping_status === 'READY_TO_SHIP') {
      const numbers = new Set(changes.map(({ number }) => number));
      await refuseBooked(inner, order, ['status'], ({ shipment }) => numbers.has(shipment));
    }
    await changeShipments(inner, order, changes, { source: 'STAFF', field: 'status' });
    return { order_id: order.id, po_number: order.po_number };
  });
}
