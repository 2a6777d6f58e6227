import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from './stall.ts';

/**
 * Rules of stock that concern several modules. The others are tested beside the code: no level below 0 and what
 * a refused order is told (orders/place-order, race/oversell), update-stock, move_warehouse_stock and
 * sync-stock (stock/update-stock), opname and transfers (inventory), SKUs (catalog/skus), archived products
 * (catalog/delete-products), any sequence of all of them (stock-model) and any two at once (interleaving).
 */

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
let branch_id: number;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  stall = await openStall(shop);
  const branch = await shop.call('POST', '/api/open/warehouse', {
    warehouse: 'Cabang',
    supplier_id: stall.supplier_id,
    user_id: [shop.user_id],
    is_active: true,
  });
  branch_id = expectOk(branch).body.data.id;
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

const done = async (method: string, path: string, input?: object) =>
  expectOk(await shop.call(method, `/api/open/${path}`, input)).body.data;
const order = (id: number, qty: number, change: Record<string, unknown> = {}) =>
  shop.call(
    'POST',
    '/api/open/order',
    orderOf(stall, { products: [{ id, qty, product_status: 'S', ...change }] }),
  );
const detailOf = (order_id: number) => done('GET', 'order/detail', { id: String(order_id) });
const historyOf = (id: number) => done('GET', 'product/history', { id: String(id) });
const addOne = async (options: Parameters<typeof addProduct>[1] = {}) => {
  const { product_id, variation_ids } = await addProduct(shop, { stocks: [10], ...options });
  return { product_id, id: variation_ids[0] ?? 0 };
};
const edit = async (product_id: number, product: object, variation: object) => {
  const read = await done('GET', `product/${product_id}/detail`);
  const variations = read.variations.map(
    ({ stock_quantity: _stays, ...other }: object & { stock_quantity: number }) => ({
      ...other,
      ...variation,
    }),
  );
  return done('PATCH', 'product', { ...read, ...product, variations });
};

describe('goods of other suppliers and preorders only say Y or N', () => {
  test.each([
    ['R', { product_type: 'R' }, { cost_of_goods_sales: 40_000 }],
    ['PO', { product_type: 'PO', preorder_setting: { type: 'day', number: 3 } }, {}],
  ])(
    'type %s: orders of any quantity take nothing and leave no trace in the history',
    async (type, product, cost) => {
      const { product_id, id } = await addOne({ stocks: [0], product });
      const products = [{ id, qty: 1_000, product_status: type }];
      expectOk(
        await shop.call(
          'POST',
          '/api/open/order',
          orderOf(stall, { products, payment: { status: 'UNPAID', ...cost } }),
        ),
      );
      const read = await done('GET', `product/${product_id}/detail`);
      expect(read.variations[0]).toMatchObject({ stock_quantity: 0, stock: 'Y' });
      expect(await historyOf(id)).toEqual([]);
    },
  );

  test('with N they are not sold', async () => {
    const { id } = await addOne({ stocks: [0], product: { product_type: 'R' }, variation: { stock: 'N' } });
    const refused = await shop.call(
      'POST',
      '/api/open/order',
      orderOf(stall, {
        products: [{ id, qty: 1, product_status: 'R' }],
        payment: { status: 'UNPAID', cost_of_goods_sales: 1 },
      }),
    );
    expect([refused.status, refused.body.code]).toEqual([422, 'out_of_stock']);
  });
});

test("a variation's stock is the sum over its warehouses, wherever it is shown", async () => {
  const { product_id, id } = await addOne();
  await done('PATCH', 'product/update-stock', {
    variation_id: id,
    stock: [{ amount: 5, status: 'ADD', warehouse_id: branch_id }],
    description: 'Barang datang',
  });
  expect((await done('GET', 'product/check-stock', { variation_id: String(id) })).stock).toBe(15);
  const read = await done('GET', `product/${product_id}/detail`);
  expect(read.variations[0].stock_quantity).toBe(15);
});

