import { parentPort, workerData } from 'node:worker_threads';
import autocannon from 'autocannon';
import type { Call } from './load.ts';

/** Sends one call over many connections, each again as soon as it was answered, and counts the answers by kind. */
const { base_url, call, connections, duration_s } = workerData as {
  base_url: string;
  call: Call;
  connections: number;
  duration_s: number;
};
const accepted_ms: number[] = [];
const refused_ms: number[] = [];
const others: Record<number, number> = {};
const result = await autocannon({
  url: base_url,
  connections,
  duration: duration_s,
  timeout: 60,
  setupClient(client) {
    client.on('response', (status, _bytes, time_ms) => {
      if (status === 200) accepted_ms.push(time_ms);
      else if (status === 503) refused_ms.push(time_ms);
      else others[status] = (others[status] ?? 0) + 1;
    });
    client.setRequests([
      {
        method: call.method,
        path: call.path,
        headers: { authorization: `Bearer ${call.token}`, 'content-type': 'application/json' },
        ...(call.body !== undefined && { body: call.body }),
      },
    ]);
  },
});
const lost = result.errors + result.timeouts;
parentPort?.postMessage({ accepted_ms, refused_ms, others, lost, duration_s: result.duration });
