import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { paymentEvents } from './events.ts';
import { paymentLimits } from './limits.ts';
import { findPaidDifferences } from './paid-differences.ts';
import { paymentPermissions } from './permissions.ts';
import { paymentRoutes } from './routes.ts';

export const paymentsModule: Module = {
  name: 'payments',
  tables: ['bank_accounts', 'order_payments'],
  events: paymentEvents,
  permissions: paymentPermissions,
  limits: paymentLimits,
  routes: paymentRoutes,
  checks: [{ title: 'what is paid on an order is the sum of its payments', find: findPaidDifferences }],
};
