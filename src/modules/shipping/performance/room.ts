import type { Module } from '../../../kernel/module.ts';
import './errors.ts';
import { performancePermissions } from './permissions.ts';
import { performanceRoutes } from './routes.ts';

/** What the report contributes to the module. */
export const performanceRoom = {
  permissions: performancePermissions,
  routes: performanceRoutes,
} satisfies Partial<Module>;
