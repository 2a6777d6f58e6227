import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { storeLimits } from './limits.ts';
import { storeShopRoutes } from './shop/routes.ts';

export const storefrontModule: Module = {
  name: 'storefront',
  tables: ['buyer_sessions'],
  limits: storeLimits,
  routes: [...storeShopRoutes],
  retention: [{ table: 'buyer_sessions', column: 'expires_at', days: 0 }],
};
