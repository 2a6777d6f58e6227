import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openHttpClient, readRetryAfter, VendorError, type OutgoingRequest } from './http-client.ts';

interface Seen {
  method: string;
  headers: IncomingMessage['headers'];
  body: string;
  at_ms: number;
}

let server: Server;
let url: string;
let seen: Seen[];
let answer: (response: ServerResponse, attempt: number) => void;
const lines: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const read = async () => {
      const body = await text(request);
      const { method = '', headers } = request;
      seen.push({ method, headers, body, at_ms: performance.now() });
      answer(response, seen.length);
    };
    void read();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kirim?token=rahasia`;
});
beforeEach(() => {
  seen = [];
  answer = (response) => response.end('baik');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const open = (tries = 3, timeout_ms = 300) =>
  openHttpClient({
    vendor: 'courier',
    log: pino({ level: 'warn' }, { write: (line) => void lines.push(line) }),
    addresses_from: 'operator',
    timeout_ms,
    tries,
    answer_bytes: 1_000,
  });
const request = (more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'POST',
  url,
  title: 'POST label',
  body: '{"paket":1}',
  ...more,
});
/** What became of a request: the answer's status, or why there is none. */
const outcome = (client = open(), more: Partial<OutgoingRequest> = {}) =>
  client.send(request(more)).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof VendorError ? error.reason : error),
  );

test('a request ends with the signal that it is given, also between two tries, and not as a failure of the vendor', async () => {
  const reason = new Error('nobody waits any more');
  answer = () => undefined;
  const client = open(3, 2_000);
  const controller = new AbortController();
  const work = client.send({ method: 'GET', url, title: 'GET', signal: controller.signal });
  setTimeout(() => controller.abort(reason), 30);
  await expect(work).rejects.toBe(reason);
  answer = (response) => response.writeHead(503).end();
  const pausing = new AbortController();
  const retried = client.send({ method: 'GET', url, title: 'GET', signal: pausing.signal });
  setTimeout(() => pausing.abort(reason), 30);
  await expect(retried).rejects.toBe(reason);
});

describe('a request that fails in passing', () => {
  test('is sent again under the same key, with the same body', async () => {
    answer = (response, attempt) => response.writeHead(attempt < 3 ? 503 : 201).end();
    expect(await outcome(open(), { key: 'label 7' })).toBe(201);
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['label 7', 'label 7', 'label 7']);
    expect(new Set(seen.map(({ body }) => body))).toEqual(new Set(['{"paket":1}']));
  });

  test.each(['POST', 'PATCH'] as const)(
    'is not sent again without a key where it is a %s',
    async (method) => {
      answer = (response) => response.writeHead(503).end();
      expect(await outcome(open(), { method })).toBe('failed');
      expect(seen).toHaveLength(1);
    },
  );

  test('waits before each try, and not always as long', async () => {
    answer = (response) => response.writeHead(500).end();
    const pauses = new Set<number>();
    for (let round = 0; round < 3; round += 1) {
      seen = [];
      expect(await outcome(open(4), { key: 'a' })).toBe('failed');
      expect(seen).toHaveLength(4);
      for (const [at, { at_ms }] of seen.slice(1).entries())
        pauses.add(Math.round(at_ms - (seen[at]?.at_ms ?? 0)));
    }
    // A timer may end a millisecond early.
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(48);
    expect(pauses.size).toBeGreaterThan(2);
  });

  test('waits as long as Retry-After says', async () => {
    answer = (response, attempt) =>
      attempt === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end();
    expect(await outcome(open(), { key: 'a' })).toBe(200);
    expect((seen[1]?.at_ms ?? 0) - (seen[0]?.at_ms ?? 0)).toBeGreaterThan(980);
  });

  test('is left to the caller where Retry-After is longer than a request may wait', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '60' }).end('pelan');
    const error = await open()
      .send(request({ key: 'a' }))
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: 'busy', retry_after_ms: 60_000 });
    expect(seen).toHaveLength(1);
  });

  test('is told to the log without its address, which may hold a secret', () => {
    expect(lines.join('')).toContain('POST label');
    expect(lines.join('')).not.toContain('rahasia');
  });
});

test.each([200, 301, 400, 404, 409, 422])('an answer of %i is the caller’s to understand', async (status) => {
  answer = (response) => response.writeHead(status).end();
  expect(await outcome(open(), { key: 'a' })).toBe(status);
  expect(seen).toHaveLength(1);
});

describe('an answer', () => {
  test.each([
    ['says how long it is', (response: ServerResponse) => response.end('x'.repeat(2_000))],
    [
      'does not say it',
      (response: ServerResponse) => {
        response.write('x'.repeat(900));
        response.end('x'.repeat(900));
      },
    ],
    [
      'is small while it is packed',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(5_000_000))),
    ],
  ])('that is too long is not read to its end where it %s, nor asked for again', async (_title, write) => {
    answer = (response) => write(response);
    expect(await outcome(open(), { key: 'a' })).toBe('answer too large');
    expect(seen).toHaveLength(1);
  });

  test('that breaks off is none, and asked for again', async () => {
    answer = (response, attempt) => {
      response.writeHead(200, { 'content-length': '4' });
      if (attempt > 1) response.end('baik');
      else response.write('ba', () => response.destroy());
    };
    const { body } = await open().send(request({ method: 'PUT' }));
    expect(body.toString()).toBe('baik');
    expect(seen).toHaveLength(2);
  });

  test('that comes a byte at a time takes no longer than a try may', async () => {
    answer = (response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const started = performance.now();
    expect(await outcome(open(1))).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('that never comes ends in time', async () => {
    answer = () => undefined;
    expect(await outcome(open(2), { key: 'a' })).toBe('timeout');
    expect(seen).toHaveLength(2);
  });
});

describe('a vendor that fails ten times in a row', () => {
  test('is left alone: what follows fails at once and is not sent', async () => {
    answer = (response) => response.writeHead(500).end();
    const client = open(1);
    for (let round = 0; round < 10; round += 1) expect(await outcome(client)).toBe('failed');
    const started = performance.now();
    expect(await outcome(client)).toBe('paused');
    expect(performance.now() - started).toBeLessThan(50);
    expect(seen).toHaveLength(10);
    // Another vendor's client knows nothing of it.
    answer = (response) => response.end();
    expect(await outcome(open(1))).toBe(200);
  });

  test('is tried again after a while, and all is as before', async () => {
    answer = (response) => response.writeHead(500).end();
    const client = open(1);
    for (let round = 0; round < 11; round += 1) await outcome(client);
    answer = (response) => response.end();
    await new Promise((resolve) => setTimeout(resolve, 10_100));
    expect(await outcome(client)).toBe(200);
    expect(await outcome(client)).toBe(200);
  });

  test('is not one that gets no request, because it cannot be formed', async () => {
    const client = open(1);
    for (let round = 0; round < 20; round += 1)
      await expect(client.send(request({ headers: { key: 'salju ☃' } }))).rejects.toThrow(TypeError);
    expect(await outcome(client)).toBe(200);
  });

  test('is not one that refuses: those answers are no failures', async () => {
    answer = (response) => response.writeHead(422).end();
    const client = open(1);
    for (let round = 0; round < 20; round += 1) expect(await outcome(client)).toBe(422);
  });
});

test.each([
  ['120', 120_000],
  ['Sat, 28 Nov 2026 00:01:00 GMT', 60_000],
  ['Sat, 28 Nov 2026 00:00:00 GMT', 0],
  ['Fri, 27 Nov 2026 00:00:00 GMT', 0],
  // Longer than a day is a mistake.
  ['99999999999999', 86_400_000],
  ['9'.repeat(400), 86_400_000],
  ['Sat, 28 Nov 9999 00:00:00 GMT', 86_400_000],
  ['sebentar', undefined],
  [null, undefined],
])('Retry-After %s is %s ms', (header, expected) => {
  expect(readRetryAfter(header, Date.parse('2026-11-28T00:00:00Z'))).toBe(expected);
});
