import { ConnectionError, NgorderError } from './errors.ts';

export interface Sending {
  fetch: typeof fetch;
  /** How often at most, the first time included. */
  tries: number;
  timeout_ms: number;
  /** Waits between tries; resolves early and throws where the signal says so. */
  sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** The server did not begin, or asks to come again: the same request may be sent once more. */
const COME_AGAIN = new Set([429, 502, 503, 504]);
const LONGEST_WAIT_MS = 20_000;

/**
 * Sends a request until it is answered, at most `tries` times. Whoever calls sees to it that the request may be repeated: a
 * GET, or one with an Idempotency-Key.
 * @throws NgorderError for a refusal, ConnectionError where no answer came
 */
export async function send(
  url: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
  { fetch, tries, timeout_ms, sleep }: Sending,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const failure = await attemptOnce();
    if (failure instanceof Response) return failure;
    if (attempt >= tries || !isWorthAnother(failure)) throw failure;
    await sleep(waitAfter(attempt, failure), signal);
  }

  async function attemptOnce(): Promise<Response | NgorderError | ConnectionError> {
    const limit = timeout_ms > 0 ? AbortSignal.timeout(timeout_ms) : undefined;
    const signals = [signal, limit].filter((one) => one !== undefined);
    try {
      const response = await fetch(url, { ...request, signal: AbortSignal.any(signals) });
      if (response.ok) return response;
      return new NgorderError(response.status, await bodyOf(response), response.headers);
    } catch (error) {
      signal?.throwIfAborted();
      return new ConnectionError('no answer from the server', { cause: error });
    }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isWorthAnother(failure: NgorderError | ConnectionError): boolean {
  if (failure instanceof ConnectionError) return true;
  return COME_AGAIN.has(failure.status) || failure.code === 'idempotency_in_flight';
}

/** Twice as long each time, and not all clients at once; as long as the server says where it says so. */
function waitAfter(attempt: number, failure: NgorderError | ConnectionError): number {
  const asked = failure instanceof NgorderError ? failure.retry_after_ms : undefined;
  const wait_ms = asked ?? 300 * 2 ** (attempt - 1);
  return Math.min(wait_ms, LONGEST_WAIT_MS) + Math.random() * 200;
}

export function sleepUnlessAborted(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
