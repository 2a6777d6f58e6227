import type { Module } from '../../kernel/module.ts';
import { shippingLimits } from './limits.ts';
import './packing/errors.ts';
import { packingEvents } from './packing/events.ts';
import { packingRoutes } from './packing/routes.ts';
import './paper/errors.ts';
import { paperRoutes } from './paper/routes.ts';
import { parcelDownload } from './parcels/download-parcels.ts';
import './parcels/errors.ts';
import { parcelRoutes } from './parcels/routes.ts';

export const shippingModule: Module = {
  name: 'shipping',
  tables: ['packed_units'],
  events: { ...packingEvents },
  limits: shippingLimits,
  routes: [...packingRoutes, ...paperRoutes, ...parcelRoutes],
  jobs: [parcelDownload.job],
};
