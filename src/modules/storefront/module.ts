import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { storeGoodsRoutes } from './goods/routes.ts';
import { storeLimits } from './limits.ts';
import { storeRateRoutes } from './rates/routes.ts';
import { storeShopRoutes } from './shop/routes.ts';

export const storefrontModule: Module = {
  name: 'storefront',
  tables: ['buyer_sessions'],
  limits: storeLimits,
  routes: [...storeShopRoutes, ...storeGoodsRoutes, ...storeRateRoutes],
  retention: [{ table: 'buyer_sessions', column: 'expires_at', days: 0 }],
};
