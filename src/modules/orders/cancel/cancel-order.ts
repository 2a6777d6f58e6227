import type { OrderReference } from '../schemas.ts';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { moveBalance, releaseHold } from '../../payments/index.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import { statusAfter } from '../order-states.ts';
import { giveBackHolds } from '../order-holds.ts';
import type { CancelInput } from './schemas.ts';

/**
 * Cancels an order: its stock returns to the warehouse it came from (to the main warehouse if that one was deleted
 * since), but for the units that a return has accounted for, its promos can be used again, and what was paid is added to the balance of the customer or recorded as
 * refunded. The order keeps its number, lines and payments, and can be reactivated.
 * @throws Refusal 404 if the shop has no such order; 422 if it is not active, or a courier has the parcel
 */
export async function cancelOrder(
  context: Context,
  input: z.output<typeof CancelInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'CANCEL');
    await cancelLockedOrder(inner, order, input);
    return { order_id: order.id, po_number: order.po_number };
  });
}

/**
 * Cancels an order that is locked, and whose state allows it: see `cancelOrder`.
 * @param input.return_cost_idr what it has cost that the order's parcels came back; undefined: as before
 */
export async function cancelLockedOrder(
  context: Context,
  order: LockedOrder,
  { return_cost_idr, ...input }: Pick<z.output<typeof CancelInput>, 'paid_as'> & { return_cost_idr?: number },
): Promise<void> {
  const stock = await giveBackHolds(context, order, 'ORDER CANCEL');
  const paid_as = order.paid_idr > 0 ? input.paid_as : null;
  if (paid_as === 'BALANCE')
    await moveBalance(context, {
      customer_id: order.sender_id,
      order_id: order.id,
      amount_idr: order.paid_idr,
      reason: 'ORDER CANCELED',
    });
  // What was paid through the gateway of the platform pays the shop for what it has refunded.
  if (paid_as === 'REFUNDED') await releaseHold(context, order.id, 'ORDER_REFUNDED');
  const columns = { order_status: statusAfter('CANCEL', order), paid_as };
  await changeOrder(context, order, {
    event: 'order.canceled',
    columns: return_cost_idr === undefined ? columns : { ...columns, return_cost_idr },
    stock,
  });
}
