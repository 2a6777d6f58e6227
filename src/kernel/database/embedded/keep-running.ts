import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEnd, ServerProcess } from './server-process.ts';

/** A server that ran this long was healthy: its next end counts as a new failure. */
const WELL_AFTER_MS = 10_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** How long to retry before the app gives up, so that its supervisor notices. */
export const GIVE_UP_AFTER_MS = 300_000;

export type RestartedServer = {
  /** The current process, or the last one. */
  current(): ServerProcess;
  /** Ends the server permanently, also during a restart. */
  stop(fast_stop_limit_ms?: number): Promise<void>;
};

export type KeepRunningOptions = {
  /**
   * Starts the server and resolves when it is ready. Calls `onEnd` if it ends unexpectedly after that. Rejects soon after
   * `stopping` is aborted, and leaves nothing running when it rejects.
   */
  start(onEnd: (end: ServerEnd) => void, stopping: AbortSignal): Promise<ServerProcess>;
  /** Receives messages for the operator. */
  log: (line: string) => void;
  /** Where the server logs why it ended. */
  log_file: string;
  /** Called when restarting the server has failed for too long. */
  onLost: () => void;
  give_up_after_ms?: number;
};

/**
 * Starts a server and restarts it whenever it ends unexpectedly: immediately, and then with delays that grow from 0.25 to
 * 5 s while it does not start or ends again soon. After five minutes without a stable server, it gives up.
 *
 * @throws the error of the first start
 */
export async function keepRunning(options: KeepRunningOptions): Promise<RestartedServer> {
  const { log, log_file, give_up_after_ms = GIVE_UP_AFTER_MS } = options;
  const stopping = new AbortController();
  let restarting: Promise<void> = Promise.resolve();
  let started_ms = 0;
  let unwell_since_ms = 0;
  let tries = 0;

  const onEnd = (end: ServerEnd) => {
    if (!stopping.signal.aborted) restarting = restart(end);
  };
  const start = async () => {
    server = await options.start(onEnd, stopping.signal);
    started_ms = performance.now();
  };
  const restart = async (end: ServerEnd) => {
    const now_ms = performance.now();
    if (now_ms - started_ms >= WELL_AFTER_MS || unwell_since_ms === 0) {
      unwell_since_ms = now_ms;
      tries = 0;
    }
    log(`PostgreSQL ended by itself (${end.reason}); it is started again. Why it ended is in ${log_file}.`);
    while (!stopping.signal.aborted) {
      if (performance.now() - unwell_since_ms > give_up_after_ms) {
        log(
          `PostgreSQL could not be kept running for ${Math.round(give_up_after_ms / 1000)} s: ` +
            `see ${log_file}, put that right and start Ngorder again.`,
        );
        options.onLost();
        return;
      }
      const wait_ms = tries === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
      tries += 1;
      await sleep(wait_ms, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        await start();
        log(`PostgreSQL runs again, ${((performance.now() - now_ms) / 1000).toFixed(1)} s after it ended.`);
        return;
      } catch (error) {
        if (!stopping.signal.aborted) log((error as Error).message);
      }
    }
  };

  let server: ServerProcess;
  await start();
  return {
    current: () => server,
    async stop(fast_stop_limit_ms) {
      stopping.abort();
      await restarting;
      await server.stop(fast_stop_limit_ms);
    },
  };
}
