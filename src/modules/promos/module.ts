import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { promoEvents } from './events.ts';
import { promoLimits } from './limits.ts';
import { promoPermissions } from './permissions.ts';
import { promoRoutes } from './routes.ts';
import { findUseDifferences } from './use-differences.ts';

export const promosModule: Module = {
  name: 'promos',
  tables: ['promos', 'promo_products', 'promo_uses', 'promo_customers'],
  events: promoEvents,
  permissions: promoPermissions,
  limits: promoLimits,
  routes: promoRoutes,
  checks: [{ title: 'promos are counted as often as orders use them', find: findUseDifferences }],
};
