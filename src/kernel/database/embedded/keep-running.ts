import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEnd, ServerProcess } from './server-process.ts';

/** A server that ran so long was well: its next end is a new one. */
const WELL_AFTER_MS = 10_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** How long it is tried before the app gives up, so that whoever supervises the app learns of it. */
export const GIVE_UP_AFTER_MS = 300_000;

export type RunningServer = {
  /** The process that runs now, or ran last. */
  current(): ServerProcess;
  /** Ends the server for good, also while it is being started again. */
  stop(fast_stop_limit_ms?: number): Promise<void>;
};

export type KeepRunningOptions = {
  /**
   * Starts the server and resolves when it is ready; `onEnd` is called when it ends by itself after that. Rejects
   * soon after `stopping` is aborted, and leaves nothing running when it rejects.
   */
  start(onEnd: (end: ServerEnd) => void, stopping: AbortSignal): Promise<ServerProcess>;
  /** Takes sentences for the operator. */
  log: (line: string) => void;
  /** Where the server tells why it ended. */
  log_file: string;
  /** Called when it has been tried for too long to start the server again. */
  onLost: () => void;
  give_up_after_ms?: number;
};

/**
 * Starts a server and starts it again whenever it ends by itself: at once, and after waits that grow from 0.25 to 5 s
 * where it does not start or ends again soon. After five minutes without a server that stays, it gives up.
 *
 * @throws what the first start throws
 */
export async function keepRunning(options: KeepRunningOptions): Promise<RunningServer> {
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
