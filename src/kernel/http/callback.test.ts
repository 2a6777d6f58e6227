import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { shopRows } from '../../../test/shop-rows.ts';
import { createAuthenticator } from '../../modules/accounts/index.ts';
import { readConfig } from '../config.ts';
import type { Context, Services } from '../context.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { defineJob } from '../jobs/job.ts';
import { limits } from '../limits.ts';
import { callbackRoute, type SignedRequest } from './callback-route.ts';
import { openApiDocument } from './openapi.ts';
import { buildServer } from './server.ts';

const VENDOR_SECRET = 'rahasia-kurir';
const ANSWER_MS = 400;

/** What the vendor's news is worked on with, and what verification saw, in the test at hand. */
let work: (context: Context, input: { awb: string }) => Promise<void>;
let beforeVerified: () => Promise<void>;
let seen: SignedRequest[];
let runs: string[];

const parcelMoved = defineJob({
  name: 'test-parcel-moved',
  input: z.object({ awb: z.string() }),
  async run(context, input) {
    await work(context, input);
    return {};
  },
});

/** As a module for a courier would have it. */
const route = callbackRoute({
  path: '/api/callback/test-courier/:connection',
  operation: 'testCourierCallback',
  section: 'Callbacks',
  summary: 'Receive news of a parcel',
  answer_within_ms: ANSWER_MS,
  job: parcelMoved,
  async verify(_context, request) {
    seen.push(request);
    await beforeVerified();
    const given = Buffer.from(String(request.headers['x-signature'] ?? ''), 'hex');
    const right = createHmac('sha256', VENDOR_SECRET).update(request.body).digest();
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const [event_id = '', awb = ''] = request.body.toString('latin1').split(' ');
    return {
      shop_id: shop.shop_id,
      user_id,
      connection_id: Number(request.params['connection']),
      event_id,
      input: { awb },
    };
  },
});

let test_app: TestApp;
let shop: TestShop;
let user_id: number;
let app: FastifyInstance;

const serve = (services: Services) =>
  buildServer({
    services,
    routes: [route],
    authenticate: createAuthenticator(services).authenticate,
    confirmPassword: () => Promise.resolve(),
    ready: () => Promise.resolve(true),
    heartbeat: undefined,
    pages: undefined,
    version: 'test',
  });

beforeAll(async () => {
  test_app = await startTestApp({ jobs: [parcelMoved] });
  app = await serve(test_app.services);
});
beforeEach(async () => {
  // What the test before has left.
  work = () => Promise.resolve();
  await test_app.runJobs();
  shop = await test_app.openShop();
  user_id = shop.user_id;
  seen = [];
  runs = [];
  beforeVerified = () => Promise.resolve();
  work = async (_context, { awb }) => void runs.push(awb);
});
afterAll(async () => {
  await app.close();
  await test_app.close();
});

const signatureOf = (body: Buffer | string) => createHmac('sha256', VENDOR_SECRET).update(body).digest('hex');

