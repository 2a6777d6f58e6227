import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';

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
const keys = async () =>
  test_app.services.db.withoutPlugins().selectFrom('idempotency_keys').selectAll().execute();

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

  test('of another shop is another key', async () => {
    const other = await test_app.openShop();
    const other_stall = await openStall(other);
    const own = expectOk(await order()('bersama'));
    const foreign = expectOk(await order({}, other, other_stall)('bersama'));
    expect(foreign.headers['idempotency-replayed']).toBeUndefined();
    expect(foreign.body.data.order_id).not.toBe(own.body.data.order_id);
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
  const kept = (await keys()).map(
    (row) => `${row.key_hash.toString('latin1')}${row.sealed_body.toString('latin1')}`,
  );
  expect(kept.join('')).not.toContain('kunci-rahasia');
  expect(kept.join('')).not.toContain(answer.body.data.key);
});

test('reading takes no key: it changes nothing', async () => {
  const before = (await keys()).length;
  expectOk(await shop.call('GET', '/api/open/order', {}, { 'idempotency-key': 'baca' }));
  expect((await keys()).length).toBe(before);
});
