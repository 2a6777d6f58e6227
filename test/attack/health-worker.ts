import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** Asks an address every 10 ms over one connection until it is told to end; tells how long the slowest answer took. */
const { url, headers } = workerData as { url: string; headers: Record<string, string> };
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let longest_ms = 0;
let longest_at = 0;
let requested = 0;
const ending = new AbortController();
parentPort?.on('message', () => ending.abort());

const request = () =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });

await request();
parentPort?.postMessage('asking');
while (!ending.signal.aborted) {
  const began = performance.now();
  const requested_at = Date.now();
  await request();
  const waited_ms = performance.now() - began;
  if (waited_ms > longest_ms) [longest_ms, longest_at] = [waited_ms, requested_at];
  requested += 1;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
parentPort?.postMessage({ longest_ms, longest_at, requested });
agent.destroy();
parentPort?.close();
