import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { shopRows } from '../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
let first: number;
let second: number;
/** A warehouse beside the main one. */
let branch: number;

beforeAll(async () => {
  test_app = await startTestApp({
    clock: fixedClock('2026-03-10T05:00:00.123Z'),
    zone: 'Asia/Jakarta',
    pool_size: 24,
  });
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10, 20] });
  [first = 0, second = 0] = stall.variation_ids;
  const { rows } = await test_app.database.pool.query(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang Malang', now()) returning id`,
    [shop.shop_id],
  );
  branch = rows[0].id;
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const post = (path: string, input: object, by = shop) => by.call('POST', path, input);
const transfer = (lines: [number, unknown][], change: Record<string, unknown> = {}) =>
  post('/api/open/stock-transfer', {
    origin_warehouse_id: 0,
    destination_warehouse_id: branch,
    description: 'Kirim ke Malang',
    stock_adjustment: lines.map(([variation_id, transfer_stock]) => ({ variation_id, transfer_stock })),
    ...change,
  });
const opname = (lines: [number, unknown][], change: Record<string, unknown> = {}) =>
  post('/api/open/stock-opname', {
    warehouse_id: 0,
    description: 'Stok opname bulanan',
    stock_adjustment: lines.map(([variation_id, warehouse_stock]) => ({ variation_id, warehouse_stock })),
    ...change,
  });
