import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockActiveOrder } from './lock-order.ts';
import type { AddAwbInput, AwbAdded } from './schemas.ts';

/** Writes the courier's tracking number on an order, in place of one that it has. */
export async function addAwbNumber(
  context: Context,
  input: z.output<typeof AddAwbInput>,
): Promise<z.input<typeof AwbAdded>> {
  return context.transaction(async (inner) => {
    const order = await lockActiveOrder(inner, input.id);
    await inner.db
      .updateTable('orders')
      .set({ awb_number: input.awb_number, updated_by: inner.actor.user_id, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', order.id)
      .execute();
    await emit(inner, 'order.awb_added', order.id, { awb_number: input.awb_number });
    return {
      order_id: order.id,
      po_number: order.po_number,
      // The reference tells of the message to the customer; this installation has no message provider.
      notification: {
        id: 0,
        title: 'No notification sent',
        content: 'Messages to customers are not connected for this shop.',
      },
    };
  });
}
