import type { z } from 'zod';
import { instantOf } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { receiveNews } from '../tracking-news.ts';
import { trackingErrors } from './errors.ts';
import type { AddTrackingEventInput, TrackingEventAdded } from './schemas.ts';

/**
 * Records what a courier says of a parcel that no vendor tracks.
 * @throws Refusal 404 if there is no such parcel; 422 if it has not happened yet
 */
export async function addTrackingEvent(
  context: Context,
  input: z.output<typeof AddTrackingEventInput>,
): Promise<z.input<typeof TrackingEventAdded>> {
  const { order_id, shipment, status, description = '', location = '' } = input;
  const now = context.clock.now();
  const happened_at =
    input.happened_at === undefined ? now : instantOf(input.happened_at, context.shop.time_zone);
  if (happened_at > now) throw trackingErrors.refuseField('tracking_in_future', 'happened_at');
  const event_id = `staff-${context.random.bytes(12).toString('hex')}`;
  const event = { event_id, happened_at, code: status, status, is_returning: false, description, location };
  const { way } = await receiveNews(context, order_id, shipment, [event], { source: 'STAFF' });
  return {
    order_id,
    shipment,
    shipping_status: way.status ?? 'READY_TO_SHIP',
    effect: way.effects.get(event_id) ?? 'KEPT',
  };
}