const get = async (path: string, input: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', path, input)).body;
const held = async (variation_id: number): Promise<Record<number, number>> =>
  Object.fromEntries(
    (await get(`/api/open/product/history/warehouse/${variation_id}`)).data.map(
      (level: { warehouse_id: number; stock: number }) => [level.warehouse_id, level.stock],
    ),
  );
const main = { id: 0, name: 'Gudang Utama' };
const malang = () => ({ id: branch, name: 'Gudang Malang' });

describe('a count against a known stock', () => {
  const counted = (lines: [id: number, counted: number, system: number][]) =>
    opname([], {
      stock_adjustment: lines.map(([variation_id, warehouse_stock, system_stock]) => ({
        variation_id,
        warehouse_stock,
        system_stock,
      })),
    });
  const sell = async (qty: number) =>
    expectOk(
      await shop.call(
        'POST',
        '/api/open/order',
        orderOf(stall, { products: [{ id: first, qty, product_status: 'S', warehouse_id: 0 }] }),
      ),
    );

  test('keeps what was sold since', async () => {
    await sell(3);
    const { id } = expectOk(
      await counted([
        [first, 8, 10],
        [second, 25, 20],
      ]),
    ).body.data;
    expect([(await held(first))[0], (await held(second))[0]]).toEqual([5, 25]);
    const { data } = await get('/api/open/stock-opname/transaction', { id: String(id) });
    expect(data.map((line: { stock_adjustment: object }) => line.stock_adjustment)).toEqual([
      { warehouse_stock: 8, system_stock: 10, changed_stock: -2 },
      { warehouse_stock: 25, system_stock: 20, changed_stock: 5 },
    ]);
  });

  test('never makes a stock negative, and its lines say what they changed', async () => {
    await sell(9);
    const { id } = expectOk(await counted([[first, 4, 10]])).body.data;
    expect((await held(first))[0]).toBe(0);
    const { data } = await get('/api/open/stock-opname/transaction', { id: String(id) });
    expect(data[0].stock_adjustment).toMatchObject({ warehouse_stock: 4, changed_stock: -1 });
  });
});

describe('a transfer', () => {
  test('moves its lines, and is listed and shown as the reference has it', async () => {
    const made = expectOk(
      await transfer([
        [first, '4'],
        [second, 5],
      ]),
    ).body.data;
    expect(made).toEqual({
      id: expect.any(Number),
      description: 'Kirim ke Malang',
      progress_status: 'SUCCESS',
      job_id: null,
      origin_warehouse: main,
      destination_warehouse: malang(),
      created_at: '2026-03-10 12:00:00',
    });
    expect([await held(first), await held(second)]).toEqual([
      { 0: 6, [branch]: 4 },
      { 0: 15, [branch]: 5 },
    ]);
    expect((await get('/api/open/stock-transfer')).data).toEqual([made]);
    expect((await get(`/api/open/stock-transfer/${made.id}/detail`)).data).toEqual({
      id: made.id,
      description: 'Kirim ke Malang',
      progress_status: 'SUCCESS',
      job_id: null,
      variation_total: 2,
      processed: 2,
      warehouse: malang(),
      origin_warehouse: main,
      destination_warehouse: malang(),
      created_by: { id: String(shop.user_id), email: shop.email, name: 'Juragan' },
      created_at: '2026-03-10T05:00:00.123000Z',
    });
    const lines = await get('/api/open/stock-transfer/transaction', { id: String(made.id) });
    expect(lines.data[0]).toEqual({
      id: expect.any(Number),
      variation_id: first,
      product_name: expect.stringMatching(/^Sepatu/),
      variant_name: 'merah 36',
      thumbnail_url: expect.stringMatching(/^http/),
      sku: expect.any(String),
      transfered_stock: 4,
    });
    expect(lines.meta.pagination).toMatchObject({ total: 2, per_page: 50 });
  });

  test.each<[string, () => [number, unknown][], Record<string, unknown>, string[]]>([
    [
      'more than the origin holds',
      () => [
        [first, 1],
        [second, 21],
      ],
      {},
      ['stock_adjustment.1.transfer_stock'],
    ],
    ['nothing', () => [[first, 0]], {}, ['stock_adjustment.0.transfer_stock']],
    ['to itself', () => [[first, 1]], { destination_warehouse_id: 0 }, ['destination_warehouse_id']],
    [
      'from a warehouse that does not exist',
      () => [[first, 1]],
      { origin_warehouse_id: 999_999 },
      ['origin_warehouse_id'],
    ],
    ['goods that do not exist', () => [[999_999_999, 1]], {}, ['stock_adjustment.0.variation_id']],
    [
      'goods twice',
      () => [
        [first, 1],
        [first, 2],
      ],
      {},
      ['stock_adjustment.1.variation_id'],
    ],
    ['no goods', () => [], {}, ['stock_adjustment']],
  ])('of %s is refused, and changes nothing', async (_title, lines, change, fields) => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await transfer(lines(), change);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(fields);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('of goods that are not counted is refused', async () => {
    const other = await addProduct(shop, {
      stocks: [0],
      product: { product_type: 'R' },
      variation: { stock: 'Y' },
    });
    const answer = await transfer([[other.variation_ids[0] ?? 0, 1]]);
    expect(answer.body.code).toBe('variation_not_counted');
  });

  test('to and fro by fifty at once, with lines in opposite orders, conserves every sum and never deadlocks', async () => {
    expectOk(
      await transfer([
        [first, 5],
        [second, 10],
      ]),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        number % 2 === 0
          ? transfer([
              [first, 1],
              [second, 1],
            ])
          : transfer(
              [
                [second, 1],
                [first, 1],
              ],
              { origin_warehouse_id: branch, destination_warehouse_id: 0 },
            ),
      ),
    );
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    const sum = (levels: Record<number, number>) =>
      Object.values(levels).reduce((total, pieces) => total + pieces, 0);
    expect([sum(await held(first)), sum(await held(second))]).toEqual([10, 20]);
  });
});

describe('a stock opname', () => {
  test('makes what was counted what the warehouse holds, and keeps what the system held', async () => {
    const made = expectOk(
      await opname([
        [first, 7],
        [second, '20'],
      ]),
    ).body.data;
    expect(made).toEqual({
      id: expect.any(Number),
      description: 'Stok opname bulanan',
      variation_total: 2,
      progress_status: 'SUCCESS',
      job_id: null,
      warehouse: main,
    });
    expect([await held(first), await held(second)]).toEqual([
      { 0: 7, [branch]: 0 },
      { 0: 20, [branch]: 0 },
    ]);
    expect((await get('/api/open/stock-opname')).data).toEqual([
      { ...made, created_at: '2026-03-10 12:00:00' },
    ]);
    expect((await get(`/api/open/stock-opname/${made.id}/detail`)).data).toEqual({
      ...made,
      processed: 2,
      created_by: { id: String(shop.user_id), email: shop.email, name: 'Juragan' },
      created_at: '2026-03-10T05:00:00.123000Z',
    });
    const { data } = await get('/api/open/stock-opname/transaction', { id: String(made.id) });
    expect(data.map((line: { stock_adjustment: object }) => line.stock_adjustment)).toEqual([
      { warehouse_stock: 7, system_stock: 10, changed_stock: -3 },
      { warehouse_stock: 20, system_stock: 20, changed_stock: 0 },
    ]);
    expect(data[0]).toMatchObject({
      variation_id: first,
      full_name: expect.stringMatching(/^Sepatu \d+ merah 36$/),
    });
  });

  test('counts one warehouse and leaves the others, also one that held nothing yet', async () => {
    expectOk(await opname([[first, 3]], { warehouse_id: branch }));
    expect(await held(first)).toEqual({ 0: 10, [branch]: 3 });
  });

  test.each<[string, () => [number, unknown][], Record<string, unknown>, string[]]>([
    ['less than nothing', () => [[first, -1]], {}, ['stock_adjustment.0.warehouse_stock']],
    [
      'goods that do not exist',
      () => [
        [first, 1],
        [999_999_999, 1],
      ],
      {},
      ['stock_adjustment.1.variation_id'],
    ],
    [
      'goods twice',
      () => [
        [first, 1],
        [first, 2],
      ],
      {},
      ['stock_adjustment.1.variation_id'],
    ],
    ['a warehouse that does not exist', () => [[first, 1]], { warehouse_id: 999_999 }, ['warehouse_id']],
  ])('of %s is refused, and changes nothing', async (_title, lines, change, fields) => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await opname(lines(), change);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(fields);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('against orders and transfers ends as if each came before or after it', async () => {
    const order = () =>
      shop.call(
        'POST',
        '/api/open/order',
        orderOf(stall, { products: [{ id: first, qty: 2, product_status: 'S', warehouse_id: 0 }] }),
      );
    for (let round = 0; round < 8; round += 1) {
      expectOk(await opname([[first, 10]]));
      const answers = await Promise.all([order(), opname([[first, 30]]), transfer([[first, 3]])]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
      // Each of order (−2) and transfer (−3) counts where it came after the count of 30.
      expect([30, 28, 27, 25]).toContain((await held(first))[0]);
    }
  });
});

describe('lists', () => {
  test('have filters by warehouse, day and person', async () => {
    expectOk(await transfer([[first, 1]]));
    expectOk(await opname([[first, 5]], { warehouse_id: branch }));
    const total = async (path: string, filter: Record<string, string>) =>
      (await get(path, filter)).meta.pagination.total;
    expect(await total('/api/open/stock-transfer', { origin_warehouse_id: '0' })).toBe(1);
    expect(await total('/api/open/stock-transfer', { origin_warehouse_id: String(branch) })).toBe(0);
    expect(await total('/api/open/stock-transfer', { destination_warehouse_id: String(branch) })).toBe(1);
    expect(await total('/api/open/stock-opname', { warehouse_id: String(branch) })).toBe(1);
    expect(await total('/api/open/stock-opname', { warehouse_id: '0' })).toBe(0);
    for (const path of ['/api/open/stock-transfer', '/api/open/stock-opname']) {
      expect(await total(path, { end_date: '2026-03-09' })).toBe(0);
      expect(await total(path, { start_date: '2026-03-10', user_id: String(shop.user_id) })).toBe(1);
      expect((await get(path)).meta.pagination.per_page).toBe(20);
    }
  });

  test('of lines of a transfer or count that does not exist, or is of another shop, are not found', async () => {
    const { id } = expectOk(await transfer([[first, 1]])).body.data;
    const count = expectOk(await opname([[first, 5]])).body.data;
    const other = await test_app.openShop();
    for (const [kind, own] of [
      ['transfer', id],
      ['opname', count.id],
    ] as const)
      for (const requested of [own, 999_999_999]) {
        expect((await other.call('GET', `/api/open/stock-${kind}/${requested}/detail`)).status).toBe(404);
        const lines = await other.call('GET', `/api/open/stock-${kind}/transaction`, {
          id: String(requested),
        });
        expect(lines.status).toBe(404);
      }
  });

  test('of variations to count or move are found by name, SKU or product', async () => {
    await addProduct(shop, {
      stocks: [3],
      product: { name: 'Tas 50%' },
      variation: { sku: 'TAS-X', size: '', color: '' },
    });
    const search = async (filter: Record<string, string>) =>
      get('/api/open/stock-opname/variation', { warehouse_id: '0', ...filter });
    expect(await search({ keyword: 'tas 50%' })).toMatchObject({
      warehouse_id: 0,
      data: [{ name: 'Tas 50%', product_name: 'Tas 50%', variation_name: '', sku: 'TAS-X', system_stock: 3 }],
    });
    expect((await search({ keyword: 'tas-x' })).data).toHaveLength(1);
    expect((await search({ product_id: String(stall.product_id) })).data).toHaveLength(2);
    const elsewhere = await get('/api/open/stock-transfer/variation', {
      warehouse_id: String(branch),
      keyword: 'tas',
    });
    expect(elsewhere.data[0].system_stock).toBe(0);
    const unknown = await shop.call('GET', '/api/open/stock-opname/variation', { warehouse_id: '999999' });
    expect(Object.keys(unknown.body.message)).toEqual(['warehouse_id']);
  });

  test('take the same number of statements for 1, 10 and 100 lines', async () => {
    const sent: number[][] = [];
    for (const count of [1, 10, 100]) {
      const big = await addProduct(shop, { stocks: Array.from({ length: count }, () => 5) });
      const lines = big.variation_ids.map((id): [number, number] => [id, 1]);
      const { statements } = test_app.database;
      const start = statements.sent;
      const made = expectOk(await transfer(lines)).body.data;
      const moved = statements.sent;
      expectOk(await opname(lines));
      const counted = statements.sent;
      await get('/api/open/stock-transfer/transaction', { id: String(made.id), per_page: '100' });
      sent.push([moved - start, counted - moved, statements.sent - counted]);
    }
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toEqual(sent[0]);
  });
});