async function deliver(body: Buffer | string, headers: Record<string, string> = {}, by = app) {
  const started = performance.now();
  const answer = await by.inject({
    method: 'POST',
    url: '/api/callback/test-courier/3',
    headers: { host: 'ngorder.test', 'x-signature': signatureOf(body), ...headers },
    payload: body,
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json(),
    took_ms: performance.now() - started,
  };
}

const jobs = () =>
  test_app.services.db.selectFrom('shop_jobs').selectAll().where('shop_id', '=', shop.shop_id).execute();
const rows = () => shopRows(test_app.database.pool, shop.shop_id);

describe('what a vendor signed', () => {
  test('is queued, answered, and done by a job in the name of who made the connection', async () => {
    let actor: Context['actor'] | undefined;
    work = async (context, { awb }) => {
      actor = context.actor;
      runs.push(awb);
    };
    const answer = await deliver('e1 JP85');
    expect([answer.status, answer.body.data]).toEqual([200, { received: true }]);
    expect(runs).toEqual([]);
    expect(await jobs()).toMatchObject([
      { name: 'test-parcel-moved', status: 'QUEUED', input: { awb: 'JP85' } },
    ]);
    await test_app.runJobs();
    expect(runs).toEqual(['JP85']);
    expect(actor).toEqual({ kind: 'callback', credential_id: 3, user_id: shop.user_id, role: 'owner' });
  });

  test.each([
    ['application/json', '{ "a" : 1.0,\r\n "a":2, "é": "\\u00e9" }  '],
    ['application/json', '{"cut'],
    ['application/json; charset=utf-16', Buffer.from([0xff, 0xfe, 0, 0x80, 0xc3])],
    ['application/x-www-form-urlencoded', 'a=1&a=2&a[b]=%20+%zz'],
    ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--'],
    ['application/xml', '<a/>'],
    ['text/plain', ''],
    ['', Buffer.from([0, 1, 2, 255])],
  ])('is seen byte for byte as it came, as %j', async (type, body) => {
    const sent = Buffer.from(body);
    await deliver(sent, type === '' ? {} : { 'content-type': type });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.body.equals(sent)).toBe(true);
    expect(seen[0]?.params).toEqual({ connection: '3' });
  });

  test('is done once, however often and at once it is told', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver('e1 JP85')));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await test_app.runJobs();
    expect((await deliver('e1 JP85')).status).toBe(200);
    await test_app.runJobs();
    expect(runs).toEqual(['JP85']);
    expect(await jobs()).toHaveLength(1);
    await deliver('e2 JP85');
    await test_app.runJobs();
    expect(runs).toEqual(['JP85', 'JP85']);
  });

  test('is told by the same id in another shop: that is another event', async () => {
    await deliver('e1 JP85');
    shop = await test_app.openShop();
    user_id = shop.user_id;
    await deliver('e1 JP85');
    expect(await jobs()).toHaveLength(1);
  });

  test('that could not be queued leaves nothing, and is done when it is told again', async () => {
    const failing = await serve({
      ...test_app.services,
      queue: { ...test_app.services.queue, send: () => Promise.reject(new Error('antrean mati')) },
    });
    expect((await deliver('e1 JP85', {}, failing)).status).toBe(500);
    expect(await jobs()).toEqual([]);
    await failing.close();
    expect((await deliver('e1 JP85')).status).toBe(200);
    await test_app.runJobs();
    expect(runs).toEqual(['JP85']);
  });

  test('of a user who is gone is refused', async () => {
    user_id = 987_654_321;
    expect((await deliver('e1 JP85')).status).toBe(401);
    expect(await jobs()).toEqual([]);
  });
});

describe('what nobody signed', () => {
  const signed = 'e1 JP85';
  test.each<[string, string, Record<string, string>]>([
    ['without a signature', signed, { 'x-signature': '' }],
    ['with the signature of another body', 'e1 JP86', { 'x-signature': signatureOf(signed) }],
    ['with a blank added', `${signed} `, { 'x-signature': signatureOf(signed) }],
    ['with half of a signature', signed, { 'x-signature': signatureOf(signed).slice(0, 32) }],
    [
      'with another secret',
      signed,
      { 'x-signature': createHmac('sha256', 'x').update(signed).digest('hex') },
    ],
  ])('%s is refused, and nothing is done', async (_title, body, headers) => {
    const before = await rows();
    const answer = await deliver(body, headers);
    expect([answer.status, answer.body.code]).toEqual([401, 'callback_unverified']);
    expect(await rows()).toBe(before);
  });

  test('is refused with whatever key, session or idempotency key it comes', async () => {
    for (const headers of [
      { authorization: `Bearer ${shop.token}` },
      { token: shop.token },
      { cookie: `ngorder_session=${shop.token}` },
      { 'idempotency-key': 'e1' },
    ])
      expect((await deliver(signed, { ...headers, 'x-signature': '00' })).status).toBe(401);
    expect(await jobs()).toEqual([]);
  });

  test('is refused whatever it is, never with a fault of ours', async () => {
    const before = await rows();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          'application/json',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'x',
          '',
        ),
        fc.stringMatching(/^[\x21-\x7e]{0,70}$/),
        async (body, type, signature) => {
          const answer = await deliver(Buffer.from(body), { 'content-type': type, 'x-signature': signature });
          // 415 where the type is none.
          expect([401, 415]).toContain(answer.status);
        },
      ),
      { numRuns: 60 },
    );
    expect(await rows()).toBe(before);
  });
});

