import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopContext } from '../../../kernel/context.ts';
import { listWarehouses } from './list-warehouses.ts';

let app: TestApp;
let district: { id: number; location: string };

beforeAll(async () => {
  app = await startTestApp();
  const row = await app.services.db
    .selectFrom('districts as d')
    .innerJoin('cities as c', 'c.code', 'd.city_code')
    .select(['d.public_id', 'd.name', 'c.name as city'])
    .orderBy('d.code')
    .executeTakeFirstOrThrow();
  district = { id: row.public_id ?? 0, location: `${row.name}, ${row.city}` };
});

afterAll(() => app.close());

async function addSupplier(shop: TestShop): Promise<number> {
  const { body } = await shop.call('POST', '/api/open/supplier/create', {
    name: 'Supplier Bandung',
    district_id: district.id,
    address: 'Jl. A',
    phone: '0812345678',
    description: '-',
  });
  return body.data.supplier_id;
}

async function addWarehouses(shop: TestShop, supplier_id: number, names: string[]): Promise<number[]> {
  const rows = await app.services.db
    .insertInto('warehouses')
    .values(
      names.map((name) => ({
        shop_id: shop.shop_id,
        name,
        supplier_id,
        created_at: app.services.clock.now(),
      })),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

test('the main warehouse is listed only when it is asked for, and stands where the active supplier does', async () => {
  const shop = await app.openShop();
  const supplier_id = await addSupplier(shop);
  const [bandung] = await addWarehouses(shop, supplier_id, ['Warehouse Bandung']);
  const without = await shop.call('GET', '/api/open/warehouse');
  expect(without.status).toBe(200);
  const added = {
    id: bandung,
    warehouse: 'Warehouse Bandung',
    supplier_id,
    address: district.location,
    is_active: true,
    user_id: [],
  };
  expect(without.body).toEqual({ request_id: expect.any(String), data: [added] });
  const { body: suppliers } = await shop.call('GET', '/api/open/supplier');
  const main = {
    id: 0,
    warehouse: 'Gudang Utama',
    supplier_id: suppliers.data[0].id,
    address: '',
    is_active: true,
    user_id: [],
  };
  for (const yes of ['true', '1', 'Y']) {
    const { body } = await shop.call('GET', '/api/open/warehouse', { with_main_warehouse: yes });
    expect(body.data).toEqual([main, added]);
  }
});

test("another shop's warehouses are not in the list", async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  await addWarehouses(other, await addSupplier(other), ['Punya orang']);
  const { body } = await shop.call('GET', '/api/open/warehouse', { with_main_warehouse: 'true' });
  expect(body.data.map((item: { warehouse: string }) => item.warehouse)).toEqual(['Gudang Utama']);
});

test('a user of the role warehouse sees only the warehouses given to it, the main one too', async () => {
  const shop = await app.openShop();
  const ids = await addWarehouses(shop, await addSupplier(shop), ['Satu', 'Dua', 'Tiga']);
  const now = app.services.clock.now();
  const keeper = await app.services.db
    .insertInto('users')
    .values({
      shop_id: shop.shop_id,
      email: `gudang-${shop.shop_id}@example.com`,
      full_name: 'Penjaga',
      role: 'warehouse',
      status: 'ACTIVE',
      password_hash: 'x',
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await app.services.db
    .insertInto('user_warehouses')
    .values({ shop_id: shop.shop_id, user_id: keeper.id, warehouse_id: ids[1] ?? 0 })
    .execute();
  const context = shopContext(
    app.services,
    { language: 'en', request_id: 'test', address: '127.0.0.1', base_url: 'http://ngorder.test' },
    {
      shop: { id: shop.shop_id, time_zone: 'Asia/Jakarta' },
      actor: { kind: 'session', credential_id: 1, user_id: keeper.id, role: 'warehouse' },
    },
  );
  const names = async () =>
    (await listWarehouses(context, { with_main_warehouse: true })).map((warehouse) => warehouse.warehouse);
  expect(await names()).toEqual(['Dua']);
  await app.services.db
    .insertInto('user_warehouses')
    .values({ shop_id: shop.shop_id, user_id: keeper.id, warehouse_id: 0 })
    .execute();
  expect(await names()).toEqual(['Gudang Utama', 'Dua']);
});

test('the list is one statement for 1, 10 and 100 warehouses', async () => {
  const shop = await app.openShop();
  const supplier_id = await addSupplier(shop);
  const sent: number[] = [];
  for (const [more, tag] of [
    [1, 'a'],
    [9, 'b'],
    [90, 'c'],
  ] as const) {
    await addWarehouses(
      shop,
      supplier_id,
      Array.from({ length: more }, (_, index) => `${tag}${index}`),
    );
    await shop.call('GET', '/api/open/warehouse');
    const before = app.database.statements.sent;
    const { body } = await shop.call('GET', '/api/open/warehouse');
    sent.push(app.database.statements.sent - before);
    expect(body.data.length).toBeGreaterThanOrEqual(more);
  }
  expect(sent).toEqual([1, 1, 1]);
});
