import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp } from '../../../../test/harness.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';
import { buyerWithBalance, openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { uploadProofOf } from '../../../../test/upload-proof.ts';
import { addBuyer, type TestBuyer } from '../../../../test/visitors.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';

let app: TestApp;
let store: StoreScene;
let mine: TestBuyer;
let theirs: TestBuyer;

beforeAll(async () => {
  app = await startTestApp();
  store = await openStore(app, { stocks: [100, 100] });
  mine = await addBuyer(app, store.shop);
  theirs = await addBuyer(app, store.shop);
});
afterAll(() => app.close());

const as = ({ token }: TestBuyer) => ({ authorization: `Bearer ${token}` });
const get = (path: string, buyer = mine) => store.visit('GET', `/account${path}`, undefined, as(buyer));
const order = async (buyer: TestBuyer): Promise<number> => {
  const { stall, shop } = store;
  const people = { customer_sender_id: buyer.customer_id, customer_receiver_id: stall.customer_id };
  return expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, people))).body.data.order_id;
};
const withoutId = ({ status, body: { request_id: _id, ...body } }: Answered) => ({ status, body });

interface Checkout {
  payment_id: number;
  token: string;
  nominal_invoice: number;
  orders: { order_id: number }[];
}
const checkOut = async (headers: object, change = {}): Promise<Checkout> =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change), { ...headers })).body.data;
const detailOf = async ({ orders }: Checkout, buyer = mine) =>
  expectOk(await get(`/order/${orders[0]?.order_id}`, buyer)).body.data;
const decide = async ({ payment_id: id, orders }: Checkout, action: string) =>
  expectOk(
    await store.shop.call('PATCH', '/api/open/order/confirm', {
      id,
      orders: orders.map(({ order_id }) => ({ id: order_id, action })),
    }),
  );

test('a buyer sees its own orders and their receivers, and those of nobody else', async () => {
  const [own, others] = [await order(mine), await order(theirs)];
  const by_guest = await order(mine);
  await app.database.pool.query(
    `update orders set order_category = 'SF_GUEST' where shop_id = $1 and id = $2`,
    [store.shop.shop_id, by_guest],
  );
  await storeTallies(app.database.pool, store.shop.shop_id);
  const { data, meta } = expectOk(await get('/order')).body;
  expect(data.map(({ order_id }: { order_id: number }) => order_id)).toEqual([own]);
  expect(meta.pagination.total).toBe(1);
  const detail = expectOk(await get(`/order/${own}`)).body.data;
  expect(detail).toMatchObject({ order_id: own, quantity: 2, payment_status: 'UNPAID', courier: 'JNE REG' });
  expect(detail.products).toHaveLength(2);
  expect(JSON.stringify(detail)).not.toMatch(/price_buy|cost|warehouse|supplier/);
  const missing = withoutId(await get('/order/987654321'));
  for (const id of [others, by_guest]) expect(withoutId(await get(`/order/${id}`))).toEqual(missing);
  const addresses = expectOk(await get('/address')).body.data;
  expect(addresses).toHaveLength(1);
  expect(addresses[0]).toMatchObject({ name: 'Siti', phone: '6281234567890', district: 'Tajinan' });
});

describe('the history of a buyer', () => {
  test('says how an order is to be paid, as its payment does, and orders of staff have none', async () => {
    const checkout = await checkOut(as(mine));
    const { payment, payment_id, payment_state, payment_status } = await detailOf(checkout);
    const { orders: _, ...view } = expectOk(await store.visit('GET', `/order/${checkout.token}`)).body.data;
    expect(payment).toEqual(view);
    expect(payment).toMatchObject({ expired_at: expect.any(String), instructions: { method: 'TRANSFER' } });
    expect({ payment_id, payment_state, payment_status }).toEqual({
      payment_id: checkout.payment_id,
      payment_state: 'WAITING',
      payment_status: 'UNPAID',
    });
    const by_staff = expectOk(await get(`/order/${await order(mine)}`)).body.data;
    expect(by_staff).toMatchObject({ payment: null, payment_id: null, payment_state: null });
  });

  test('says what was paid before the seller accepts, and what the order says after it', async () => {
    const buyer = await buyerWithBalance(app, store, 400_000);
    const [accepted, rejected] = [
      await checkOut(as(buyer), { payment: { method: 'ORDERPAY' } }),
      await checkOut(as(buyer), { payment: { method: 'ORDERPAY' } }),
    ];
    for (const checkout of [accepted, rejected]) {
      const { payment_status, paid, payment } = await detailOf(checkout, buyer);
      expect({ payment_status, paid, state: payment.state }).toEqual({
        payment_status: 'PAID',
        paid: checkout.nominal_invoice,
        state: 'PAID',
      });
    }
    const listed = expectOk(await get('/order', buyer)).body.data;
    for (const { payment_id } of [accepted, rejected])
      expect(listed).toContainEqual(
        expect.objectContaining({ payment_id, payment_state: 'PAID', payment_status: 'PAID' }),
      );
    await decide(accepted, 'ACCEPT');
    await decide(rejected, 'REJECT');
    expect(await detailOf(accepted, buyer)).toMatchObject({
      status: 'ACCEPTED',
      payment_status: 'PAID',
      paid: accepted.nominal_invoice,
    });
    expect(await detailOf(rejected, buyer)).toMatchObject({
      status: 'REJECTED',
      payment_status: 'UNPAID',
      paid: 0,
    });
  });
});

describe('the ID of a payment in place of its token', () => {
  test('lets its buyer, signed in, see, prove, change and cancel it', async () => {
    const [first, second] = [await checkOut(as(mine)), await checkOut(as(mine))];
    const { payment_id } = first;
    expect(expectOk(await store.visit('GET', `/order/${payment_id}`, undefined, as(mine))).body.data).toEqual(
      expectOk(await store.visit('GET', `/order/${first.token}`)).body.data,
    );
    expectOk(
      await store.visit(
        'PATCH',
        `/order/${payment_id}/payment`,
        { payment: { method: 'TRANSFER', bank_id: store.stall.bank_id } },
        as(mine),
      ),
    );
    const proven = await uploadProofOf(app, store, String(payment_id), undefined, as(mine));
    expect(proven).toMatchObject({ status: 200, body: { data: { state: 'CLAIMED' } } });
    const canceled = await store.visit('POST', `/order/${second.payment_id}/cancel`, {}, as(mine));
    expect(expectOk(canceled).body.data.state).toBe('CANCELED');
  });

  test('is nothing to guests, to other buyers, and for what a guest has ordered with the phone number', async () => {
    const { payment_id } = await checkOut(as(mine));
    const { rows } = await app.database.pool.query(
      'select phone from customers where shop_id = $1 and id = $2',
      [store.shop.shop_id, mine.customer_id],
    );
    const by_guest = await checkOut({}, { phone: rows[0].phone });
    const missing = withoutId(await store.visit('GET', '/order/987654321', undefined, as(mine)));
    expect(missing.status).toBe(404);
    const asked: [number | string, object][] = [
      [payment_id, {}],
      [payment_id, as(theirs)],
      [by_guest.payment_id, as(mine)],
      [`0${payment_id}`, as(mine)],
      ['9'.repeat(40), as(mine)],
    ];
    for (const [name, headers] of asked) {
      expect(withoutId(await store.visit('GET', `/order/${name}`, undefined, { ...headers }))).toEqual(
        missing,
      );
      const cancel = await store.visit('POST', `/order/${name}/cancel`, {}, { ...headers });
      expect(withoutId(cancel)).toEqual(missing);
    }
  });
});
