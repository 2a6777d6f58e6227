import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk, openStall, orderOf } from '../../../../test/stall.ts';
import { stockLimits } from '../limits.ts';

const PATH = '/api/open/warehouse';
const MISSING = 987_654_321;
const INDONESIAN = { 'accept-language': 'id' };

let app: TestApp;
let shop: TestShop;
let supplier_id: number;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  supplier_id = await supplierOf(shop);
});
afterAll(() => app.close());

const supplierOf = async (of: TestShop): Promise<number> =>
  expectOk(await of.call('GET', '/api/open/supplier')).body.data[0].id;
const create = (change: Record<string, unknown> = {}, by = shop) =>
  by.call('POST', PATH, {
    warehouse: 'Gudang Bandung',
    supplier_id,
    user_id: [by.user_id],
    is_active: true,
    ...change,
  });
const add = async (change: Record<string, unknown> = {}): Promise<number> =>
  expectOk(await create(change)).body.data.id;
const update = (id: number, change: Record<string, unknown>) => shop.call('PATCH', PATH, { id, ...change });
const remove = (id: number, by = shop) => by.call('DELETE', `${PATH}/${id}`);
const detail = (id: number, by = shop) => by.call('GET', `${PATH}/${id}`);
const names = async () =>
  expectOk(await shop.call('GET', PATH)).body.data.map((item: { warehouse: string }) => item.warehouse);
let people = 0;
async function hire(role: string): Promise<TestShop> {
  people += 1;
  const email = `orang-gudang-${people}@example.com`;
  const invited = await shop.call('POST', '/api/account/user/invite', { email, full_name: 'Orang', role });
  const { user_id, token: invitation } = expectOk(invited).body.data;
  const password = 'sandi-pegawai-toko';
  expectOk(await app.call('POST', '/api/account/user/accept', { token: invitation, password }));
  const { token } = expectOk(await app.call('POST', '/api/account/login', { email, password })).body.data;
  const headers = { authorization: `Bearer ${token}` };
  return { ...shop, user_id, call: (method, path, input) => app.call(method, path, input, headers) };
}

describe('the operations answer as the reference shows', () => {
  test('from creating to deleting', async () => {
    const created = await create();
    expect(created.status).toBe(200);
    const id = created.body.data.id as number;
    expect(created.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: { id: expect.any(Number), name: 'Gudang Bandung' },
    });
    const shown = {
      id,
      warehouse: 'Gudang Bandung',
      supplier_id,
      address: '',
      is_active: true,
      user_id: [shop.user_id],
    };
    expect((await detail(id)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: shown,
    });
    const updated = await update(id, {
      warehouse: 'Gudang Jakarta',
      supplier_id,
      user_id: [],
      is_active: false,
    });
    expect(updated.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: { id, name: 'Gudang Jakarta' },
    });
    const changed = { ...shown, warehouse: 'Gudang Jakarta', is_active: false, user_id: [] };
    expect((await shop.call('GET', PATH)).body.data).toEqual([changed]);
    expect((await remove(id)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: changed,
    });
    expect((await detail(id)).status).toBe(404);
    expect(await names()).toEqual([]);
  });

  test('each change is told to the outbox', async () => {
    const id = await add();
    expectOk(await update(id, { warehouse: 'Lain' }));
    expectOk(await remove(id));
    const events = await app.services.db
      .selectFrom('outbox_events')
      .select('name')
      .where('shop_id', '=', shop.shop_id)
      .where('subject_id', '=', id)
      .where('name', 'like', 'warehouse.%')
      .orderBy('id')
      .execute();
    expect(events.map((event) => event.name)).toEqual([
      'warehouse.created',
      'warehouse.updated',
      'warehouse.deleted',
    ]);
  });

  test('an update changes what is given and leaves the rest', async () => {
    const admin = await hire('admin');
    const id = await add({ user_id: [shop.user_id, admin.user_id], is_active: 'N' });
    expectOk(await update(id, { warehouse: 'Baru' }));
    expect((await detail(id)).body.data).toMatchObject({
      warehouse: 'Baru',
      supplier_id,
      is_active: false,
      user_id: [shop.user_id, admin.user_id],
    });
    expectOk(await update(id, { user_id: [admin.user_id] }));
    expect((await detail(id)).body.data).toMatchObject({ warehouse: 'Baru', user_id: [admin.user_id] });
  });
});

