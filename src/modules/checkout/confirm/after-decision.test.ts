import { describe, expect, test } from 'vitest';
import { queueApp, type QueueScene } from '../../../../test/queue-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { buyerWithBalance } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { expiryClock } from '../expire/expire-due.ts';

const { app, clock, open } = queueApp();

const decide = async (store: QueueScene, payment_id: number, orders: object[]) =>
  expectOk(await store.shop.call('PATCH', '/api/open/order/confirm', { id: payment_id, orders }));
const accept = (store: QueueScene, checkout: Checkout) =>
  decide(
    store,
    checkout.payment_id,
    checkout.orders.map(({ order_id: id }) => ({ id, action: 'ACCEPT' })),
  );
const removePayment = (store: QueueScene, order_id: number) =>
  store.shop.call('DELETE', `/api/open/order/installment/${order_id}`);
const paidOf = async (store: QueueScene, order_id: number) => {
  const { rows } = await app().database.pool.query(
    'select payment_status, paid_idr::int as paid from orders where shop_id = $1 and id = $2',
    [store.shop.shop_id, order_id],
  );
  return rows[0];
};
const held = async (store: QueueScene) => {
  const { rows } = await app().database.pool.query(
    `select kind, balance_idr::int as idr from ledger_accounts
     where shop_id = $1 and kind in ('REFUNDS_DUE', 'CUSTOMER_BALANCE') and balance_idr <> 0`,
    [store.shop.shop_id],
  );
  return rows;
};

interface Checkout {
  payment_id: number;
  token: string;
  nominal_invoice: number;
  nominal_unique: number;
  nominal_transfer: number;
  orders: { order_id: number }[];
}

describe('what was recorded when an order was accepted', () => {
  test('is not removed where its money has arrived, so that cancelling returns it', async () => {
    const store = await open();
    const buyer = await buyerWithBalance(app(), store, 200_000);
    const headers = { authorization: `Bearer ${buyer.token}` };
    const body = store.checkout({ payment: { method: 'ORDERPAY' } });
    const checkout: Checkout = expectOk(await store.visit('POST', '/checkout', body, headers)).body.data;
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await accept(store, checkout);
    const before = await store.balance();
    expect(await removePayment(store, order_id)).toMatchObject({
      status: 422,
      body: { code: 'payment_of_buyer' },
    });
    expectOk(await store.shop.call('POST', '/api/open/order/cancel', { id: order_id }));
    expect(await store.balance()).toBe(before + checkout.nominal_invoice);
  });

  test('is not removed where a bank mutation has paid it', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await store.comesIn(checkout.nominal_transfer);
    await accept(store, checkout);
    expect((await removePayment(store, order_id)).body.code).toBe('payment_of_buyer');
    expect(await paidOf(store, order_id)).toMatchObject({ payment_status: 'PAID' });
  });

  test('is removed where no money came; what comes then waits, and is balance of the customer once it is matched', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await accept(store, checkout);
    expectOk(await removePayment(store, order_id));
    const mutation = await store.comesIn(checkout.nominal_transfer);
    expect(await store.look(mutation)).toMatchObject({ state: 'WAITING' });
    await store.done(mutation, 'match', { payment_id: checkout.payment_id });
    expect(await store.balance()).toBe(checkout.nominal_transfer);
    expect(await paidOf(store, order_id)).toEqual({ payment_status: 'UNPAID', paid: 0 });
    await store.done(mutation, 'undo');
    expect(await store.balance()).toBe(0);
  });

  test('pays nothing more where staff have refunded the order themselves', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await accept(store, checkout);
    const input = { id: order_id, paid_as: 'REFUNDED' };
    expectOk(await store.shop.call('POST', '/api/open/order/cancel', input));
    const mutation = await store.comesIn(checkout.nominal_transfer);
    expect(await store.look(mutation)).toMatchObject({ state: 'WAITING' });
  });

  test('stays paid by its money where staff have refunded the order since: a mutation pays once', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await accept(store, checkout);
    const mutation = await store.comesIn(checkout.nominal_transfer);
    expect(await store.look(mutation)).toMatchObject({ state: 'MATCHED' });
    const input = { id: order_id, paid_as: 'REFUNDED' };
    expectOk(await store.shop.call('POST', '/api/open/order/cancel', input));
    expect((await store.act(mutation, 'undo')).body.code).toBe('money_decided');
    expectOk(await store.shop.call('DELETE', `/api/open/order-cancel/${order_id}`));
    expect((await store.act(mutation, 'undo')).body.code).toBe('money_decided');
    expect(await store.balance()).toBe(0);
  });

  test('and became balance, is not balance again when its money comes, though the order was deleted', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    const [{ order_id } = { order_id: 0 }] = checkout.orders;
    await accept(store, checkout);
    expectOk(await store.shop.call('POST', '/api/open/order/cancel', { id: order_id }));
    expectOk(await store.shop.call('DELETE', `/api/open/order-cancel/${order_id}`));
    const mutation = await store.comesIn(checkout.nominal_transfer);
    expect(await store.look(mutation)).toMatchObject({ state: 'MATCHED', matches: [{ outcome: 'PAID' }] });
    expect(await store.balance()).toBe(checkout.nominal_invoice);
  });

  test('is on the account that the money arrived on, whatever was named to the buyer', async () => {
    const store = await open();
    const other = { bank_type: 'mandiri', account_number: '900111', holder_name: 'Budi', branch: 'Malang' };
    const { bank_id } = expectOk(await store.shop.call('POST', '/api/open/bank/create', other)).body.data;
    const checkout: Checkout = await store.checkedOut({ payment: { method: 'TRANSFER', bank_id } });
    const mutation = await store.comesIn(checkout.nominal_transfer);
    await store.done(mutation, 'match', { payment_id: checkout.payment_id });
    await accept(store, checkout);
    const { rows } = await app().database.pool.query(
      'select bank_account_id::int as id from order_payments where shop_id = $1',
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ id: store.stall.bank_id }]);
  });

  test('is recorded also where the account was deleted meanwhile', async () => {
    const store = await open();
    const checkout: Checkout = await store.checkedOut();
    expectOk(await store.shop.call('DELETE', `/api/open/bank/delete/${store.stall.bank_id}`));
    await accept(store, checkout);
    expect(await paidOf(store, checkout.orders[0]?.order_id ?? 0)).toMatchObject({ payment_status: 'PAID' });
  });
});

