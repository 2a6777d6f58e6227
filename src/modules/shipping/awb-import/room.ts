import type { Module } from '../../../kernel/module.ts';
import { applyAwbJob } from './apply-import.ts';
import './errors.ts';
import { awbImportLimits } from './limits.ts';
import { awbImportRoutes } from './routes.ts';
import { undoAwbJob } from './undo-import.ts';

/** AWB numbers from lists, as the module is put together from it. */
export const awbImportRoom = {
  tables: ['awb_imports', 'awb_import_rows'],
  limits: awbImportLimits,
  routes: awbImportRoutes,
  jobs: [applyAwbJob, undoAwbJob],
} satisfies Partial<Module>;
