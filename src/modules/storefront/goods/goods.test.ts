import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { promoInput } from '../../../../test/promo-input.ts';
import { addProduct, expectOk, today } from '../../../../test/stall.ts';
import { addBuyer, visitorOf } from '../../../../test/visitors.ts';
import { fixedClock } from '../../../kernel/clock.ts';

let test_app: TestApp;
let shop: TestShop;
/** Everything is remembered for a second: so much later it is looked up again. */
let now = Date.now();
const later = () => {
  now += 1_001;
};

beforeAll(async () => {
  test_app = await startTestApp({ clock: { ...fixedClock(new Date()), now: () => new Date(now) } });
});
afterAll(() => test_app.close());

beforeAll(async () => {
  shop = await test_app.openShop();
});

const visit = (token?: string) => visitorOf(test_app, shop, token);
const product = async (product_id: number, token?: string) =>
  (await visit(token)('GET', `/api/store/:subdomain/product/${product_id}`)).body.data;
const list = async (input: Record<string, string> = {}, token?: string) =>
  expectOk(await visit(token)('GET', '/api/store/:subdomain/product', input)).body;
const ids = (body: { data: { id: number }[] }) => body.data.map(({ id }) => id);

describe('a product of the store', () => {
  test('has the price of the visitor, and no other, no purchase price, warehouse, supplier or person', async () => {
    const { product_id } = await addProduct(shop, {
      variation: { price: 100_000, price_reseller: 80_001, price1: 70_002, price_buy: 40_003 },
    });
    const reseller = await addBuyer(test_app, shop, 'Y');
    const [as_guest, as_reseller] = [await product(product_id), await product(product_id, reseller.token)];
    expect(as_guest.variations[0]).toMatchObject({ price: 100_000, price_after_discount: 100_000 });
    expect(as_reseller.variations[0]).toMatchObject({ price: 80_001 });
    const text = JSON.stringify(as_guest);
    for (const hidden of [
      '80001',
      '70002',
      '40003',
      'price_buy',
      'reseller',
      'warehouse',
      'supplier',
      'user',
    ])
      expect(text).not.toContain(hidden);
    expect(JSON.stringify(as_reseller)).not.toMatch(/100000|70002|40003/);
    const [in_list] = (await list({ order_by: 'NEWEST' }, reseller.token)).data;
    expect(in_list).toMatchObject({ id: product_id, lowest_price: 80_001, highest_price: 80_001 });
  });

  test.each([
    ['Y', 7, { stock: 'Y', stock_quantity: 7 }],
    ['Y', 0, { stock: 'N', stock_quantity: 0 }],
    ['N', 7, { stock: 'Y', stock_quantity: null }],
  ])('that shows its stock: %s, with %d, says so', async (show_stock, stock, shown) => {
    const { product_id } = await addProduct(shop, { stocks: [stock], product: { show_stock } });
    expect((await product(product_id)).variations[0]).toMatchObject(shown);
  });

  test('of type R says whether there is any, and has no number', async () => {
    const { product_id } = await addProduct(shop, {
      stocks: [0],
      product: { product_type: 'R', show_stock: 'Y' },
      variation: { stock: 'Y' },
    });
    expect((await product(product_id)).variations[0]).toMatchObject({ stock: 'Y', stock_quantity: null });
  });

  test('counts only what the warehouses that take orders hold', async () => {
    const { product_id, variation_ids } = await addProduct(shop, { stocks: [5] });
    const { rows } = await test_app.database.pool.query(
      `with closed as (insert into warehouses (shop_id, name, is_active, created_at)
         values ($1, 'Tutup', false, now()) returning id)
       select id from closed`,
      [shop.shop_id],
    );
    await test_app.database.pool.query(
      `insert into stock_levels (shop_id, variation_id, warehouse_id, quantity) values ($1, $2, $3, 90)`,
      [shop.shop_id, variation_ids[0], rows[0].id],
    );
    expect((await product(product_id)).variations[0].stock_quantity).toBe(5);
  });

  test('has wholesale steps and a discount for those whose category has access to them', async () => {
    const { product_id } = await addProduct(shop, {
      product: {
        discount: 5_000,
        wholesale_status: 'Y',
        wholesales: [
          { from: 3, to: 9, price: 90_000 },
          { from: 10, to: 99, price: 75_000 },
        ],
      },
    });
    expect(await product(product_id)).toMatchObject({
      wholesales: [
        { from: 3, to: 9, price: 90_000 },
        { from: 10, to: 99, price: 75_000 },
      ],
      variations: [{ price: 100_000, discount: 5_000, price_after_discount: 95_000 }, {}],
    });
    // Above the price of a reseller, the first step lowers nothing.
    const reseller = await addBuyer(test_app, shop, 'Y');
    expect((await product(product_id, reseller.token)).wholesales).toEqual([
      { from: 10, to: 99, price: 75_000 },
    ]);
    await test_app.database.pool.query(
      `update customer_categories set discount_access = false, wholesale_access = false where shop_id = $1 and code = 'N'`,
      [shop.shop_id],
    );
    later();
    expect(await product(product_id)).toMatchObject({
      wholesales: [],
      variations: [{ discount: 0, price_after_discount: 100_000 }, {}],
    });
    await test_app.database.pool.query(
      `update customer_categories set discount_access = true, wholesale_access = true where shop_id = $1`,
      [shop.shop_id],
    );
    later();
  });

  test('has the promo that runs for the visitor, and what it takes off', async () => {
    const { product_id } = await addProduct(shop);
    const promo = promoInput({
      start_date: `${today()} 00:00`,
      end_date: '',
      limits: {},
      all_products: false,
      selected_items: { products: [product_id], platforms: ['STOREFRONT'] },
      customer_categories: ['N'],
    });
    expectOk(await shop.call('POST', '/api/open/promo', promo));
    const shown = await product(product_id);
    expect(shown.promos).toHaveLength(1);
    expect(shown.variations[0].promo_discount).toBeGreaterThan(0);
    const buyer = await addBuyer(test_app, shop);
    expect(await product(product_id, buyer.token)).toMatchObject({
      promos: [],
      variations: [{ promo_discount: null }, {}],
    });
  });

  test.each([
    ['not published', { product: { publish_status: 'N' } }],
    ['without a price', { variation: { price: 0 } }],
  ])('%s is in no list, and like one that does not exist', async (_why, options) => {
    const { product_id } = await addProduct(shop, options);
    later();
    expect(ids(await list({ per_page: '100' }))).not.toContain(product_id);
    const hidden = await visit()('GET', `/api/store/:subdomain/product/${product_id}`);
    const missing = await visit()('GET', '/api/store/:subdomain/product/987654321');
    expect([hidden.status, hidden.body.message]).toEqual([404, missing.body.message]);
  });

  test('that is deleted, or sold out, is gone, or sold out, a second later', async () => {
    const { product_id, variation_ids } = await addProduct(shop, { stocks: [1] });
    expect((await product(product_id)).stock).toBe('Y');
    await shop.call('PATCH', '/api/open/product/sync-stock', {
      stock_adjustment: variation_ids.map((variation_id) => ({ variation_id, stock: 0 })),
    });
    await test_app.database.pool.query('update stock_levels set quantity = 0 where shop_id = $1', [
      shop.shop_id,
    ]);
    later();
    expect((await product(product_id)).stock).toBe('N');
    expectOk(await shop.call('DELETE', '/api/open/product', { id: product_id }));
    later();
    expect(await product(product_id)).toBeNull();
  });
});