describe('input', () => {
  test('is taken in loose writings: numbers as text, one user without a list, the same user twice', async () => {
    const id = await add({
      supplier_id: String(supplier_id),
      user_id: [String(shop.user_id), shop.user_id],
      is_active: 'y',
    });
    expect((await detail(id)).body.data).toMatchObject({ is_active: true, user_id: [shop.user_id] });
    expectOk(await update(id, { id: String(id), user_id: String(shop.user_id), is_active: '0' }));
    expect((await detail(id)).body.data).toMatchObject({ is_active: false, user_id: [shop.user_id] });
  });

  test('without name and supplier is refused on both, without users and status it has none and is active', async () => {
    const { status, body } = await shop.call('POST', PATH, {});
    expect(status).toBe(422);
    expect(Object.keys(body.message).toSorted()).toEqual(['supplier_id', 'warehouse']);
    const id = await add({ user_id: undefined, is_active: undefined });
    expect((await detail(id)).body.data).toMatchObject({ is_active: true, user_id: [] });
  });

  test('that names a supplier or user the shop does not have is refused on the field, and nothing is kept', async () => {
    const other = await app.openShop();
    const theirs = { supplier_id: await supplierOf(other), user_id: [shop.user_id, other.user_id] };
    const id = await add({ warehouse: 'Tetap' });
    const before = (await detail(id)).body.data;
    const refused = {
      supplier_id: ['The selected supplier_id does not exist.'],
      'user_id.1': ['The selected user_id.1 does not exist.'],
    };
    for (const answer of [await create(theirs), await update(id, { ...theirs, warehouse: 'Berubah' })]) {
      expect(answer.status).toBe(422);
      expect(answer.body.message).toEqual(refused);
    }
    expect(await names()).toEqual(['Tetap']);
    expect((await detail(id)).body.data).toEqual(before);
  });

  test('that names a person who was removed is refused, and who is removed later is no longer shown', async () => {
    const [gone, leaving] = [await hire('warehouse'), await hire('warehouse')];
    expectOk(await shop.call('DELETE', `/api/account/user/${gone.user_id}`));
    expect((await create({ user_id: [gone.user_id] })).status).toBe(422);
    const id = await add({ user_id: [leaving.user_id] });
    expectOk(await shop.call('DELETE', `/api/account/user/${leaving.user_id}`));
    expect((await detail(id)).body.data.user_id).toEqual([]);
  });
});

describe('the name', () => {
  test('is unique in the shop in any letter case, when made and when renamed', async () => {
    await add({ warehouse: 'Gudang Bandung' });
    const id = await add({ warehouse: 'Gudang Solo' });
    const message = { warehouse: ['A warehouse with this name already exists.'] };
    expect((await create({ warehouse: 'GUDANG bandung' })).body.message).toEqual(message);
    expect((await update(id, { warehouse: 'gudang BANDUNG' })).body.message).toEqual(message);
    expect((await create({ warehouse: 'gudang utama' })).body.message).toEqual(message);
    expect(await names()).toEqual(['Gudang Bandung', 'Gudang Solo']);
    expectOk(await update(id, { warehouse: 'GUDANG SOLO' }));
  });

  test('of a deleted warehouse is free again', async () => {
    const id = await add();
    expectOk(await remove(id));
    expect(await add()).not.toBe(id);
  });

  test('is given once, however many ask for it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create()));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'warehouse_exists')).toHaveLength(4);
    expect(await names()).toEqual(['Gudang Bandung']);
  });
});

test('a shop has no more warehouses than the limit, however many are made at once; deleted ones do not count', async () => {
  const room = 2;
  await app.services.db
    .insertInto('warehouses')
    .values(
      // The main one counts too.
      Array.from({ length: stockLimits.warehouses - room - 1 }, (_, index) => ({
        shop_id: shop.shop_id,
        name: `G${index}`,
        supplier_id,
        created_at: app.services.clock.now(),
      })),
    )
    .execute();
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) => create({ warehouse: `Baru ${index}` })),
  );
  const made = answers.filter((answer) => answer.status === 200);
  expect(made).toHaveLength(room);
  expect(answers.find((answer) => answer.status === 422)?.body.code).toBe('limit_reached');
  expectOk(await remove(made[0]?.body.data.id));
  expectOk(await create({ warehouse: 'Pengganti' }));
});

