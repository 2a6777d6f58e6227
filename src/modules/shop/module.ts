import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { shopEvents } from './events.ts';
import { shopLimits } from './limits.ts';
import { shopPermissions } from './permissions.ts';
import { shopRoutes } from './routes.ts';

export const shopModule: Module = {
  name: 'shop',
  tables: ['shops', 'suppliers'],
  events: shopEvents,
  permissions: shopPermissions,
  limits: shopLimits,
  routes: shopRoutes,
};
