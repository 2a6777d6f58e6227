import type { Module } from '../../kernel/module.ts';
import { shippingLimits } from './limits.ts';
import './paper/errors.ts';
import { paperRoutes } from './paper/routes.ts';
import { parcelDownload } from './parcels/download-parcels.ts';
import './parcels/errors.ts';
import { parcelRoutes } from './parcels/routes.ts';

export const shippingModule: Module = {
  name: 'shipping',
  limits: shippingLimits,
  routes: [...paperRoutes, ...parcelRoutes],
  jobs: [parcelDownload.job],
};
