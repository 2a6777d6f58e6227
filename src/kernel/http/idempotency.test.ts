import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { joinShop } from '../../../test/person.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { kernelModule } from '../kernel-module.ts';
import { sweep } from '../jobs/sweep.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  test_app = await startTestApp({ pool_size: 16 });
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [1_000] });
});
afterAll(() => test_app.close());

const order =
  (change: Record<string, unknown> = {}, by = shop, of = stall) =>
  (key: string) =>
    by.call('POST', '/api/open/order', orderOf(of, change), { 'idempotency-key': key });
const orders = async (by = shop) =>
  expectOk(await by.call('GET', '/api/open/order')).body.meta.pagination.total as number;
const keys = async () => (await test_app.database.pool.query('select * from idempotency_keys')).rows;

/** Sends an order that waits in the middle of its transaction until it is released. */
async function orderHeldUp(key: string) {
  const blocker = await test_app.database.pool.connect();
  await blocker.query('begin; lock table outbox_events in access exclusive mode');
  const first = order()(key);
  const waiting = async () =>
    blocker.query<{ pid: number }>(
      `select pid from pg_locks where not granted and relation = 'outbox_events'::regclass
         and database = (select oid from pg_database where datname = current_database())`,
    );
  const { pid: holdUp } = await vi.waitUntil(async () => (await waiting()).rows[0], { timeout: 5_000 });
  const release = async () => {
    await blocker.query('rollback');
    blocker.release();
  };
  return { first, release, holdUp };
}

describe('the same key', () => {
  test('gives the first answer again, byte for byte, and does nothing a second time', async () => {
    const before = await orders();
    const first = expectOk(await order()('sekali'));
    const again = expectOk(await order()('sekali'));
    expect(again.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await orders()).toBe(before + 1);
  });

  test('keeps the status of the first answer', async () => {
    const make = () =>
      shop.call('POST', '/api/account/api-key', { name: 'Kunci' }, { 'idempotency-key': 'kunci' });
    const [first, again] = [await make(), await make()];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.data.key).toBe(first.body.data.key);
  });

  test('with another input is refused, and the first answer stays', async () => {
    const first = expectOk(await order({ note: 'satu' })('beda'));
    const other = await order({ note: 'dua' })('beda');
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency_key_reused');
    expect(expectOk(await order({ note: 'satu' })('beda')).text).toBe(first.text);
  });

  test('sent by twenty at once makes one order; the others get its answer, or are told that it is being made', async () => {
    const before = await orders();
    const answers = await Promise.all(Array.from({ length: 20 }, () => order()('serentak')));
    const made = answers.filter((answer) => answer.status === 200);
    expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(20 - made.length);
    expect(await orders()).toBe(before + 1);
    expect(expectOk(await order()('serentak')).text).toBe(made[0]?.text);
  });

  test('after a refusal is free: the corrected request is a true try', async () => {
    const products = [{ id: stall.variation_ids[0], qty: 1_000_000, product_status: 'S' }];
    expect((await order({ products })('perbaiki')).status).toBe(422);
    const corrected = expectOk(await order()('perbaiki'));
    expect(corrected.headers['idempotency-replayed']).toBeUndefined();
  });

  test('after a fault of ours is free too, and nothing of the order is left', async () => {
    const before = [await orders(), (await keys()).length];
    await test_app.database.pool.query('alter table outbox_events rename to hidden');
    try {
      expect((await order()('gangguan')).status).toBe(500);
    } finally {
      await test_app.database.pool.query('alter table hidden rename to outbox_events');
    }
    expect([await orders(), (await keys()).length]).toEqual(before);
    expectOk(await order()('gangguan'));
    expect(await orders()).toBe((before[0] ?? 0) + 1);
  });

  test('while the first is still running is told so at once, and has its answer later', async () => {
    const { first, release } = await orderHeldUp('berjalan');
    const began = performance.now();
    const second = await order()('berjalan');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(second.status).toBe(409);
    expect(second.body.code).toBe('idempotency_in_flight');
    const other = await order({ note: 'lain' })('berjalan');
    expect(other.body.code).toBe('idempotency_in_flight');
    await release();
    const { text } = expectOk(await first);
    expect(expectOk(await order()('berjalan')).text).toBe(text);
  });

  test('whose first request was cut off by a lost connection is free, and nothing of the order is left', async () => {
    const before = [await orders(), (await keys()).length];
    const { first, release, holdUp } = await orderHeldUp('terputus');
    await test_app.database.pool.query('select pg_terminate_backend($1)', [holdUp]);
    const lost = await first;
    await release();
    expect(lost.status).toBe(503);
    expect(lost.body.code).toBe('unavailable');
    expect(Number(lost.headers['retry-after'])).toBeGreaterThan(0);
    expect([await orders(), (await keys()).length]).toEqual(before);
    expect(expectOk(await order()('terputus')).headers['idempotency-replayed']).toBeUndefined();
    expect(await orders()).toBe((before[0] ?? 0) + 1);
  });

  test('of another shop is another key', async () => {
    const other = await test_app.openShop();
    const other_stall = await openStall(other);
    const own = expectOk(await order()('bersama'));
    const foreign = expectOk(await order({}, other, other_stall)('bersama'));
    expect(foreign.headers['idempotency-replayed']).toBeUndefined();
    expect(foreign.body.data.order_id).not.toBe(own.body.data.order_id);
  });
});