test('every change is a row of the history: who, why, which order, where, what came and went, and what was left', async () => {
  const { product_id, id } = await addOne();
  const made = expectOk(await order(id, 2)).body.data;
  await done('PATCH', 'product/update-stock', {
    variation_id: id,
    stock: [{ amount: 3, status: 'SUB', warehouse_id: 0 }],
    description: 'Rusak',
  });
  await done('POST', 'stock-transfer', {
    origin_warehouse_id: 0,
    destination_warehouse_id: branch_id,
    description: 'Ke cabang',
    stock_adjustment: [{ variation_id: id, transfer_stock: 1 }],
  });
  await done('POST', 'stock-opname', {
    warehouse_id: branch_id,
    description: 'Hitung',
    stock_adjustment: [{ variation_id: id, warehouse_stock: 4 }],
  });
  await done('PATCH', 'product/sync-stock', { variation_id: id, amount: 9 });
  await edit(product_id, {}, { stock_quantity: 7 });
  const rows = (await historyOf(id)).toReversed();
  expect(rows.map((row: { user: string }) => row.user)).toEqual(rows.map(() => shop.email));
  expect(
    rows.map((row: { detail: object; warehouse: { id: number }; stock: object }) => [
      row.detail,
      row.warehouse.id,
      row.stock,
    ]),
  ).toEqual([
    [{ description: expect.any(String), id_order: null }, 0, { in: 10, out: 0, last: 10 }],
    [{ description: `Order PO#${made.po_number}`, id_order: made.order_id }, 0, { in: 0, out: 2, last: 8 }],
    [{ description: 'Rusak', id_order: null }, 0, { in: 0, out: 3, last: 5 }],
    [{ description: 'Ke cabang', id_order: null }, 0, { in: 0, out: 1, last: 4 }],
    [{ description: 'Ke cabang', id_order: null }, branch_id, { in: 1, out: 0, last: 1 }],
    [{ description: 'Hitung', id_order: null }, branch_id, { in: 3, out: 0, last: 4 }],
    [{ description: 'Stock synced to 9', id_order: null }, 0, { in: 1, out: 0, last: 5 }],
    [{ description: 'Product edited', id_order: null }, 0, { in: 2, out: 0, last: 7 }],
  ]);
});

describe('an order keeps name, SKU, prices and cost of the moment', () => {
  /** All but what a line shows of its variation as it is today. */
  const storedOf = (detail: { order_detail: Record<string, unknown>[] }) => ({
    ...detail,
    order_detail: detail.order_detail.map(({ variation_detail: _today, ...line }) => line),
  });

  test('when its product is edited', async () => {
    const { product_id, id } = await addOne();
    const { order_id } = expectOk(await order(id, 1)).body.data;
    const before = storedOf(await detailOf(order_id));
    await edit(
      product_id,
      { name: 'Sandal' },
      { sku: `BARU-${id}`, price: 1_000, price_buy: 500, color: 'hijau' },
    );
    expect(storedOf(await detailOf(order_id))).toEqual(before);
  });

  test('when its variation is deleted, which is then in no list of what can be sold', async () => {
    const { product_id, variation_ids } = await addProduct(shop, { stocks: [5, 5] });
    const [id = 0, other = 0] = variation_ids;
    const { order_id } = expectOk(await order(id, 1)).body.data;
    const before = await detailOf(order_id);
    await done('DELETE', 'product/variation', { id: [id] });
    expect(await detailOf(order_id)).toEqual(before);
    const read = await done('GET', `product/${product_id}/detail`);
    expect(read.variations.map((item: { id: number }) => item.id)).toEqual([other]);
    expect((await order(id, 1)).status).toBe(422);
  });
});

describe('a preorder ships', () => {
  const estimate = async (preorder_setting: object, payment: object) => {
    const { product_id, id } = await addOne({
      stocks: [0],
      product: { product_type: 'PO', preorder_setting },
    });
    const products = [{ id, qty: 1, product_status: 'PO' }];
    const made = await shop.call('POST', '/api/open/order', orderOf(stall, { products, payment }));
    const { order_id } = expectOk(made).body.data;
    return { product_id, order_id, ships_on: (await detailOf(order_id)).estimated_ship_date };
  };
  const period = { start_date: '2026-01-01', end_date: '2026-01-31' };

  test('its days or weeks after the close of its period, whenever it is paid', async () => {
    const paid = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id: stall.bank_id };
    for (const payment of [{ status: 'UNPAID' }, paid]) {
      expect((await estimate({ type: 'day', number: 3, ...period }, payment)).ships_on).toBe('2026-02-03');
      expect((await estimate({ type: 'week', number: 2, ...period }, payment)).ships_on).toBe('2026-02-14');
    }
  });

  test('without a period, its days after the date of the payment that comes with it', async () => {
    const payment = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id: stall.bank_id };
    expect((await estimate({ type: 'day', number: 3 }, payment)).ships_on).toBe('2026-01-08');
  });

  test('when the order says, though its product is given another period', async () => {
    const { product_id, order_id, ships_on } = await estimate(
      { type: 'day', number: 3, ...period },
      { status: 'UNPAID' },
    );
    await edit(product_id, { preorder_setting: { type: 'week', number: 9 } }, {});
    expect((await detailOf(order_id)).estimated_ship_date).toBe(ships_on);
  });
});
