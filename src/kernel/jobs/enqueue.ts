import type { Context } from '../context.ts';
import { limits } from '../limits.ts';
import { jobErrors } from './errors.ts';
import type { Job } from './job.ts';

/**
 * Asks for long work, in the transaction that is open (or one of its own): the work is done if that is kept,
 * and does not exist if it is not.
 * @returns the job's id, under which its progress is found
 * @throws Refusal 429 where `limits.jobs_unfinished` of the shop wait or run
 */
export function enqueue<Input>(context: Context, job: Job<Input>, input: Input): Promise<number> {
  return context.transaction(async (inner) => {
    await holdToUnfinished(inner);
    const { id } = await inner.db
      .insertInto('shop_jobs')
      .values({
        shop_id: inner.shop.id,
        name: job.name,
        input: JSON.stringify(input),
        user_id: inner.actor.user_id,
        actor_kind: inner.actor.kind,
        credential_id: inner.actor.credential_id,
        language: inner.language,
        // What is done later is read away from the request: it never leads where a request said that the server is.
        base_url: inner.public_url(),
        request_id: inner.request_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await queueUp(inner, id);
    return id;
  });
}

/**
 * Runs a job again that failed for good.
 * @throws Refusal 400 where it has not failed, 404 where it does not exist
 */
export function requeue(context: Context, job_id: number): Promise<boolean> {
  return context.transaction(async (inner) => {
    await holdToUnfinished(inner);
    const again = await inner.db
      .updateTable('shop_jobs')
      .set({ status: 'QUEUED', failure: null, finished_at: null, done: 0, total: null })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', job_id)
      .where('status', '=', 'FAILED')
      .returning('id')
      .executeTakeFirst();
    if (again === undefined) return false;
    await queueUp(inner, job_id);
    return true;
  });
}

async function queueUp(context: Context, job_id: number): Promise<void> {
  await context.queue.send(context.platform, 'shop-job', { shop_id: context.shop.id, id: job_id });
  await context.afterCommit(() => context.queue.wake('shop-job'));
}

/** A soft limit: it keeps a shop from flooding the queue, and two at once may pass it by one. */
async function holdToUnfinished(context: Context): Promise<void> {
  const unfinished = await context.db
    .selectFrom('shop_jobs')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', context.shop.id)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .executeTakeFirstOrThrow();
  if (Number(unfinished.count) >= limits.jobs_unfinished)
    throw jobErrors.refuse('too_many_jobs', { limit: limits.jobs_unfinished });
}
