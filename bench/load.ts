import autocannon from 'autocannon';

/** What a run of requests took. */
export interface Measured {
  per_second: number;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  /** Missing: nobody's. */
  token?: string;
  body?: string;
  /** The body and further headers of each request, where they differ. */
  each?: () => { body: string; headers: Record<string, string> };
}

/**
 * Sends requests over so many connections, each waiting for its answer before the next, for so long.
 * Connection n sends `calls[n % calls.length]`.
 * @throws Error where any answer is not 200: what is measured must be the real thing
 */
export async function load(
  base_url: string,
  calls: Call[],
  { connections, duration_s }: { connections: number; duration_s: number },
): Promise<Measured> {
  let next = 0;
  const times_ms: number[] = [];
  const result = await autocannon({
    url: base_url,
    connections,
    duration: duration_s,
    setupClient(client) {
      const call = calls[next++ % calls.length];
      if (call === undefined) throw new Error('nothing to send');
      client.on('response', (_status, _bytes, time_ms) => times_ms.push(time_ms));
      client.setRequests([
        {
          method: call.method,
          path: call.path,
          headers: headersOf(call),
          ...(call.body !== undefined && { body: call.body }),
          ...(call.each !== undefined && { setupRequest: (request) => withEach(request, call) }),
        },
      ]);
    },
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${times_ms.length} requests failed`);
  return measure(times_ms, result.duration);
}

/** Percentiles of all times, none left out. */
export function measure(times_ms: number[], duration_s: number): Measured {
  const sorted = Float64Array.from(times_ms).toSorted();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return { per_second: times_ms.length / duration_s, p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}

function headersOf({ token }: Call): Record<string, string> {
  return {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

function withEach(request: autocannon.Request, call: Call): autocannon.Request {
  const { body, headers } = call.each?.() ?? { body: '', headers: {} };
  return { ...request, body, headers: { ...headersOf(call), ...headers } };
}
