import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { setAwbNumbers, type ShippingStatus } from '../../orders/index.ts';
import { awbImportErrors } from './errors.ts';
import { nextRows, writeResults } from './import-rows.ts';
import { lockAwbImport, needAwbStatus, setAwbImport } from './import-state.ts';
import { awbImportLimits } from './limits.ts';
import { getAwbImport } from './read-imports.ts';
import { AwbImportIdInput, type AwbImport } from './schemas.ts';

/**
 * Removes the AWB numbers that an import has set; many by a job. A parcel that was changed since keeps its number, and its row
 * says so.
 * @throws Refusal 404 if the user cannot see it; 409 if it is not APPLIED
 */
export async function undoAwbImport(
  context: Context,
  { id }: z.output<typeof AwbImportIdInput>,
): Promise<z.input<typeof AwbImport>> {
  return context.transaction(async (inner) => {
    needAwbStatus(await lockAwbImport(inner, id), 'APPLIED');
    const { counts } = await getAwbImport(inner, { id });
    if (counts.applied <= awbImportLimits.awb_import_rows_at_once) {
      await undoNext(inner, id);
      await setAwbImport(inner, id, { status: 'UNDONE', undone_at: inner.clock.now() });
    } else {
      const job_id = await enqueue(inner, undoAwbJob, { id });
      await setAwbImport(inner, id, { status: 'UNDOING', job_id });
    }
    return getAwbImport(inner, { id });
  });
}

/** Undoes batch after batch, each in a transaction with what is noted of it: run again, it goes on where it was. */
export const undoAwbJob = defineJob({
  name: 'undo-awb-import',
  is_told: true,
  input: AwbImportIdInput,
  async run(context, { id }, run) {
    const { counts } = await getAwbImport(context, { id });
    const total = counts.applied + counts.undone + counts.kept;
    let done = total - counts.applied;
    let is_done = false;
    while (!is_done) {
      await run.progress(done, total);
      const rows = await context.transaction(async (inner) => {
        if ((await lockAwbImport(inner, id)).status !== 'UNDOING') return 0;
        const count = await undoNext(inner, id);
        if (count === 0) await setAwbImport(inner, id, { status: 'UNDONE', undone_at: inner.clock.now() });
        return count;
      });
      done += rows;
      is_done = rows === 0;
    }
    await run.progress(done, total);
    return { import_id: id };
  },
});

/** @returns how many rows were worked */
async function undoNext(context: Context, id: number): Promise<number> {
  const rows = await nextRows(context, id, 'APPLIED');
  const outcomes = await setAwbNumbers(
    context,
    rows.map((row) => ({
      order_id: row.order_id,
      number: row.shipment,
      from: row.awb_number,
      to: null,
      shipping_status: row.shipping_status as ShippingStatus | null,
    })),
  );
  await writeResults(
    context,
    id,
    rows.map(({ row_number, po_number, shipping_status }, index) => {
      // Without the number already: there is nothing to remove.
      const is_undone = outcomes[index]?.result === 'SET' || outcomes[index]?.result === 'SAME';
      return {
        row_number,
        outcome: is_undone ? ('UNDONE' as const) : ('KEPT' as const),
        fault: is_undone ? null : awbImportErrors.part('awb_changed_since', '', { po_number }),
        shipping_status,
      };
    }),
  );
  return rows.length;
}
