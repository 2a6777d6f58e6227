import type { Module } from '../../kernel/module.ts';
import { confirmRoutes } from './confirm/routes.ts';
import { findPaymentDifferences } from './differences.ts';
import './errors.ts';
import { checkoutEvents } from './events.ts';
import { expiryClock } from './expire/expire-due.ts';
import { gatewayRoutes } from './gateway/routes.ts';
import { chargeClock } from './gateway/work-charges.ts';
import { checkoutLimits } from './limits.ts';
import { historyRoutes, payRoutes } from './pay/routes.ts';
import { checkoutPermissions } from './permissions.ts';
import { placeRoutes } from './place/routes.ts';
import { storePaymentFunction } from './store-payment.ts';
import { takeCodeFunction } from './take-unique-code.ts';

export const checkoutModule: Module = {
  name: 'checkout',
  tables: [
    'buyer_payments',
    'buyer_payment_orders',
    'payment_receipts',
    'unique_code_counters',
    'gateway_charges',
    'gateway_payments',
  ],
  functions: [storePaymentFunction, takeCodeFunction],
  events: checkoutEvents,
  permissions: checkoutPermissions,
  limits: checkoutLimits,
  routes: [...placeRoutes, ...payRoutes, ...historyRoutes, ...confirmRoutes, ...gatewayRoutes],
  schedules: (services) => [expiryClock(services), chargeClock(services)],
  checks: [{ title: 'buyers’ payments agree with their orders and receipts', find: findPaymentDifferences }],
};
