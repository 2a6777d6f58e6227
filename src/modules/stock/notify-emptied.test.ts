import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';
import { stockLimits } from './limits.ts';
import { moveStock } from './move-stock.ts';
import { storeTexts } from '../../../test/search-texts.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  stall = await openStall(shop);
});
afterAll(() => app.close());

const mails = async (by = shop): Promise<{ subject: string; body: string; recipient: string }[]> =>
  expectOk(await by.call('GET', '/api/account/outbox')).body.data;

const line = (id: number, qty = 1, warehouse_id?: number) => ({
  id,
  qty,
  product_status: 'S',
  ...(warehouse_id !== undefined && { warehouse_id }),
});

async function order(...products: object[]): Promise<number> {
  return expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { products }))).body.data
    .order_id;
}

const goods = async (stocks: number[]) => (await addProduct(shop, { stocks })).variation_ids;

const add = (variation_id: number, amount: number, warehouse_id = 0) =>
  shop.call('PATCH', '/api/open/product/update-stock', {
    variation_id,
    description: 'Masuk',
    stock: [{ amount, status: 'ADD', warehouse_id }],
  });

async function secondWarehouse(): Promise<number> {
  const warehouse = {
    warehouse: 'Gudang Bandung',
    supplier_id: stall.supplier_id,
    user_id: [shop.user_id],
    is_active: true,
  };
  return expectOk(await shop.call('POST', '/api/open/warehouse', warehouse)).body.data.id;
}

test('the owner is told once that an order took the last piece, and nobody of another shop', async () => {
  const [variation_id = 0] = await goods([2]);
  await order(line(variation_id));
  await app.readEvents();
  expect(await mails()).toEqual([]);
  await order(line(variation_id));
  await app.readEvents();
  await app.readEvents();
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    recipient: shop.email,
    subject: expect.stringMatching(/^Stok habis: \S.* \(\S+\)$/),
  });
  expect(mail?.body).toMatch(
    /^Halo Juragan,\n\nStok variasi produk ini sudah habis di semua gudang:\n\n- \S/,
  );
  expect(await mails(await app.openShop())).toEqual([]);
});

test('again when it had come back and was emptied again, and not when it came back before anybody was told', async () => {
  const [variation_id = 0] = await goods([1]);
  const first = await order(line(variation_id));
  await app.readEvents();
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: first }));
  await app.readEvents();
  expect(await mails()).toHaveLength(1);
  await order(line(variation_id));
  await app.readEvents();
  expect(await mails()).toHaveLength(2);

  expectOk(await add(variation_id, 1));
  await order(line(variation_id));
  expectOk(await add(variation_id, 5));
  await app.readEvents();
  expect(await mails()).toHaveLength(2);
});

test('of many that run out together in one mail', async () => {
  const ids = await goods([1, 1, 1]);
  for (const id of ids) await order(line(id));
  await app.readEvents();
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Stok habis: 3 variasi produk');
  expect(mail?.body.match(/^- /gm)).toHaveLength(3);
});

test('of more than the mail may name the first are named, and the others counted', async () => {
  const { notice_lines } = stockLimits;
  const ids = await goods(Array.from({ length: notice_lines + 2 }, () => 1));
  await order(...ids.map((id) => line(id)));
  await app.readEvents();
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe(`Stok habis: ${notice_lines + 2} variasi produk`);
  const lines = mail?.body.match(/^- .*$/gm) ?? [];
  expect(lines).toHaveLength(notice_lines + 1);
  expect(lines.at(-1)).toBe('- dan 2 variasi lainnya');
});

test('not while another warehouse has some; of two orders that empty both at once, one mail', async () => {
  const warehouse_id = await secondWarehouse();
  const [variation_id = 0] = await goods([1]);
  expectOk(await add(variation_id, 1, warehouse_id));
  await order(line(variation_id, 1, 0));
  await app.readEvents();
  expect(await mails()).toEqual([]);
  expectOk(await add(variation_id, 1, 0));
  await Promise.all([order(line(variation_id, 1, 0)), order(line(variation_id, 1, warehouse_id))]);
  await app.readEvents();
  expect(await mails()).toHaveLength(1);
});

