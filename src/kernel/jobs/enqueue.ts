import type { Context } from '../context.ts';
import { limits } from '../limits.ts';
import { jobErrors } from './errors.ts';
import type { Job } from './job.ts';

/**
 * Queues a job in the open transaction (or in one of its own): the job runs if that is committed, and does not exist
 * otherwise.
 * @param key for work that must be done once however often it is requested, such as a vendor's event: a second job with
 *   the same name and key is not created while the first is stored (`limits.jobs_days`)
 * @returns the ID of the job, by which its progress can be read
 * @throws Refusal 429 if the shop has `limits.jobs_unfinished` unfinished jobs, or `limits.callback_jobs_unfinished`
 *   requested by vendors
 */
export function enqueue<Input>(
  context: Context,
  job: Pick<Job<Input>, 'name' | 'input'>,
  input: Input,
  key?: string,
): Promise<number> {
  const { kind: actor_kind } = context.actor;
  // A job is done for a user, with the rights that the user has then.
  if (actor_kind === 'visitor') throw new Error(`a visitor can not request the job ${job.name}`);
  return context.transaction(async (inner) => {
    const known = key === undefined ? undefined : await findJob(inner, job.name, key);
    if (known !== undefined) return known;
    await holdToUnfinished(inner);
    const made = await inner.db
      .insertInto('shop_jobs')
      .values({
        shop_id: inner.shop.id,
        name: job.name,
        key: key ?? null,
        input: JSON.stringify(input),
        user_id: inner.actor.user_id,
        actor_kind,
        credential_id: inner.actor.credential_id,
        language: inner.language,
        // What is done later is read away from the request: it never leads where a request said that the server is.
        base_url: inner.public_url(),
        request_id: inner.request_id,
        created_at: inner.clock.now(),
      })
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'name', 'key']).where('key', 'is not', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    // Another has just made it, and has committed it: an insert waits for that.
    if (made === undefined) return (await findJob(inner, job.name, key ?? '')) ?? gone(job.name);
    await queueUp(inner, made.id);
    return made.id;
  });
}

async function findJob(context: Context, name: string, key: string): Promise<number | undefined> {
  const found = await context.db
    .selectFrom('shop_jobs')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('name', '=', name)
    .where('key', '=', key)
    .executeTakeFirst();
  return found?.id;
}

function gone(name: string): never {
  throw new Error(`a job ${name} of the same key was there and is gone`);
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

/**
 * A soft limit: it prevents a shop, or a vendor that reports about it, from flooding the queue; two concurrent requests
 * may exceed it by one. Neither uses the capacity of the other.
 */
async function holdToUnfinished(context: Context): Promise<void> {
  const is_callback = context.actor.kind === 'callback';
  const limit = is_callback ? limits.callback_jobs_unfinished : limits.jobs_unfinished;
  const unfinished = await context.db
    .selectFrom('shop_jobs')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('shop_id', '=', context.shop.id)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .where('actor_kind', is_callback ? '=' : '<>', 'callback')
    .executeTakeFirstOrThrow();
  if (Number(unfinished.count) >= limit) throw jobErrors.refuse('too_many_jobs', { limit });
}
