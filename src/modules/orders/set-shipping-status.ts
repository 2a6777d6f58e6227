import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockActiveOrder } from './lock-order.ts';
import type { OrderMade, SetShippingStatusInput } from './schemas.ts';

/** Staff say where the parcel is, where no courier does: handed over, or delivered. */
export async function setShippingStatus(
  context: Context,
  input: z.output<typeof SetShippingStatusInput>,
): Promise<z.input<typeof OrderMade>> {
  return context.transaction(async (inner) => {
    const order = await lockActiveOrder(inner, input.id);
    const shipping_status = input.status === 'DELIVERED' ? 'DELIVERED' : 'ON_PROCESS';
    await inner.db
      .updateTable('orders')
      .set({ shipping_status, updated_by: inner.actor.user_id, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', order.id)
      .execute();
    await emit(inner, 'order.shipping_changed', order.id, { shipping_status });
    return { order_id: order.id, po_number: order.po_number };
  });
}
