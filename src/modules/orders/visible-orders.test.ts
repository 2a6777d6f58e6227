import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;
let keeper: { authorization: string };
let own: number;
let other: number;

const MISSING = 999_999_999;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  stall = await openStall(shop);
  const warehouse_id: number = expectOk(
    await shop.call('POST', '/api/open/warehouse', {
      warehouse: 'Gudang Bandung',
      supplier_id: stall.supplier_id,
      user_id: [shop.user_id],
      is_active: true,
    }),
  ).body.data.id;
  const goods = await addProduct(shop, { stocks: [10] });
  const [variation_id = 0] = goods.variation_ids;
  const stock = [{ amount: 10, status: 'ADD', warehouse_id }];
  const change = { variation_id, description: 'Masuk', stock };
  expectOk(await shop.call('PATCH', '/api/open/product/update-stock', change));
  const place = async (from: number): Promise<number> => {
    const products = [{ id: variation_id, qty: 1, product_status: 'S', warehouse_id: from }];
    return expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { products }))).body.data
      .order_id;
  };
  own = await place(warehouse_id);
  other = await place(0);

  const person = { email: `gudang-${shop.shop_id}@example.com`, full_name: 'Gudang', role: 'warehouse' };
  const invited = expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data;
  const password = 'sandi-gudang-toko';
  expectOk(await app.call('POST', '/api/account/user/accept', { token: invited.token, password }));
  const login = await app.call('POST', '/api/account/login', { email: person.email, password });
  keeper = { authorization: `Bearer ${expectOk(login).body.data.token}` };
  await app.services.db
    .insertInto('user_warehouses')
    .values({ shop_id: shop.shop_id, user_id: invited.user_id, warehouse_id })
    .execute();
});
afterAll(() => app.close());

const asKeeper = (method: 'GET' | 'POST' | 'PATCH', path: string, input: object): Promise<Answered> =>
  app.call(method, `/api/open/${path}`, input, keeper);

test('who works in a warehouse finds the orders that its goods are in, and no others', async () => {
  const { data, meta } = expectOk(await asKeeper('GET', 'order', {})).body;
  expect(data.map((row: { order_id: number }) => row.order_id)).toEqual([own]);
  expect(meta.pagination.total).toBe(1);
  const found = expectOk(await asKeeper('GET', 'order', { keyword: 'sepatu' })).body.data;
  expect(found.map((row: { order_id: number }) => row.order_id)).toEqual([own]);
});

test('orders that were cancelled too', async () => {
  for (const id of [own, other]) expectOk(await shop.call('POST', '/api/open/order/cancel', { id }));
  const closed = expectOk(await asKeeper('GET', 'order-cancel', {})).body.data;
  expect(closed.map((row: { order_id: number }) => row.order_id)).toEqual([own]);
  for (const id of [own, other]) expectOk(await shop.call('POST', '/api/open/order-cancel/return', { id }));
});

test('orders with their details too', async () => {
  const { data } = expectOk(await asKeeper('GET', 'order/details', {})).body;
  expect(data.map((row: { order_id: number }) => row.order_id)).toEqual([own]);
});

test('is told no payments, accounts, or stock of other warehouses', async () => {
  const payment = { status: 'INSTALLMENT', amount: 1_000, date: '2026-01-05', bank_id: stall.bank_id };
  expectOk(await shop.call('PATCH', '/api/open/order/quick-payment', { id: own, payment }));
  const history = expectOk(await asKeeper('GET', 'order/history', { id: String(own) })).body.data;
  expect(history.find((row: { action: string }) => row.action === 'paid').difference).not.toHaveProperty(
    'payment',
  );
  const [line] = expectOk(await asKeeper('GET', 'order/detail', { id: String(own) })).body.data.order_detail;
  expect(line.variation_detail.warehouse_stock).toHaveLength(1);
});

test.each<[string, 'GET' | 'POST' | 'PATCH', string, (id: number) => object]>([
  ['the detail', 'GET', 'order/detail', (id) => ({ id: String(id) })],
  ['the history', 'GET', 'order/history', (id) => ({ id: String(id) })],
  ['an AWB number', 'POST', 'order/awb-number/add', (id) => ({ id, awb_number: 'JP1' })],
  ['a shipping status', 'PATCH', 'order/shipping-status', (id) => ({ id, status: 'DELIVERED' })],
])('%s of an order of another warehouse is not there', async (_, method, path, input) => {
  const [foreign, missing] = [
    await asKeeper(method, path, input(other)),
    await asKeeper(method, path, input(MISSING)),
  ];
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  expectOk(await asKeeper(method, path, input(own)));
});
