import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;
const KILL_LIMIT_MS = 5_000;

/** The time limit of a fast shutdown, which writes a checkpoint and so takes long on a slow disk. */
export const FAST_STOP_LIMIT_MS = 20_000;

/**
 * Ends a server: first by a fast shutdown, then by an immediate one (the next start recovers), then by force.
 *
 * @param isGone says whether the process has ended
 * @returns whether it ended
 */
export async function endServer(
  pid: number,
  isGone: () => boolean | Promise<boolean>,
  fast_stop_limit_ms: number = FAST_STOP_LIMIT_MS,
): Promise<boolean> {
  sendSignal(pid, 'SIGINT');
  if (await becomesTrue(isGone, fast_stop_limit_ms)) return true;
  return endAtOnce(pid, isGone);
}

/** Ends a server, or one process of a server that has ended, without a checkpoint. */
export async function endAtOnce(pid: number, isGone: () => boolean | Promise<boolean>): Promise<boolean> {
  sendSignal(pid, 'SIGQUIT');
  if (await becomesTrue(isGone, IMMEDIATE_STOP_LIMIT_MS)) return true;
  sendSignal(pid, 'SIGKILL');
  return becomesTrue(isGone, KILL_LIMIT_MS);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
    // A stopped process (SIGSTOP) receives signals when it continues.
    process.kill(pid, 'SIGCONT');
  } catch (error) {
    // It has just ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function becomesTrue(condition: () => boolean | Promise<boolean>, limit_ms: number): Promise<boolean> {
  const deadline_ms = performance.now() + limit_ms;
  while (!(await condition())) {
    if (performance.now() > deadline_ms) return false;
    await sleep(POLL_MS);
  }
  return true;
}
