import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, expectOk, openStall, orderOf, today } from '../../../test/stall.ts';
import {
  activationFault,
  CUSTOMER_TRANSITIONS,
  GRANTED,
  NO_ACCOUNT,
  withActivation,
  type ActivationAction,
  type RegistrationStatus,
  type StorefrontAccount,
} from './customer-states.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const request = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, by = shop) =>
  by.call(method, `/api/open/${path}`, body);
const act = (id: number, status: number | string, change: object = {}) =>
  request('PATCH', 'customer/activation-status', { id, status, ...change });
const listed = async (query: string): Promise<any[]> =>
  expectOk(await request('GET', `customer?${query}`)).body.data;

const ALLOWED: Record<RegistrationStatus, ActivationAction[]> = {
  0: ['2', '4', '5'],
  1: ['4', '5'],
  4: ['5', '6'],
  T: ['2', '4', '5'],
  R: ['0', '1', '4', '5'],
};

test.each(Object.entries(ALLOWED))(
  'a customer of status %s takes what the table says, and nothing else',
  (status, allowed) => {
    const possible = (Object.keys(CUSTOMER_TRANSITIONS) as ActivationAction[]).filter(
      (action) => activationFault(action, status as RegistrationStatus) === undefined,
    );
    expect(possible).toEqual(allowed);
  },
);

const STATES: StorefrontAccount[] = [
  NO_ACCOUNT,
  { ...NO_ACCOUNT, activation: 'Y' },
  GRANTED,
  { activation: 'T', registration_status: 'T', status_before_block: null },
  { activation: 'R', registration_status: 'R', status_before_block: null },
];
const block = (account: StorefrontAccount) => CUSTOMER_TRANSITIONS[4].to?.(account) ?? account;
const unblock = (account: StorefrontAccount) => CUSTOMER_TRANSITIONS[6].to?.(account) ?? account;

test.each(STATES)('whatever is set of %o, both of its columns say the same, blocked or not', (state) => {
  for (const is_active of ['Y', 'N', 'R', 'T'] as const) {
    const after = withActivation(is_active, state);
    expect(STATES).toContainEqual(after);
    expect(withActivation(is_active, after)).toEqual(after);
    expect(unblock(withActivation(is_active, block(state)))).toEqual(after);
  }
  expect(unblock(block(state))).toEqual(state);
  expect(withActivation(state.activation, state)).toEqual(state);
});

let people = 0;
/** Adds a customer with an email of its own, unless another is given; null: none. */
async function person(is_active: string, change: object = {}): Promise<number> {
  people += 1;
  const id = await addCustomer(shop, 'N', `Rina ${people}`);
  const email = `rina${people}@example.com`;
  expectOk(await request('PATCH', 'customer/update', { customer_id: id, is_active, email, ...change }));
  return id;
}
const state = async (id: number): Promise<[string, string]> => {
  const row = (await listed('per_page=100')).find((customer) => customer.id === id);
  return [row.is_active, row.registration_status];
};
const faults = ({ status, body }: { status: number; body: any }) => [status, Object.keys(body.message)];

describe('is_active', () => {
  test.each([
    ['Y', ['Y', '0']],
    ['N', ['N', '0']],
    ['R', ['R', 'R']],
    ['T', ['T', 'T']],
  ])('%s makes a new customer, and one that is changed, %j', async (is_active, expected) => {
    const changed = await person(is_active);
    const district_id = (await listed('per_page=1'))[0].district_id;
    const body = { name: 'Baru', phone: '081234567890', district_id, address: 'Jl. A', category: 'N' };
    const made = expectOk(await request('POST', 'customer/create', { ...body, is_active })).body.data;
    expect([await state(changed), await state(made.customer_id)]).toEqual([expected, expected]);
  });

  test.each([
    ['R', '0', ['N', '0']],
    ['R', '1', ['Y', '1']],
    ['T', '2', ['Y', '1']],
    ['Y', '2', ['Y', '1']],
  ])('of %s becomes by action %s both columns %j', async (is_active, action, expected) => {
    const id = await person(is_active);
    expectOk(await act(id, action));
    expect(await state(id)).toEqual(expected);
  });

  test('Y of one who asked for an account grants it, N takes it away, and what is shown can be sent again', async () => {
    const id = await person('R');
    const set = async (is_active: string) =>
      expectOk(await request('PATCH', 'customer/update', { customer_id: id, is_active }));
    await set('R');
    expect(await state(id)).toEqual(['R', 'R']);
    for (const _again of [1, 2]) {
      await set('Y');
      expect(await state(id)).toEqual(['Y', '1']);
    }
    await set('N');
    expect(await state(id)).toEqual(['N', '0']);
  });
});

