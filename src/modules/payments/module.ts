import type { Module } from '../../kernel/module.ts';
import { adminFeeRoutes } from './admin-fees/routes.ts';
import './errors.ts';
import { paymentEvents } from './events.ts';
import './gateway/errors.ts';
import { gatewayEvents } from './gateway/events.ts';
import { GATEWAY_KEYS, GATEWAY_TOKENS } from './gateway/open-gateway.ts';
import { gatewayRoutes } from './gateway/routes.ts';
import { paymentLimits } from './limits.ts';
import { findPaidDifferences } from './paid-differences.ts';
import { paymentPermissions } from './permissions.ts';
import { paymentRoutes } from './routes.ts';

export const paymentsModule: Module = {
  name: 'payments',
  tables: ['bank_accounts', 'order_payments', 'admin_fees', 'gateway_connections'],
  sealed: [GATEWAY_KEYS, GATEWAY_TOKENS],
  events: { ...paymentEvents, ...gatewayEvents },
  permissions: paymentPermissions,
  limits: paymentLimits,
  routes: [...paymentRoutes, ...adminFeeRoutes, ...gatewayRoutes],
  checks: [{ title: 'what is paid on an order is the sum of its payments', find: findPaidDifferences }],
};
