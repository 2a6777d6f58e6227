import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { setAwbNumbers, type AwbOutcome } from '../../orders/index.ts';
import { awbImportErrors } from './errors.ts';
import { findAwbHolders } from './find-parcels.ts';
import { nextRows, writeResults, type RowResult, type RowWithParcel } from './import-rows.ts';
import { lockAwbImport, needAwbStatus, setAwbImport } from './import-state.ts';
import { awbImportLimits } from './limits.ts';
import { holderFault } from './plan-rows.ts';
import { getAwbImport } from './read-imports.ts';
import { AwbImportIdInput, type AwbImport } from './schemas.ts';

/**
 * Sets the AWB numbers of the rows that were matched; many by a job. Everything is checked again: a row that does not fit anymore
 * sets nothing and says why.
 * @throws Refusal 404 if the user cannot see it; 409 if it is not READY; 422 if no row was matched
 */
export async function applyAwbImport(
  context: Context,
  { id }: z.output<typeof AwbImportIdInput>,
): Promise<z.input<typeof AwbImport>> {
  return context.transaction(async (inner) => {
    needAwbStatus(await lockAwbImport(inner, id), 'READY');
    const { counts } = await getAwbImport(inner, { id });
    if (counts.matched === 0) throw awbImportErrors.refuse('awb_import_nothing');
    if (counts.matched <= awbImportLimits.awb_import_rows_at_once) {
      await applyNext(inner, id);
      await setAwbImport(inner, id, { status: 'APPLIED', applied_at: inner.clock.now() });
    } else {
      const job_id = await enqueue(inner, applyAwbJob, { id });
      await setAwbImport(inner, id, { status: 'APPLYING', job_id });
    }
    return getAwbImport(inner, { id });
  });
}

/** Applies batch after batch, each in a transaction with what is noted of it: run again, it goes on where it was. */
export const applyAwbJob = defineJob({
  name: 'apply-awb-import',
  is_told: true,
  input: AwbImportIdInput,
  async run(context, { id }, run) {
    const { counts } = await getAwbImport(context, { id });
    const total = counts.matched + counts.applied;
    let done = counts.applied;
    let is_done = false;
    while (!is_done) {
      await run.progress(done, total);
      const rows = await context.transaction(async (inner) => {
        if ((await lockAwbImport(inner, id)).status !== 'APPLYING') return 0;
        const count = await applyNext(inner, id);
        if (count === 0) await setAwbImport(inner, id, { status: 'APPLIED', applied_at: inner.clock.now() });
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
async function applyNext(context: Context, id: number): Promise<number> {
  // Two imports that give one number to different orders come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended('awb-import', ${context.shop.id}))`.execute(
    context.db,
  );
  const rows = await nextRows(context, id, 'MATCHED');
  const holders = await findAwbHolders(
    context,
    rows.map(({ awb_number }) => awb_number),
  );
  const faults = new Map(rows.map((row) => [row, holderFault(row.awb_number, row, holders)]));
  const free = rows.filter((row) => faults.get(row) === null);
  const outcomes = await setAwbNumbers(
    context,
    free.map(({ order_id, shipment, awb_number }) => ({
      order_id,
      number: shipment,
      from: null,
      to: awb_number,
    })),
  );
  await writeResults(context, id, [
    ...rows.flatMap((row) => {
      const fault = faults.get(row) ?? null;
      return fault === null ? [] : [wrong(row, fault)];
    }),
    ...free.flatMap((row, index) => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [resultOf(row, outcome)];
    }),
  ]);
  return rows.length;
}

function resultOf(row: RowWithParcel, found: AwbOutcome): RowResult {
  const { row_number, po_number } = row;
  switch (found.result) {
    case 'SET':
      return { row_number, outcome: 'APPLIED', fault: null, shipping_status: found.shipping_status ?? null };
    case 'SAME':
      return { row_number, outcome: 'UNCHANGED', fault: null, shipping_status: null };
    case 'NOT_ACTIVE':
      return wrong(
        row,
        awbImportErrors.part('awb_order_not_active', '', { po_number, status: found.order_status ?? '' }),
      );
    case 'NOT_FOUND':
      return wrong(row, awbImportErrors.part('awb_order_unknown', '', { value: po_number }));
    case 'OTHER_AWB':
    case 'OTHER_STATUS':
      return wrong(
        row,
        awbImportErrors.part('awb_order_has_other', '', { po_number, awb_number: found.awb_number ?? '' }),
      );
  }
}

function wrong({ row_number }: RowWithParcel, fault: RefusalPart): RowResult {
  return { row_number, outcome: 'WRONG', fault, shipping_status: null };
}