describe('the answer', () => {
  test('does not wait for the work, however slow that is', async () => {
    let is_done = false;
    work = async () => {
      await sleep(1_500);
      is_done = true;
    };
    await deliver('e1 JP85');
    const working = test_app.runJobs();
    await sleep(50);
    for (let at = 2; at < 12; at += 1) expect((await deliver(`e${at} JP85`)).took_ms).toBeLessThan(ANSWER_MS);
    expect(is_done).toBe(false);
    work = () => Promise.resolve();
    await working;
    expect(is_done).toBe(true);
  });

  test('comes in time also where queueing takes too long; told again it is done once', async () => {
    beforeVerified = () => sleep(ANSWER_MS + 300);
    const late = await deliver('e1 JP85');
    expect([late.status, late.body.code]).toEqual([503, 'callback_late']);
    expect(late.took_ms).toBeLessThan(ANSWER_MS + 200);
    expect(late.headers['retry-after']).toBe('1');
    beforeVerified = () => Promise.resolve();
    expect((await deliver('e1 JP85')).status).toBe(200);
    await sleep(600);
    await test_app.runJobs();
    expect(runs).toEqual(['JP85']);
  });
});

describe('limits:', () => {
  test('a body that is too long is refused before it is looked at, one that just fits is not', async () => {
    const largest = Buffer.alloc(limits.callback_body_bytes, 'x');
    const answer = await deliver(Buffer.concat([largest, Buffer.from('x')]));
    expect([answer.status, seen.length]).toEqual([413, 0]);
    await deliver(largest);
    expect(seen[0]?.body.length).toBe(limits.callback_body_bytes);
  });

  test('callbacks and the jobs of people take no places from each other', async () => {
    for (let at = 0; at < limits.jobs_unfinished; at += 1)
      await enqueue(shop.context(), parcelMoved, { awb: 'x' });
    for (let at = 0; at < limits.jobs_unfinished + 5; at += 1)
      expect((await deliver(`e${at} JP85`)).status).toBe(200);
    await expect(enqueue(shop.context(), parcelMoved, { awb: 'x' })).rejects.toMatchObject({ status: 429 });
    await test_app.runJobs();
    await enqueue(shop.context(), parcelMoved, { awb: 'x' });
  });

  test('a vendor that sends for many shops from one address is not held to what one client may ask', async () => {
    const config = { ...test_app.services.config, ...readConfig({ RATE_LIMIT_PER_MINUTE: '3' }) };
    const strict = await serve({ ...test_app.services, config });
    const statuses = new Set<number>();
    for (let at = 0; at < 12; at += 1) statuses.add((await deliver(`e${at} JP85`, {}, strict)).status);
    await strict.close();
    expect([...statuses]).toEqual([200]);
  });
});

test('the reference lists it among what needs no key', async () => {
  const document: any = await openApiDocument('test', [route]);
  const operation = document.paths['/api/callback/test-courier/{connection}'].post;
  expect(operation).toMatchObject({ operationId: 'testCourierCallback', security: [], tags: ['Callbacks'] });
  expect(operation.parameters).toMatchObject([{ name: 'connection', in: 'path', required: true }]);
});
