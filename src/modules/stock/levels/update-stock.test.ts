import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { moveStock } from '../index.ts';
import { findStockDifferences } from '../stock-differences.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
/** A variation with 10 pieces in the main warehouse and none in the others. */
let id: number;
let second: number;

beforeAll(async () => {
  test_app = await startTestApp({ clock: fixedClock('2026-03-10T05:00:00.123Z'), pool_size: 24 });
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10] });
  id = stall.variation_ids[0] ?? 0;
  second = await addWarehouse(shop);
});
afterAll(async () => {
  expect(await findStockDifferences(test_app.services.db.withoutPlugins() as never)).toEqual([]);
  await test_app.close();
});

async function addWarehouse(of: TestShop): Promise<number> {
  const { rows } = await test_app.database.pool.query(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang Dua', now()) returning id`,
    [of.shop_id],
  );
  return rows[0].id;
}

type Entry = [status: string, amount: unknown, warehouse_id?: number];
const update = (entries: Entry[], more: Record<string, unknown> = {}, variation_id = id) =>
  shop.call('PATCH', '/api/open/product/update-stock', {
    variation_id,
    stock: entries.map(([status, amount, warehouse_id]) => ({ status, amount, warehouse_id })),
    description: 'Tambahan stok bulan ini',
    ...more,
  });
const move = (entries: Entry[]) => update(entries, { move_warehouse_stock: true });
const sync = (amount: unknown, variation_id = id) =>
  shop.call('PATCH', '/api/open/product/sync-stock', { variation_id, amount });
const held = async (variation_id = id) => {
  const { data } = expectOk(
    await shop.call('GET', `/api/open/product/history/warehouse/${variation_id}`),
  ).body;
  return Object.fromEntries(
    data.map((level: { warehouse_id: number; stock: number }) => [level.warehouse_id, level.stock]),
  );
};
const order = (qty: number) =>
  shop.call(
    'POST',
    '/api/open/order',
    orderOf(stall, { products: [{ id, qty, product_status: 'S', warehouse_id: 0 }] }),
  );

