import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { invoiceLimits } from './limits.ts';
import { invoicePermissions } from './permissions.ts';
import { printRoutes } from './print/routes.ts';
import { receivableRoutes } from './receivables/routes.ts';

export const invoicesModule: Module = {
  name: 'invoices',
  limits: invoiceLimits,
  permissions: invoicePermissions,
  routes: [...printRoutes, ...receivableRoutes],
};
