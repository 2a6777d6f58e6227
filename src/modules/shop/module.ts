import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { shopEvents } from './events.ts';
import { shopLimits } from './limits.ts';
import { shopPermissions } from './permissions.ts';
import { shopRoutes } from './routes.ts';
import { findSubdomainDifferences } from './subdomain-differences.ts';

export const shopModule: Module = {
  name: 'shop',
  tables: ['shops', 'shop_subdomains', 'suppliers'],
  events: shopEvents,
  permissions: shopPermissions,
  limits: shopLimits,
  routes: shopRoutes,
  checks: [{ title: 'the directory of subdomains has those of the shops', find: findSubdomainDifferences }],
};
