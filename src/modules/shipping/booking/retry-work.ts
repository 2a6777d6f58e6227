import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { handledShipment, lockOrderFor } from '../../orders/index.ts';
import { wakeBookings } from '../bookings.ts';
import { vendorErrors } from '../vendor-errors.ts';
import { openWork, workAnswer } from './list-work.ts';
import type { RetryShippingWorkInput, ShippingWork } from './schemas.ts';

/**
 * Has a vendor asked again at once. What it may have booked already is found by the same key, and not booked twice.
 * @throws Refusal 404; 422 where there is nothing to try again, the order is not active, or the parcel leaves from another
 *   warehouse than the user's
 */
export async function retryShippingWork(
  context: Context,
  { id }: z.output<typeof RetryShippingWorkInput>,
): Promise<z.input<typeof ShippingWork>> {
  return context.transaction(async (inner) => {
    const found = await openWork(inner)
      .select(['b.order_id', 'b.shipment', 'b.state', 'orders.po_number'])
      .where('b.id', '=', id)
      .executeTakeFirst();
    if (found === undefined) throw kernelErrors.refuse('not_found');
    // What is canceled is so for closed orders too.
    if (found.state !== 'CANCELING') await lockOrderFor(inner, found.order_id, 'SHIP');
    await handledShipment(inner, { id: found.order_id }, found.shipment, 'id');
    const now = inner.clock.now();
    const row = await inner.db
      .updateTable('courier_bookings')
      .set((eb) => ({
        state: eb
          .case()
          .when('state', '=', 'FAILED')
          .then('WAITING' as const)
          .else(eb.ref('state'))
          .end(),
        attempts: 0,
        problem: null,
        next_try_at: now,
        updated_at: now,
      }))
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .where('state', '<>', 'CANCELED')
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw vendorErrors.refuse('booking_not_open', { state: 'CANCELED' });
    await wakeBookings(inner);
    return workAnswer(inner, { ...row, po_number: found.po_number });
  });
}