test.each<[string, (variation_id: number, from: number) => Promise<unknown>]>([
  [
    'an edit',
    async (id) => {
      const order_id = await order(line(id, 1));
      const edit = { ...orderOf(stall, { products: [line(id, 2)] }), order_id };
      expectOk(await shop.call('PATCH', '/api/open/order', edit));
    },
  ],
  [
    'a sync',
    async (variation_id) => {
      expectOk(await shop.call('PATCH', '/api/open/product/sync-stock', { variation_id, amount: 0 }));
    },
  ],
])('by %s too', async (_by, empty) => {
  const [variation_id = 0] = await goods([2]);
  await empty(variation_id, 0);
  await app.readEvents();
  expect(await mails()).toHaveLength(1);
});

test('a transfer of the last piece empties a warehouse, not the variation', async () => {
  const warehouse_id = await secondWarehouse();
  const [variation_id = 0] = await goods([2]);
  const stock = [{ amount: 2, status: 'ADD', warehouse_id }];
  const transfer = { variation_id, description: 'Pindah', stock, move_warehouse_stock: true };
  expectOk(await shop.call('PATCH', '/api/open/product/update-stock', transfer));
  await app.readEvents();
  expect(await mails()).toEqual([]);
  await order(line(variation_id, 2, warehouse_id));
  await app.readEvents();
  expect(await mails()).toHaveLength(1);
});

test('nothing is told of what is not sold any more, nor of a level that was empty before', async () => {
  const [variation_id = 0] = await goods([1]);
  await order(line(variation_id));
  expectOk(await shop.call('PATCH', '/api/open/product/sync-stock', { variation_id, amount: 0 }));
  const { rows } = await app.database.pool.query(
    `select count(*)::int as emptied from outbox_events where shop_id = $1 and name = 'stock.emptied'`,
    [shop.shop_id],
  );
  expect(rows).toEqual([{ emptied: 1 }]);
  await app.database.pool.query(
    'update product_variations set archived_at = now() where shop_id = $1 and id = $2',
    [shop.shop_id, variation_id],
  );
  await storeTexts(app.database.pool, shop.shop_id);
  await app.readEvents();
  expect(await mails()).toEqual([]);
});

test('a reader that is run again with all or some of the same events sends no second mail', async () => {
  const warehouse_id = await secondWarehouse();
  const [variation_id = 0] = await goods([1]);
  expectOk(await add(variation_id, 1, warehouse_id));
  await order(line(variation_id, 1, 0));
  await order(line(variation_id, 1, warehouse_id));
  await app.readEvents();
  for (const again of ['0', 'position - 1']) {
    await app.database.pool.query(`update event_readers set position = ${again}`);
    await app.readEvents();
  }
  await app.database.pool.query(
    `update event_readers set position = (select max(position) - 1 from outbox_events where name = 'stock.emptied')`,
  );
  await app.readEvents();
  expect(await mails()).toHaveLength(1);
});

test('what comes into an empty level and leaves it in one move has not emptied it', async () => {
  const [variation_id = 0] = await goods([1]);
  await order(line(variation_id));
  const emptied = async () =>
    (
      await app.database.pool.query(
        `select 1 from outbox_events where shop_id = $1 and name = 'stock.emptied'`,
        [shop.shop_id],
      )
    ).rowCount;
  expect(await emptied()).toBe(1);
  const move = { variation_id, warehouse_id: 0, reason: 'ADJUSTMENT' } as const;
  await moveStock(shop.context(), [
    { ...move, delta: 3, description: 'Masuk' },
    { ...move, delta: -3, description: 'Keluar' },
  ]);
  expect(await emptied()).toBe(1);
});
