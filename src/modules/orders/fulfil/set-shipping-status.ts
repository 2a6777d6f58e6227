import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrderFor } from '../lock-order.ts';
import { shippingFault } from '../shipping-states.ts';
import type { OrderReference } from '../schemas.ts';
import type { SetShippingStatusInput } from './schemas.ts';

const STORED_STATUSES = {
  'READY TO SHIP': 'READY_TO_SHIP',
  'ON PROCESS': 'ON_PROCESS',
  DELIVERED: 'DELIVERED',
} as const;

/**
 * Sets the shipping status where no courier reports it: handed over, delivered, or still at the shop after a mistake.
 */
export async function setShippingStatus(
  context: Context,
  input: z.output<typeof SetShippingStatusInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'SHIP');
    const shipping_status = STORED_STATUSES[input.status];
    const fault = shippingFault(order.shipping_status, shipping_status, 'STAFF', 'status');
    if (fault !== undefined) throw new Refusal([fault]);
    await changeOrder(inner, order, { event: 'order.shipping_changed', columns: { shipping_status } });
    return { order_id: order.id, po_number: order.po_number };
  });
}
