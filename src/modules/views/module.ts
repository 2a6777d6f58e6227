import type { Module } from '../../kernel/module.ts';
import './errors.ts';
import { viewsOfRemovedUsers } from './forget-users.ts';
import { viewLimits } from './limits.ts';
import { viewPermissions } from './permissions.ts';
import { viewRoutes } from './routes.ts';

export const viewsModule: Module = {
  name: 'views',
  tables: ['saved_views', 'user_preferences'],
  readers: [viewsOfRemovedUsers],
  permissions: viewPermissions,
  limits: viewLimits,
  routes: viewRoutes,
};
