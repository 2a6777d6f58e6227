import type { Module } from '../../kernel/module.ts';
import { analyzerRoutes } from './analyzer/routes.ts';
import { bestCustomerDownload, bestSalesDownload } from './analyzer/downloads.ts';
import './errors.ts';
import { reportEvents } from './events.ts';
import { journalRoutes } from './journal/routes.ts';
import { reportLimits } from './limits.ts';
import { reportPermissions } from './permissions.ts';
import { reportRoutes } from './routes.ts';

export const reportsModule: Module = {
  name: 'reports',
  tables: ['journal_accounts'],
  events: reportEvents,
  permissions: reportPermissions,
  limits: reportLimits,
  routes: [...reportRoutes, ...analyzerRoutes, ...journalRoutes],
  jobs: [bestCustomerDownload.job, bestSalesDownload.job],
};
