import type { Module } from '../../kernel/module.ts';
import { findAmountDifferences } from './differences.ts';
import './errors.ts';
import { billingEvents } from './events.ts';
import { billingLimits } from './limits.ts';
import { billingPermissions } from './permissions.ts';
import { billingRoutes } from './routes.ts';
import { serveBadges } from './serve-badges.ts';
import { billingClock, billingJob } from './work-orders.ts';

export const billingModule: Module = {
  name: 'billing',
  tables: ['billing_orders', 'billing_order_lines'],
  events: billingEvents,
  limits: billingLimits,
  permissions: billingPermissions,
  routes: billingRoutes,
  serve: serveBadges,
  jobs: [billingJob],
  schedules: (services) => [billingClock(services)],
  checks: [{ title: 'invoices for packages have received what they say', find: findAmountDifferences }],
};
