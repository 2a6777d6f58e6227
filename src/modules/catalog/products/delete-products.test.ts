import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  test_app = await startTestApp({ pool_size: 16 });
});
beforeEach(async () => {
  shop = await test_app.openShop();
  stall = await openStall(shop, { stocks: [10, 20] });
});
afterAll(() => test_app.close());

const remove = (id: unknown, by = shop) => by.call('DELETE', '/api/open/product', { id });
const removeVariations = (id: unknown, by = shop) => by.call('DELETE', '/api/open/product/variation', { id });
const ids = async (filter: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', '/api/open/product/search', filter)).body.data.map(
    (product: { id: number }) => product.id,
  );
const variations = async (filter: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', '/api/open/product/variation', filter)).body.data;

describe('deleting products', () => {
  test('takes them out of the list, where they are found as ARCHIVED, with their variations', async () => {
    const other = await addProduct(shop);
    const answer = expectOk(await remove([stall.product_id]));
    expect(answer.body).toMatchObject({ response: 'success', message: 'Data has been deleted' });
    expect(await ids()).toEqual([other.product_id]);
    expect(await ids({ category: 'ARCHIVED' })).toEqual([stall.product_id]);
    const { data } = expectOk(await shop.call('GET', `/api/open/product/${stall.product_id}/detail`)).body;
    expect(data.variations).toHaveLength(2);
  });

  test('leaves old orders whole, takes no new ones, and frees the SKUs', async () => {
    const order = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;
    const before = (await shop.call('GET', '/api/open/order/detail', { id: String(order.order_id) })).body
      .data;
    const [{ sku }] = await variations();
    expectOk(await remove(String(stall.product_id)));
    const after = (await shop.call('GET', '/api/open/order/detail', { id: String(order.order_id) })).body
      .data;
    expect(after).toEqual(before);
    expect((await shop.call('POST', '/api/open/order', orderOf(stall))).status).toBe(422);
    const again = await addProduct(shop, { stocks: [1], variation: { sku } });
    expect(again.variation_ids).toHaveLength(1);
  });

  test('of which one does not exist deletes none', async () => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await remove([stall.product_id, 999_999_999]);
    expect(Object.keys(answer.body.message)).toEqual(['id.1']);
    for (const wrong of [[], null, 'semua', [0], Array.from({ length: 101 }, (_, index) => index + 1)])
      expect((await remove(wrong)).status).toBe(422);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('twice, or those of another shop, is as deleting what does not exist', async () => {
    const other = await test_app.openShop();
    expect((await remove([stall.product_id], other)).body.message).toEqual(
      (await remove([999_999_999], other)).body.message,
    );
    expectOk(await remove([stall.product_id]));
    expect((await remove([stall.product_id])).status).toBe(422);
  });

  test('by two at once, in opposite orders, deletes them once and never deadlocks', async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = [await addProduct(shop), await addProduct(shop)].map((product) => product.product_id);
      const answers = await Promise.all([remove(made), remove(made.toReversed())]);
      expect(answers.map((answer) => answer.status).toSorted((left, right) => left - right)).toEqual([
        200, 422,
      ]);
    }
  });
});

describe('deleting variations', () => {
  test('leaves the others, and a product without any goes with the last', async () => {
    const [first = 0, second = 0] = stall.variation_ids;
    expectOk(await removeVariations([first]));
    expect((await variations()).map((row: { variation_id: number }) => row.variation_id)).toEqual([second]);
    expect(await ids()).toEqual([stall.product_id]);
    expectOk(await removeVariations(second));
    expect(await ids()).toEqual([]);
    expect(await ids({ category: 'ARCHIVED' })).toEqual([stall.product_id]);
  });

  test('of which one does not exist deletes none', async () => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await removeVariations([stall.variation_ids[0], 999_999_999]);
    expect(Object.keys(answer.body.message)).toEqual(['id.1']);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('of another shop changes nothing there', async () => {
    const other = await test_app.openShop();
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    expect((await removeVariations(stall.variation_ids, other)).status).toBe(422);
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });
});

describe('the list of variations', () => {
  test('is as the reference has it', async () => {
    const [row] = await variations();
    expect(row).toEqual({
      variation_id: stall.variation_ids[0],
      product_id: stall.product_id,
      name: expect.stringMatching(/^Sepatu/),
      product_type: 'S',
      type_description: 'Stok Sendiri',
      preorder_title: null,
      publish_status: 'Y',
      stock_quantity: 10,
      sku: expect.any(String),
      image: expect.stringMatching(/^http/),
      thumbnail: expect.stringMatching(/^http/),
      discount: 0,
      color: 'merah',
      size: '36',
      weight: 200,
      category_id: 0,
      created_at: expect.stringMatching(/\+0[789]:00$/),
      price: 100_000,
      price1: 0,
      price2: 0,
      price3: 0,
      price_reseller: 80_000,
      price_buy: 40_000,
      wholesale_status: 'N',
      is_warehouse: 0,
      warehouse_stock: null,
      promo: [],
    });
  });

  test('is found by name and SKU, plain text as it is written', async () => {
    await addProduct(shop, {
      stocks: [1],
      product: { name: 'Tas 100% "Kulit" 😀' },
      variation: { sku: 'TAS_1' },
    });
    for (const keyword of ['100%', '"kulit"', '😀', 'tas_1', 'TAS'])
      expect(await variations({ keyword }), keyword).toHaveLength(1);
    for (const keyword of ['%', '_']) expect(await variations({ keyword }), keyword).toHaveLength(1);
    expect(await variations({ keyword: "'; drop" })).toEqual([]);
  });

  test('takes a customer of the shop, and refuses one that is not', async () => {
    expect(await variations({ customer_id: String(stall.customer_id) })).toHaveLength(2);
    const answer = await shop.call('GET', '/api/open/product/variation', { customer_id: '999999999' });
    expect(Object.keys(answer.body.message)).toEqual(['customer_id']);
  });

  test('takes three statements for 1, 10 and 100 variations', async () => {
    for (const count of [1, 10, 100]) {
      await addProduct(shop, {
        stocks: Array.from({ length: count }, () => 1),
        product: { name: `Kaos ${count}x` },
      });
      const before = test_app.database.statements.sent;
      expect(await variations({ keyword: `kaos ${count}x`, per_page: '100' })).toHaveLength(count);
      expect(test_app.database.statements.sent - before).toBe(3);
    }
  });
});