/** A payment of two orders, by a customer who is signed in. */
async function checkedOutTwo(store: QueueScene): Promise<Checkout & { each: number }> {
  const buyer = await addBuyer(app(), store.shop);
  const { payment, ...receiver } = store.checkout();
  const body = { receivers: [receiver, receiver], payment };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const { data } = expectOk(await store.visit('POST', '/checkout', body, headers)).body;
  return { ...data, each: data.nominal_invoice / 2 };
}

describe('a payment of which one order is rejected before its money comes', () => {
  test('asks for the other alone, and that pays it', async () => {
    const store = await open();
    const { payment_id, token, orders, each, nominal_unique } = await checkedOutTwo(store);
    await decide(store, payment_id, [{ id: orders[0]?.order_id, action: 'REJECT' }]);
    const asked = { nominal_invoice: each, nominal_unique, nominal_transfer: each + nominal_unique };
    const { data } = expectOk(await store.visit('GET', `/order/${token}`)).body;
    expect(data).toMatchObject({ state: 'WAITING', ...asked });
    await store.comesIn(asked.nominal_transfer);
    expect(await store.buyerPayment(payment_id)).toMatchObject({
      state: 'PAID',
      received: asked.nominal_transfer,
    });
    expect(await held(store)).toEqual([]);
  });

  test('of which all was sent nevertheless, waits for somebody: the rest of the mutation is left', async () => {
    const store = await open();
    const { payment_id, orders, each, nominal_unique, nominal_transfer } = await checkedOutTwo(store);
    await decide(store, payment_id, [{ id: orders[0]?.order_id, action: 'REJECT' }]);
    const mutation = await store.comesIn(nominal_transfer);
    expect(await store.look(mutation)).toMatchObject({ state: 'WAITING' });
    const matched = await store.done(mutation, 'match', { payment_id });
    expect(matched).toMatchObject({ matched: each + nominal_unique });
  });

  test('of which the other was accepted and the rest ended, is due to the customer in that part', async () => {
    const store = await open();
    const { payment_id, orders, each, nominal_transfer } = await checkedOutTwo(store);
    await decide(store, payment_id, [{ id: orders[1]?.order_id, action: 'ACCEPT' }]);
    await app().database.pool.query('update buyer_payments set expires_at = $1 where id = $2', [
      clock.now(),
      payment_id,
    ]);
    await expiryClock(app().services).run();
    const mutation = await store.comesIn(nominal_transfer);
    expect(await store.buyerPayment(payment_id)).toMatchObject({ received: nominal_transfer, receipts: 1 });
    expect(await held(store)).toEqual([{ kind: 'REFUNDS_DUE', idr: each }]);
    // What is due of it may be paid by now: it cannot be taken back.
    expect((await store.act(mutation, 'undo')).body.code).toBe('money_decided');
  });
});

test('money of an expired payment whose order staff have reactivated, and paid by hand, waits: it is not balance beside', async () => {
  const store = await open();
  const checkout: Checkout = await store.checkedOut();
  const [{ order_id: id } = { order_id: 0 }] = checkout.orders;
  await app().database.pool.query('update buyer_payments set expires_at = $1 where shop_id = $2', [
    clock.now(),
    store.shop.shop_id,
  ]);
  await expiryClock(app().services).run();
  expectOk(await store.shop.call('POST', '/api/open/order-cancel/return', { id }));
  const payment = { status: 'PAID', bank_id: store.stall.bank_id, date: '2026-03-02' };
  expectOk(await store.shop.call('PATCH', '/api/open/order/quick-payment', { id, payment }));
  const mutation = await store.comesIn(checkout.nominal_transfer);
  expect(await store.look(mutation)).toMatchObject({ state: 'WAITING' });
  expect(await store.balance()).toBe(0);
});
