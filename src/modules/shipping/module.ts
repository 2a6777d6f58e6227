import type { Module } from '../../kernel/module.ts';
import { shippingLimits } from './limits.ts';
import './paper/errors.ts';
import { paperRoutes } from './paper/routes.ts';

export const shippingModule: Module = {
  name: 'shipping',
  limits: shippingLimits,
  routes: [...paperRoutes],
};
