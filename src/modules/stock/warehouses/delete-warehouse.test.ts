import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf } from '../../../../test/stall.ts';
import { checkWarehouses } from '../check-warehouses.ts';
import { moveStock } from '../move-stock.ts';
import { lockWarehouse } from './lock-warehouse.ts';

const PATH = '/api/open/warehouse';

let app: TestApp;
let shop: TestShop;
let supplier_id: number;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  shop = await app.openShop();
  supplier_id = expectOk(await shop.call('GET', '/api/open/supplier')).body.data[0].id;
});
afterAll(() => app.close());

const add = async (): Promise<number> =>
  expectOk(await shop.call('POST', PATH, { warehouse: 'Gudang Bandung', supplier_id })).body.data.id;
const remove = (id: number) => shop.call('DELETE', `${PATH}/${id}`);
const changeStock = (variation_id: number, warehouse_id: number, status: 'ADD' | 'SUB', amount = 5) =>
  shop.call('PATCH', '/api/open/product/update-stock', {
    variation_id,
    description: 'Koreksi',
    stock: [{ amount, status, warehouse_id }],
  });

describe('a deleted warehouse', () => {
  test('was empty: one that holds goods is refused with what is left', async () => {
    const id = await add();
    const { variation_ids } = await addProduct(shop, { stocks: [10, 10] });
    for (const variation of variation_ids) expectOk(await changeStock(variation, id, 'ADD', 3));
    expect((await remove(id)).body).toMatchObject({
      code: 'warehouse_not_empty',
      message: { id: ['The warehouse still has 6 units in stock. Move them to another warehouse first.'] },
    });
    const indonesian = await shop.call('DELETE', `${PATH}/${id}`, undefined, {
      'accept-language': 'id',
    });
    expect(indonesian.body.message).toEqual({
      id: ['Gudang ini masih memiliki 6 stok. Pindahkan ke gudang lain terlebih dahulu.'],
    });
    for (const variation of variation_ids) expectOk(await changeStock(variation, id, 'SUB', 3));
    expectOk(await remove(id));
  });

  test('takes no more goods and orders and is offered nowhere, while its history stays', async () => {
    const id = await add();
    const stall = await openStall(shop, { stocks: [10] });
    const variation_id = stall.variation_ids[0] ?? 0;
    expectOk(await changeStock(variation_id, id, 'ADD', 1));
    const products = [{ id: variation_id, qty: 1, product_status: 'S', warehouse_id: id }];
    const order = orderOf(stall, { products });
    const { order_id } = expectOk(await shop.call('POST', '/api/open/order', order)).body.data;
    expectOk(await remove(id));

    const refused = async (method: string, path: string, input: object, field: string) => {
      const { status, body } = await shop.call(method, path, input);
      expect({ status, message: body.message }).toEqual({
        status: 422,
        message: { [field]: [`The selected ${field} does not exist.`] },
      });
    };
    const added = { variation_id, description: 'x', stock: [{ amount: 1, status: 'ADD', warehouse_id: id }] };
    await refused('PATCH', '/api/open/product/update-stock', added, 'stock.0.warehouse_id');
    await refused('POST', '/api/open/order', order, 'products.0.warehouse_id');
    const counted = { warehouse_stock: [{ warehouse_id: id, stock: 1 }] };
    const product = { product_type: 'S', category_id: 0, weight: 100, is_warehouse: '1', name: 'Tas' };
    const level_field = 'variations.0.warehouse_stock.0.warehouse_id';
    await refused(
      'POST',
      '/api/open/product',
      { ...product, variations: [{ sku: 'TAS-1', price: 1_000, ...counted }] },
      level_field,
    );
    await refused(
      'PATCH',
      '/api/open/product',
      { ...product, id: stall.product_id, variations: [{ id: variation_id, ...counted }] },
      level_field,
    );
    const checked = { variation_id: String(variation_id), warehouse_id: String(id) };
    await refused('GET', '/api/open/product/check-stock', checked, 'warehouse_id');

    const held = expectOk(await shop.call('GET', `/api/open/product/history/warehouse/${variation_id}`));
    expect(held.body.data).toEqual([{ warehouse_id: 0, name: 'Gudang Utama', stock: 10 }]);
    const history = await shop.call('GET', '/api/open/product/history', {
      id: String(variation_id),
      warehouse_id: String(id),
    });
    expect(history.body.data.map((row: { warehouse: object }) => row.warehouse)).toEqual([
      { id, name: 'Gudang Bandung' },
      { id, name: 'Gudang Bandung' },
    ]);
    const stored = expectOk(await shop.call('GET', '/api/open/order/detail', { id: String(order_id) }));
    expect(stored.text).toContain(`"warehouse_id":${id}`);
  });

  test('is deleted once, however many ask at once', async () => {
    const id = await add();
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove(id)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 404)).toHaveLength(4);
  });

  test('takes no change that comes after', async () => {
    const id = await add();
    expectOk(await remove(id));
    expect((await shop.call('PATCH', PATH, { id, warehouse: 'Hidup lagi' })).status).toBe(404);
  });
});

