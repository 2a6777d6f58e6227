import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { orderpayEvents } from './events.ts';
import { orderpayLimits } from './limits.ts';
import { orderpayPermissions } from './permissions.ts';
import { orderpayHolds } from './holds/follow-delivery.ts';
import { refundRoutes } from './refunds/routes.ts';
import { walletRoutes } from './wallet/routes.ts';
import { withdrawalRoutes } from './withdrawals/routes.ts';
import { findWithdrawalDifferences } from './withdrawals/withdrawal-differences.ts';
import { withdrawalClock, withdrawalJob } from './withdrawals/work-withdrawals.ts';

export const orderpayModule: Module = {
  name: 'orderpay',
  tables: ['withdrawals'],
  events: orderpayEvents,
  permissions: orderpayPermissions,
  limits: orderpayLimits,
  readers: [orderpayHolds],
  routes: [...walletRoutes, ...withdrawalRoutes, ...refundRoutes],
  jobs: [withdrawalJob],
  schedules: (services) => [withdrawalClock(services)],
  checks: [{ title: 'withdrawals have the state of their transfers', find: findWithdrawalDifferences }],
};
