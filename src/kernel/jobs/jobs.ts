import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import type { Log } from '../log.ts';

/** Work that runs by the clock, on one process of all that share the database. */
export interface ScheduledJob {
  name: string;
  /** Cron expression, in UTC. */
  cron: string;
  /** Must be safe to run again: a job that was cut off is repeated. */
  run(): Promise<void>;
}

export interface Jobs {
  /** Lets running jobs end, then stops taking new ones. */
  stop(): Promise<void>;
}

/** Starts the job queue in the same PostgreSQL and schedules the jobs given. */
export async function startJobs(pool: pg.Pool, log: Log, scheduled: ScheduledJob[]): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values) },
    schema: 'jobs',
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  await boss.start();
  for (const job of scheduled) {
    await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 900 });
    await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: 30 }, async () => job.run());
    await boss.schedule(job.name, job.cron);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}
