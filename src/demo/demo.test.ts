import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp } from '../../test/harness.ts';
import { expectOk } from '../../test/stall.ts';
import { diagnose } from '../doctor.ts';
import { makeDemoShop, type DemoShop } from './index.ts';

const SIZE = { products: 24, customers: 30, orders: 150 };

let test_app: TestApp;
let shop: DemoShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: fixedClock('2026-03-10T05:00:00Z'), pool_size: 12 });
  shop = await makeDemoShop(test_app, 7, SIZE, () => undefined);
});
afterAll(() => test_app.close());

const get = async (path: string, { api_key }: DemoShop) =>
  expectOk(await test_app.call('GET', path, undefined, { token: api_key })).body;
const orders = (of: DemoShop, query = 'start_date=2000-01-01') =>
  get(`/api/open/order?per_page=100&${query}`, of);

test('the shop can be signed in to, and its books agree with their rows', async () => {
  const login = await test_app.call('POST', '/api/account/login', {
    email: shop.email,
    password: shop.password,
  });
  expect(login.status).toBe(200);
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
});

test('it has what was asked for, and orders in every state over all the time until now', async () => {
  expect((await get('/api/open/product/search', shop)).meta.pagination.total).toBe(SIZE.products);
  expect((await get('/api/open/customer', shop)).meta.pagination.total).toBe(SIZE.customers);
  const before_today = 'start_date=2000-01-01&end_date=2026-03-09';
  expect((await orders(shop, before_today)).meta.pagination.total).toBe(SIZE.orders);
  for (const type of ['S', 'R', 'PO'])
    expect(
      (await orders(shop, `start_date=2000-01-01&product_type=${type}`)).meta.pagination.total,
      type,
    ).toBeGreaterThan(0);
  for (const state of ['UNPAID', 'INSTALLMENT', 'NO AWB', 'ON PROCESS', 'DELIVERED'])
    expect(
      (await orders(shop, `start_date=2000-01-01&order_progress_status=${state}`)).meta.pagination.total,
      state,
    ).toBeGreaterThan(0);
  expect((await orders(shop, 'start_date=2026-03-06')).data.length).toBeGreaterThan(0);
  expect((await orders(shop, 'start_date=2000-01-01&end_date=2025-11-20')).data.length).toBeGreaterThan(0);
});

test('its pictures are served', async () => {
  const { data } = await get('/api/open/product/search', shop);
  const picture = await test_app.call('GET', new URL(data[0].image).pathname);
  expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/webp']);
});

/** What the orders are, but for ids. */
const digest = async (of: DemoShop, query?: string) =>
  (await orders(of, query)).data.map((order: Record<string, unknown>) => ({
    ...order,
    order_id: 0,
    shop_id: 0,
    products: (order['products'] as { sku: string }[]).map((line) => line.sku),
  }));

test('the same seed makes the same shop again beside it, another seed another one', async () => {
  const again = await makeDemoShop(test_app, 7, SIZE, () => undefined);
  expect(again.email).not.toBe(shop.email);
  expect(again.password).not.toBe(shop.password);
  const first = await digest(shop);
  expect(await digest(again)).toEqual(first);
  const other = await makeDemoShop(test_app, 8, SIZE, () => undefined);
  expect(await digest(other)).not.toEqual(first);
});

test('later on the same day the orders before are the same, only further on their way', async () => {
  const services = { ...test_app.services, clock: fixedClock('2026-03-10T16:30:00Z') };
  const later = await makeDemoShop({ services }, 7, SIZE, () => undefined);
  const placed = async (of: DemoShop) =>
    (await digest(of, 'start_date=2026-01-25&end_date=2026-03-09')).map((order: Record<string, unknown>) => [
      order['po_number'],
      order['created_at'],
      order['total_amount'],
      order['products'],
    ]);
  const before = await placed(shop);
  expect(before.length).toBeGreaterThan(50);
  expect(await placed(later)).toEqual(before);
  expect(
    (await orders(later, 'order_progress_status=DELIVERED')).meta.pagination.total,
  ).toBeGreaterThanOrEqual((await orders(shop, 'order_progress_status=DELIVERED')).meta.pagination.total);
});
