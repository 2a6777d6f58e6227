import type { Kysely } from 'kysely';
import type pg from 'pg';
import { PgBoss, fromKysely } from 'pg-boss';
import type { DB } from '../database/schema.generated.ts';
import type { Log } from '../log.ts';
import { watchQueues, type QueueWatch } from './watch-queues.ts';

/** The queue contains the id of a row, which has everything else. */
export interface Reference {
  shop_id: number;
  id: number;
}

export type QueueName = 'shop-job' | 'mail' | 'push';

/** Where use-cases queue work that starts when their transaction is committed. */
export interface Queue {
  /** Queues a row's work in the transaction given. */
  send(db: Kysely<DB>, name: QueueName, reference: Reference): Promise<void>;
  /** Has this process look at once for what was queued; others look every few seconds. */
  wake(name: QueueName): Promise<void>;
}

/**
 * Runs what is queued. A run whose process was killed is repeated, so running twice must have the same effect as once.
 */
export interface Worker {
  /** @throws to be tried again later. @param signal aborted when the run has to end */
  run(reference: Reference, signal: AbortSignal): Promise<void>;
  /** Called when all tries have failed. */
  giveUp(reference: Reference): Promise<void>;
}

/**
 * Work that runs by the clock: by a cron expression (in UTC) on one process of all that share the database, or, where a
 * minute is too long, every few seconds on each of them.
 */
export type ScheduledJob = {
  name: string;
  /** Must be safe to run again: a job that was cut off is repeated. One of every few seconds also beside itself. */
  run(): Promise<void>;
} & ({ cron: string } | { every_seconds: number });

/** By the queue whose work they do; a queue without one stands still in this process. */
export type Workers = Partial<Record<QueueName, Worker>>;

export interface QueueServer extends Queue {
  /** Begins to do what is queued and what is due by the clock. */
  start(workers: Workers, scheduled: ScheduledJob[]): Promise<void>;
  /** Stops taking new work, and gives what runs 20 seconds to end before another process may take it. */
  stop(): Promise<void>;
}

interface Policy {
  /** Concurrent runs per process, of which one per shop, so that a busy shop does not delay others. */
  at_once: number;
  retries: number;
  first_retry_s: number;
  longest_retry_s: number;
  most_s: number;
}

const POLICIES: Record<QueueName, Policy> = {
  'shop-job': { at_once: 2, retries: 4, first_retry_s: 5, longest_retry_s: 300, most_s: 3_600 },
  // A mail server that is down for a day loses no mail.
  mail: { at_once: 2, retries: 14, first_retry_s: 15, longest_retry_s: 3 * 3_600, most_s: 120 },
  // Some three hours: what is pushed later says nothing new.
  push: { at_once: 2, retries: 10, first_retry_s: 15, longest_retry_s: 3_600, most_s: 300 },
};

const QUEUES = Object.keys(POLICIES) as QueueName[];

/** How long a process may be silent before its work is given to another. */
const SILENCE_S = 30;
/** Each worker looks so rarely by itself: `watchQueues` looks for all of them, and wakes those that have something to do. */
const LOOK_ALONE_EVERY_S = 60;

/**
 * The queue in the same PostgreSQL: no other service is needed, and work is stored or rolled back with its transaction.
 */
