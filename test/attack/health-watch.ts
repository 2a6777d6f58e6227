import { Worker } from 'node:worker_threads';
import { watchMemory, memoryMb } from '../../bench/memory.ts';
import type { ServerProcess } from '../server-process.ts';

/** What a server was like while something happened to it. */
export interface Watched {
  /** The longest that `/healthz` took to answer. */
  longest_ms: number;
  /** When it was asked that, as of `Date.now()`. */
  longest_at: number;
  /** How often it was asked. */
  asked: number;
  /** The most that the server (without its database) held, beyond what it held before. NaN where the system doesn't tell. */
  more_mb: number;
}

/**
 * Asks `/healthz` again and again, from a thread of its own so that what is sent meanwhile does not delay it,
 * while `run` goes on.
 */
export async function watchHealth(server: ServerProcess, run: () => Promise<void>): Promise<Watched> {
  const idle = await memoryMb(server.process_id);
  const memory = watchMemory(server.process_id, 50);
  const worker = new Worker(new URL('health-worker.ts', import.meta.url), {
    workerData: { url: `${server.base_url}/healthz` },
  });
  const ended = new Promise<Omit<Watched, 'more_mb'>>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: 'asking' | Omit<Watched, 'more_mb'>) => {
      if (message !== 'asking') resolve(message);
    });
  });
  await new Promise((resolve) => worker.once('message', resolve));
  try {
    await run();
  } finally {
    worker.postMessage('end');
  }
  const told = await ended;
  const most = await memory.end();
  return { ...told, more_mb: (most?.server ?? NaN) - (idle?.server ?? NaN) };
}
