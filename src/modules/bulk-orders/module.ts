import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { bulkOrderEvents } from './events.ts';
import { failedBulkRuns } from './follow-failed-jobs.ts';
import { bulkOrderLimits } from './limits.ts';
import { bulkOrderPermissions } from './permissions.ts';
import { bulkOrderRoutes } from './routes.ts';
import { workBulkRunJob } from './work-bulk-run.ts';

export const bulkOrdersModule: Module = {
  name: 'bulk-orders',
  tables: ['bulk_runs', 'bulk_run_orders'],
  readers: [failedBulkRuns],
  events: bulkOrderEvents,
  permissions: bulkOrderPermissions,
  limits: bulkOrderLimits,
  routes: bulkOrderRoutes,
  jobs: [workBulkRunJob],
  // The orders of a run first, in portions: they are many.
  retention: [
    { table: 'bulk_run_orders', column: 'created_at', days: bulkOrderLimits.bulk_run_days },
    { table: 'bulk_runs', column: 'created_at', days: bulkOrderLimits.bulk_run_days },
  ],
};
