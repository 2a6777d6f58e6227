import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import { openRecords } from '../../kernel/sheets/read-records.ts';
import { soughtColumns } from './columns.ts';
import { getImport } from './get-import.ts';
import { insertRows } from './import-rows.ts';
import { lockImport, setImport, titlesOf } from './import-state.ts';
import { productImportLimits } from './limits.ts';
import { storePreview } from './preview.ts';
import { ImportIdInput, type Import, type UploadImportInput } from './schemas.ts';

/**
 * Reads a product spreadsheet and previews its effect, cell by cell; no data of the shop is changed. Up to
 * `productImportLimits.import_rows_at_once` rows are checked immediately, more by a job.
 * @throws Refusal 422 on `file` if it is not a spreadsheet, or has no product names
 */
export async function uploadImport(
  context: Context,
  input: z.output<typeof UploadImportInput>,
): Promise<z.input<typeof Import>> {
  const { titles, unknown, records } = await openRecords(
    input.file.bytes,
    'file',
    await soughtColumns(context),
  );
  return context.transaction(async (inner) => {
    const { id } = await inner.db
      .insertInto('product_imports')
      .values({
        shop_id: inner.shop.id,
        file_name: input.file.name.slice(0, 200),
        status: 'CHECKING',
        titles: JSON.stringify([...titles]),
        unknown_columns: unknown,
        row_total: 0,
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row_total = await insertRows(inner, id, records);
    const at_once = row_total <= productImportLimits.import_rows_at_once;
    const job_id = at_once ? null : await enqueue(inner, previewJob, { id });
    await setImport(inner, id, { status: 'CHECKING', row_total, job_id });
    if (at_once) await preview(inner, id);
    return getImport(inner, { id });
  });
}

/** In the transaction that is open. */
async function preview(context: Context, id: number, run?: JobRun): Promise<number> {
  const found = await lockImport(context, id);
  if (found.status !== 'CHECKING') return found.row_total;
  await storePreview(context, id, titlesOf(found), async (rows) => run?.progress(rows, found.row_total));
  await setImport(context, id, { status: 'READY' });
  return found.row_total;
}

export const previewJob = defineJob({
  name: 'check-product-import',
  input: ImportIdInput,
  async run(context, { id }, run) {
    await run.progress(0);
    const rows = await context.transaction((inner) => preview(inner, id, run));
    await run.progress(rows, rows);
    return { import_id: id, rows };
  },
});
