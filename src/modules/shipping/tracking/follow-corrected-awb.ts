import type { PublicContext, Context } from '../../../kernel/context.ts';
import { inShop, type EventReader, type ReadEvent } from '../../../kernel/event-readers.ts';
import { loadShipments, lockOrderFor, type Shipment } from '../../orders/index.ts';
import { followWay, loadEvents } from '../tracking-news.ts';
import { isOfOtherAwb, walkEvents } from '../tracking-walk.ts';

/**
 * A parcel whose AWB number was corrected or removed is where staff and the events of its number say, and its courier is
 * asked anew, in the name of who has corrected it.
 */
export const trackingOfCorrectedAwb: EventReader = {
  name: 'corrected-awb-numbers',
  reads: ['order.awb_added', 'order.shipping_changed', 'order.edited'],
  async read(context, events) {
    for (const event of events) {
      const { awb_number } = event.payload as { awb_number?: [before: string | null, after: string | null] };
      if (awb_number !== undefined && awb_number[0] !== null) await followCorrected(context, event);
    }
  },
};

async function followCorrected(
  context: PublicContext,
  { shop_id, subject_id: order_id, user_id }: ReadEvent,
): Promise<void> {
  const shop = await context.db
    .selectFrom('orders')
    .innerJoin('shops', (join) => join.onRef('shops.id', '=', 'orders.shop_id').on('shops.id', '=', shop_id))
    .select('shops.time_zone')
    .where('orders.shop_id', '=', shop_id)
    .where('orders.id', '=', order_id)
    .executeTakeFirst();
  if (shop === undefined) return;
  const inner = inShop(context, { id: shop_id, time_zone: shop.time_zone }, user_id);
  const order = await lockOrderFor(inner, order_id, 'TRACK');
  for (const shipment of await loadShipments(inner, order)) {
    const events = await loadEvents(inner, shipment);
    if (!events.some((event) => isOfOtherAwb(shipment, event))) continue;
    await pollAnew(inner, shipment);
    await followWay(inner, order, shipment, walkEvents(shipment, events));
  }
}

/** As a parcel that was never asked of. */
async function pollAnew({ db, shop, clock }: Context, { order_id, number }: Shipment): Promise<void> {
  const now = clock.now();
  await db
    .updateTable('tracking_polls')
    .set({
      started_at: now,
      next_poll_at: now,
      vendor: null,
      polled_at: null,
      unchanged: 0,
      failures: 0,
      problem: null,
    })
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .where('number', '=', number)
    .execute();
}
