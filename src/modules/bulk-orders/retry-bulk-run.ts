import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { may } from '../../kernel/permissions.ts';
import { emit } from '../../kernel/outbox.ts';
import { BULK_ACTION_TABLE } from './actions.ts';
import { bulkOrderErrors } from './errors.ts';
import { getBulkRun } from './read-bulk-runs.ts';
import { lockBulkRun } from './run-state.ts';
import type { BulkRun, RetryBulkRunInput } from './schemas.ts';
import { queueBulkRun } from './start-bulk-orders.ts';

/**
 * Does the orders again that have failed, in the name of the user who requests it.
 * @throws Refusal 403 if the user may not do it with one order; 404 if the shop has no such run; 409 if it is running; 422 if no order
 *   has failed
 */
export async function retryBulkRun(
  context: Context,
  { id, with_stopped }: z.output<typeof RetryBulkRunInput>,
): Promise<z.input<typeof BulkRun>> {
  return context.transaction(async (inner) => {
    const { db, shop, actor } = inner;
    const run = await lockBulkRun(inner, id);
    if (!may(actor.role, BULK_ACTION_TABLE[run.action].permission)) throw kernelErrors.refuse('forbidden');
    if (run.state === 'RUNNING') throw bulkOrderErrors.refuse('bulk_run_running');
    const again = await db
      .updateTable('bulk_run_orders')
      .set({ result: 'WAITING', faults: null, worked_at: null })
      .where('shop_id', '=', shop.id)
      .where('run_id', '=', id)
      .where('result', 'in', with_stopped ? ['FAILED', 'STOPPED'] : ['FAILED'])
      .executeTakeFirst();
    const orders = Number(again.numUpdatedRows);
    if (orders === 0) throw bulkOrderErrors.refuse('bulk_nothing_to_retry');
    await db
      .updateTable('bulk_runs')
      .set({
        state: 'RUNNING',
        ended_at: null,
        done_total: null,
        skipped_total: null,
        failed_total: null,
        stopped_total: null,
        amount_idr: null,
      })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .execute();
    await emit(inner, 'bulk_run.retried', id, { action: run.action, orders });
    await queueBulkRun(inner, id);
    return getBulkRun(inner, { id });
  });
}
