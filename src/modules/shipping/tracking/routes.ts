import { bare, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { addTrackingEvent } from './add-event.ts';
import { AddTrackingEventInput, ParcelTracked, TrackingEventAdded, TrackParcelInput } from './schemas.ts';
import { trackParcel } from './track-parcel.ts';

const section = 'Shipment';

export const trackingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/expedition/tracking',
    operation: 'trackParcel',
    section: 'Expedition',
    summary: 'Track a parcel',
    permission: 'orders.read',
    input: TrackParcelInput,
    answer: bare(ParcelTracked),
    run: trackParcel,
  }),
  route({
    method: 'POST',
    path: '/api/open/shipping/tracking',
    operation: 'addTrackingEvent',
    section,
    summary: 'Add a tracking event',
    description:
      'For couriers that no vendor tracks: staff pass on what the courier says. The shipping status follows all ' +
      'events of the parcel, in the order in which they happened.',
    permission: 'orders.ship',
    input: AddTrackingEventInput,
    answer: success(TrackingEventAdded),
    run: addTrackingEvent,
  }),
];
