import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { bulkOrderErrors } from './errors.ts';
import { getBulkRun } from './read-bulk-runs.ts';
import { endBulkRun, lockBulkRun, setWaiting } from './run-state.ts';
import type { BulkRun, BulkRunIdInput } from './schemas.ts';

/**
 * Stops a run: no order that waits is done any more. What was done stays.
 * @throws Refusal 404 if the shop has no such run; 409 if it has ended
 */
export async function stopBulkRun(
  context: Context,
  { id }: z.output<typeof BulkRunIdInput>,
): Promise<z.input<typeof BulkRun>> {
  return context.transaction(async (inner) => {
    const run = await lockBulkRun(inner, id);
    if (run.state !== 'RUNNING') throw bulkOrderErrors.refuse('bulk_run_ended');
    await setWaiting(inner, id, 'STOPPED');
    await endBulkRun(inner, run, 'STOPPED');
    return getBulkRun(inner, { id });
  });
}
