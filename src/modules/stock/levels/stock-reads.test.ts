import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { moveStock } from '../index.ts';

let app: TestApp;
const clock = fixedClock('2021-08-09T08:00:00+07:00');

beforeAll(async () => {
  app = await startTestApp({ clock, zone: 'Asia/Jakarta' });
});
afterAll(() => app.close());

const CHECK = '/api/open/product/check-stock';
const HISTORY = '/api/open/product/history';

interface Goods {
  shop: TestShop;
  product_id: number;
  id: number;
  /** A second warehouse beside 0. */
  warehouse_id: number;
}

async function openGoods(fields: object = {}): Promise<Goods> {
  clock.set('2021-08-09T08:00:00+07:00');
  const shop = await app.openShop();
  const prices = { price: 10_000, price_reseller: 12_100, price1: 12_000, price2: 12_500, price3: 12_700 };
  const created = await shop.call('POST', '/api/open/product', {
    name: 'Sepatu',
    product_type: 'S',
    has_variation: 'N',
    variations: [{ color: 'merah', size: '41', ...prices, stock_quantity: 5, stock: 'Y' }],
    ...fields,
  });
  const { product_id, product_meta_id } = created.body.data;
  const warehouse = await app.database.db
    .insertInto('warehouses')
    .values({ shop_id: shop.shop_id, name: 'Gudang Malang', created_at: clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { shop, product_id, id: product_meta_id[0], warehouse_id: warehouse.id };
}

async function move(
  { shop, id }: Goods,
  warehouse_id: number,
  delta: number,
  description = 'Tambahan',
): Promise<void> {
  const moved = await moveStock(shop.context(), [
    { variation_id: id, warehouse_id, delta, reason: 'ADJUSTMENT', description },
  ]);
  expect(moved).toHaveProperty('balances');
}

/** Makes the user one of the role `warehouse` that has the second warehouse. */
async function restrict({ shop, warehouse_id }: Goods): Promise<void> {
  // The role that a session was last seen with is believed for some seconds.
  clock.advance(60_000);
  const { db } = app.database;
  await db.updateTable('users').set({ role: 'warehouse' }).where('shop_id', '=', shop.shop_id).execute();
  await db
    .insertInto('user_warehouses')
    .values({ shop_id: shop.shop_id, user_id: shop.user_id, warehouse_id })
    .execute();
}

describe('check stock', () => {
  test('gives the stock of all warehouses or of one, and the prices', async () => {
    const goods = await openGoods();
    await move(goods, goods.warehouse_id, 3);
    const prices = { price: 10_000, price_dropship: 12_100, price1: 12_000, price2: 12_500, price3: 12_700 };
    const all = await goods.shop.call('GET', CHECK, { variation_id: goods.id });
    expect(all.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: { stock: 8, ...prices },
    });
    const one = { variation_id: goods.id, warehouse_id: goods.warehouse_id };
    expect((await goods.shop.call('GET', CHECK, one)).body.data.stock).toBe(3);
    const main = await goods.shop.call('GET', CHECK, { ...one, warehouse_id: 0 });
    expect(main.body.data.stock).toBe(5);
  });

  test('goods that are not counted have 0', async () => {
    const goods = await openGoods({ product_type: 'R' });
    expect((await goods.shop.call('GET', CHECK, { variation_id: goods.id })).body.data.stock).toBe(0);
  });

  test("another shop's variation and warehouse are answered like ones that do not exist", async () => {
    const goods = await openGoods();
    const other = await openGoods();
    const anonymous = async (parameters: object) => {
      const answer = await goods.shop.call('GET', CHECK, parameters);
      return { status: answer.status, body: { ...answer.body, request_id: '' } };
    };
    const foreign = await anonymous({ variation_id: other.id });
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await anonymous({ variation_id: 999_999 }));
    const at_foreign = await anonymous({ variation_id: goods.id, warehouse_id: other.warehouse_id });
    expect(at_foreign.status).toBe(422);
    expect(Object.keys(at_foreign.body.message)).toEqual(['warehouse_id']);
    expect(at_foreign).toEqual(await anonymous({ variation_id: goods.id, warehouse_id: 999_999 }));
  });
});

