import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import { columnsOf, lockImport, setImport } from './import-state.ts';
import { productImportLimits } from './limits.ts';
import { storePreview } from './preview.ts';
import type { FileColumn } from './read/columns.ts';
import { ImportIdInput } from './schemas.ts';

/**
 * Has the stored rows of an import checked: up to `productImportLimits.import_rows_at_once` immediately, more by a job. An
 * import without a column of names waits until one is chosen.
 */
export async function checkImport(
  context: Context,
  id: number,
  columns: readonly FileColumn[],
  row_total: number,
): Promise<void> {
  const is_mapped = columns.some(({ read_as }) => read_as === 'name');
  const at_once = row_total <= productImportLimits.import_rows_at_once;
  const job_id = is_mapped && !at_once ? await enqueue(context, checkJob, { id }) : null;
  await setImport(context, id, { status: is_mapped ? 'CHECKING' : 'UNMAPPED', row_total, job_id });
  if (is_mapped && at_once) await check(context, id);
}

/** In the transaction that is open. */
async function check(context: Context, id: number, run?: JobRun): Promise<number> {
  const found = await lockImport(context, id);
  if (found.status !== 'CHECKING') return found.row_total;
  await storePreview(context, id, columnsOf(found), async (rows) => run?.progress(rows, found.row_total));
  await setImport(context, id, { status: 'READY' });
  return found.row_total;
}

export const checkJob = defineJob({
  name: 'check-product-import',
  is_told: true,
  input: ImportIdInput,
  async run(context, { id }, run) {
    await run.progress(0);
    const rows = await context.transaction((inner) => check(inner, id, run));
    await run.progress(rows, rows);
    return { import_id: id, rows };
  },
});
