import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { storeTexts } from '../../../../test/search-texts.ts';

let app: TestApp;
const clock = fixedClock('2021-08-09T10:44:08+07:00');

beforeAll(async () => {
  app = await startTestApp({ clock, zone: 'Asia/Jakarta' });
});
afterAll(() => app.close());

/** Makes a product of one variation, a minute later than the one before. */
async function create(shop: TestShop, fields: object = {}, variation: object = {}): Promise<number> {
  clock.advance(60_000);
  const created = await shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: 'N',
    variations: [{ stock_quantity: 1, stock: 'Y', ...variation }],
    ...fields,
  });
  if (created.status !== 200) throw new Error(created.text);
  return created.body.data.product_id;
}

const search = (shop: TestShop, parameters: object = {}) =>
  shop.call('GET', '/api/open/product/search', parameters);

async function namesFound(shop: TestShop, parameters: object): Promise<string[]> {
  const { body } = await search(shop, parameters);
  return body.data.map((product: { name: string }) => product.name);
}

/** Archives as deleting a product does. */
async function archive(shop: TestShop, id: number): Promise<void> {
  const archived_at = clock.now();
  const { db } = app.database;
  await db
    .updateTable('products')
    .set({ archived_at })
    .where('shop_id', '=', shop.shop_id)
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('product_variations')
    .set({ archived_at })
    .where('shop_id', '=', shop.shop_id)
    .where('product_id', '=', id)
    .execute();
  await storeTexts(app.database.pool, shop.shop_id);
}

async function setRole(shop: TestShop, role: 'admin' | 'owner'): Promise<void> {
  // The role that a session was last seen with is believed for some seconds.
  clock.advance(60_000);
  await app.database.db.updateTable('users').set({ role }).where('shop_id', '=', shop.shop_id).execute();
}

test('the list is at product too, where clients call it', async () => {
  const shop = await app.openShop();
  await create(shop);
  await create(shop, { name: 'Tas' });
  const short = await shop.call('GET', '/api/open/product', { keyword: 'sepatu' });
  const long = await search(shop, { keyword: 'sepatu' });
  expect([short.status, short.body.data, short.body.data.length]).toEqual([200, long.body.data, 1]);
});

const DEFAULT_PICTURE = 'http://ngorder.test/assets/product/default.svg';

