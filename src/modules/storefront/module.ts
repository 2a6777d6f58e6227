import type { Module } from '../../kernel/module.ts';
import { sessionsOfEndedAccounts } from './accounts/end-sessions.ts';
import { storeAccountRoutes } from './accounts/routes.ts';
import './errors.ts';
import { storeEvents } from './events.ts';
import { storeGoodsRoutes } from './goods/routes.ts';
import { storeLimits } from './limits.ts';
import { storeRateRoutes } from './rates/routes.ts';
import { storeShopRoutes } from './shop/routes.ts';

export const storefrontModule: Module = {
  name: 'storefront',
  tables: ['buyer_sessions', 'buyer_passwords', 'buyer_codes'],
  events: storeEvents,
  limits: storeLimits,
  routes: [...storeShopRoutes, ...storeGoodsRoutes, ...storeRateRoutes, ...storeAccountRoutes],
  readers: [sessionsOfEndedAccounts],
  retention: [
    { table: 'buyer_sessions', column: 'expires_at', days: 0 },
    { table: 'buyer_codes', column: 'expires_at', days: 1 },
  ],
};
