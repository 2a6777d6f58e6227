import { Pool } from 'undici';
import { measure, type Measured } from '../load.ts';

/** Something that is done again and again; rejects where it was not done in full. */
export type Work = () => Promise<void>;

export interface Repeated extends Measured {
  /** What rejected. It is no part of the rate. */
  refused: number;
  /** Why the last of these did. */
  reason: string;
}

/**
 * Unlike `load`, which ends at its time: an order of many requests, or one of 20 s, is counted whole or not at all.
 * @throws Error where all are refused
 */
export async function repeat(clients: Work[], duration_s: number): Promise<Repeated> {
  const times_ms: number[] = [];
  let refused = 0;
  let reason = '';
  const began_ms = performance.now();
  await Promise.all(
    clients.map(async (work) => {
      while (performance.now() - began_ms < duration_s * 1000) {
        const start_ms = performance.now();
        try {
          await work();
          times_ms.push(performance.now() - start_ms);
        } catch (error) {
          refused += 1;
          reason = (error as Error).message;
        }
      }
    }),
  );
  if (times_ms.length === 0) throw new Error(`all were refused: ${reason}`);
  return { ...measure(times_ms, (performance.now() - began_ms) / 1000), refused, reason };
}

export interface Answer {
  headers: Record<string, string | string[] | undefined>;
  /* oxlint-disable-next-line typescript/no-explicit-any -- answers of other systems are looked into freely */
  body: any;
  text: string;
}

export interface Http {
  /** @throws Error where the answer is not a success */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A client that reads one page: its first answer is looked at, of the others the status. */
  reader(request: PageRequest): Work;
  close(): Promise<void>;
}

export interface PageRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  headers: Record<string, string>;
  /** Whether the answer is what was asked for. */
  /* oxlint-disable-next-line typescript/no-explicit-any -- as above */
  isWhole: (body: any) => boolean;
}

/** Keeps one connection for each request that is under way. */
export function connectTo(base_url: string): Http {
  const pool = new Pool(base_url, {
    connections: null,
    pipelining: 1,
    headersTimeout: 300_000,
    bodyTimeout: 300_000,
  });
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<{ headers: Answer['headers']; text: string }> => {
    const answer = await pool.request({
      method,
      path,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 1_000)}`);
    return { headers: answer.headers, text };
  };
  return {
    async call(method, path, body, headers = {}) {
      const answer = await send(method, path, body, headers);
      return { ...answer, body: answer.text === '' ? undefined : JSON.parse(answer.text) };
    },
    reader({ method, path, body, headers, isWhole }) {
      let is_first = true;
      return async () => {
        const { text } = await send(method, path, body, headers);
        if (is_first && !isWhole(JSON.parse(text)))
          throw new Error(`${method} ${path} answered something else: ${text.slice(0, 1_000)}`);
        is_first = false;
      };
    },
    close: () => pool.destroy(),
  };
}
