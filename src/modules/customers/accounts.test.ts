import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, expectOk, openStall, orderOf } from '../../../test/stall.ts';
import {
  activationFault,
  TRANSITIONS,
  type ActivationAction,
  type RegistrationStatus,
} from './customer-states.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, by = shop) =>
  by.call(method, `/api/open/${path}`, body);
const act = (id: number, status: number | string, change: object = {}) =>
  ask('PATCH', 'customer/activation-status', { id, status, ...change });
const listed = async (query: string): Promise<any[]> =>
  expectOk(await ask('GET', `customer?${query}`)).body.data;

const ALLOWED: Record<RegistrationStatus, ActivationAction[]> = {
  0: ['2', '4', '5'],
  1: ['4', '5'],
  4: ['5', '6'],
  T: ['2', '4', '5'],
  R: ['0', '1', '5'],
};

test.each(Object.entries(ALLOWED))(
  'a customer of status %s takes what the table says, and nothing else',
  (status, allowed) => {
    const possible = (Object.keys(TRANSITIONS) as ActivationAction[]).filter(
      (action) => activationFault(action, status as RegistrationStatus) === undefined,
    );
    expect(possible).toEqual(allowed);
  },
);

describe('activation', () => {
  test('of one who asks for an account is accepted into a category, blocked and unblocked', async () => {
    const id = await addCustomer(shop, 'N', 'Rina');
    await ask('PATCH', 'customer/update', { customer_id: id, is_active: 'R' });
    expectOk(await act(id, 2));
    expect(expectOk(await act(id, 4)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      message: 'Rina has been blocked',
      data: { customer_id: String(id), name: 'Rina' },
    });
    expect((await listed('registration_status=4')).map((row) => row.id)).toEqual([id]);
    expect((await act(id, 4)).status).toBe(422);
    expectOk(await act(id, 6, { category: 'Y' }));
    expect((await listed('registration_status=1'))[0]).toMatchObject({ id, category_code: 'Y' });
  });

  test('a deleted customer leaves every list and takes no order; its orders stay whole and can be edited', async () => {
    const stall = await openStall(shop);
    const made = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;
    expectOk(await act(stall.customer_id, 5));
    expect((await listed('per_page=100')).map((row) => row.id)).not.toContain(stall.customer_id);
    const refused = await shop.call('POST', '/api/open/order', orderOf(stall));
    expect(Object.keys(refused.body.message)).toEqual(['customer_sender_id', 'customer_receiver_id']);
    const detail = await shop.call('GET', `/api/open/order/detail?id=${made.order_id}`);
    expect(expectOk(detail).body.data.sender.id).toBe(stall.customer_id);
    const edit = { ...orderOf(stall), order_id: made.order_id, note: 'masih bisa' };
    expectOk(await shop.call('PATCH', '/api/open/order', edit));
    expect((await act(stall.customer_id, 5)).status).toBe(404);
  });
});

describe('an account', () => {
  test('is given by email, once in the shop, and taken away', async () => {
    const [one, two] = [await addCustomer(shop, 'D', 'Ani'), await addCustomer(shop, 'D', 'Ina')];
    const body = { active: true, email: 'Ani@Example.com' };
    const given = await ask('POST', 'customer/privor-activation', {
      id: one,
      ...body,
      phone: '0812 999 000',
    });
    expect(given.body).toMatchObject({ response: 'Success', message: 'Successful run' });
    expect((await listed('keyword=812999000'))[0]).toMatchObject({ id: one });
    const taken = await ask('POST', 'customer/privor-activation', {
      id: two,
      ...body,
      email: 'ani@example.com',
    });
    expect([taken.status, Object.keys(taken.body.message)]).toEqual([422, ['email']]);
    expectOk(await ask('POST', 'customer/privor-activation', { id: one, ...body, active: 0 }));
    expectOk(await ask('POST', 'customer/privor-activation', { id: two, ...body }));
  });
});

describe('categories', () => {
  test('of the shop are three, are used once they are switched on, and N stays', async () => {
    const own = await app.openShop();
    const make = (category_name: string) => ask('POST', 'customer-category/create', { category_name }, own);
    const made = expectOk(await make('Teman')).body.data;
    expect(made).toEqual({
      id: expect.any(Number),
      category_name: 'Teman',
      code: '1',
      status: 'NON ACTIVE',
      discount_access: '1',
      wholesale_access: '1',
    });
    const others = await Promise.all([make('Kerabat'), make('Tetangga'), make('Satu lagi')]);
    expect(others.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 422]);
    const update = (input: object) => ask('PATCH', 'customer-category/update', input, own);
    const changed = await update({ id: made.id, code: '1', status: 'Y', wholesale_access: '0' });
    expect(expectOk(changed).body.data).toEqual({
      id: made.id,
      code: '1',
      category_name: 'Teman',
      status: 'ACTIVE',
      discount_access: true,
      wholesale_access: false,
    });
    expect((await update({ id: made.id, code: '2' })).body.code).toBe('category_code_other');
    const [normal] = expectOk(await ask('GET', 'customer-category', undefined, own)).body.data;
    expect((await update({ id: normal.id, code: 'N', status: 'N' })).body.code).toBe('category_needed');
    expect(await addCustomer(own, '1')).toBeGreaterThan(0);
  });
});

test('the orders of a customer are told with pieces and sums, without cancelled ones', async () => {
  const stall = await openStall(shop);
  const place = async () =>
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data as { order_id: number };
  const [first, second, third] = [await place(), await place(), await place()];
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: second.order_id }));
  const { body } = await ask('GET', `customer/order-history?id=${stall.customer_id}&per_page=1`);
  expect(body).toMatchObject({
    total: { items: 4, orders: 2 },
    data: [
      {
        order_id: third.order_id,
        total_price: 210_000,
        product_status: 'S',
        items: 2,
        order_detail: [{ total: ' 1' }, { total: ' 1' }],
      },
    ],
    meta: { pagination: { total: 2 } },
  });
  const older = await ask(
    'GET',
    `customer/order-history?id=${stall.customer_id}&per_page=1&pagination_offset=2`,
  );
  expect(older.body.data[0].order_id).toBe(first.order_id);
  expect((await ask('GET', 'customer/order-history?id=999999')).status).toBe(404);
});

test('customers are counted by the month of the shop in which they were added', async () => {
  const own = await app.openShop();
  await addCustomer(own);
  const { body } = await ask('GET', 'customer/per-month', undefined, own);
  const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
  expect(body.data).toEqual([{ total: 1, date: month }]);
});

test('customers are a file too, at once or by mail, of one month or all', async () => {
  const file = await ask('GET', 'customer/download?without_being_sent=true');
  expect(file.text.slice(0, 2)).toBe('PK');
  const { body } = await ask('GET', 'customer/download?date=2026-03');
  expect(body.response).toBe(`Success, your customer data will be sent to ${shop.email} soon`);
  await app.runJobs();
  const [mail] = expectOk(await shop.call('GET', '/api/account/outbox')).body.data;
  expect(mail.subject).toBe('Your customer data is ready');
  expect((await ask('GET', 'customer/download?date=2026-13')).status).toBe(422);
});