describe('activation', () => {
  test('of one who asks for an account is accepted into a category, blocked and unblocked', async () => {
    const id = await person('R', { name: 'Rina' });
    expectOk(await act(id, 1));
    expect(expectOk(await act(id, 4)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      message: 'Rina has been blocked',
      data: { customer_id: String(id), name: 'Rina' },
    });
    expect((await listed('registration_status=4')).map((row) => row.id)).toEqual([id]);
    expect((await act(id, 4)).status).toBe(422);
    expectOk(await act(id, 6, { category: 'Y' }));
    expect((await listed('category=Y'))[0]).toMatchObject({ id, registration_status: '1' });
  });

  test.each(['Y', 'N', 'R', 'T'])(
    'of a blocked customer with is_active %s is after unblocking what it was',
    async (is_active) => {
      const id = await person(is_active);
      const before = await state(id);
      expectOk(await act(id, 4));
      expect(await state(id)).toEqual([is_active, '4']);
      expectOk(await act(id, 6));
      expect(await state(id)).toEqual(before);
    },
  );

  test('of a customer whose email another one signs in with can be blocked and unblocked; a blocked account keeps its email', async () => {
    const email = 'berdua@example.com';
    const [account, other] = [await person('R', { email }), await person('Y', { email })];
    expectOk(await act(account, 1));
    expectOk(await act(other, 4));
    expectOk(await act(other, 6));
    expectOk(await act(account, 4));
    expect(faults(await act(other, 2))).toEqual([422, ['email']]);
    expectOk(await act(account, 6));
  });

  test('to an account needs an email, and an account keeps one, also while it is blocked', async () => {
    const [requesting, plain] = [await person('R', { email: '' }), await person('Y', { email: '' })];
    expect(faults(await act(requesting, 1))).toEqual([422, ['email']]);
    expect(faults(await act(plain, 2))).toEqual([422, ['email']]);
    const update = (id: number, change: object) =>
      request('PATCH', 'customer/update', { customer_id: id, ...change });
    expect(faults(await update(requesting, { is_active: 'Y' }))).toEqual([422, ['email']]);
    expectOk(await update(requesting, { is_active: 'Y', email: 'asking@example.com' }));
    expect(faults(await update(requesting, { email: '' }))).toEqual([422, ['email']]);
    expectOk(await act(requesting, 4));
    expect(faults(await update(requesting, { email: null }))).toEqual([422, ['email']]);
    expectOk(await update(requesting, { email: '', is_active: 'N' }));
    expectOk(await act(requesting, 6));
    expect(await state(requesting)).toEqual(['N', '0']);
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
    const given = await request('POST', 'customer/privor-activation', {
      id: one,
      ...body,
      phone: '0812 999 000',
    });
    expect(given.body).toMatchObject({ response: 'Success', message: 'Successful run' });
    expect((await listed('keyword=812999000'))[0]).toMatchObject({ id: one });
    const taken = await request('POST', 'customer/privor-activation', {
      id: two,
      ...body,
      email: 'ani@example.com',
    });
    expect([taken.status, Object.keys(taken.body.message)]).toEqual([422, ['email']]);
    expect(await state(one)).toEqual(['Y', '1']);
    expectOk(await request('POST', 'customer/privor-activation', { id: one, ...body, active: 0 }));
    expect(await state(one)).toEqual(['N', '0']);
    expectOk(await request('POST', 'customer/privor-activation', { id: two, ...body }));
  });
});

