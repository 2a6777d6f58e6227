import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { diagnose } from '../../src/doctor.ts';
import { connect } from '../../src/kernel/database/connection.ts';
import { mapConstraint } from '../../src/kernel/http/database-errors.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../harness.ts';
import { addCustomer, openStall, orderOf, type Stall } from '../stall.ts';

let test_app: TestApp;
let shop: TestShop;
/** Transactions in which orders were stored together. */
let groups = 0;

beforeAll(async () => {
  test_app = await startTestApp({
    pool_size: 32,
    onStatement(text) {
      if (text.includes('from store_orders_')) groups += 1;
    },
  });
});
afterAll(() => test_app.close());
beforeEach(async () => {
  shop = await test_app.openShop();
  groups = 0;
});

type Change = Record<string, unknown>;

const order = (stall: Stall, change: Change = {}): Promise<Answered> =>
  shop.call('POST', '/api/open/order', orderOf(stall, change));
const lines = (id: number | undefined, qty: number) => [{ id, qty, product_status: 'S' }];
const statuses = (answers: readonly Answered[]) => answers.map(({ status }) => status);
const made = (answers: readonly Answered[]) => answers.filter(({ status }) => status === 200);
const numbers = (answers: readonly Answered[]) =>
  made(answers)
    .map(({ body }) => body.data.po_number as number)
    .toSorted((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const leftOf = async (variation_id: number | undefined) => {
  const path = `/api/open/product/check-stock?variation_id=${variation_id}`;
  return (await shop.call('GET', path)).body.data.stock as number;
};

async function expectSound(): Promise<void> {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  const { rows } = await test_app.database.pool.query(
    `select c.last_po_number, (select array_agg(po_number order by po_number) from orders where shop_id = $1) as numbers
     from order_counters c where c.shop_id = $1`,
    [shop.shop_id],
  );
  expect(rows[0].numbers ?? []).toEqual(upTo(rows[0].last_po_number));
}

/** How many connections wait for a lock in a statement that contains this. */
async function waiting(of: string): Promise<{ pid: number }[]> {
  const { rows } = await test_app.database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like '%' || $1 || '%'`,
    [of],
  );
  return rows;
}

/**
 * Sends requests while the number of the next order is held, and lets it go when one waits for it and others, who came
 * later, together.
 */
async function inOneGroup(
  send: () => Promise<Answered>[],
  meanwhile: (pid: number) => Promise<unknown> = async () => undefined,
): Promise<Answered[]> {
  const holder = await test_app.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from order_counters where shop_id = $1 for update', [shop.shop_id]);
    const answers = send();
    const group = await vi.waitUntil(async () => (await waiting('from store_orders_'))[0], {
      timeout: 5_000,
      interval: 5,
    });
    await meanwhile(group.pid);
    await holder.query('commit');
    return await Promise.all(answers);
  } finally {
    holder.release();
  }
}

/** A rule that the database has for a test: orders with this note fail. */
async function withRule<T>(note: string, run: () => Promise<T>): Promise<T> {
  const { pool } = test_app.database;
  await pool.query(`alter table orders add constraint orders_rule_of_test check (note <> '${note}')`);
  try {
    return await run();
  } finally {
    await pool.query('alter table orders drop constraint orders_rule_of_test');
  }
}

describe('orders of one shop at once', () => {
  test('have the numbers from 1 on without a gap, though others of them are refused, and are committed together', async () => {
    const stall = await openStall(shop, { stocks: [1_000, 1_000] });
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => {
        if (index % 5 === 1) return order(stall, { products: lines(stall.variation_ids[0], 5_000) });
        if (index % 5 === 3) return order(stall, { customer_sender_id: 999_999_999 });
        return order(stall);
      }),
    );
    expect(statuses(answers)).toEqual(answers.map((_, index) => ([1, 3].includes(index % 5) ? 422 : 200)));
    expect(numbers(answers)).toEqual(upTo(72));
    expect(groups).toBeGreaterThan(0);
    expect(groups).toBeLessThan(72);
    expect(await leftOf(stall.variation_ids[0])).toBe(1_000 - 72);
    await expectSound();
  });

  test('of which one fails are stored but for that one, which is answered as it is alone', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    mapConstraint('orders_rule_of_test', { code: 'conflict' });
    await withRule('gagal', async () => {
      const alone = await order(stall, { note: 'gagal' });
      const answers = await inOneGroup(() =>
        Array.from({ length: 9 }, (_, index) => order(stall, { note: index === 4 ? 'gagal' : 'baik' })),
      );
      expect(statuses(answers)).toEqual([200, 200, 200, 200, 409, 200, 200, 200, 200]);
      const { code, message } = alone.body;
      expect(answers[4]?.body).toMatchObject({ code, message });
      expect(numbers(answers)).toEqual(upTo(8));
    });
    expect(await leftOf(stall.variation_ids[0])).toBe(92);
    await expectSound();
  });

  test('never sell a piece twice, and the last ones go to whoever they are enough for', async () => {
    const stall = await openStall(shop, { stocks: [7] });
    const [id] = stall.variation_ids;
    const answers = await inOneGroup(() =>
      [1, 2, 2, 5, 2, 1, 2, 1, 1].map((qty) => order(stall, { products: lines(id, qty) })),
    );
    // In the order in which they came: 1 + 2 + 2 are sold, 5 is refused, 2 are sold, nothing is left.
    const refused = answers.filter(({ status }) => status === 422);
    for (const { body } of refused) expect(Object.keys(body.message)).toEqual(['products.0.qty']);
    expect(await leftOf(id)).toBe(0);
    const { rows } = await test_app.database.pool.query(
      'select sum(quantity)::int as sold from orders where shop_id = $1',
      [shop.shop_id],
    );
    expect(rows[0].sold).toBe(7);
    await expectSound();
  });

  test('take goods and customers in any order, and none waits for one who waits for it', async () => {
    const stall = await openStall(shop, { stocks: [500, 500, 500, 500] });
    const customers = [stall.customer_id, await addCustomer(shop), await addCustomer(shop, 'Y')];
    const edit = (customer_id: number | undefined, name: string) =>
      shop.call('PATCH', '/api/open/customer/update', { customer_id, name });
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, index) => {
        if (index % 10 === 9) return edit(customers[index % 3], `Siti ${index}`);
        const turned = [...stall.variation_ids.slice(index % 4), ...stall.variation_ids.slice(0, index % 4)];
        return order(stall, {
          customer_sender_id: customers[index % 3],
          customer_receiver_id: customers[(index + 1) % 3],
          products: turned.slice(0, 3).flatMap((id) => lines(id, 1)),
        });
      }),
    );
    expect(answers.filter(({ status }) => status >= 500 || status === 409)).toEqual([]);
    expect(numbers(answers.filter((_, index) => index % 10 !== 9))).toEqual(upTo(81));
    await expectSound();
  });

  test('through two processes have one row of numbers, and none too many pieces', async () => {
    const stall = await openStall(shop, { stocks: [50] });
    const second = connect({ connection: test_app.connection, pool_size: 16 });
    const app = await buildApp({ ...test_app.services, db: second.db }, () => Promise.resolve(true));
    try {
      const elsewhere = async (): Promise<Answered> => {
        const answer = await app.inject({
          method: 'POST',
          url: '/api/open/order',
          headers: { host: 'ngorder.test', authorization: `Bearer ${shop.token}` },
          payload: orderOf(stall),
        });
        return {
          status: answer.statusCode,
          headers: answer.headers,
          body: answer.json(),
          text: answer.body,
        };
      };
      const answers = await Promise.all(
        Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? elsewhere() : order(stall))),
      );
      expect(new Set(statuses(answers))).toEqual(new Set([200, 422]));
      expect(numbers(answers)).toEqual(upTo(50));
      expect(await leftOf(stall.variation_ids[0])).toBe(0);
    } finally {
      await app.close();
      await second.close();
    }
    await expectSound();
  });
});

describe('orders of one shop with an Idempotency-Key', () => {
  const keyed = (stall: Stall, key: string, change: Change = {}) =>
    shop.call('POST', '/api/open/order', orderOf(stall, change), { 'idempotency-key': key });

  test('are committed together like others, and each has its first answer again, byte for byte', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    const answers = await inOneGroup(() => upTo(9).map((index) => keyed(stall, `pesanan ${index}`)));
    expect(numbers(answers)).toEqual(upTo(9));
    expect(groups).toBeGreaterThan(0);
    const again = await Promise.all(upTo(9).map((index) => keyed(stall, `pesanan ${index}`)));
    expect(again.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
    expect(again.map(({ headers }) => headers['idempotency-replayed'])).toEqual(again.map(() => 'true'));
    expect(await leftOf(stall.variation_ids[0])).toBe(91);
    await expectSound();
  });

  test('are one order where the same key comes several times at once', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    const answers = await inOneGroup(() => upTo(9).map((index) => keyed(stall, `kembar ${index % 3}`)));
    expect(new Set(statuses(answers).filter((status) => status !== 409))).toEqual(new Set([200]));
    const texts = new Set(made(answers).map(({ text }) => text));
    expect(texts.size).toBe(3);
    expect(await leftOf(stall.variation_ids[0])).toBe(97);
    const again = await Promise.all([0, 1, 2].map((index) => keyed(stall, `kembar ${index}`)));
    expect(new Set(again.map(({ text }) => text))).toEqual(texts);
    await expectSound();
  });

  test('store no key where they are refused or fail', async () => {
    const stall = await openStall(shop, { stocks: [5] });
    const much = { products: lines(stall.variation_ids[0], 6) };
    await withRule('gagal', async () => {
      const answers = await inOneGroup(() =>
        upTo(6).map((index) =>
          keyed(stall, `kunci ${index}`, index === 3 ? much : { note: index === 5 ? 'gagal' : '' }),
        ),
      );
      expect(statuses(answers)).toEqual([200, 200, 422, 200, 409, 200]);
    });
    const corrected = [await keyed(stall, 'kunci 3'), await keyed(stall, 'kunci 5')];
    expect(statuses(corrected)).toEqual([200, 422]);
    const { rows } = await test_app.database.pool.query(
      'select count(*)::int as keys from idempotency_keys where scope = $1',
      [shop.shop_id],
    );
    expect(rows[0].keys).toBe(5);
    await expectSound();
  });

  test('cost two statements, and one that looks for the key', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    const count = async (send: () => Promise<Answered>) => {
      const before = test_app.database.statements.sent;
      await send();
      return test_app.database.statements.sent - before;
    };
    await count(() => keyed(stall, 'pertama'));
    expect(await count(() => order(stall))).toBe(2);
    expect(await count(() => keyed(stall, 'kedua'))).toBe(3);
    expect(await count(() => keyed(stall, 'kedua'))).toBe(1);
  });
});

describe('whoever holds a lock', () => {
  test('of goods holds up orders of other goods for a moment only', async () => {
    const stall = await openStall(shop, { stocks: [100, 100] });
    const [held, free] = stall.variation_ids;
    const holder = await test_app.database.pool.connect();
    await holder.query('begin');
    await holder.query('select 1 from stock_levels where shop_id = $1 and variation_id = $2 for update', [
      shop.shop_id,
      held,
    ]);
    const stuck = Array.from({ length: 4 }, () => order(stall, { products: lines(held, 1) }));
    await vi.waitUntil(async () => (await waiting('store_order')).length > 0, { timeout: 5_000 });
    const began = performance.now();
    const others = await Promise.all(
      Array.from({ length: 8 }, () => order(stall, { products: lines(free, 1) })),
    );
    const took_ms = performance.now() - began;
    await holder.query('commit');
    holder.release();
    expect(statuses(others)).toEqual(others.map(() => 200));
    expect(took_ms).toBeLessThan(3_000);
    expect(statuses(await Promise.all(stuck))).toEqual([200, 200, 200, 200]);
    await expectSound();
  });

  test('of the numbers for long is waited for as by one order alone, and then each has its number', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    const answers = await inOneGroup(
      () => Array.from({ length: 8 }, () => order(stall)),
      () => pause(600),
    );
    expect(numbers(answers)).toEqual(upTo(8));
    await expectSound();
  });
});

describe('a connection that is lost while orders of a shop are on their way', () => {
  test('leaves nothing of them, each is told so, and the next are stored', async () => {
    const stall = await openStall(shop, { stocks: [100] });
    const answers = await inOneGroup(
      () => Array.from({ length: 8 }, () => order(stall)),
      (pid) => test_app.database.pool.query('select pg_terminate_backend($1)', [pid]),
    );
    const lost = answers.filter(({ status }) => status === 503);
    expect(lost.length).toBeGreaterThan(0);
    for (const { body, headers } of lost) {
      expect(body.code).toBe('unavailable');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(made(answers)).toHaveLength(8 - lost.length);
    expect(await leftOf(stall.variation_ids[0])).toBe(100 - made(answers).length);
    expect((await order(stall)).status).toBe(200);
    await expectSound();
  });
});

describe('a server that stops', () => {
  test('answers the orders that wait in the line before', async () => {
    const own = await startTestApp({ pool_size: 24 });
    const seller = await own.openShop();
    const stall = await openStall(seller, { stocks: [100] });
    const base = await own.app.listen({ host: '127.0.0.1', port: 0 });
    let received = 0;
    own.app.server.on('request', () => (received += 1));
    const holder = await own.database.pool.connect();
    await holder.query('begin');
    await holder.query('select 1 from order_counters where shop_id = $1 for update', [seller.shop_id]);
    const answers = Array.from({ length: 8 }, async () => {
      const answer = await fetch(`${base}/api/open/order`, {
        method: 'POST',
        headers: { authorization: `Bearer ${seller.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(orderOf(stall)),
      });
      await answer.text();
      return answer.status;
    });
    await vi.waitUntil(() => received === answers.length, { timeout: 5_000 });
    const stopped = own.close();
    await holder.query('commit');
    holder.release();
    expect(await Promise.all(answers)).toEqual(answers.map(() => 200));
    own.app.server.closeIdleConnections();
    await stopped;
  });
});
