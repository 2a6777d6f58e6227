import type { Module } from '../../kernel/module.ts';
import { applyJob } from './apply-import.ts';
import { checkJob } from './check-import.ts';
import './errors.ts';
import { findCountDifferences } from './import-rows.ts';
import { productImportLimits } from './limits.ts';
import { productImportRoutes } from './routes.ts';
import { undoJob } from './undo-import.ts';

export const productImportModule: Module = {
  name: 'product-import',
  tables: ['product_imports', 'product_import_rows', 'product_import_layouts'],
  limits: productImportLimits,
  routes: productImportRoutes,
  checks: [{ title: 'imports say how many of their rows do what', find: findCountDifferences }],
  jobs: [checkJob, applyJob, undoJob],
};