describe('goods that come in while it is being deleted', () => {
  test('are waited for, and keep it from being deleted', async () => {
    const id = await add();
    const { variation_ids } = await addProduct(shop, { stocks: [10] });
    let deleted: ReturnType<typeof remove> | undefined;
    await shop.context().transaction(async (inner) => {
      await checkWarehouses(inner, [{ warehouse_id: id, field: 'warehouse_id' }]);
      deleted = remove(id);
      const first = await Promise.race([
        deleted,
        new Promise((resolve) => setTimeout(resolve, 300, 'waits')),
      ]);
      expect(first).toBe('waits');
      const why = { reason: 'ADJUSTMENT', description: 'Datang' } as const;
      await moveStock(inner, [{ variation_id: variation_ids[0] ?? 0, warehouse_id: id, delta: 4, ...why }]);
    });
    expect((await deleted)?.body.message.id).toEqual([expect.stringContaining('has 4 units')]);
  });

  test.each([
    [
      'a correction',
      (variation_id: number, id: number) => changeStock(variation_id, id, 'ADD'),
      'stock.0.warehouse_id',
    ],
    [
      'a new product',
      (_: number, id: number) =>
        shop.call('POST', '/api/open/product', {
          name: 'Tas',
          product_type: 'S',
          category_id: 0,
          weight: 100,
          is_warehouse: '1',
          variations: [{ sku: 'TAS-2', price: 1_000, warehouse_stock: [{ warehouse_id: id, stock: 1 }] }],
        }),
      'variations.0.warehouse_stock.0.warehouse_id',
    ],
  ])('are refused where they come too late: %s', async (_, bring, field) => {
    const id = await add();
    const { variation_ids } = await addProduct(shop, { stocks: [10] });
    const variation_id = variation_ids[0] ?? 0;
    // The level exists already: bringing goods in creates no row that a foreign key would guard.
    expectOk(await changeStock(variation_id, id, 'ADD'));
    expectOk(await changeStock(variation_id, id, 'SUB'));
    let brought: ReturnType<typeof bring> | undefined;
    await shop.context().transaction(async (inner) => {
      await lockWarehouse(inner, id);
      brought = bring(variation_id, id);
      const first = await Promise.race([
        brought,
        new Promise((resolve) => setTimeout(resolve, 300, 'waits')),
      ]);
      expect(first).toBe('waits');
      await inner.db
        .updateTable('warehouses')
        .set({ archived_at: inner.clock.now() })
        .where('shop_id', '=', inner.shop.id)
        .where('id', '=', id)
        .execute();
    });
    const answer = await brought;
    expect(answer?.status).toBe(422);
    expect(Object.keys(answer?.body.message)).toEqual([field]);
  });
});
