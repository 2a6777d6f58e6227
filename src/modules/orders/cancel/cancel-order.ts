import type { OrderReference } from '../schemas.ts';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { moveBalance } from '../../payments/index.ts';
import { giveBackPromos } from '../../promos/index.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrderFor } from '../lock-order.ts';
import { statusAfter } from '../order-states.ts';
import { moveOrderStock, stockOfOrder } from '../order-stock.ts';
import type { CancelInput } from './schemas.ts';

/**
 * Cancels an order: its stock returns to the warehouse it came from (to the main warehouse if that one was deleted
 * since), its promos can be used again, and what was paid is added to the balance of the customer or recorded as
 * refunded. The order keeps its number, lines and payments, and can be reactivated.
 * @throws Refusal 404 if the shop has no such order; 422 if it is not active, or a courier has the parcel
 */
export async function cancelOrder(
  context: Context,
  input: z.output<typeof CancelInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'CANCEL');
    await giveBackPromos(inner, order.id);
    const stock = (await stockOfOrder(inner, order.id)).map(({ quantity, ...level }) => ({
      ...level,
      delta: quantity,
    }));
    await moveOrderStock(inner, order, 'ORDER CANCEL', stock);
    const paid_as = order.paid_idr > 0 ? input.paid_as : null;
    if (paid_as === 'BALANCE')
      await moveBalance(inner, {
        customer_id: order.sender_id,
        order_id: order.id,
        amount_idr: order.paid_idr,
        reason: 'ORDER CANCELED',
      });
    await changeOrder(inner, order, {
      event: 'order.canceled',
      columns: { order_status: statusAfter('CANCEL', order), paid_as },
      stock,
    });
    return { order_id: order.id, po_number: order.po_number };
  });
}
