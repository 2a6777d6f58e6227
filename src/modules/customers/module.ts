import type { Module } from '../../kernel/module.ts';
import { findLastOrderDifferences, findCustomerTextDifferences } from './differences.ts';
import { customerDownload } from './download-customers.ts';
import './errors.ts';
import { customerEvents } from './events.ts';
import { customerLimits } from './limits.ts';
import { guestCustomerFunction } from './guest-customer.ts';
import { openCustomerCategories } from './open-customer-categories.ts';
import { customerPermissions } from './permissions.ts';
import { customerRoutes } from './routes.ts';

export const customersModule: Module = {
  name: 'customers',
  tables: ['customers', 'customer_categories', 'customer_texts', 'guest_phones'],
  functions: [guestCustomerFunction],
  events: customerEvents,
  permissions: customerPermissions,
  limits: customerLimits,
  routes: customerRoutes,
  jobs: [customerDownload.job],
  checks: [
    { title: 'the last order of a customer is on the customer', find: findLastOrderDifferences },
    { title: 'search reads what customers say', find: findCustomerTextDifferences },
  ],
  openShop: openCustomerCategories,
};
