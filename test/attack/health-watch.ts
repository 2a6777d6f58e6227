import { Worker } from 'node:worker_threads';
import { watchMemory, memoryMb } from '../../bench/memory.ts';
import type { ServerProcess } from '../server-process.ts';

/** How long answers took while something happened. */
interface Waits {
  /** The longest that an answer took. */
  longest_ms: number;
  /** When it was asked that, as of `Date.now()`. */
  longest_at: number;
  /** How often it was asked. */
  requested: number;
}

/** What a server was like while something happened to it: the waits are those of `/healthz`. */
export interface Watched extends Waits {
  /** The most that the server (without its database) held, beyond what it held before. NaN where the system doesn't tell. */
  more_mb: number;
}

/** Asks `/healthz` again and again while `run` goes on, and looks at the server's memory. */
export async function watchHealth(server: ServerProcess, run: () => Promise<void>): Promise<Watched> {
  const idle = await memoryMb(server.process_id);
  const memory = watchMemory(server.process_id, 50);
  const waits = await watchWaits(server, '/healthz', {}, run);
  const most = await memory.end();
  return { ...waits, more_mb: (most?.server ?? NaN) - (idle?.server ?? NaN) };
}

/**
 * Asks an address again and again while `run` goes on, from a thread of its own so that what is sent meanwhile does
 * not delay it.
 */
export async function watchWaits(
  server: Pick<ServerProcess, 'base_url'>,
  path: string,
  headers: Record<string, string>,
  run: () => Promise<void>,
): Promise<Waits> {
  const worker = new Worker(new URL('health-worker.ts', import.meta.url), {
    workerData: { url: server.base_url + path, headers },
  });
  const ended = new Promise<Waits>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: 'asking' | Waits) => {
      if (message !== 'asking') resolve(message);
    });
  });
  await new Promise((resolve) => worker.once('message', resolve));
  try {
    await run();
  } finally {
    worker.postMessage('end');
  }
  return ended;
}
