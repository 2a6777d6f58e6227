import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addBuyer, type TestBuyer } from '../../../test/visitors.ts';
import { refuseHiddenFields } from '../../kernel/hidden-fields.ts';
import { success } from '../../kernel/http/answer.ts';
import { text } from '../../kernel/http/input.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { createAuthenticator } from '../accounts/index.ts';
import { storeRoute, type StoreContext } from './index.ts';

const seen: StoreContext[] = [];
let runs = 0;

/** As a module above would have it: what a visitor writes, which is answered with a number of its own. */
const route = storeRoute({
  method: 'POST',
  path: '/api/store/:subdomain/test',
  operation: 'testStore',
  summary: 'Write something',
  buyer: 'anyone',
  input: z.object({ note: text({ max: 20 }) }),
  answer: success(z.object({ run: z.int(), note: z.string() })),
  async run(context, { note }) {
    seen.push(context);
    await context.transaction(async (inner) => void seen.push(inner));
    runs += 1;
    return { run: runs, note };
  },
});

let test_app: TestApp;
let app: FastifyInstance;
let shop: TestShop;
let other: TestShop;
let buyer: TestBuyer;

beforeAll(async () => {
  test_app = await startTestApp();
  app = await buildServer({
    services: test_app.services,
    routes: [route],
    authenticate: createAuthenticator(test_app.services).authenticate,
    confirmPassword: () => Promise.resolve(),
    ready: () => Promise.resolve(true),
    heartbeat: undefined,
    pages: undefined,
    version: 'test',
  });
  shop = await test_app.openShop();
  other = await test_app.openShop();
  buyer = await addBuyer(test_app, shop, 'Y');
});
afterAll(async () => {
  await app.close();
  await test_app.close();
});

async function write(
  note: string,
  { key, token, at = shop }: { key?: string; token?: string; at?: TestShop } = {},
) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/store/${at.subdomain}/test`,
    headers: {
      host: 'ngorder.test',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    payload: { note },
  });
  const { data, code } = answer.json();
  return {
    status: answer.statusCode,
    run: data?.run as number | undefined,
    code: code as string | undefined,
  };
}

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('the context of a visitor', () => {
  test('is in the name of the shop, in transactions too, with an actor who may do nothing', async () => {
    seen.length = 0;
    await write('tamu');
    await write('pembeli', { token: buyer.token });
    const { customer_id, session_id } = buyer;
    const as_buyer = { customer_id, category_code: 'Y', session_id };
    expect(seen.map((context) => context.buyer)).toEqual([null, null, as_buyer, as_buyer]);
    for (const { shop: own, store, actor } of seen) {
      expect([own.id, store.subdomain]).toEqual([shop.shop_id, shop.subdomain]);
      expect([actor.kind, actor.user_id, actor.role]).toEqual(['visitor', 0, 'visitor']);
    }
    const [context] = seen;
    expect(() =>
      refuseHiddenFields(context as StoreContext, 'cost.read', [{ field: 'price_buy', value: 1 }]),
    ).toThrow();
  });
});

describe('an Idempotency-Key of a visitor', () => {
  test('of a guest is long: the request is done once, and answered as the first time', async () => {
    const [first, again] = [await write('sekali', { key: KEY }), await write('sekali', { key: KEY })];
    expect([first.status, again]).toEqual([200, first]);
    expect(await write('lain', { key: KEY })).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(await write('pendek', { key: '123456789012345' })).toMatchObject({
      status: 400,
      code: 'idempotency_key_short',
    });
  });

  test('belongs to one store, and to one buyer: the same key elsewhere is another', async () => {
    const key = `${KEY}-2`;
    const second = await addBuyer(test_app, shop);
    const answers = [
      await write('sama', { key }),
      await write('sama', { key, at: other }),
      await write('sama', { key, token: buyer.token }),
      await write('sama', { key, token: second.token }),
    ];
    expect(new Set(answers.map(({ run }) => run)).size).toBe(4);
    expect(await write('sama', { key, token: buyer.token })).toEqual(answers[2]);
    expect(await write('singkat', { key: '1', token: buyer.token })).toMatchObject({ status: 200 });
  });

  test('that comes ten times at once is done once', async () => {
    const before = runs;
    const all = await Promise.all(Array.from({ length: 10 }, () => write('serentak', { key: `${KEY}-3` })));
    expect(runs).toBe(before + 1);
    expect(all.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  });
});

test('visitors whose requests hang leave places to the staff of the same shop and of others', async () => {
  const crowded = await startTestApp({ environment: { MAX_REQUESTS_IN_FLIGHT: '8' }, pool_size: 10 });
  try {
    const [own, next] = [await crowded.openShop(), await crowded.openShop()];
    const visit = () => crowded.call('GET', `/api/store/${own.subdomain}`);
    await visit();
    const visits: Promise<Answered>[] = [];
    const db = crowded.services.db.withoutPlugins();
    const answered = await db.transaction().execute(async (blocking) => {
      await sql`lock table bank_accounts in access exclusive mode`.execute(blocking);
      for (let count = 0; count < 100; count += 1) visits.push(visit());
      await sleep(100);
      const asked = Promise.all([own, next].map((one) => one.call('GET', '/api/open/supplier')));
      return Promise.race([asked, sleep(2_000)]);
    });
    expect(answered?.map(({ status }) => status)).toEqual([200, 200]);
    const late = await Promise.all(visits);
    expect(late.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  } finally {
    await crowded.close();
  }
});