export function openQueue(
  pool: pg.Pool,
  log: Log,
  { silence_s = SILENCE_S, alone_every_s = LOOK_ALONE_EVERY_S } = {},
): QueueServer {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values) },
    schema: 'jobs',
    // `watchQueues` says when there is something to look after.
    supervise: false,
    monitorIntervalSeconds: 1,
    registerInstance: false,
    // No job of ours waits for others, and no index is made in the background.
    flowIntervalSeconds: 3_600,
    // What is due by the clock is due within a minute.
    cronWorkerIntervalSeconds: 15,
    bamIntervalSeconds: 3_600,
  });
  const working = new Map<string, string[]>();
  let watch: QueueWatch | undefined;
  const stopping = new AbortController();
  const tickers: Ticker[] = [];
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  const wakeWorkers = (name: string) => {
    for (const id of working.get(name) ?? []) boss.notifyWorker(id);
  };
  return {
    async send(db, name, reference) {
      const group = { id: String(reference.shop_id) };
      await boss.send(name, reference, { db: fromKysely(db), group });
    },
    wake(name) {
      wakeWorkers(name);
      return Promise.resolve();
    },
    async start(workers, scheduled) {
      await boss.start();
      for (const name of QUEUES) {
        const worker = workers[name];
        if (worker === undefined) continue;
        await openQueueOf(boss, name, silence_s);
        working.set(name, await work(boss, name, worker, alone_every_s, stopping.signal));
        working.set(deadLetters(name), [await workDead(boss, name, worker, alone_every_s)]);
      }
      for (const job of scheduled) {
        if ('every_seconds' in job) {
          tickers.push(startTicker(job, job.every_seconds, log));
          continue;
        }
        await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 900 });
        const options = { batchSize: 1, pollingIntervalSeconds: alone_every_s };
        working.set(job.name, [await boss.work(job.name, options, async () => job.run())]);
        await boss.schedule(job.name, job.cron);
      }
      watch = watchQueues(
        pool,
        [...working.keys()],
        { wake: wakeWorkers, supervise: (name) => boss.supervise(name) },
        log,
      );
    },
    async stop() {
      stopping.abort();
      await watch?.stop();
      await Promise.all(tickers.map((ticker) => ticker.stop()));
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

const deadLetters = (name: QueueName) => `${name}-dead`;

async function openQueueOf(boss: PgBoss, name: QueueName, silence_s: number): Promise<void> {
  const policy = POLICIES[name];
  await boss.createQueue(deadLetters(name), { retryLimit: 20, retryBackoff: true });
  const options = {
    retryLimit: policy.retries,
    retryDelay: policy.first_retry_s,
    retryBackoff: true,
    retryDelayMax: policy.longest_retry_s,
    expireInSeconds: policy.most_s,
    heartbeatSeconds: silence_s,
    deadLetter: deadLetters(name),
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}

async function work(
  boss: PgBoss,
  name: QueueName,
  worker: Worker,
  alone_every_s: number,
  stopping: AbortSignal,
): Promise<string[]> {
  const ids: string[] = [];
  const options = { batchSize: 1, localGroupConcurrency: 1, pollingIntervalSeconds: alone_every_s };
  for (let count = 0; count < POLICIES[name].at_once; count += 1) {
    const id: string = await boss.work<Reference>(name, options, async ([job]) => {
      if (job === undefined) return;
      try {
        await worker.run(job.data, AbortSignal.any([job.signal, stopping]));
      } finally {
        // What waits behind it is looked for at once.
        boss.notifyWorker(id);
      }
    });
    ids.push(id);
  }
  return ids;
}

/** Lets what has failed for good be said. */
function workDead(boss: PgBoss, name: QueueName, worker: Worker, alone_every_s: number): Promise<string> {
  const options = { batchSize: 1, pollingIntervalSeconds: alone_every_s };
  return boss.work<Reference>(deadLetters(name), options, async ([job]) => {
    if (job !== undefined) await worker.giveUp(job.data);
  });
}

interface Ticker {
  /** Ends it, and waits for what runs. */
  stop(): Promise<void>;
}

/** Runs a job every few seconds, never twice at once in this process; a failure is logged, and the next run tries again. */
function startTicker(job: ScheduledJob, every_seconds: number, log: Log): Ticker {
  let running: Promise<void> | undefined;
  const tick = () => {
    running ??= job
      .run()
      .catch((error: unknown) => log.error({ job: job.name, err: error }, 'a scheduled job failed'))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(tick, every_seconds * 1_000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
