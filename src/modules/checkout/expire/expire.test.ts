import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { uploadProofOf } from '../../../../test/upload-proof.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { findPaymentDifferences } from '../differences.ts';
import { receiveMoney } from '../index.ts';
import { expiryClock } from './expire-due.ts';

const clock = fixedClock('2026-03-02T03:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(async () => {
  expect(await findPaymentDifferences(app.services.db.withoutPlugins())).toEqual([]);
  await app.close();
});

const HOUR_MS = 3_600_000;
const expire = () => expiryClock(app.services).run();

const checkedOut = async (store: StoreScene, change = {}) =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change))).body.data;

const stateOf = async (store: StoreScene, payment_id: number) => {
  const { rows } = await app.database.pool.query(
    `select p.state, o.order_status, p.received_idr from buyer_payments p
     join buyer_payment_orders b on b.shop_id = p.shop_id and b.payment_id = p.id
     join orders o on o.shop_id = p.shop_id and o.id = b.order_id where p.shop_id = $1 and p.id = $2`,
    [store.shop.shop_id, payment_id],
  );
  return rows;
};

const stockOf = async ({ shop, stall }: StoreScene) => {
  const query = { variation_id: String(stall.variation_ids[0]) };
  return expectOk(await shop.call('GET', '/api/open/product/check-stock', query)).body.data.stock;
};

/** As the statement of the bank says it. */
const pay = (store: StoreScene, payment_id: number, amount_idr: number, cause = `test:${payment_id}`) =>
  receiveMoney(store.shop.context(), {
    payment_id,
    cause,
    source: 'MUTATION',
    purse: 'BANK',
    amount_idr,
    received_at: clock.now(),
  });

test('what is not paid within a day gives its stock back; what is paid never does', async () => {
  const store = await openStore(app, { stocks: [10] });
  const [unpaid, paid, cod] = [
    await checkedOut(store),
    await checkedOut(store),
    await checkedOut(store, { payment: { method: 'COD' } }),
  ];
  expect(await pay(store, paid.payment_id, paid.nominal_transfer)).toBe('PAID');
  clock.advance(24 * HOUR_MS - 1_000);
  await expire();
  expect(await stateOf(store, unpaid.payment_id)).toMatchObject([{ state: 'WAITING' }]);
  clock.advance(1_000);
  await expire();
  expect(await stateOf(store, unpaid.payment_id)).toMatchObject([
    { state: 'EXPIRED', order_status: 'EXPIRED' },
  ]);
  expect(await stateOf(store, paid.payment_id)).toMatchObject([
    { state: 'PAID', order_status: 'UNCONFIRMED' },
  ]);
  expect(await stateOf(store, cod.payment_id)).toMatchObject([{ state: 'COD' }]);
  expect(await stockOf(store)).toBe(8);
  clock.advance(48 * HOUR_MS);
  await expire();
  expect(await stateOf(store, cod.payment_id)).toMatchObject([{ state: 'EXPIRED' }]);
  expect(await stockOf(store)).toBe(9);
});

test('nobody holds stock without end by choosing another method again and again', async () => {
  const store = await openStore(app, { stocks: [10] });
  const other = { bank_type: 'mandiri', account_number: '900111', holder_name: 'Budi', branch: 'Malang' };
  const { bank_id } = expectOk(await store.shop.call('POST', '/api/open/bank/create', other)).body.data;
  const { payment_id, token } = await checkedOut(store);
  let hours = 0;
  for (const banks = [bank_id, store.stall.bank_id]; hours < 30 * 24; hours += 23, banks.reverse()) {
    clock.advance(23 * HOUR_MS);
    await expire();
    const payment = { method: 'TRANSFER', bank_id: banks[0] };
    const changed = await store.visit('PATCH', `/order/${token}/payment`, { payment });
    if (changed.status !== 200) break;
  }
  expect(hours).toBeLessThanOrEqual(7 * 24);
  expect(hours).toBeGreaterThanOrEqual(6 * 24);
  expect(await stateOf(store, payment_id)).toMatchObject([{ state: 'EXPIRED', order_status: 'EXPIRED' }]);
  expect(await stockOf(store)).toBe(10);
});

test('several processes that expire at once expire each payment once', async () => {
  const store = await openStore(app, { stocks: [50] });
  for (let count = 0; count < 10; count += 1) await checkedOut(store);
  clock.advance(25 * HOUR_MS);
  await Promise.all([expire(), expire(), expire()]);
  expect(await stockOf(store)).toBe(50);
  const { rows } = await app.database.pool.query(
    `select count(*)::int as events from outbox_events where shop_id = $1 and name = 'buyer_payment.expired'`,
    [store.shop.shop_id],
  );
  expect(rows).toEqual([{ events: 10 }]);
});

test('money for an expired order makes it wait for the seller again, if its stock is there', async () => {
  const store = await openStore(app, { stocks: [1] });
  const checkout = await checkedOut(store);
  clock.advance(25 * HOUR_MS);
  await expire();
  expect(await stockOf(store)).toBe(1);
  expect(await pay(store, checkout.payment_id, checkout.nominal_transfer)).toBe('REVIVED');
  expect(await stateOf(store, checkout.payment_id)).toMatchObject([
    { state: 'PAID', order_status: 'UNCONFIRMED' },
  ]);
  expect(await stockOf(store)).toBe(0);
});

