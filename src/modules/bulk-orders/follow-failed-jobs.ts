import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { readByShop, type EventReader } from '../../kernel/event-readers.ts';
import type { RefusalPart } from '../../kernel/errors.ts';
import { endBulkRun, lockBulkRun, setWaiting } from './run-state.ts';
import { workBulkRunJob } from './work-bulk-run.ts';

/** Ends the runs whose job has failed for good, as where its user was removed: what it has not done can be done by a retry. */
export const failedBulkRuns: EventReader = {
  name: 'failed-bulk-runs',
  reads: ['job.failed'],
  read: (context, events) =>
    readByShop(context, events, async (inner, of_shop) => {
      const failed = of_shop.filter(
        ({ payload }) => (payload as { name: string }).name === workBulkRunJob.name,
      );
      for (const { subject_id } of failed) await endRunOf(inner, subject_id);
    }),
};

async function endRunOf(context: Context, job_id: number): Promise<void> {
  const job = await context.db
    .selectFrom('shop_jobs')
    .select([
      sql<number>`(input->>'id')::bigint`.as('run_id'),
      sql<RefusalPart[] | null>`failure`.as('failure'),
    ])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', job_id)
    .where('status', '=', 'FAILED')
    .executeTakeFirst();
  if (job === undefined) return;
  const run = await lockBulkRun(context, job.run_id);
  // A retry has another job.
  if (run.state !== 'RUNNING' || run.job_id !== job_id) return;
  await setWaiting(context, run.id, 'FAILED', job.failure ?? [{ code: 'job_failed' }]);
  await endBulkRun(context, run, 'STOPPED');
}