describe('update-stock', () => {
  test('adds and takes in several warehouses at once, and answers as the reference', async () => {
    const answer = expectOk(
      await update([
        ['add', '10', 0],
        ['SUB', 5, 0],
        ['Add', 3, second],
      ]),
    );
    expect(answer.body.data).toEqual({
      date: '2026-03-10T05:00:00.123000Z',
      variation_id: id,
      stock: [
        { amount: 10, status: 'add', warehouse_id: 0 },
        { amount: 5, status: 'sub', warehouse_id: 0 },
        { amount: 3, status: 'add', warehouse_id: second },
      ],
      shop_id: shop.shop_id,
      description: 'Tambahan stok bulan ini',
      total_stock: 18,
    });
    expect(await held()).toEqual({ 0: 15, [second]: 3 });
  });

  test('changes nothing where the stock is another than expected, and says what it is', async () => {
    const set = (expected: number, amount = 5, warehouse_id = 0) =>
      update([], { stock: [{ status: 'ADD', amount, warehouse_id, expected }] });
    expectOk(await order(3));
    const refused = await set(10);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('level_changed');
    expect(refused.body.message['stock.0.expected'][0]).toContain('7');
    expect(await held()).toEqual({ 0: 7, [second]: 0 });
    expectOk(await set(7));
    expectOk(await set(0, 4, second));
    expect(await held()).toEqual({ 0: 12, [second]: 4 });
    const [one, two] = await Promise.all([set(4, 1, second), set(4, 1, second)]);
    expect(one.status + two.status).toBe(200 + 409);
  });

  test('is in the history with who, why and what was left', async () => {
    expectOk(await update([['ADD', 7]]));
    const { data } = expectOk(await shop.call('GET', '/api/open/product/history', { id: String(id) })).body;
    expect(data[0]).toMatchObject({
      user: shop.email,
      detail: { description: 'Tambahan stok bulan ini', id_order: null },
      stock: { in: 7, out: 0, last: 17 },
      old: 10,
    });
  });

  test.each<[string, Entry[], string[]]>([
    ['more than a warehouse holds', [['SUB', 11]], ['stock.0.amount']],
    [
      'from a warehouse that holds nothing, after adding to another',
      [
        ['ADD', 5, 0],
        ['SUB', 1, -1],
      ],
      ['stock.1.amount'],
    ],
    ['nothing', [['ADD', 0]], ['stock.0.amount']],
    ['less than nothing', [['ADD', -5]], ['stock.0.amount']],
    ['half a piece', [['ADD', 1.5]], ['stock.0.amount']],
    ['in a way that does not exist', [['SET', 5]], ['stock.0.status']],
    ['no entry', [], ['stock']],
    ['in a warehouse that does not exist', [['ADD', 5, 999_999]], ['stock.0.warehouse_id']],
  ])('refuses %s, and changes nothing', async (_title, entries, fields) => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    // -1 stands for the second warehouse, which is not known yet where the cases are written.
    const named = entries.map(([status, amount, at = 0]): Entry => [status, amount, at === -1 ? second : at]);
    const answer = await update(named);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(fields);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('tells what is left where there is too little', async () => {
    const answer = await update([['SUB', 11]]);
    expect(answer.body.message['stock.0.amount'][0]).toContain(': 10 left');
  });

  test('refuses goods that are not counted, and variations that do not exist', async () => {
    const other = await addProduct(shop, {
      stocks: [0],
      product: { product_type: 'R' },
      variation: { stock: 'Y' },
    });
    const uncounted = await update([['ADD', 1]], {}, other.variation_ids[0]);
    expect([uncounted.status, uncounted.body.code]).toEqual([422, 'not_counted']);
    expect((await update([['ADD', 1]], {}, 999_999_999)).status).toBe(404);
  });
});

describe('a transfer', () => {
  test('moves from the sources named, and keeps the sum', async () => {
    expectOk(
      await move([
        ['SUB', 4, 0],
        ['ADD', 4, second],
      ]),
    );
    expect(await held()).toEqual({ 0: 6, [second]: 4 });
  });

  test('takes from the main warehouse where no source is named', async () => {
    const answer = expectOk(await move([['ADD', 3, second]]));
    expect(answer.body.data.total_stock).toBe(10);
    expect(await held()).toEqual({ 0: 7, [second]: 3 });
  });

  test('whose sides differ, or whose source holds too little, moves nothing', async () => {
    const unequal = await move([
      ['SUB', 4, 0],
      ['ADD', 5, second],
    ]);
    expect(unequal.body.code).toBe('transfer_unequal');
    const short = await move([['ADD', 11, second]]);
    expect([short.status, short.body.code]).toEqual([422, 'level_short']);
    expect((await held())[0]).toBe(10);
  });

  test('against a hundred others, to and fro at once, conserves the sum and never deadlocks', async () => {
    expectOk(await move([['ADD', 5, second]]));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        number % 2 === 0
          ? move([
              ['SUB', 1, 0],
              ['ADD', 1, second],
            ])
          : move([
              ['SUB', 1, second],
              ['ADD', 1, 0],
            ]),
      ),
    );
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    const { 0: main = 0, [second]: other = 0 } = await held();
    expect(main + other).toBe(10);
  });
});

