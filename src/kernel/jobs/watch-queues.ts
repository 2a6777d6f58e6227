import type pg from 'pg';
import type { Log } from '../log.ts';
import { untilNext } from '../until-next.ts';

const LOOK_EVERY_MS = 2_000;

/** Every queue is looked after so often, for what it keeps of done work. */
const CLEAN_EVERY_MS = 900_000;

/**
 * Queues that have work whose time has come, or whose work has fallen silent or takes too long: two probes of an index for
 * each of them.
 */
const WATCHED = {
  name: 'due-queues',
  text: `select queues.name, due.is_due, silent.is_silent
    from unnest($1::text[]) as queues (name)
    cross join lateral (select exists (select 1 from jobs.job_common as j
      where j.name = queues.name and j.state < 'active' and not j.blocked and j.start_after <= jobs.job_now()) as is_due) as due
    cross join lateral (select exists (select 1 from jobs.job_common as j
      where j.name = queues.name and j.state = 'active' and not j.blocked
        and (j.heartbeat_on + j.heartbeat_seconds * interval '1 second' < jobs.job_now()
          or j.started_on + j.expire_seconds * interval '1 second' < jobs.job_now())) as is_silent) as silent
    where due.is_due or silent.is_silent`,
};

interface Watched {
  name: string;
  is_due: boolean;
  is_silent: boolean;
}

/** What is done with what is found. */
interface Watcher {
  /** Wakes the workers of a queue. */
  wake: (name: string) => void;
  /** Gives work that fell silent to others, and clears away what is done; of all queues where none is named. */
  supervise: (name?: string) => Promise<void>;
}

export interface QueueWatch {
  /** Wakes nobody any more, and waits for what is being looked at. */
  stop(): Promise<void>;
}

/**
 * Looks every two seconds for work of all queues in one statement, whoever queued it, and wakes the workers of those that
 * have some. Nothing is notified that could be lost, and a commit does not wait for the lock that NOTIFY takes. (That each
 * worker looks for itself were six statements each second, which took 1.5 % of a core of an idle server; that pg-boss
 * looks after all queues every quarter of a minute, another two.)
 */
export function watchQueues(
  pool: pg.Pool,
  names: readonly string[],
  { wake, supervise }: Watcher,
  log: Log,
): QueueWatch {
  let looking = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let is_stopped = false;
  let cleaned_at = -Infinity;
  const look = async () => {
    try {
      const { rows } = await pool.query<Watched>({ ...WATCHED, values: [names] });
      for (const { name, is_due } of rows) if (is_due) wake(name);
      for (const { name, is_silent } of rows) if (is_silent) await supervise(name);
      if (performance.now() < cleaned_at + CLEAN_EVERY_MS) return;
      cleaned_at = performance.now();
      await supervise();
    } catch (error) {
      log.warn({ err: error }, 'looking for jobs failed');
    }
  };
  const again = () => {
    if (is_stopped) return;
    timer = setTimeout(() => {
      looking = look().finally(again);
    }, untilNext(LOOK_EVERY_MS));
    timer.unref();
  };
  again();
  return {
    async stop() {
      is_stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