describe('stock of each warehouse', () => {
  test('lists them all, the empty ones too', async () => {
    const goods = await openGoods();
    const { body } = await goods.shop.call('GET', `${HISTORY}/warehouse/${goods.id}`);
    expect(body.data).toEqual([
      { warehouse_id: 0, name: 'Gudang Utama', stock: 5 },
      { warehouse_id: goods.warehouse_id, name: 'Gudang Malang', stock: 0 },
    ]);
  });

  test("another shop's variation does not exist", async () => {
    const goods = await openGoods();
    const other = await openGoods();
    expect((await goods.shop.call('GET', `${HISTORY}/warehouse/${other.id}`)).status).toBe(404);
  });
});

describe('stock history', () => {
  test('a movement is never earlier than the one before of its level, whatever the clock of its process says', async () => {
    const goods = await openGoods();
    clock.set('2021-08-09T10:00:00+07:00');
    await move(goods, 0, 4, 'Kiriman');
    clock.set('2021-08-09T09:00:00+07:00');
    await move(goods, 0, -2, 'Rusak');
    await move(goods, 0, 1, 'Ketemu');
    clock.set('2021-08-09T11:00:00+07:00');
    const { data } = (await goods.shop.call('GET', HISTORY, { id: goods.id })).body;
    expect(data.map((row: { stock: { last: number } }) => row.stock.last)).toEqual([8, 7, 9, 5]);
    expect(data.map((row: { time_ago: string }) => row.time_ago).slice(0, 3)).toEqual(
      Array.from({ length: 3 }, () => data[2].time_ago),
    );
  });

  test('shows who moved what, when and why, newest first', async () => {
    const goods = await openGoods();
    clock.set('2021-08-09T10:00:00+07:00');
    await move(goods, goods.warehouse_id, 4, 'Kiriman');
    await move(goods, 0, -2, 'Rusak');
    clock.set('2021-08-09T13:00:00+07:00');
    const { body } = await goods.shop.call('GET', HISTORY, { id: goods.id });
    expect(body.title).toEqual({
      product_id: goods.product_id,
      variation_id: goods.id,
      product_name: 'Sepatu',
      variation_name: 'merah 41',
    });
    const row = { date: 'Senin, 9 Ags 2021', user: goods.shop.email };
    const main = { id: 0, name: 'Gudang Utama' };
    const malang = { id: goods.warehouse_id, name: 'Gudang Malang' };
    expect(body.data).toEqual([
      {
        ...row,
        time_ago: '3 jam yang lalu',
        detail: { description: 'Rusak', id_order: null },
        warehouse: main,
        stock: { in: 0, out: 2, last: 3 },
        old: 5,
      },
      {
        ...row,
        time_ago: '3 jam yang lalu',
        detail: { description: 'Kiriman', id_order: null },
        warehouse: malang,
        stock: { in: 4, out: 0, last: 4 },
        old: 0,
      },
      {
        ...row,
        time_ago: '5 jam yang lalu',
        detail: { description: 'Initial variation stock on 2021-08-09', id_order: null },
        warehouse: main,
        stock: { in: 5, out: 0, last: 5 },
        old: 0,
      },
    ]);
    expect(body.meta.pagination).toMatchObject({ total: 3, count: 3, per_page: 10, current_page: 1 });
  });

  test('filters by warehouse and by days of the shop, both ends included', async () => {
    const goods = await openGoods();
    clock.set('2021-08-09T23:59:59+07:00');
    await move(goods, 0, 1, 'Malam');
    clock.set('2021-08-10T00:00:00+07:00');
    await move(goods, goods.warehouse_id, 1, 'Pagi');
    const found = async (filter: object) => {
      const { body } = await goods.shop.call('GET', HISTORY, { id: goods.id, ...filter });
      expect(body.meta.pagination.total).toBe(body.data.length);
      return body.data.map((row: { detail: { description: string } }) => row.detail.description);
    };
    expect(await found({ start_date: '2021-08-10' })).toEqual(['Pagi']);
    expect(await found({ end_date: '2021-08-09' })).toEqual([
      'Malam',
      'Initial variation stock on 2021-08-09',
    ]);
    expect(await found({ start_date: '2021-08-09', end_date: '2021-08-10', warehouse_id: 0 })).toHaveLength(
      2,
    );
    expect(await found({ warehouse_id: goods.warehouse_id })).toEqual(['Pagi']);
  });

  test('pages, in the same number of statements for 1, 10 and 100 rows', async () => {
    const goods = await openGoods();
    for (let index = 0; index < 100; index += 1) await move(goods, 0, 1, `Ke-${index}`);
    const cost = async (per_page: number) => {
      const before = app.database.statements.sent;
      const { body } = await goods.shop.call('GET', HISTORY, { id: goods.id, per_page });
      expect(body.data).toHaveLength(per_page);
      return app.database.statements.sent - before;
    };
    await cost(1);
    const single = await cost(1);
    expect(await cost(10)).toBe(single);
    expect(await cost(100)).toBe(single);
    const last = await goods.shop.call('GET', HISTORY, { id: goods.id, per_page: 50, pagination_offset: 3 });
    expect(last.body.data).toMatchObject([{ stock: { in: 5, last: 5 } }]);
    expect(last.body.meta.pagination).toMatchObject({ total: 101, total_pages: 3, count: 1 });
  });

  test('refuses a period that ends before it starts, in both languages, and what is no day', async () => {
    const goods = await openGoods();
    const period = { id: goods.id, start_date: '2021-08-10', end_date: '2021-08-09' };
    const english = await goods.shop.call('GET', HISTORY, period);
    expect(english.status).toBe(422);
    expect(english.body.message).toEqual({ end_date: ['The end_date must not be before the start_date.'] });
    const indonesian = await goods.shop.call('GET', HISTORY, period, { 'accept-language': 'id' });
    expect(indonesian.body.message).toEqual({ end_date: ['end_date tidak boleh sebelum start_date.'] });
    const wrong = await goods.shop.call('GET', HISTORY, { id: goods.id, start_date: '2021-02-30' });
    expect(Object.keys(wrong.body.message)).toEqual(['start_date']);
  });

  test("another shop's variation and warehouse are answered like ones that do not exist", async () => {
    const goods = await openGoods();
    const other = await openGoods();
    expect((await goods.shop.call('GET', HISTORY, { id: other.id })).status).toBe(404);
    const at = await goods.shop.call('GET', HISTORY, { id: goods.id, warehouse_id: other.warehouse_id });
    expect(at.status).toBe(422);
    expect(Object.keys(at.body.message)).toEqual(['warehouse_id']);
  });
});

test('a user of the role warehouse sees the stock of its warehouses only', async () => {
  const goods = await openGoods();
  await move(goods, goods.warehouse_id, 3, 'Kiriman');
  await restrict(goods);
  const { shop, id, warehouse_id } = goods;
  expect((await shop.call('GET', CHECK, { variation_id: id })).body.data.stock).toBe(3);
  expect((await shop.call('GET', CHECK, { variation_id: id, warehouse_id: 0 })).status).toBe(422);
  expect((await shop.call('GET', `${HISTORY}/warehouse/${id}`)).body.data).toEqual([
    { warehouse_id, name: 'Gudang Malang', stock: 3 },
  ]);
  const history = await shop.call('GET', HISTORY, { id });
  expect(history.body.data).toMatchObject([{ detail: { description: 'Kiriman' } }]);
  expect((await shop.call('GET', HISTORY, { id, warehouse_id: 0 })).status).toBe(422);
});
