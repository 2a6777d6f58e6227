import type { Module } from '../../kernel/module.ts';
import { expenseDownload } from './download-expenses.ts';
import './errors.ts';
import { expenseEvents } from './events.ts';
import { expenseLimits } from './limits.ts';
import { expensePermissions } from './permissions.ts';
import { expenseRoutes } from './routes.ts';

export const expensesModule: Module = {
  name: 'expenses',
  tables: ['expenses'],
  events: expenseEvents,
  permissions: expensePermissions,
  limits: expenseLimits,
  routes: expenseRoutes,
  jobs: [expenseDownload.job],
};
