import type { Module } from '../../kernel/module.ts';
import { registerAssets } from './assets.ts';
import { referenceLimits } from './limits.ts';
import { referencePermissions } from './permissions.ts';
import { loadDefaultRegions } from './regions/load-default-regions.ts';
import { referenceRoutes } from './routes.ts';

export const referenceModule: Module = {
  name: 'reference',
  tables: ['provinces', 'cities', 'districts'],
  permissions: referencePermissions,
  limits: referenceLimits,
  routes: referenceRoutes,
  loadData: loadDefaultRegions,
  serve: registerAssets,
};
