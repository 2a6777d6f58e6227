import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { accountLimits } from '../limits.ts';

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 3_600_000);
};
const make = async (name = 'Kasir') =>
  expectOk(await shop.call('POST', '/api/account/api-key', { name })).body.data as {
    id: number;
    key: string;
  };
const list = async () => expectOk(await shop.call('GET', '/api/account/api-keys')).body.data;
const opens = async (key: string) =>
  (await test_app.call('GET', '/api/open/user', {}, { authorization: `Bearer ${key}` })).status === 200;

test('a key is shown once, ends after a year, and is not kept readable', async () => {
  const answer = await shop.call('POST', '/api/account/api-key', { name: 'Kasir' });
  expect(answer.status).toBe(201);
  const { key } = answer.body.data;
  expect(answer.body.data).toEqual({
    id: expect.any(Number),
    name: 'Kasir',
    key: expect.stringMatching(/^ngk_[\w-]{43}_\d+$/),
    expires_at: new Date(now.getTime() + 365 * 86_400_000).toISOString(),
  });
  const stored = await test_app.services.db
    .selectFrom('api_keys')
    .selectAll()
    .where('shop_id', '=', shop.shop_id)
    .execute();
  expect(JSON.stringify(stored)).not.toContain(key);
  expect(JSON.stringify(await list())).not.toContain(key);
});

test('a key is taken in each of the three ways that clients send it', async () => {
  const { key } = await make();
  for (const headers of [{ authorization: `Bearer ${key}` }, { token: `Bearer ${key}` }, { token: key }])
    expect((await test_app.call('GET', '/api/open/user', {}, headers)).status).toBe(200);
});

test.each(['', 'Bearer ', 'ngk_salah', 'Basic abc', 'ngs_salah'])(
  '"%s" opens nothing',
  async (authorization) => {
    const answer = await test_app.call('GET', '/api/open/user', {}, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.body.data).toBeNull();
  },
);

test('the list tells the last use, and what became of each key', async () => {
  const used = await make('dipakai');
  const revoked = await make('dicabut');
  await opens(used.key);
  await expect.poll(async () => (await list())[1]?.last_used_at).toBe(now.toISOString());
  expectOk(await shop.call('DELETE', `/api/account/api-key/${revoked.id}`));
  expect(await list()).toEqual([
    expect.objectContaining({
      id: used.id,
      status: 'ACTIVE',
      key_start: used.key.slice(0, 8),
      made_by: 'Juragan',
    }),
    expect.objectContaining({ id: revoked.id, status: 'REVOKED', last_used_at: null }),
  ]);
});

test('a key ends by itself after a year', async () => {
  const { key } = await make();
  hours(365 * 24 - 1);
  expect(await opens(key)).toBe(true);
  hours(2);
  expect(await opens(key)).toBe(false);
});

test('a revoked key opens nothing from the next request on, and can be revoked once', async () => {
  const { id, key } = await make();
  expect(await opens(key)).toBe(true);
  expectOk(await shop.call('DELETE', `/api/account/api-key/${id}`));
  expect(await opens(key)).toBe(false);
  expect((await shop.call('DELETE', `/api/account/api-key/${id}`)).status).toBe(404);
});

describe('rotation', () => {
  const rotate = (id: number, overlap_hours?: number) =>
    shop.call('POST', '/api/account/api-key/rotate', { id, overlap_hours });

  test('gives a new key, and the old one goes on for the overlap', async () => {
    const old = await make();
    const answer = await rotate(old.id, 2);
    expect(answer.status).toBe(201);
    const fresh = answer.body.data;
    expect(fresh).toMatchObject({
      name: 'Kasir',
      old_key_ends_at: new Date(now.getTime() + 2 * 3_600_000).toISOString(),
    });
    expect([await opens(old.key), await opens(fresh.key)]).toEqual([true, true]);
    hours(2.1);
    expect([await opens(old.key), await opens(fresh.key)]).toEqual([false, true]);
  });

  test('without overlap ends the old key at once', async () => {
    const old = await make();
    expect(await opens(old.key)).toBe(true);
    expectOk(await rotate(old.id, 0));
    expect(await opens(old.key)).toBe(false);
  });

  test('of one key by many at once gives one new key', async () => {
    const old = await make();
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate(old.id)));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 404, 404, 404, 404]);
    expect(await list()).toHaveLength(2);
  });

  test('overlaps a week at most', async () => {
    const old = await make();
    expect(Object.keys((await rotate(old.id, 169)).body.message)).toEqual(['overlap_hours']);
  });
});

