import type { z } from 'zod';
import { idNotFound } from '../../../kernel/not-found.ts';
import { Refusal } from '../../../kernel/errors.ts';
import {
  hasEnded,
  hasLeft,
  loadShipments,
  lockOrderFor,
  type LockedOrder,
  type Shipment,
} from '../../orders/index.ts';
import { receiveNews } from '../../shipping/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { checkoutErrors } from '../errors.ts';
import { ordersOf } from '../lock-payment.ts';
import { findPaymentId } from './find-payment.ts';
import { viewPayment } from './get-payment.ts';
import type { BuyerPaymentView, ReceivedInput } from './schemas.ts';

/**
 * Records that the buyer has the parcels of an order that were sent. Saying it again changes nothing.
 * @throws Refusal 404 if there is no such payment; 422 if the order is not one of it, or was not sent yet
 */
export async function confirmReceived(
  context: StoreContext,
  input: z.output<typeof ReceivedInput>,
): Promise<z.input<typeof BuyerPaymentView>> {
  const id = await findPaymentId(context, input.token);
  const orders = await ordersOf(context, id);
  if (!orders.some(({ order_id }) => order_id === input.order_id))
    throw new Refusal([idNotFound('order_id')]);
  await context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.order_id, 'TRACK', 'order_id');
    const shipments = await loadShipments(inner, order);
    const sent = sentOf(order, shipments);
    if (sent.length === 0) throw checkoutErrors.refuseField('order_not_with_courier', 'order_id');
    const now = inner.clock.now();
    for (const { number, shipping_status } of sent) {
      if (hasEnded(shipping_status)) continue;
      const event_id = `buyer-${inner.random.bytes(12).toString('hex')}`;
      const said = { event_id, happened_at: now, code: 'DELIVERED', status: 'DELIVERED' as const };
      const told = { ...said, is_returning: false, description: 'Diterima oleh pembeli', location: '' };
      await receiveNews(inner, order.id, number, [told], { source: 'STAFF' });
    }
  });
  return viewPayment(context, id);
}

/**
 * The parcels that can have arrived: those that have left, and all of an accepted order whose parcels all have an AWB number,
 * as many sellers enter no more than that.
 */
function sentOf(
  { order_status }: Pick<LockedOrder, 'order_status'>,
  shipments: readonly Shipment[],
): readonly Shipment[] {
  const left = shipments.filter(({ shipping_status }) => hasLeft(shipping_status));
  const are_sent =
    order_status === 'ACCEPTED' &&
    shipments.every((shipment) => shipment.awb_number !== null || left.includes(shipment));
  return are_sent ? shipments : left;
}
