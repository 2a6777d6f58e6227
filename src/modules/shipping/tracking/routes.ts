import { bare, page, success } from '../../../kernel/http/answer.ts';
import { callbackRoute } from '../../../kernel/http/callback-route.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { addTrackingEvent } from './add-event.ts';
import { listTracking, refreshTracking } from './list-tracking.ts';
import { courierCallbackJob, verifyCallback } from './receive-callback.ts';
import {
  AddTrackingEventInput,
  ListTrackingInput,
  ParcelTracked,
  RefreshTrackingInput,
  TrackedParcel,
  TrackingEventAdded,
  TrackParcelInput,
} from './schemas.ts';
import { trackParcel } from './track-parcel.ts';

const section = 'Shipment';

export const trackingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/expedition/tracking',
    operation: 'trackParcel',
    section: 'Expedition',
    summary: 'Track a parcel',
    description:
      'If a connected vendor tracks the parcel and was not asked in the last ten minutes, it is asked first. ' +
      'Otherwise the response has what staff and vendors reported so far.',
    permission: 'orders.read',
    input: TrackParcelInput,
    answer: bare(ParcelTracked),
    run: trackParcel,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/tracking',
    operation: 'listTracking',
    section,
    summary: 'List tracked parcels',
    description: 'Parcels whose courier is asked automatically: when next, and what failed last.',
    permission: 'orders.read',
    input: ListTrackingInput,
    answer: page(TrackedParcel),
    run: listTracking,
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
  route({
    method: 'POST',
    path: '/api/open/shipping/tracking/:order_id/refresh',
    operation: 'refreshTracking',
    section,
    summary: 'Ask the courier of a parcel now',
    permission: 'orders.ship',
    repeatable: true,
    input: RefreshTrackingInput,
    answer: success(TrackedParcel),
    run: refreshTracking,
  }),
  callbackRoute({
    path: '/api/callback/courier/:connection',
    operation: 'receiveCourierCallback',
    section: 'Callbacks',
    summary: 'Receive news of a booked parcel',
    description:
      'The address to enter at the vendor: `callback_url` of the connection. What it reports is read from the vendor.',
    answer_within_ms: 5_000,
    verify: verifyCallback,
    job: courierCallbackJob,
  }),
];