describe('an answer is for who was given it:', () => {
  const orderBy = (token: string, key: string) =>
    test_app.call('POST', '/api/open/order', orderOf(stall), { token, 'idempotency-key': key });
  const makeKey = async (name: string) =>
    expectOk(await shop.call('POST', '/api/account/api-key', { name })).body.data as {
      id: number;
      key: string;
    };

  test('the same key of another user, or of another API key, is another key', async () => {
    const admin = await joinShop(test_app, shop, 'admin');
    const [first, second] = [await makeKey('Satu'), await makeKey('Dua')];
    const answers = [
      expectOk(await order()('punya-siapa')),
      expectOk(await orderBy(await admin.login(), 'punya-siapa')),
      expectOk(await orderBy(first.key, 'punya-siapa')),
      expectOk(await orderBy(second.key, 'punya-siapa')),
    ];
    expect(answers.map(({ headers }) => headers['idempotency-replayed'])).toEqual(Array(4).fill(undefined));
    expect(new Set(answers.map(({ body }) => body.data.order_id)).size).toBe(4);
  });

  test('a user who signs in anew, and an API key that replaced another, get the first answer', async () => {
    const admin = await joinShop(test_app, shop, 'admin');
    const { text } = expectOk(await orderBy(await admin.login(), 'masuk-lagi'));
    expect(expectOk(await orderBy(await admin.login(), 'masuk-lagi')).text).toBe(text);
    const old = await makeKey('Lama');
    const made = expectOk(await orderBy(old.key, 'ganti-kunci'));
    const rotate = async (id: number) =>
      expectOk(await shop.call('POST', '/api/account/api-key/rotate', { id, overlap_hours: 1 })).body.data;
    const second = await rotate(old.id);
    expect(expectOk(await orderBy(second.key, 'ganti-kunci')).text).toBe(made.text);
    const third = await rotate(second.id);
    expect(expectOk(await orderBy(third.key, 'ganti-kunci')).text).toBe(made.text);
  });

  test('whoever may do less by then is refused, and what was done stays as it is', async () => {
    const other = await joinShop(test_app, shop, 'owner');
    const { token } = other;
    const make = () =>
      test_app.call('POST', '/api/open/order', orderOf(stall), { token, 'idempotency-key': 'turun-pangkat' });
    expectOk(await make());
    expectOk(await shop.call('PATCH', '/api/account/user', { id: other.user_id, role: 'admin' }));
    const before = await orders();
    const refused = await make();
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(refused.body.data).toBeNull();
    expect(await orders()).toBe(before);
  });
});

test.each(['', 'x'.repeat(256)])('a key of no use is refused', async (key) => {
  const answer = await order()(key);
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('idempotency_key_invalid');
});

test('neither key nor answer can be read in the database', async () => {
  const answer = await shop.call(
    'POST',
    '/api/account/api-key',
    { name: 'Rahasia' },
    { 'idempotency-key': 'kunci-rahasia' },
  );
  const stored = (await keys()).map(
    (row) => `${row.key_hash.toString('latin1')}${row.sealed_body.toString('latin1')}`,
  );
  expect(stored.join('')).not.toContain('kunci-rahasia');
  expect(stored.join('')).not.toContain(answer.body.data.key);
});

test('a key is kept for seven days, and then free', async () => {
  const first = expectOk(await order()('seminggu'));
  const sweepAfter = (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    return sweep({ ...test_app.services, clock: fixedClock(now) }, kernelModule.retention ?? []).run();
  };
  await sweepAfter(6.9);
  expect(expectOk(await order()('seminggu')).text).toBe(first.text);
  await sweepAfter(7.1);
  expect(await keys()).toEqual([]);
  expect(expectOk(await order()('seminggu')).headers['idempotency-replayed']).toBeUndefined();
});

test('reading takes no key: it changes nothing', async () => {
  const before = (await keys()).length;
  expectOk(await shop.call('GET', '/api/open/order', {}, { 'idempotency-key': 'baca' }));
  expect((await keys()).length).toBe(before);
});
