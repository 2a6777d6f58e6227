import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Checkout {
  payment_id: number;
  token: string;
  nominal_transfer: number;
  orders: { order_id: number }[];
}

const checkOut = async (store: StoreScene, change = {}, headers = {}): Promise<Checkout> =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change), headers)).body.data;
const view = async (store: StoreScene, { token }: Checkout, language = 'id') =>
  expectOk(await store.visit('GET', `/order/${token}`, undefined, { 'accept-language': language })).body.data;
const decide = async ({ shop }: StoreScene, { payment_id: id, orders }: Checkout, action = 'ACCEPT') =>
  expectOk(
    await shop.call('PATCH', '/api/open/order/confirm', {
      id,
      orders: orders.map(({ order_id }) => ({ id: order_id, action })),
    }),
  );
const idOf = ({ orders }: Checkout): number => orders[0]?.order_id ?? 0;
const received = (store: StoreScene, checkout: Checkout) =>
  store.visit('POST', `/order/${checkout.token}/received`, { order_id: idOf(checkout) });
const addAwb = async ({ shop }: StoreScene, id: number) =>
  expectOk(await shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number: `JX${id}` }));
const cancel = async ({ shop }: StoreScene, id: number) =>
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id }));

describe('that an order was received', () => {
  test('can be said of one that has an AWB number and nothing more', async () => {
    const store = await openStore(app);
    const checkout = await checkOut(store);
    await decide(store, checkout);
    expect(await received(store, checkout)).toMatchObject({
      status: 422,
      body: { code: 'order_not_with_courier' },
    });
    await addAwb(store, idOf(checkout));
    for (let times = 0; times < 2; times += 1) {
      const [order] = expectOk(await received(store, checkout)).body.data.orders;
      expect(order).toMatchObject({ progress: 'DELIVERED', shipments: [{ status: 'DELIVERED' }] });
      expect(order.shipments[0].history).toHaveLength(1);
    }
  });

  test('cannot be said while one of its parcels has neither left nor an AWB number', async () => {
    const store = await openStore(app);
    const checkout = await checkOut(store);
    await decide(store, checkout);
    await addAwb(store, idOf(checkout));
    await app.database.pool.query(
      `insert into shipments (shop_id, order_id, number, order_date, courier_id, supplier_id, is_cod, customer_id)
       select shop_id, order_id, 2, order_date, courier_id, supplier_id, is_cod, customer_id from shipments
       where shop_id = $1 and order_id = $2`,
      [store.shop.shop_id, idOf(checkout)],
    );
    expect((await received(store, checkout)).status).toBe(422);
  });

  test('cannot be said of one that was cancelled before it left', async () => {
    const store = await openStore(app);
    const checkout = await checkOut(store);
    await decide(store, checkout);
    await addAwb(store, idOf(checkout));
    await cancel(store, idOf(checkout));
    expect((await received(store, checkout)).status).toBe(422);
  });
});

describe('what is paid to the courier', () => {
  test('is said until the parcel has been delivered, as the order is now', async () => {
    const store = await openStore(app);
    const checkout = await checkOut(store, { payment: { method: 'COD' } });
    await decide(store, checkout);
    const { state, instructions } = await view(store, checkout);
    expect({ state, steps: instructions.steps }).toEqual({
      state: 'CLOSED',
      steps: ['Siapkan uang tunai saat paket tiba.', 'Bayar Rp109.000 kepada kurir.'],
    });
    await addAwb(store, idOf(checkout));
    expect((await view(store, checkout)).instructions.steps).toEqual(instructions.steps);
    expectOk(await received(store, checkout));
    expect((await view(store, checkout)).instructions).toBe(null);
  });

  test('is not asked for orders that were rejected or cancelled', async () => {
    const store = await openStore(app);
    const { token: session } = await addBuyer(app, store.shop);
    const { payment: _, ...receiver } = store.checkout();
    const several = { payment: { method: 'COD' }, receivers: [receiver, receiver, receiver] };
    const checkout: Checkout = expectOk(
      await store.visit('POST', '/checkout', several, { authorization: `Bearer ${session}` }),
    ).body.data;
    const [first, second, third] = checkout.orders.map((order) => ({ ...checkout, orders: [order] }));
    await decide(store, first as Checkout);
    await decide(store, second as Checkout, 'REJECT');
    await decide(store, third as Checkout);
    expect((await view(store, checkout)).instructions.steps[1]).toBe('Bayar Rp218.000 kepada kurir.');
    await cancel(store, idOf(first as Checkout));
    expect((await view(store, checkout)).instructions.steps[1]).toBe('Bayar Rp109.000 kepada kurir.');
    await cancel(store, idOf(third as Checkout));
    expect((await view(store, checkout)).instructions).toBe(null);
  });
});

test('a payment whose orders were all cancelled or deleted since is said to be cancelled', async () => {
  const store = await openStore(app);
  const checkout = await checkOut(store);
  const texts = async () => [
    (await view(store, checkout)).state_text,
    (await view(store, checkout, 'en')).state_text,
  ];
  await decide(store, checkout);
  expect(await texts()).toEqual(['Selesai Diproses', 'Processed']);
  await cancel(store, idOf(checkout));
  expect(await texts()).toEqual(['Dibatalkan', 'Canceled']);
  expectOk(await store.shop.call('DELETE', `/api/open/order-cancel/${idOf(checkout)}`));
  expect(await texts()).toEqual(['Dibatalkan', 'Canceled']);
});

test('the deadline of a transfer names the zone of the shop, in the language of the buyer', async () => {
  const store = await openStore(app);
  const checkout = await checkOut(store);
  const steps = async (language: string) => (await view(store, checkout, language)).instructions.steps[1];
  expect(await steps('id')).toMatch(/^Transfer sebelum \d{1,2} [A-Z][a-z]{2} \d{4} \d\d\.\d\d WIB\./);
  expect(await steps('en')).toMatch(/^Transfer before \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d WIB\./);
});