test("another shop's key is as one that does not exist", async () => {
  const { id, key } = await make();
  const other = await test_app.openShop();
  const requests = [
    (requested: number) => other.call('DELETE', `/api/account/api-key/${requested}`),
    (requested: number) => other.call('POST', '/api/account/api-key/rotate', { id: requested }),
  ];
  for (const request of requests) {
    const [foreign, missing] = [await request(id), await request(999_999_999)];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  }
  expect(await opens(key)).toBe(true);
});

test('a key can make no keys and manage no users: only a signed-in owner can', async () => {
  const { key } = await make();
  for (const [method, path] of [
    ['POST', '/api/account/api-key'],
    ['GET', '/api/account/api-keys'],
    ['GET', '/api/account/users'],
    ['POST', '/api/account/user/invite'],
    ['POST', '/api/account/logout'],
  ] as const) {
    const answer = await test_app.call(method, path, { name: 'Lagi' }, { token: key });
    expect(answer.status, path).toBe(403);
  }
  expect(await list()).toHaveLength(1);
});

test('the list takes the same number of statements for 1, 10 and 50 keys', async () => {
  const sent: number[] = [];
  let having = 0;
  for (const count of [1, 10, 50]) {
    for (; having < count; having += 1) await make();
    sent.push(
      await countStatements(test_app, async () => {
        expect(await list()).toHaveLength(count);
      }),
    );
  }
  // Who asks is looked up each time.
  expect(sent).toEqual([2, 2, 2]);
});

const addRows = (count: number, change: { expires_at: Date; replaced_by?: number }) =>
  test_app.services.db
    .insertInto('api_keys')
    .values(
      Array.from({ length: count }, (_, number) => ({
        shop_id: shop.shop_id,
        user_id: shop.user_id,
        name: `kunci ${number}`,
        key_hash: Buffer.from(`${shop.shop_id} ${number}`),
        key_start: 'ngk_kunc',
        created_at: now,
        ...change,
      })),
    )
    .execute();

test('a key that opens the shop is listed, however many have ended since', async () => {
  const live = await make('lama');
  await addRows(accountLimits.api_keys_listed, { expires_at: now });
  const listed = await list();
  expect(listed).toHaveLength(accountLimits.api_keys_listed);
  expect(listed[0].id).toBe(live.id);
});

test('a shop has no more live keys than its limit', async () => {
  const made = [];
  for (let number = 0; number < accountLimits.api_keys_per_shop; number += 1) made.push(await make());
  expect((await shop.call('POST', '/api/account/api-key', { name: 'satu lagi' })).status).toBe(422);
  expectOk(await shop.call('POST', '/api/account/api-key/rotate', { id: made[0]?.id }));
  expect((await shop.call('POST', '/api/account/api-key', { name: 'satu lagi' })).status).toBe(422);
  expectOk(await shop.call('DELETE', `/api/account/api-key/${made[1]?.id}`));
  expect((await shop.call('POST', '/api/account/api-key', { name: 'satu lagi' })).status).toBe(201);
});

test('with the replaced ones no more keys open a shop than its list shows', async () => {
  const [first, second] = [await make(), await make()];
  const expires_at = new Date(now.getTime() + 86_400_000);
  await addRows(accountLimits.api_keys_listed - 3, { expires_at, replaced_by: first.id });
  const answers = await Promise.all(
    [first, second].map(({ id }) => shop.call('POST', '/api/account/api-key/rotate', { id })),
  );
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 422]);
});