describe('the main warehouse', () => {
  test('is found as 0, and can have another name and users', async () => {
    const keeper = await hire('warehouse');
    expectOk(
      await update(0, {
        warehouse: 'Toko Utama',
        supplier_id,
        user_id: [keeper.user_id],
        is_active: true,
      }),
    );
    const main = { id: 0, warehouse: 'Toko Utama', supplier_id, user_id: [keeper.user_id], is_active: true };
    expect((await detail(0)).body.data).toMatchObject(main);
    expect((await detail(0, keeper)).body.data).toMatchObject(main);
  });

  test("can't be deleted, made inactive or moved from the active supplier", async () => {
    const supplier = await shop.call('POST', '/api/open/supplier/create', {
      name: 'Lain',
      district_id: (
        await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' })
      ).body.data[0].id,
      address: 'Jl. A',
      phone: '0812345678',
    });
    const before = (await detail(0)).body.data;
    const changed = await update(0, {
      warehouse: 'Lain',
      is_active: 'N',
      supplier_id: expectOk(supplier).body.data.supplier_id,
    });
    expect(changed.status).toBe(422);
    expect(Object.keys(changed.body.message).toSorted()).toEqual(['is_active', 'supplier_id']);
    const deleted = await remove(0);
    expect({ status: deleted.status, ...deleted.body }).toMatchObject({
      status: 422,
      code: 'main_warehouse',
    });
    expect((await detail(0)).body.data).toEqual(before);
  });
});

describe('who may', () => {
  test('a user of the role warehouse finds only the warehouses given to it, and changes none', async () => {
    const keeper = await hire('warehouse');
    const own = await add({ user_id: [keeper.user_id] });
    const strange = await add({ warehouse: 'Lain' });
    expect((await keeper.call('GET', PATH)).body.data.map((item: { id: number }) => item.id)).toEqual([own]);
    expect((await detail(own, keeper)).status).toBe(200);
    const [foreign, missing] = [await detail(strange, keeper), await detail(MISSING, keeper)];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
    const writes = await Promise.all([
      create({ warehouse: 'Baru' }, keeper),
      keeper.call('PATCH', PATH, { id: own, user_id: [] }),
      remove(own, keeper),
    ]);
    expect(writes.map((answer) => answer.status)).toEqual([403, 403, 403]);
    expectOk(await update(own, { user_id: [] }));
    expect((await detail(own, keeper)).status).toBe(404);
  });

  test('an admin may all of it', async () => {
    const admin = await hire('admin');
    const { id } = expectOk(await create({}, admin)).body.data;
    expectOk(await admin.call('PATCH', PATH, { id, warehouse: 'Diubah' }));
    expect(expectOk(await remove(id, admin)).body.data.warehouse).toBe('Diubah');
  });

  test("another shop's warehouse does not exist", async () => {
    const id = await add();
    const other = await app.openShop();
    const requested = (of: number) =>
      Promise.all([
        detail(of, other),
        other.call('PATCH', PATH, { id: of, warehouse: 'Curian' }),
        remove(of, other),
      ]);
    const [foreign, missing] = [await requested(id), await requested(MISSING)];
    expect(foreign.map((answer) => answer.status)).toEqual([404, 404, 404]);
    const without = (answers: typeof foreign) => answers.map(({ body }) => ({ ...body, request_id: '' }));
    expect(without(foreign)).toEqual(without(missing));
    expect(await names()).toEqual(['Gudang Bandung']);
  });
});

describe('an inactive warehouse', () => {
  test('takes no orders, named or chosen, while its stock can be changed', async () => {
    const id = await add({ is_active: false });
    const stall = await openStall(shop, { stocks: [2] });
    const variation_id = stall.variation_ids[0] ?? 0;
    const stock = [{ amount: 50, status: 'ADD', warehouse_id: id }];
    const change = { variation_id, description: 'Masuk', stock };
    expectOk(await shop.call('PATCH', '/api/open/product/update-stock', change));
    const order = (line: object, headers = {}) => {
      const products = [{ id: variation_id, product_status: 'S', ...line }];
      return shop.call('POST', '/api/open/order', orderOf(stall, { products }), headers);
    };
    expect((await order({ qty: 1, warehouse_id: id })).body).toMatchObject({
      code: 'warehouse_inactive',
      message: {
        'products.0.warehouse_id': [
          'The selected products.0.warehouse_id is inactive and cannot be used for orders.',
        ],
      },
    });
    expect((await order({ qty: 1, warehouse_id: id }, INDONESIAN)).body.message).toEqual({
      'products.0.warehouse_id': [
        'products.0.warehouse_id yang dipilih tidak aktif, sehingga tidak dapat digunakan untuk pesanan.',
      ],
    });
    expect((await order({ qty: 3 })).body.message['products.0.qty'][0]).toContain(': 2 left');
    expectOk(await update(id, { is_active: true }));
    expectOk(await order({ qty: 3 }));
    expect((await detail(id)).status).toBe(200);
  });
});
