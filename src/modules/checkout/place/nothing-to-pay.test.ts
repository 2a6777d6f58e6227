import { afterAll, expect, test } from 'vitest';
import { diagnose } from '../../../doctor.ts';
import { chargeScene } from '../../../../test/charge-scene.ts';
import { createPromo, off, promoInput, running } from '../../../../test/promo-input.ts';
import { expectOk } from '../../../../test/stall.ts';
import { addBuyer } from '../../../../test/visitors.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const at = chargeScene();
afterAll(async () => {
  for (const check of await diagnose(at.app.services.db)) expect(check.differences, check.title).toEqual([]);
});

/** A checkout of goods that a promo pays in full, and that the buyer fetches. */
async function checkOutFree(payment: object) {
  const { shop } = at.store;
  expectOk(await shop.call('PATCH', '/api/open/setting/courier', { id: 98, is_active: true }));
  expectOk(
    await shop.call('POST', '/api/open/setting/payment/admin-fee', { nominal: 2_500, category_code: 'N' }),
  );
  const of_store = { selected_items: { products: [], platforms: ['STOREFRONT'] } };
  expectOk(await createPromo(shop, promoInput({ ...running(), ...off(100_000), ...of_store })));
  return buyFree(payment);
}

const buyFree = (payment: object, change = {}) =>
  at.store.visit('POST', '/checkout', at.store.checkout({ payment, expedition: { id: 98 }, ...change }));

test.each([
  ['the gateway', { method: 'GATEWAY', channel: 'VA_BNI' }],
  ['transfer', { method: 'TRANSFER' }],
])(
  'what costs nothing by %s waits for the seller at once, without code, fee or charge',
  async (_by, payment) => {
    const { data } = expectOk(await checkOutFree(payment)).body;
    expect(data).toMatchObject({
      nominal_invoice: 0,
      nominal_unique: 0,
      payment_fee: 0,
      nominal_transfer: 0,
      expired_at: null,
      instructions: {
        is_ready: true,
        bank: null,
        steps: ['There is nothing to pay. Wait until the seller confirms.'],
      },
    });
    expect(await at.charges()).toEqual([]);
    expect(await at.view(data.token)).toMatchObject({ state: 'PAID', instructions: null });
    const change = await at.store.visit('PATCH', `/order/${data.token}/payment`, {
      payment: { method: 'TRANSFER' },
    });
    expect({ status: change.status, code: change.body.code }).toEqual({
      status: 422,
      code: 'payment_not_open',
    });
    const orders = [{ id: data.orders[0].order_id, action: 'ACCEPT' }];
    expectOk(await at.store.shop.call('PATCH', '/api/open/order/confirm', { id: data.payment_id, orders }));
    expect((await at.view(data.token)).orders).toMatchObject([{ status: 'ACCEPTED' }]);
    const rows = await at.query('select kind from ledger_accounts where shop_id = $1 and balance_idr <> 0', [
      at.store.shop.shop_id,
    ]);
    expect(rows).toEqual([]);
  },
);

test('what costs nothing can be rejected without a refund or its fee, and cancelled by its buyer', async () => {
  const payment = { method: 'GATEWAY', channel: 'VA_BNI' };
  const rejected = expectOk(await checkOutFree(payment)).body.data;
  const orders = [{ id: rejected.orders[0].order_id, action: 'REJECT' }];
  expectOk(await at.store.shop.call('PATCH', '/api/open/order/confirm', { id: rejected.payment_id, orders }));
  const canceled = expectOk(await buyFree(payment)).body.data;
  expectOk(await at.store.visit('POST', `/order/${canceled.token}/cancel`, {}));
  expect(await at.view(canceled.token)).toMatchObject({
    state: 'CANCELED',
    orders: [{ status: 'CANCELED' }],
  });
  const rows = await at.query('select kind from ledger_accounts where shop_id = $1 and balance_idr <> 0', [
    at.store.shop.shop_id,
  ]);
  expect(rows).toEqual([]);
});

test('what costs nothing holds stock too: a guest has five of it at most', async () => {
  const { phone } = at.store.checkout();
  const payment = { method: 'TRANSFER' };
  expectOk(await checkOutFree(payment));
  const answers = [];
  for (let count = 0; count < 6; count += 1) answers.push(await buyFree(payment, { phone }));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429]);
});

/** A checkout for two receivers, of which the first fetches goods that a promo pays in full. */
async function checkOutHalfFree(payment: object) {
  const { shop } = at.store;
  expectOk(await shop.call('PATCH', '/api/open/setting/courier', { id: 98, is_active: true }));
  const of_store = { selected_items: { products: [], platforms: ['PRIVOR'] } };
  expectOk(await createPromo(shop, promoInput({ ...running(), ...off(100_000), ...of_store })));
  const { token } = await addBuyer(at.app, shop);
  const { payment: _, ...receiver } = at.store.checkout();
  const body = { receivers: [{ ...receiver, expedition: { id: 98 } }, receiver], payment };
  const headers = { authorization: `Bearer ${token}` };
  return expectOk(await at.store.visit('POST', '/checkout', body, headers)).body.data;
}

const reject = async ({ payment_id: id, orders }: any, place: number) =>
  expectOk(
    await at.store.shop.call('PATCH', '/api/open/order/confirm', {
      id,
      orders: [{ id: orders[place].order_id, action: 'REJECT' }],
    }),
  );

test.each([
  ['the gateway', { method: 'GATEWAY', channel: 'INVOICE' }],
  ['transfer', { method: 'TRANSFER' }],
])(
  'what is left of a payment by %s and costs nothing waits for the seller, and asks for nothing',
  async (_by, payment) => {
    const done = await checkOutHalfFree(payment);
    await reject(done, 1);
    expect(await at.view(done.token)).toMatchObject({
      state: 'PAID',
      nominal_transfer: 0,
      expired_at: null,
      instructions: null,
    });
    await at.work();
    expect((await at.charges()).filter(({ state }) => state !== 'ENDED')).toEqual([]);
    await reject(done, 0);
    expect((await at.view(done.token)).state).toBe('CLOSED');
  },
);

test('of what is paid, an order that costs nothing is rejected without a fee', async () => {
  const done = await checkOutHalfFree({ method: 'GATEWAY', channel: 'INVOICE' });
  const [{ key }] = await at.charges();
  at.xendit.pay(key);
  await at.callback(at.xendit.callbacks.at(-1) ?? {});
  expect((await at.view(done.token)).state).toBe('PAID');
  await reject(done, 0);
  const rows = await at.query(`select kind from ledger_accounts where shop_id = $1 and kind like 'FEES%'`, [
    at.store.shop.shop_id,
  ]);
  expect(rows).toEqual([]);
});