test('money for an expired order whose stock is gone becomes balance of its customer, and staff are told', async () => {
  const store = await openStore(app, { stocks: [1] });
  const checkout = await checkedOut(store);
  clock.advance(25 * HOUR_MS);
  await expire();
  const other = await checkedOut(store);
  expect(await pay(store, checkout.payment_id, checkout.nominal_transfer)).toBe('BALANCE');
  expect(await stateOf(store, checkout.payment_id)).toMatchObject([
    { state: 'EXPIRED', order_status: 'EXPIRED', received_idr: 0 },
  ]);
  expect(await stateOf(store, other.payment_id)).toMatchObject([{ state: 'WAITING' }]);
  const { rows } = await app.database.pool.query(
    `select payload from outbox_events where shop_id = $1 and name = 'buyer_payment.late'`,
    [store.shop.shop_id],
  );
  expect(rows).toEqual([
    { payload: { amount: checkout.nominal_transfer, source: 'MUTATION', outcome: 'BALANCE' } },
  ]);
  const { rows: balances } = await app.database.pool.query(
    `select balance_idr from ledger_accounts where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
    [store.shop.shop_id],
  );
  expect(balances).toEqual([{ balance_idr: checkout.nominal_transfer }]);
});

test('the same money is one, another amount none, and what is paid twice is balance', async () => {
  const store = await openStore(app);
  const { payment_id, nominal_transfer } = await checkedOut(store);
  expect(await pay(store, payment_id, nominal_transfer - 1)).toBe('WRONG_AMOUNT');
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => pay(store, payment_id, nominal_transfer, 'one')),
  );
  expect(outcomes.toSorted()).toEqual(['KNOWN', 'KNOWN', 'KNOWN', 'KNOWN', 'PAID']);
  expect(await pay(store, payment_id, nominal_transfer, 'another')).toBe('BALANCE');
});

test('money that comes at the moment of expiry pays the order or revives it: it is never lost', async () => {
  const store = await openStore(app, { stocks: [100] });
  const made = [];
  for (let count = 0; count < 8; count += 1) made.push(await checkedOut(store));
  clock.advance(24 * HOUR_MS);
  const [, ...outcomes] = await Promise.all([
    expire(),
    ...made.map(({ payment_id, nominal_transfer }) => pay(store, payment_id, nominal_transfer)),
  ]);
  for (const outcome of outcomes) expect(['PAID', 'REVIVED']).toContain(outcome);
  for (const { payment_id } of made)
    expect(await stateOf(store, payment_id)).toMatchObject([{ state: 'PAID', order_status: 'UNCONFIRMED' }]);
  expect(await stockOf(store)).toBe(92);
});

test('what is claimed to be paid ends a week later if nobody decides it, however often its proof is sent', async () => {
  const store = await openStore(app, { stocks: [10] });
  const checkout = await checkedOut(store);
  expect((await uploadProofOf(app, store, checkout.token)).status).toBe(200);
  clock.advance(6 * 24 * HOUR_MS);
  expect((await uploadProofOf(app, store, checkout.token)).status).toBe(200);
  await expire();
  expect(await stateOf(store, checkout.payment_id)).toMatchObject([{ state: 'CLAIMED' }]);
  clock.advance(24 * HOUR_MS);
  await expire();
  expect(await stateOf(store, checkout.payment_id)).toMatchObject([
    { state: 'EXPIRED', order_status: 'EXPIRED' },
  ]);
  expect(await stockOf(store)).toBe(10);
  expect(await pay(store, checkout.payment_id, checkout.nominal_transfer)).toBe('REVIVED');
  expect(await stateOf(store, checkout.payment_id)).toMatchObject([
    { state: 'PAID', order_status: 'UNCONFIRMED' },
  ]);
});

test('what is claimed to be paid does not end by itself once the seller has decided an order of it', async () => {
  const store = await openStore(app, { stocks: [10] });
  const { token: session } = await addBuyer(app, store.shop);
  const buy = async () => {
    const { payment, ...receiver } = store.checkout();
    const several = { payment, receivers: [receiver, receiver] };
    const headers = { authorization: `Bearer ${session}` };
    return expectOk(await store.visit('POST', '/checkout', several, headers)).body.data;
  };
  const accept = async ({ payment_id, orders: [{ order_id: id }] }: Awaited<ReturnType<typeof buy>>) =>
    expectOk(
      await store.shop.call('PATCH', '/api/open/order/confirm', {
        id: payment_id,
        orders: [{ id, action: 'ACCEPT' }],
      }),
    );
  const [before, after] = [await buy(), await buy()];
  await accept(before);
  for (const { token } of [before, after]) expect((await uploadProofOf(app, store, token)).status).toBe(200);
  await accept(after);
  clock.advance(30 * 24 * HOUR_MS);
  await expire();
  for (const { payment_id } of [before, after])
    expect(
      (await stateOf(store, payment_id)).map(({ state, order_status }) => `${state} ${order_status}`),
    ).toEqual(expect.arrayContaining(['CLAIMED ACCEPTED', 'CLAIMED UNCONFIRMED']));
});
