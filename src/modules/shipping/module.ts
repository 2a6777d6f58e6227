import type { Module } from '../../kernel/module.ts';
import { awbImportRoom } from './awb-import/room.ts';
import { bookingsOfCanceledOrders } from './booking/cancel-with-order.ts';
import { bookingRoutes } from './booking/routes.ts';
import { bookingClock, bookingJob } from './booking/work-bookings.ts';
import { connectionEvents } from './connections/events.ts';
import { connectionRoutes } from './connections/routes.ts';
import { codRoom } from './cod/room.ts';
import { parcelEvents } from './events.ts';
import { shippingLimits } from './limits.ts';
import { packingOfCanceledOrders } from './packed-units.ts';
import './packing/errors.ts';
import { packingEvents } from './packing/events.ts';
import { packingRoutes } from './packing/routes.ts';
import './paper/errors.ts';
import { paperRoutes } from './paper/routes.ts';
import { parcelDownload } from './parcels/download-parcels.ts';
import './parcels/errors.ts';
import { parcelRoutes } from './parcels/routes.ts';
import { performanceRoom } from './performance/room.ts';
import { shippingPermissions } from './permissions.ts';
import { rateRoutes } from './rates/routes.ts';
import { returnsRoom } from './returns/room.ts';
import { COURIER_KEYS } from './vendor-accounts.ts';
import './tracking/errors.ts';
import { trackingOfCorrectedAwb } from './tracking/follow-corrected-awb.ts';
import { trackingClock } from './tracking/poll-due.ts';
import { courierCallbackJob } from './tracking/receive-callback.ts';
import { trackingRoutes } from './tracking/routes.ts';
import { findTrackingDifferences } from './tracking-differences.ts';
import './vendor-errors.ts';

export const shippingModule: Module = {
  name: 'shipping',
  tables: [
    'packed_units',
    'vendor_rates',
    'courier_connections',
    'courier_bookings',
    'tracking_events',
    'tracking_polls',
    ...codRoom.tables,
    ...returnsRoom.tables,
    ...awbImportRoom.tables,
  ],
  sealed: [COURIER_KEYS],
  events: { ...parcelEvents, ...connectionEvents, ...packingEvents, ...returnsRoom.events },
  readers: [
    bookingsOfCanceledOrders,
    packingOfCanceledOrders,
    trackingOfCorrectedAwb,
    ...codRoom.readers,
    ...returnsRoom.readers,
  ],
  limits: { ...shippingLimits, ...codRoom.limits, ...awbImportRoom.limits },
  permissions: { ...shippingPermissions, ...codRoom.permissions, ...performanceRoom.permissions },
  routes: [
    ...packingRoutes,
    ...paperRoutes,
    ...parcelRoutes,
    ...rateRoutes,
    ...connectionRoutes,
    ...bookingRoutes,
    ...trackingRoutes,
    ...codRoom.routes,
    ...returnsRoom.routes,
    ...performanceRoom.routes,
    ...awbImportRoom.routes,
  ],
  jobs: [parcelDownload.job, bookingJob, courierCallbackJob, ...codRoom.jobs, ...awbImportRoom.jobs],
  schedules: (services) => [bookingClock(services), trackingClock(services), ...codRoom.schedules(services)],
  retention: [{ table: 'vendor_rates', column: 'expires_at', days: 1 }],
  checks: [
    { title: 'shipments have the status of their tracking events', find: findTrackingDifferences },
    ...codRoom.checks,
    ...returnsRoom.checks,
  ],
};