describe('sync-stock', () => {
  test('sets the sum of all warehouses by the main one', async () => {
    expectOk(await move([['ADD', 4, second]]));
    const answer = expectOk(await sync('30'));
    expect(answer.body.data).toEqual({
      variation_id: String(id),
      amount: '30',
      request_id: answer.body.request_id,
    });
    expect(await held()).toEqual({ 0: 26, [second]: 4 });
  });

  test('to what it is leaves no trace in the history', async () => {
    const rows = async () =>
      expectOk(await shop.call('GET', '/api/open/product/history', { id: String(id) })).body.meta.pagination
        .total;
    const before = await rows();
    expectOk(await sync(10));
    expect(await rows()).toBe(before);
  });

  test('below what other warehouses hold is refused, naming it', async () => {
    expectOk(await move([['ADD', 4, second]]));
    const answer = await sync(3);
    expect(answer.status).toBe(422);
    expect(answer.body.message.amount[0]).toContain('4');
    expect(await held()).toEqual({ 0: 6, [second]: 4 });
  });

  test.each([-1, 1.5, '', 'banyak', 100_000_001])('to %j is refused', async (amount) => {
    expect(Object.keys((await sync(amount)).body.message)).toEqual(['amount']);
  });

  test('by many at once on goods that never had stock ends at what one of them set', async () => {
    const fresh = await addProduct(shop, { stocks: [0] });
    const variation = fresh.variation_ids[0] ?? 0;
    const answers = await Promise.all([5, 6, 7, 8].map((amount) => sync(amount, variation)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect([5, 6, 7, 8]).toContain((await held(variation))[0]);
  });

  test('against orders ends as if each came before or after it', async () => {
    for (let round = 0; round < 10; round += 1) {
      expectOk(await sync(10));
      const [ordered, synced] = await Promise.all([order(4), sync(20)]);
      expect([ordered.status, synced.status]).toEqual([200, 200]);
      // 10 − 4 and then set to 20, or set to 20 and then − 4.
      expect([20, 16]).toContain((await held())[0]);
    }
  });
});

test('an order that waits for goods which are just coming in gets them', async () => {
  expectOk(await sync(0));
  const { answer } = await shop.context().transaction(async (inner) => {
    const coming = {
      variation_id: id,
      warehouse_id: 0,
      delta: 5,
      reason: 'ADJUSTMENT',
      description: 'Datang',
    } as const;
    await moveStock(inner, [coming]);
    // The order has begun with the stock of before, and waits for the level's lock.
    const waiting = order(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { answer: () => waiting };
  });
  expect((await answer()).status).toBe(200);
  expect((await held())[0]).toBe(3);
});

test('a correction that waits for goods which are just coming in gets them', async () => {
  expectOk(await sync(0));
  const { answer } = await shop.context().transaction(async (inner) => {
    const coming = {
      variation_id: id,
      warehouse_id: 0,
      delta: 5,
      reason: 'ADJUSTMENT',
      description: 'Datang',
    } as const;
    await moveStock(inner, [coming]);
    const waiting = update([['SUB', 2]]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { answer: () => waiting };
  });
  expect((await answer()).status).toBe(200);
  expect((await held())[0]).toBe(3);
});

test('orders, transfers and corrections at once end at the sum of what was done, with no level below 0', async () => {
  expectOk(await update([['ADD', 90]]));
  const answers = await Promise.all(
    Array.from({ length: 90 }, (_, number) => {
      if (number % 3 === 0) return order(1);
      return number % 3 === 1 ? move([['ADD', 1, second]]) : update([['SUB', 1, 0]]);
    }),
  );
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect(await held()).toEqual({ 0: 10, [second]: 30 });
});

test('a warehouse keeper changes the own warehouses alone', async () => {
  const person = { email: `gudang-${shop.shop_id}@example.com`, full_name: 'Gudang', role: 'warehouse' };
  const { token, user_id } = expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data;
  const password = 'sandi-gudang-toko';
  expectOk(await test_app.call('POST', '/api/account/user/accept', { token, password }));
  await test_app.database.pool.query(
    'insert into user_warehouses (shop_id, user_id, warehouse_id) values ($1, $2, $3)',
    [shop.shop_id, user_id, second],
  );
  const login = await test_app.call('POST', '/api/account/login', { email: person.email, password });
  const keep = (path: string, input: object) =>
    test_app.call('PATCH', `/api/open/product/${path}`, input, { token: login.body.data.token });
  const change = (warehouse_id: number) =>
    keep('update-stock', {
      variation_id: id,
      stock: [{ amount: 1, status: 'ADD', warehouse_id }],
      description: 'Datang',
    });
  expect((await change(second)).status).toBe(200);
  expect(Object.keys((await change(0)).body.message)).toEqual(['stock.0.warehouse_id']);
  expect((await keep('sync-stock', { variation_id: id, amount: 50 })).status).toBe(422);
});
