import type { Module } from '../../kernel/module.ts';
import { analyzerRoutes } from './analyzer/routes.ts';
import { bestCustomerDownload, bestSalesDownload } from './analyzer/downloads.ts';
import './errors.ts';
import { reportPermissions } from './permissions.ts';
import { reportRoutes } from './routes.ts';

export const reportsModule: Module = {
  name: 'reports',
  permissions: reportPermissions,
  routes: [...reportRoutes, ...analyzerRoutes],
  jobs: [bestCustomerDownload.job, bestSalesDownload.job],
};
