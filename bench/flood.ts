import { Worker } from 'node:worker_threads';
import type { Call } from './load.ts';

/** How a flood was answered. */
export interface Flooded {
  /** Times of the answers 200 and 503. */
  accepted_ms: number[];
  refused_ms: number[];
  /** Answers of any other status, by status. */
  others: Record<number, number>;
  /** Requests without an answer. */
  lost: number;
  duration_s: number;
}

/**
 * Floods the server from a thread of its own, so that what is measured meanwhile is not delayed by the sender: every
 * connection sends again as soon as it was answered, whatever the answer.
 */
export async function flood(
  base_url: string,
  call: Call,
  { connections, duration_s }: { connections: number; duration_s: number },
): Promise<Flooded> {
  const worker = new Worker(new URL('flood-worker.ts', import.meta.url), {
    workerData: { base_url, call, connections, duration_s },
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', resolve);
  });
}
