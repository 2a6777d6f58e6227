import type pg from 'pg';
import type { Log } from '../log.ts';

const LOOK_EVERY_MS = 2_000;

/** Queues that have work whose time has come: one probe of an index for each of them. */
const DUE = {
  name: 'due-queues',
  text: `select name from unnest($1::text[]) as queues (name)
    where exists (select 1 from jobs.job_common as j
      where j.name = queues.name and j.state < 'active' and not j.blocked and j.start_after <= jobs.job_now())`,
};

export interface QueueWatch {
  /** Wakes nobody any more, and waits for what is being looked at. */
  stop(): Promise<void>;
}

/**
 * Looks every two seconds for work of all queues in one statement, whoever queued it, and wakes the workers of those that
 * have some. Nothing is notified that could be lost, and a commit does not wait for the lock that NOTIFY takes. (That each
 * worker looks for itself were six statements each second, which took 1.5 % of a core of an idle server.)
 */
export function watchQueues(
  pool: pg.Pool,
  names: readonly string[],
  wake: (name: string) => void,
  log: Log,
): QueueWatch {
  let looking: Promise<void> | undefined;
  const look = async () => {
    try {
      const { rows } = await pool.query<{ name: string }>({ ...DUE, values: [names] });
      for (const { name } of rows) wake(name);
    } catch (error) {
      log.warn({ err: error }, 'looking for jobs failed');
    }
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
