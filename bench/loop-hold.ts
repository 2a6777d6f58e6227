/**
 * Loaded into a server beside the product, by `--import` in NODE_OPTIONS: measures how long its event loop was held at
 * most, in milliseconds of the processor, which what else the machine does is none of. At SIGUSR2 it writes that to
 * LOOP_HOLD_FILE and begins anew.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env['LOOP_HOLD_FILE'];

function watch(file: string): void {
  const usedMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let before_ms = usedMs();
  let longest_ms = 0;
  // Called in each turn that comes a millisecond or more after the last one.
  setInterval(() => {
    const now_ms = usedMs();
    longest_ms = Math.max(longest_ms, now_ms - before_ms);
    before_ms = now_ms;
  }, 1).unref();
  process.on('SIGUSR2', () => {
    writeFileSync(file, longest_ms.toFixed(1));
    longest_ms = 0;
  });
}

if (isMainThread && path !== undefined) watch(path);
