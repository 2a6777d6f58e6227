import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { findStockDifferences } from '../../stock/stock-differences.ts';

let app: TestApp;

beforeAll(async () => {
  // Past midnight in Jakarta, while it is still the day before in UTC.
  app = await startTestApp({ clock: fixedClock('2021-08-09T00:30:00+07:00'), pool_size: 16 });
});
afterAll(() => app.close());

const create = (shop: TestShop, fields: object = {}, headers?: Record<string, string>) =>
  shop.call('POST', '/api/open/product', { ...shoe(), ...fields }, headers);

/** The example of the API reference. */
function shoe() {
  const variation = {
    images: null,
    primary_image: null,
    weight: 100,
    price_buy: 1000,
    price: 5000,
    size: null,
  };
  const prices = {
    price_reseller: 2000,
    price1: 2000,
    price2: 2000,
    price3: 2000,
    warehouse_stock: [],
    stock: 'Y',
  };
  return {
    name: 'Sepatu',
    product_type: 'S',
    category_id: 0,
    description: 'Sepatu Bagus',
    discount: 0,
    weight: 100,
    wholesale_status: 'N',
    shop_id: 1,
    user_id: 1,
    is_warehouse: '0',
    publish_status: 'N',
    show_stock: 'N',
    has_variation: 'Y',
    variations: [
      { ...variation, ...prices, sku: 'SEP-MER-KhC', color: 'merah', stock_quantity: 5 },
      { ...variation, ...prices, sku: 'SEP-PUT-KhX', color: 'putih', stock_quantity: 3 },
    ],
    wholesales: [],
  };
}

const one = (fields: object = {}) => ({ has_variation: 'N', variations: [{ stock_quantity: 1, ...fields }] });

async function detail(shop: TestShop, product_id: number) {
  return (await shop.call('GET', `/api/open/product/${product_id}/detail`)).body.data;
}

async function countProducts(shop: TestShop): Promise<number> {
  return (await shop.call('GET', '/api/open/product/search')).body.meta.pagination.total;
}

