import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../kernel/context.ts';
import { contextInNameOf } from '../../kernel/jobs/in-name-of.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import { bulkOrderErrors } from './errors.ts';
import { bulkOrderLimits } from './limits.ts';
import { countResults, endBulkRun, lockBulkRun, setWaiting } from './run-state.ts';
import { BulkRunIdInput } from './schemas.ts';
import type { BulkTerms } from './actions.ts';
import { workOrder, type BulkWork } from './work-order.ts';

/**
 * Between slices others have the database, and what they changed is seen: at least so long, and for a quarter of the time that the slice
 * took.
 */
const PAUSE_MS = 10;

/** Does the action with each order that waits, the oldest first. Run again, it goes on where it was. */
export const workBulkRunJob = defineJob({
  name: 'work-bulk-run',
  is_told: true,
  input: BulkRunIdInput,
  async run(context, { id }, run) {
    const found = await context.db
      .selectFrom('bulk_runs')
      .select(['action', 'terms', 'state', 'order_total'])
      .where('shop_id', '=', context.shop.id)
      .where('id', '=', id)
      .executeTakeFirst();
    // Its time of storage is over, or it was stopped before it began.
    if (found?.state !== 'RUNNING') return { run_id: id };
    const { action, order_total } = found;
    const work: BulkWork = { run_id: id, action, terms: found.terms as BulkTerms };
    const ended = await workSlices(context, work, order_total, run);
    await context.transaction(async (inner) => {
      const locked = await lockBulkRun(inner, id);
      if (locked.state !== 'RUNNING') return;
      if (ended === 'REFUSED')
        await setWaiting(inner, id, 'FAILED', bulkOrderErrors.refuse('bulk_permission_lost').parts);
      await endBulkRun(inner, locked, ended === 'REFUSED' ? 'STOPPED' : 'DONE');
    });
    return { run_id: id };
  },
});

/** @returns `REFUSED` where the user may not go on */
async function workSlices(
  begun: Context,
  work: BulkWork,
  order_total: number,
  run: JobRun,
): Promise<'WORKED' | 'REFUSED'> {
  let context = begun;
  const counts = (await countResults(context, [work.run_id])).get(work.run_id);
  let done = order_total - (counts?.of('WAITING') ?? 0);
  await run.progress(done, order_total);
  for (let after = 0; ;) {
    const began_ms = performance.now();
    const slice = await nextOrders(context, work.run_id, after);
    for (const order_id of slice) {
      let result = await workOrder(context, work, order_id);
      if (result === 'OTHER_ROLE') {
        context = (await contextInNameOf(context, context, askerOf(context))) ?? context;
        result = await workOrder(context, work, order_id);
      }
      // A role that changes again in the same moment is looked at again, by another run.
      if (result === 'OTHER_ROLE') throw new Error('the role of the user is changing');
      if (result === 'REFUSED') return 'REFUSED';
      done += 1;
      after = order_id;
      await run.progress(Math.min(done, order_total - 1), order_total);
    }
    if (slice.length === 0) break;
    await wait(Math.max(PAUSE_MS, (performance.now() - began_ms) / 4));
  }
  await run.progress(order_total, order_total);
  return 'WORKED';
}

function askerOf({ shop, actor }: Context) {
  const { kind, user_id, credential_id } = actor;
  if (kind === 'visitor') throw new Error('a visitor has no bulk runs');
  return { shop_id: shop.id, user_id, actor_kind: kind, credential_id };
}

/** The next orders that wait. */
async function nextOrders({ db, shop }: Context, run_id: number, after: number): Promise<number[]> {
  const rows = await db
    .selectFrom('bulk_run_orders')
    .select('order_id')
    .where('shop_id', '=', shop.id)
    .where('run_id', '=', run_id)
    .where('result', '=', 'WAITING')
    .where('order_id', '>', after)
    .orderBy('order_id')
    .limit(bulkOrderLimits.bulk_slice)
    .execute();
  return rows.map(({ order_id }) => order_id);
}
