import { sql } from 'kysely';
import type { Context, Services } from '../context.ts';
import { Refusal, type RefusalPart } from '../errors.ts';
import { emit } from '../outbox.ts';
import { jobErrors } from './errors.ts';
import type { jobEvents } from './events.ts';
import { contextInNameOf, contextOfShop } from './in-name-of.ts';
import { JobInterrupted, type Job, type JobRun } from './job.ts';
import type { Reference, Worker } from './queue.ts';

/** Time between two writes of a job's progress. */
const PROGRESS_EVERY_MS = 500;

/** Does the work of `shop_jobs`: each row by the job that it names. */
export function jobWorker(services: Services, jobs: readonly Job[]): Worker {
  return {
    async run(reference, signal) {
      const row = await claim(services, reference);
      if (row === undefined) return;
      const job = jobs.find(({ name }) => name === row.name);
      // A newer process, running beside this one during an upgrade, may know it.
      if (job === undefined) throw new Error(`no job of this name: ${row.name}`);
      const { language, base_url, request_id } = row;
      const facts = { language, base_url, request_id, address: '' };
      const context = await contextInNameOf(services, facts, row);
      if (context === undefined) {
        await fail(services, row, jobErrors.refuse('job_user_removed').parts);
        return;
      }
      try {
        const input = job.input.parse(row.input);
        const result = await job.run(context, input, jobRun(services, row, signal));
        const is_told = job.is_told === true && row.actor_kind !== 'callback';
        await finish(
          services,
          row,
          { status: 'SUCCESS', result: JSON.stringify(result) },
          is_told ? 'job.finished' : undefined,
        );
      } catch (error) {
        await endInError(services, row, error);
      }
    },
    async giveUp(reference) {
      const now = services.clock.now();
      await inNobodysName(services, reference.shop_id).transaction(async (inner) => {
        const row = await inner.db
          .updateTable('shop_jobs')
          .set({ status: 'FAILED', failure: failure(jobErrors.refuse('job_failed').parts), finished_at: now })
          .where('shop_id', '=', reference.shop_id)
          .where('id', '=', reference.id)
          .where('status', 'in', ['QUEUED', 'RUNNING'])
          .returning(['id', 'shop_id', 'name', 'user_id'])
          .executeTakeFirst();
        if (row !== undefined) await tell(inner, row, 'job.failed');
      });
    },
  };
}

type Row = Exclude<Awaited<ReturnType<typeof claim>>, undefined>;

/** Takes the row for a new run: what an older one still writes is no longer taken. */
function claim(services: Services, { shop_id, id }: Reference) {
  return services.db
    .updateTable('shop_jobs')
    .set({ status: 'RUNNING', attempts: sql`attempts + 1`, started_at: services.clock.now() })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .returningAll()
    .executeTakeFirst();
}

async function endInError(services: Services, row: Row, error: unknown): Promise<void> {
  if (error instanceof Refusal && error.status < 500) {
    await fail(services, row, error.parts);
    return;
  }
  if (!(error instanceof JobInterrupted))
    services.log.error({ request_id: row.request_id, job_id: row.id, err: error }, `${row.name} failed`);
  await finish(services, row, { status: 'QUEUED' });
  throw error;
}

function fail(services: Services, row: Row, parts: RefusalPart[]): Promise<void> {
  return finish(services, row, { status: 'FAILED', failure: failure(parts) }, 'job.failed');
}

const failure = (parts: RefusalPart[]) => JSON.stringify(parts);

/** @param event written with it */
async function finish(
  services: Services,
  row: Row,
  end: { status: 'SUCCESS'; result: string } | { status: 'FAILED'; failure: string } | { status: 'QUEUED' },
  event?: keyof typeof jobEvents,
): Promise<void> {
  const columns = { ...end, ...(end.status !== 'QUEUED' && { finished_at: services.clock.now() }) };
  if (event === undefined) {
    await ofRun(services.db, row).set(columns).execute();
    return;
  }
  await inNobodysName(services, row.shop_id).transaction(async (inner) => {
    const ended = await ofRun(inner.db, row).set(columns).returning('id').executeTakeFirst();
    if (ended !== undefined) await tell(inner, row, event);
  });
}

/** Nothing that the time zone says is written here. */
function inNobodysName(services: Services, shop_id: number): Context {
  return contextOfShop(services, 'jobs', { id: shop_id, time_zone: 'Asia/Jakarta' });
}

function tell(
  context: Context,
  { id, name, user_id }: Pick<Row, 'id' | 'name' | 'user_id'>,
  event: keyof typeof jobEvents,
): Promise<void> {
  return emit({ ...context, actor: { ...context.actor, user_id } }, event, id, { name });
}

/** The row, as long as no newer run has taken it. */
function ofRun(db: Services['db'], row: Row) {
  return db
    .updateTable('shop_jobs')
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('attempts', '=', row.attempts)
    .where('status', '=', 'RUNNING');
}

function jobRun(services: Services, row: Row, signal: AbortSignal): JobRun {
  let written_ms = 0;
  return {
    job_id: row.id,
    async progress(done, total) {
      if (signal.aborted) throw new JobInterrupted('the run has to end');
      const now_ms = performance.now();
      if (done !== total && now_ms - written_ms < PROGRESS_EVERY_MS) return;
      written_ms = now_ms;
      const written = await ofRun(services.db, row)
        .set({ done, ...(total !== undefined && { total }) })
        .returning('id')
        .executeTakeFirst();
      if (written === undefined) throw new JobInterrupted('another run has taken over');
    },
  };
}
