import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { changeOrder } from './change-order.ts';
import { lockOrderFor } from './lock-order.ts';
import type { OrderMade, SetShippingStatusInput } from './schemas.ts';

/** Staff say where the parcel is, where no courier does: handed over, or delivered. */
export async function setShippingStatus(
  context: Context,
  input: z.output<typeof SetShippingStatusInput>,
): Promise<z.input<typeof OrderMade>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'SHIP');
    const shipping_status = input.status === 'DELIVERED' ? 'DELIVERED' : 'ON_PROCESS';
    await changeOrder(inner, order, { action: 'shipping_changed', columns: { shipping_status } });
    return { order_id: order.id, po_number: order.po_number };
  });
}