describe('categories', () => {
  test('of the shop are three, are used once they are switched on, and N stays', async () => {
    const own = await app.openShop();
    const make = (category_name: string) =>
      request('POST', 'customer-category/create', { category_name }, own);
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
    const update = (input: object) => request('PATCH', 'customer-category/update', input, own);
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
    const [normal] = expectOk(await request('GET', 'customer-category', undefined, own)).body.data;
    expect((await update({ id: normal.id, code: 'N', status: 'N' })).body.code).toBe('category_needed');
    expect(await addCustomer(own, '1')).toBeGreaterThan(0);
  });

  test('that are switched off keep their customers, who can be changed and blocked with all fields sent', async () => {
    const own = await app.openShop();
    const made = expectOk(await request('POST', 'customer-category/create', { category_name: 'Teman' }, own));
    const { id } = made.body.data;
    const turn = async (status: string) =>
      expectOk(await request('PATCH', 'customer-category/update', { id, code: '1', status }, own));
    await turn('Y');
    const customer = await addCustomer(own, '1');
    const other = await addCustomer(own, 'N');
    await turn('N');
    const change = (customer_id: number) =>
      request('PATCH', 'customer/update', { customer_id, name: 'Ani', category: '1' }, own);
    expectOk(await change(customer));
    expect(faults(await change(other))).toEqual([422, ['category']]);
    expectOk(
      await request('PATCH', 'customer/activation-status', { id: customer, status: 4, category: '1' }, own),
    );
  });
});

test('the orders of a customer are told with pieces and sums, without cancelled ones', async () => {
  const stall = await openStall(shop);
  const place = async () =>
    expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data as { order_id: number };
  const [first, second, third] = [await place(), await place(), await place()];
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: second.order_id }));
  const { body } = await request('GET', `customer/order-history?id=${stall.customer_id}&per_page=1`);
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
  const older = await request(
    'GET',
    `customer/order-history?id=${stall.customer_id}&per_page=1&pagination_offset=2`,
  );
  expect(older.body.data[0].order_id).toBe(first.order_id);
  expect((await request('GET', 'customer/order-history?id=999999')).status).toBe(404);
});

test('the orders of a customer are told newest first by their date, each with its pieces', async () => {
  const stall = await openStall(shop);
  const day = (offset: number) => today(-offset);
  const [first = 0, second = 0] = stall.variation_ids;
  const place = async (order_date: string, pieces: number[]): Promise<number> => {
    const products = pieces.map((qty, index) => ({ id: [first, second][index], qty, product_status: 'S' }));
    const made = await shop.call('POST', '/api/open/order', orderOf(stall, { order_date, products }));
    return expectOk(made).body.data.order_id;
  };
  const older = await place(day(5), [3]);
  const newest = await place(day(1), [2, 5]);
  const backdated = await place(day(9), [1, 1]);
  const same_day = await place(day(5), [4]);
  const path = `customer/order-history?id=${stall.customer_id}`;
  const { data, total } = expectOk(await request('GET', path)).body;
  expect(data.map((row: any) => [row.order_id, row.items])).toEqual([
    [newest, 7],
    [same_day, 4],
    [older, 3],
    [backdated, 2],
  ]);
  expect(total).toEqual({ items: 16, orders: 4 });
});

test('customers are counted by the month of the shop in which they were added', async () => {
  const own = await app.openShop();
  await addCustomer(own);
  const { body } = await request('GET', 'customer/per-month', undefined, own);
  const month = today().slice(0, 7);
  expect(body.data).toEqual([{ total: 1, date: month }]);
});

test('customers are a file too, at once or by mail, of one month or all', async () => {
  const file = await request('GET', 'customer/download?without_being_sent=true');
  expect(file.text.slice(0, 2)).toBe('PK');
  const { body } = await request('GET', 'customer/download?date=2026-03');
  expect(body.response).toBe(`Success, your customer data will be sent to ${shop.email} soon`);
  await app.runJobs();
  const [mail] = expectOk(await shop.call('GET', '/api/account/outbox')).body.data;
  expect(mail.subject).toBe('Your customer data is ready');
  expect((await request('GET', 'customer/download?date=2026-13')).status).toBe(422);
});