async function openWarehouse(shop: TestShop, name = 'Gudang Malang'): Promise<number> {
  const row = await app.database.db
    .insertInto('warehouses')
    .values({ shop_id: shop.shop_id, name, created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

describe('creating a product', () => {
  test('answers as the reference does, and lays the first stock into the main warehouse', async () => {
    const shop = await app.openShop();
    const created = await create(shop);
    expect(created.status).toBe(200);
    expect(created.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      message: 'Data successfully saved',
      data: {
        product_id: expect.any(Number),
        product_meta_id: [expect.any(Number), expect.any(Number)],
        total_stock: 8,
      },
    });
    const ledger = await app.database.db
      .selectFrom('stock_ledger')
      .select([
        'variation_id',
        'warehouse_id',
        'quantity_in',
        'balance_after',
        'reason',
        'description',
        'user_id',
      ])
      .where('shop_id', '=', shop.shop_id)
      .orderBy('quantity_in', 'desc')
      .execute();
    const [red, white] = created.body.data.product_meta_id;
    const initial = {
      warehouse_id: 0,
      reason: 'INITIAL',
      description: 'Initial variation stock on 2021-08-09',
      user_id: shop.user_id,
    };
    expect(ledger).toEqual([
      { ...initial, variation_id: red, quantity_in: 5, balance_after: 5 },
      { ...initial, variation_id: white, quantity_in: 3, balance_after: 3 },
    ]);
  });

  test('keeps shop and user of the key, whatever the input says', async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    const created = await create(shop, { shop_id: other.shop_id, user_id: other.user_id });
    expect(await detail(shop, created.body.data.product_id)).toMatchObject({
      shop_id: shop.shop_id,
      user_id: shop.user_id,
    });
  });

  test('takes numbers as text, words in any letter case, the list of steps under both names', async () => {
    const shop = await app.openShop();
    for (const name of ['wholesale', 'wholesales']) {
      const created = await create(shop, {
        product_type: 's',
        discount: '500',
        weight: '250',
        wholesale_status: 'y',
        wholesales: undefined,
        [name]: [
          { from: '11', to: '20', price: '3000' },
          { from: 5, to: 10, price: 4000 },
        ],
        ...one({ stock_quantity: '7', price: '5000', price_buy: '1000' }),
      });
      expect(created.body.data.total_stock).toBe(7);
      expect(await detail(shop, created.body.data.product_id)).toMatchObject({
        product_type: 'S',
        discount: 500,
        weight: 250,
        wholesale_status: 'Y',
        wholesale_prices: [
          { from: 5, to: 10, price: 4000 },
          { from: 11, to: 20, price: 3000 },
        ],
        variations: [{ weight: 250, price: 5000, price_buy: 1000, stock_quantity: 7, stock: 'Y' }],
      });
    }
  });

  test('a preorder keeps its setting, sent as an object or as a list of one', async () => {
    const shop = await app.openShop();
    const setting = { type: 'WEEK', number: '12', start_date: '2021-09-01', end_date: '2021-09-30' };
    for (const preorder_setting of [setting, [setting]]) {
      const created = await create(shop, { product_type: 'PO', preorder_setting, ...one({ stock: 'N' }) });
      expect(created.body.data.total_stock).toBe(0);
      expect(await detail(shop, created.body.data.product_id)).toMatchObject({
        preorder_setting: { type: 'week', number: 12, start_date: '2021-09-01', end_date: '2021-09-30' },
        type_description: 'Preorder',
        variations: [{ stock_quantity: 0, stock: 'N' }],
      });
    }
  });

  test('with is_warehouse 1 each warehouse gets its own stock', async () => {
    const shop = await app.openShop();
    const malang = await openWarehouse(shop);
    const created = await create(shop, {
      is_warehouse: 1,
      ...one({
        stock_quantity: 99,
        warehouse_stock: [
          { warehouse_id: 0, stock: 2 },
          { warehouse_id: String(malang), stock: '4' },
        ],
      }),
    });
    expect(created.body.data.total_stock).toBe(6);
    const levels = await app.database.db
      .selectFrom('stock_levels')
      .select(['warehouse_id', 'quantity'])
      .where('shop_id', '=', shop.shop_id)
      .orderBy('warehouse_id')
      .execute();
    expect(levels).toEqual([
      { warehouse_id: 0, quantity: 2 },
      { warehouse_id: malang, quantity: 4 },
    ]);
    expect(await findStockDifferences(app.database.db.withoutPlugins())).toEqual([]);
  });

  test('a missing SKU is generated: letters of name, color and size, and a random ending', async () => {
    const shop = await app.openShop();
    const created = await create(shop, {
      has_variation: 'Y',
      variations: [
        { color: 'merah', size: 'XL', stock_quantity: 0 },
        { sku: '', color: 'merah marun', size: 'XL', stock_quantity: 0 },
      ],
    });
    const { variations } = await detail(shop, created.body.data.product_id);
    expect(variations).toHaveLength(2);
    for (const { sku } of variations) expect(sku).toMatch(/^SEP-MER-XL-[A-Za-z2-9]{3}$/);
  });

  test('takes the same number of statements for 1 and for 200 variations', async () => {
    const shop = await app.openShop();
    const cost = async (count: number) => {
      const before = app.database.statements.sent;
      const variations = Array.from({ length: count }, (_, index) => ({
        size: String(index),
        stock_quantity: 1,
      }));
      const created = await create(shop, { variations });
      expect(created.body.data.product_meta_id).toHaveLength(count);
      return app.database.statements.sent - before;
    };
    // The first request also notes that the session was used.
    await cost(1);
    const single = await cost(1);
    expect(await cost(10)).toBe(single);
    expect(await cost(200)).toBe(single);
  });

  test('gives the variations in the order of the input, whatever their SKUs', async () => {
    const shop = await app.openShop();
    const skus = ['ZZ', 'aa', 'MM'];
    const created = await create(shop, {
      variations: skus.map((sku) => ({ sku, size: sku, stock_quantity: 1 })),
    });
    const { product_id, product_meta_id } = created.body.data;
    const { variations } = await detail(shop, product_id);
    expect(variations.map((variation: { sku: string }) => variation.sku)).toEqual(skus);
    expect(variations.map((variation: { id: number }) => variation.id)).toEqual(product_meta_id);
  });
});

describe('a product is refused, and nothing of it kept,', () => {
  const refused: [string, object, string, RegExp][] = [
    ['without a name', { name: ' ' }, 'name', /required/],
    ['with an unknown type', { product_type: 'X' }, 'product_type', /S, R, PO/],
    ['with a negative price', one({ price: -1 }), 'variations.0.price', /at least 0/],
    [
      'without stock_quantity for type S',
      one({ stock_quantity: null }),
      'variations.0.stock_quantity',
      /product_type/,
    ],
    ['with negative stock', one({ stock_quantity: -1 }), 'variations.0.stock_quantity', /at least 0/],
    ['without stock for type R', { product_type: 'R', ...one() }, 'variations.0.stock', /product_type/],
    [
      'without warehouse_stock where is_warehouse is 1',
      { is_warehouse: 1, ...one() },
      'variations.0.warehouse_stock',
      /is_warehouse/,
    ],
    [
      'without preorder_setting for type PO',
      { product_type: 'PO', ...one({ stock: 'Y' }) },
      'preorder_setting',
      /PO/,
    ],
    [
      'with 91 days of preorder',
      { product_type: 'PO', preorder_setting: { type: 'day', number: 91 }, ...one({ stock: 'Y' }) },
      'preorder_setting.number',
      /at most 90/,
    ],
    [
      'with 13 weeks of preorder',
      { product_type: 'PO', preorder_setting: { type: 'week', number: 13 }, ...one({ stock: 'Y' }) },
      'preorder_setting.number',
      /at most 12/,
    ],
    [
      'with a preorder period that ends before it starts',
      {
        product_type: 'PO',
        preorder_setting: { type: 'day', number: 1, start_date: '2021-09-02', end_date: '2021-09-01' },
        ...one({ stock: 'Y' }),
      },
      'preorder_setting.end_date',
      /start_date/,
    ],
    ['without variations', { variations: [] }, 'variations', /at least 1 item/],
    ['with two variations and has_variation N', { has_variation: 'N' }, 'variations', /exactly one/],
    [
      'with six images',
      one({ images: Array(6).fill('https://a.id/b.jpg') }),
      'variations.0.images',
      /at most 5/,
    ],
    [
      'with a script for an image',
      one({ images: ['javascript:alert(1)'] }),
      'variations.0.images.0',
      /https?:/,
    ],
    [
      'with a primary image that is none of the images',
      one({ images: ['https://a.id/b.jpg'], primary_image: 1 }),
      'variations.0.primary_image',
      /at most 0/,
    ],
    [
      'with a wholesale step upside down',
      { wholesale: [{ from: 10, to: 9, price: 1 }] },
      'wholesale.0.to',
      /at least 10/,
    ],
    [
      'with overlapping wholesale steps',
      {
        wholesale: [
          { from: 10, to: 20, price: 1 },
          { from: 1, to: 10, price: 2 },
        ],
      },
      'wholesale.0.from',
      /overlap/,
    ],
    [
      'with two variations that look the same',
      {
        variations: [
          { color: 'Biru  Tua', size: 'XL', stock_quantity: 1 },
          { color: 'biru', size: 'XL', stock_quantity: 1 },
          { color: ' BIRU\u00a0tua\u200b', size: 'x l', stock_quantity: 1 },
        ],
      },
      'variations.2.size',
      /same color and size as variations\.0\./,
    ],
    [
      'with two variations without color and size',
      { variations: [{ stock_quantity: 1 }, { color: '\u200d', size: null, stock_quantity: 1 }] },
      'variations.1.color',
      /variations\.0/,
    ],
    ['with a category that does not exist', { category_id: 999_999 }, 'category_id', /does not exist/],
    [
      'with a warehouse that does not exist',
      { is_warehouse: 1, ...one({ warehouse_stock: [{ warehouse_id: 999_999, stock: 1 }] }) },
      'variations.0.warehouse_stock.0.warehouse_id',
      /does not exist/,
    ],
  ];
  test.each(refused)('%s', async (_, fields, field, message) => {
    const shop = await app.openShop();
    const answer = await create(shop, fields);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual([field]);
    expect(answer.body.message[field][0]).toMatch(message);
    expect(await countProducts(shop)).toBe(0);
  });

  test('in Indonesian where the caller reads it', async () => {
    const shop = await app.openShop();
    const answer = await create(shop, { has_variation: 'N' }, { 'accept-language': 'id' });
    expect(answer.body.message).toEqual({
      variations: ['Produk dengan has_variation N harus memiliki tepat satu variasi.'],
    });
  });

  test('with every fault named at once', async () => {
    const shop = await app.openShop();
    await create(shop);
    const variations = [
      { sku: 'NEW', size: 'M', stock_quantity: 1 },
      { sku: 'sep-mer-khc', size: 'L', stock_quantity: 1 },
    ];
    const answer = await create(shop, { category_id: 999_999, variations });
    expect(Object.keys(answer.body.message)).toEqual(['category_id', 'variations.1.sku']);
  });
});

describe('isolation', () => {
  test("another shop's category and warehouse are answered like ones that do not exist", async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    const category = await other.call('POST', '/api/open/product-category', { name: 'Alas kaki' });
    const warehouse_id = await openWarehouse(other);
    const foreign = await create(shop, {
      category_id: category.body.data.id,
      is_warehouse: 1,
      ...one({ warehouse_stock: [{ warehouse_id, stock: 1 }] }),
    });
    const missing = await create(shop, {
      category_id: 999_999,
      is_warehouse: 1,
      ...one({ warehouse_stock: [{ warehouse_id: 999_999, stock: 1 }] }),
    });
    expect(foreign.status).toBe(422);
    expect(foreign.body.message).toEqual(missing.body.message);
    expect(foreign.body.code).toBe(missing.body.code);
  });

  test('a category deleted while a product is made with it leaves the product uncategorised or refused', async () => {
    const shop = await app.openShop();
    for (let round = 0; round < 10; round += 1) {
      const category = await shop.call('POST', '/api/open/product-category', { name: `Musiman ${round}` });
      const { id } = category.body.data;
      const [created, deleted] = await Promise.all([
        create(shop, { category_id: id, ...one() }),
        shop.call('DELETE', `/api/open/product-category/${id}`),
      ]);
      expect(deleted.status).toBe(200);
      expect([200, 422]).toContain(created.status);
    }
    const { body } = await shop.call('GET', '/api/open/product/search', { per_page: 100 });
    for (const product of body.data) expect(product).toMatchObject({ category_id: 0, category_name: '' });
  });
});