describe('what a product shows', () => {
  test('in the list, as the reference has it', async () => {
    const shop = await app.openShop();
    clock.set('2021-08-09T10:43:08+07:00');
    const category = await shop.call('POST', '/api/open/product-category', { name: 'Alas kaki' });
    const prices = {
      price_buy: 1000,
      price: 5000,
      price_reseller: 2000,
      price1: 2100,
      price2: 2200,
      price3: 2300,
    };
    const id = await create(shop, {
      description: 'Sepatu Bagus',
      category_id: category.body.data.id,
      weight: 100,
      has_variation: 'Y',
      wholesale_status: 'Y',
      wholesale: [{ from: 2, to: 9, price: 4000 }],
      variations: [
        { sku: 'SEP-MER-KhC', color: 'merah', ...prices, stock_quantity: 5 },
        {
          sku: 'SEP-PUT-KhX',
          color: 'putih',
          ...prices,
          stock_quantity: 0,
          images: ['https://a.id/1.jpg', 'https://a.id/2.jpg'],
          primary_image: '1',
        },
      ],
    });
    const { body } = await search(shop);
    const variation = { weight: 100, size: '', ...prices };
    expect(body.data).toEqual([
      {
        id,
        name: 'Sepatu',
        product_type: 'S',
        type_description: 'Stok Sendiri',
        category_id: category.body.data.id,
        category_name: 'Alas kaki',
        description: 'Sepatu Bagus',
        discount: 0,
        weight: 100,
        length_cm: null,
        width_cm: null,
        height_cm: null,
        is_warehouse: false,
        publish_status: 'N',
        shop_id: shop.shop_id,
        user_id: shop.user_id,
        show_stock: 'N',
        total_stock: 5,
        wholesale_status: 'Y',
        has_variation: 'Y',
        image: DEFAULT_PICTURE,
        thumbnail: DEFAULT_PICTURE,
        created_at: '2021-08-09T10:44:08+07:00',
        wholesales: [{ id: expect.any(Number), from: 2, to: 9, price: 4000 }],
        variations: [
          {
            id: expect.any(Number),
            sku: 'SEP-MER-KhC',
            color: 'merah',
            image: DEFAULT_PICTURE,
            thumbnail: DEFAULT_PICTURE,
            stock_quantity: 5,
            stock: 'Y',
            ...variation,
          },
          {
            id: expect.any(Number),
            sku: 'SEP-PUT-KhX',
            color: 'putih',
            image: 'https://a.id/2.jpg',
            thumbnail: 'https://a.id/2.jpg',
            stock_quantity: 0,
            stock: 'N',
            ...variation,
          },
        ],
        update_access: true,
        warehouse: [{ name: 'Gudang Utama', id: 0 }],
      },
    ]);
    expect(body.meta.pagination).toMatchObject({
      total: 1,
      count: 1,
      per_page: 10,
      current_page: 1,
      total_pages: 1,
    });
  });

  test('in the detail, with null where a variation has no images', async () => {
    const shop = await app.openShop();
    const id = await create(shop, { publish_status: 'Y' }, { images: ['https://a.id/1.jpg'] });
    const plain = await create(shop, { product_type: 'R' }, { stock: 'Y' });
    const { body } = await shop.call('GET', `/api/open/product/${id}/detail`);
    expect(body.data).toMatchObject({
      id,
      publish_status: 'Y',
      image: 'https://a.id/1.jpg',
      preorder_setting: null,
      wholesale_prices: [],
      variations: [
        {
          primary_image: 0,
          image: 'https://a.id/1.jpg',
          images: ['https://a.id/1.jpg'],
          thumbnail: 'https://a.id/1.jpg',
          thumbnails: ['https://a.id/1.jpg'],
        },
      ],
    });
    expect((await shop.call('GET', `/api/open/product/${plain}/detail`)).body.data).toMatchObject({
      image: DEFAULT_PICTURE,
      total_stock: 0,
      variations: [
        {
          primary_image: null,
          image: null,
          images: null,
          thumbnail: null,
          thumbnails: [],
          stock_quantity: 0,
          stock: 'Y',
        },
      ],
    });
  });

  test('of purchase prices only to who may see them', async () => {
    const shop = await app.openShop();
    const id = await create(shop, {}, { price: 1000, price_buy: 2000 });
    await setRole(shop, 'admin');
    const listed = await search(shop);
    expect(listed.body.data[0].variations[0].price_buy).toBeNull();
    const { body } = await shop.call('GET', `/api/open/product/${id}/detail`);
    expect(body.data.variations[0].price_buy).toBeNull();
    expect((await search(shop, { price: 'NON_PROFIT' })).status).toBe(403);
    await setRole(shop, 'owner');
    expect((await search(shop, { price: 'NON_PROFIT' })).body.data[0].variations[0].price_buy).toBe(2000);
  });

  test('the default picture is there', async () => {
    const picture = await app.call('GET', '/assets/product/default.svg');
    expect(picture.status).toBe(200);
    expect(picture.headers['content-type']).toMatch(/^image\/svg\+xml/);
  });
});

