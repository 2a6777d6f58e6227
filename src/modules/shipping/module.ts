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
import './rates/errors.ts';
import { rateRoutes } from './rates/routes.ts';

export const shippingModule: Module = {
  name: 'shipping',
  tables: ['packed_units', 'vendor_rates'],
  events: { ...packingEvents },
  limits: shippingLimits,
  routes: [...packingRoutes, ...paperRoutes, ...parcelRoutes, ...rateRoutes],
  jobs: [parcelDownload.job],
  retention: [{ table: 'vendor_rates', column: 'expires_at', days: 1 }],
};
