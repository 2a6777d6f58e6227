import type { Module } from '../../kernel/module.ts';
import { workPermissions } from './permissions.ts';
import { workRoutes } from './routes.ts';

export const workModule: Module = {
  name: 'work',
  permissions: workPermissions,
  routes: workRoutes,
};
