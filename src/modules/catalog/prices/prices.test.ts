import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { hire } from '../../../../test/staff.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { findLowestDifferences } from '../differences.ts';

let test_app: TestApp;
let shop: TestShop;
let id: number;
let other: number;
let product_id: number;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  const variation = { price: 45_000, price_reseller: 40_000, price_buy: 42_000 };
  const made = await addProduct(shop, { stocks: [10, 20], variation });
  product_id = made.product_id;
  [id = 0, other = 0] = made.variation_ids;
});
afterAll(async () => {
  expect(await findLowestDifferences(test_app.services.db.withoutPlugins() as never)).toEqual([]);
  await test_app.close();
});

const preview = (rule: object, by: Pick<TestShop, 'call'> = shop) =>
  by.call('POST', '/api/open/product/price/preview', rule);
const change = (prices: object[], field = 'price', by: Pick<TestShop, 'call'> = shop) =>
  by.call('PATCH', '/api/open/product/price', { field, prices });
const priceOf = async (variation_id: number, field = 'price') =>
  expectOk(await shop.call('GET', `/api/open/product/${product_id}/detail`)).body.data.variations.find(
    (variation: { id: number }) => variation.id === variation_id,
  )[field];

test('a preview shows old and new prices, and what would be sold below its cost', async () => {
  const before = await shopRows(test_app.database.pool, shop.shop_id);
  const rule = { field: 'price', change: 'LOWER', unit: 'PERCENT', amount: 10 };
  const { body } = expectOk(await preview(rule));
  expect(body.data).toHaveLength(2);
  expect(body.data[0]).toMatchObject({ variation_id: id, from: 45_000, to: 40_500, is_below_cost: true });
  expect(body.meta.pagination).toMatchObject({ total: 1 });
  const tier = { field: 'price1', base: 'price', change: 'LOWER', amount: 2_000 };
  const [row] = expectOk(await preview({ ...tier, product_ids: [product_id, 999_999_999] })).body.data;
  expect(row).toMatchObject({ from: 0, to: 43_000, is_below_cost: false });
  const [unset] = expectOk(await preview({ field: 'price2', change: 'RAISE', amount: 1_000 })).body.data;
  expect(unset).toMatchObject({ from: 0, to: null });
  expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
});

test('filters choose the products as in their list', async () => {
  const rule = { field: 'price', change: 'RAISE', amount: 1_000 };
  expect(expectOk(await preview({ ...rule, type: 'PO' })).body.data).toEqual([]);
  const found = expectOk(await preview({ ...rule, keyword: 'sepatu', per_page: 1 })).body;
  expect(found.data).toHaveLength(2);
  expect((await preview({ ...rule, unit: 'PERCENT', amount: 1_001 })).status).toBe(422);
});

test('prices are changed where they still are what was seen, each with its result, and put back', async () => {
  const wanted = [
    { variation_id: id, from: 45_000, to: 50_000 },
    { variation_id: other, from: 1, to: 60_000 },
  ];
  const gone = await change([...wanted, { variation_id: 999_999_999, from: 1, to: 2 }]);
  expect(Object.keys(gone.body.message)).toEqual(['prices.2.variation_id']);
  const { data } = expectOk(await change(wanted)).body;
  expect(data).toEqual({
    changed: 1,
    results: [
      { variation_id: id, result: 'CHANGED', price: 50_000 },
      { variation_id: other, result: 'CONFLICT', price: 45_000 },
    ],
  });
  expect([await priceOf(id), await priceOf(other)]).toEqual([50_000, 45_000]);
  const again = expectOk(await change(wanted.slice(0, 1))).body.data;
  expect(again.results[0]).toMatchObject({ result: 'UNCHANGED' });
  expectOk(await change([{ variation_id: id, from: 50_000, to: 45_000 }]));
  expect(await priceOf(id)).toBe(45_000);
});

test('of many who change a price at once each sees what the one before made', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) => change([{ variation_id: id, from: 45_000, to: 50_000 + n }])),
  );
  const changed = answers.map((answer) => expectOk(answer).body.data.changed as number);
  expect(changed.toSorted((a, b) => b - a)).toEqual([1, 0, 0, 0]);
});

test('what was changed is told with old and new price', async () => {
  expectOk(await change([{ variation_id: id, from: 40_000, to: 41_000 }], 'price_reseller'));
  const { rows } = await test_app.database.pool.query(
    `select payload from outbox_events where shop_id = $1 and name = 'product.updated' order by id desc limit 1`,
    [shop.shop_id],
  );
  expect(rows[0].payload.variations).toMatchObject([
    { id, changed: { price_reseller_idr: [40_000, 41_000] } },
  ]);
});

test('who cannot see purchase prices can neither change them nor learn them', async () => {
  const admin = await hire(test_app, shop, 'admin');
  const rule = { change: 'RAISE', amount: 1 };
  expect((await preview({ ...rule, field: 'price_buy' }, admin)).status).toBe(403);
  expect((await preview({ ...rule, field: 'price', base: 'price_buy' }, admin)).status).toBe(403);
  expect((await change([{ variation_id: id, from: 42_000, to: 1 }], 'price_buy', admin)).status).toBe(403);
  const [row] = expectOk(await preview({ ...rule, field: 'price' }, admin)).body.data;
  expect(row.is_below_cost).toBeNull();
  const worker = await hire(test_app, shop, 'warehouse');
  expect((await change([{ variation_id: id, from: 45_000, to: 1 }], 'price', worker)).status).toBe(403);
});
