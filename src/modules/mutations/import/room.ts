import type { Module } from '../../../kernel/module.ts';
import { applyMutationsJob } from './apply-import.ts';
import { mutationImportRoutes } from './routes.ts';
import { undoMutationsJob } from './undo-import.ts';

/** Bank statements, as the module is put together from it. */
export const mutationImportRoom = {
  tables: ['mutation_imports', 'mutation_import_rows', 'mutation_layouts'],
  routes: mutationImportRoutes,
  jobs: [applyMutationsJob, undoMutationsJob],
} satisfies Partial<Module>;
