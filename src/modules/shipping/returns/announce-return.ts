import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { hasLeft, findShipment, lockOrderFor } from '../../orders/index.ts';
import { returnErrors } from './errors.ts';
import { getReturn } from './get-return.ts';
import { lockReturn, writeReturn } from './lock-return.ts';
import type { AnnounceReturnInput, ReturnDetail, UpdateReturnInput } from './schemas.ts';

type Answer = z.input<typeof ReturnDetail>;

/**
 * Announces that a parcel comes back, before the courier says so.
 * @throws Refusal 404 if there is no such parcel; 422 if its order is not active, it has not left, or it has a return
 */
export async function announceReturn(
  context: Context,
  { order_id, shipment: number, reason }: z.output<typeof AnnounceReturnInput>,
): Promise<Answer> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, order_id, 'RETURN');
    const shipment = await findShipment(inner, order, number);
    const { shipping_status } = shipment;
    if (!hasLeft(shipping_status))
      throw returnErrors.refuseField('parcel_not_sent', 'order_id', {
        status: shipping_status ?? 'READY_TO_SHIP',
      });
    const { id } = await inner.db
      .insertInto('parcel_returns')
      .values({
        shop_id: inner.shop.id,
        order_id,
        shipment: number,
        state: 'ANNOUNCED',
        source: 'STAFF',
        reason,
        courier_id: order.courier_id,
        announced_at: inner.clock.now(),
        announced_by: inner.actor.user_id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'parcel_return.announced', id, { order_id, shipment: number });
    return getReturn(inner, { id });
  });
}

/**
 * Says that a parcel is on its way back, or that it does not come back after all.
 * @throws Refusal 404 if the shop has no such return; 422 if it was received, settled or cancelled
 */
export async function updateReturn(
  context: Context,
  { id, state }: z.output<typeof UpdateReturnInput>,
): Promise<Answer> {
  return context.transaction(async (inner) => {
    const { found } = await lockReturn(inner, id, { to: state, action: 'SETTLE_RETURN' });
    const now = inner.clock.now();
    const of_parcel = { order_id: found.order_id, shipment: found.shipment };
    if (state === 'ON_THE_WAY') {
      await writeReturn(inner, found, { state, on_the_way_at: now });
      await emit(inner, 'parcel_return.on_the_way', id, of_parcel);
    } else {
      await writeReturn(inner, found, { state, canceled_at: now, canceled_by: inner.actor.user_id });
      await emit(inner, 'parcel_return.canceled', id, of_parcel);
    }
    return getReturn(inner, { id });
  });
}