describe('searching products', () => {
  test('finds by a part of the name or of a SKU, in any letter case', async () => {
    const shop = await app.openShop();
    await create(shop, { name: 'Sepatu Kulit' }, { sku: 'KLT-01' });
    await create(shop, { name: 'Sandal' }, { sku: 'JPT-77' });
    expect(await namesFound(shop, { keyword: 'patu kU' })).toEqual(['Sepatu Kulit']);
    expect(await namesFound(shop, { keyword: 'pt-7' })).toEqual(['Sandal']);
    expect(await namesFound(shop, { keyword: 'tas' })).toEqual([]);
  });

  test.each(['%', '_', "'", '"', '\\', '🙂', '%_\\', "';--"])('takes %s as plain text', async (mark) => {
    const shop = await app.openShop();
    await create(shop, { name: `Kaos a${mark}b` });
    await create(shop, { name: 'Kaos axb' });
    await create(shop, { name: 'Topi' }, { sku: `T${mark}1` });
    await create(shop, { name: 'Jaket' }, { sku: 'Tx1' });
    expect(await namesFound(shop, { keyword: `a${mark}b` })).toEqual([`Kaos a${mark}b`]);
    expect(await namesFound(shop, { keyword: `t${mark}1` })).toEqual(['Topi']);
  });

  test('filters by category, type, price, channel, and all of them together', async () => {
    const shop = await app.openShop();
    const category = await shop.call('POST', '/api/open/product-category', { name: 'Alas kaki' });
    const category_id = category.body.data.id;
    const old = await create(shop, { name: 'Lama' });
    await archive(shop, old);
    await create(shop, { name: 'Untung', category_id }, { price: 2000, price_buy: 1000 });
    await create(shop, { name: 'Impas', product_type: 'R' }, { price: 1000, price_buy: 1000 });
    await create(shop, { name: 'Kosong', category_id }, { price: 0, price_buy: 1000 });
    expect(await namesFound(shop, {})).toEqual(['Kosong', 'Impas', 'Untung']);
    expect(await namesFound(shop, { category: category_id })).toEqual(['Kosong', 'Untung']);
    expect(await namesFound(shop, { category: 'uncategorized' })).toEqual(['Impas']);
    expect(await namesFound(shop, { category: 'ARCHIVED' })).toEqual(['Lama']);
    expect(await namesFound(shop, { type: 'R' })).toEqual(['Impas']);
    expect(await namesFound(shop, { price: 'NON_SET_PRICE' })).toEqual(['Kosong']);
    expect(await namesFound(shop, { price: 'non_profit' })).toEqual(['Kosong', 'Impas']);
    expect(await namesFound(shop, { channel: 'JURNAL' })).toEqual([]);
    expect(await namesFound(shop, { channel: 'SHOPEE' })).toEqual([]);
    expect(
      await namesFound(shop, { category: category_id, price: 'NON_PROFIT', type: 'S', keyword: 'o' }),
    ).toEqual(['Kosong']);
    const wrong = await search(shop, { category: 'SEMUA' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.message.category[0]).toMatch(/UNCATEGORIZED, ARCHIVED/);
  });

  test('an archived product keeps the variations and stock it was archived with', async () => {
    const shop = await app.openShop();
    const id = await create(shop, {}, { sku: 'LAMA-1', stock_quantity: 4 });
    await archive(shop, id);
    const { body } = await search(shop, { category: 'ARCHIVED', keyword: 'lama-1' });
    expect(body.data).toMatchObject([
      { id, total_stock: 4, variations: [{ sku: 'LAMA-1', stock_quantity: 4 }] },
    ]);
  });

  test('sorts by age, price, stock and name', async () => {
    const shop = await app.openShop();
    await create(shop, { name: 'b' }, { price: 3000, stock_quantity: 1 });
    await create(shop, { name: 'C' }, { price: 1000, stock_quantity: 9 });
    await create(shop, { name: 'a' }, { price: 2000, stock_quantity: 0 });
    const orders = {
      NEWEST: ['a', 'C', 'b'],
      LONGEST: ['b', 'C', 'a'],
      CHEAPEST: ['C', 'a', 'b'],
      EXPENSIVE: ['b', 'a', 'C'],
      LEAST_STOCK: ['a', 'b', 'C'],
      MOST_STOCK: ['C', 'b', 'a'],
      ASC: ['a', 'b', 'C'],
      DESC: ['C', 'b', 'a'],
    };
    expect(await namesFound(shop, {})).toEqual(orders.NEWEST);
    for (const [order_by, names] of Object.entries(orders))
      expect(await namesFound(shop, { order_by })).toEqual(names);
  });

  test('pages without gaps or repeats, with links to the pages beside', async () => {
    const shop = await app.openShop();
    for (let index = 1; index <= 5; index += 1) await create(shop, { name: `Kaos ${index}` });
    const seen: string[] = [];
    for (const pagination_offset of [1, 2, 3]) {
      const { body } = await search(shop, { per_page: 2, pagination_offset });
      expect(body.meta.pagination).toMatchObject({
        total: 5,
        total_pages: 3,
        current_page: pagination_offset,
      });
      seen.push(...body.data.map((product: { name: string }) => product.name));
    }
    expect(seen).toEqual(['Kaos 5', 'Kaos 4', 'Kaos 3', 'Kaos 2', 'Kaos 1']);
    const { body } = await search(shop, { per_page: 2, pagination_offset: 2, keyword: 'kaos' });
    expect(body.meta.pagination.links.next).toMatch(/keyword=kaos&pagination_offset=3$/);
  });

  test('takes the same number of statements for 1, 10 and 100 products', async () => {
    const shop = await app.openShop();
    const cost = async (per_page: number) => {
      const before = app.database.statements.sent;
      const { body } = await search(shop, { per_page });
      expect(body.data).toHaveLength(per_page);
      return app.database.statements.sent - before;
    };
    for (let index = 0; index < 100; index += 1) await create(shop, { name: `Kaos ${index}` });
    // The first request also notes that the session was used.
    await cost(1);
    const single = await cost(1);
    expect(await cost(10)).toBe(single);
    expect(await cost(100)).toBe(single);
  });
});

describe('isolation', () => {
  test("another shop's product is neither listed nor told from one that does not exist", async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    const id = await create(other, { name: 'Rahasia' }, { sku: 'RHS-1' });
    const category = await other.call('POST', '/api/open/product-category', { name: 'Rahasia' });
    expect(await namesFound(shop, { keyword: 'rahasia' })).toEqual([]);
    expect(await namesFound(shop, { keyword: 'rhs' })).toEqual([]);
    expect(await namesFound(shop, { category: category.body.data.id })).toEqual([]);
    expect(await namesFound(shop, { shop_id: other.shop_id })).toEqual([]);
    const foreign = await shop.call('GET', `/api/open/product/${id}/detail`);
    const missing = await shop.call('GET', '/api/open/product/999999/detail');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  });
});