describe('the list of products', () => {
  test('is found by words, category and order, page by page, with prices as the product itself has them', async () => {
    const own = await test_app.openShop();
    const { id: category_id } = (await own.call('POST', '/api/open/product-category', { name: 'Tas' })).body
      .data;
    await own.call('POST', '/api/open/product-category', { name: 'Kosong' });
    const made: number[] = [];
    for (const [name, price, category] of [
      ['Tas Kulit', 300_000, category_id],
      ['Tas Kain', 100_000, category_id],
      ['Topi', 200_000, 0],
    ] as const) {
      const { product_id } = await addProduct(own, {
        product: { name, category_id: category },
        variation: { price, price_reseller: 0 },
      });
      made.push(product_id);
    }
    const [kulit, kain, topi] = made;
    const ask = async (input: Record<string, string>) =>
      expectOk(await visitorOf(test_app, own)('GET', '/api/store/:subdomain/product', input)).body;
    expect(ids(await ask({ order_by: 'CHEAPEST' }))).toEqual([kain, topi, kulit]);
    expect(ids(await ask({ order_by: 'EXPENSIVE' }))).toEqual([kulit, topi, kain]);
    expect(ids(await ask({ order_by: 'ASC' }))).toEqual([kain, kulit, topi]);
    expect(ids(await ask({ order_by: 'DESC' }))).toEqual([topi, kulit, kain]);
    expect(ids(await ask({}))).toEqual([topi, kain, kulit]);
    expect(ids(await ask({ category_id: String(category_id) }))).toEqual([kain, kulit]);
    expect(ids(await ask({ keyword: 'kulit tas' }))).toEqual([kulit]);
    expect(ids(await ask({ keyword: 'zzz' }))).toEqual([]);
    const second = await ask({ per_page: '2', pagination_offset: '2' });
    expect([ids(second), second.meta.pagination.total]).toEqual([[kulit], 3]);
    const reseller = await addBuyer(test_app, own, 'Y');
    const listed = await visitorOf(test_app, own, reseller.token)('GET', '/api/store/:subdomain/product');
    expect(listed.body.data.map((row: { lowest_price: number }) => row.lowest_price)).toEqual([
      200_000, 100_000, 300_000,
    ]);
    const categories = await visitorOf(test_app, own)('GET', '/api/store/:subdomain/category');
    expect(categories.body.data).toEqual([{ id: category_id, name: 'Tas' }]);
  });

  test.each([1, 10, 40])('of %d products takes as many statements as any other', async (count) => {
    const own = await test_app.openShop();
    for (let made = 0; made < count; made += 1) await addProduct(own, { stocks: [1] });
    const ask = (path: string, input?: object) => () => {
      later();
      return visitorOf(test_app, own)('GET', path, input);
    };
    const path = '/api/store/:subdomain/product';
    // Two of them find the store, which is a second old by then.
    expect(await countStatements(test_app, ask(path, { per_page: '100' }))).toBe(2 + 4);
    expect(await countStatements(test_app, ask(path, { keyword: 'sepatu', per_page: '100' }))).toBe(2 + 5);
    expect(await countStatements(test_app, ask('/api/store/:subdomain/category'))).toBe(2 + 1);
    expect(await countStatements(test_app, ask(`${path}/1`))).toBe(2 + 1);
  });

  test('is loaded once for all who ask within a second', async () => {
    const own = await test_app.openShop();
    const { product_id } = await addProduct(own);
    later();
    const ask = () => visitorOf(test_app, own)('GET', `/api/store/:subdomain/product/${product_id}`);
    const before = test_app.database.statements.sent;
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(test_app.database.statements.sent - before).toBe(3);
  });
});
