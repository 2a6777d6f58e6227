import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../../doctor.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { buyerWithBalance, openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer, type TestBuyer } from '../../../../test/visitors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  for (const check of await diagnose(app.services.db)) expect(check.differences, check.title).toEqual([]);
  await app.close();
});

const as = ({ token }: TestBuyer) => ({ authorization: `Bearer ${token}` });

const balanceOf = async (store: StoreScene) => {
  const { rows } = await app.database.pool.query(
    `select balance_idr from ledger_accounts where shop_id = $1 and kind = 'CUSTOMER_BALANCE'`,
    [store.shop.shop_id],
  );
  return rows.map(({ balance_idr }) => Number(balance_idr));
};

describe('a customer who is signed in', () => {
  test('pays the prices of the own category, with the own balance, and the order is paid at once', async () => {
    const store = await openStore(app);
    const buyer = await buyerWithBalance(app, store, 300_000);
    const body = store.checkout({ payment: { method: 'ORDERPAY' } });
    const { data } = expectOk(await store.visit('POST', '/checkout', body, as(buyer))).body;
    const guest = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
    expect(guest.nominal_invoice - data.nominal_invoice).toBe(20_000);
    expect(data).toMatchObject({ nominal_unique: 0, expired_at: null });
    expect(await balanceOf(store)).toEqual([300_000 - data.nominal_invoice]);
    const list = expectOk(await store.shop.call('GET', '/api/open/order/unconfirmed-privor')).body.data;
    expect(list).toMatchObject([
      { payment_id: data.payment_id, payment_from: 'Privor', bank: { name: 'Saldo OrderPay' } },
    ]);
  });

  test('who is rejected has the balance back', async () => {
    const store = await openStore(app);
    const buyer = await buyerWithBalance(app, store, 200_000);
    const body = store.checkout({ payment: { method: 'ORDERPAY' } });
    const { data } = expectOk(await store.visit('POST', '/checkout', body, as(buyer))).body;
    const orders = [{ id: data.orders[0].order_id, action: 'REJECT' }];
    for (let times = 0; times < 2; times += 1)
      expectOk(await store.shop.call('PATCH', '/api/open/order/confirm', { id: data.payment_id, orders }));
    expect(await balanceOf(store)).toEqual([200_000]);
  });

  test('spends the balance once, however many checkouts come at once', async () => {
    const store = await openStore(app);
    const buyer = await buyerWithBalance(app, store, 150_000);
    const body = () => store.checkout({ payment: { method: 'ORDERPAY' } });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => store.visit('POST', '/checkout', body(), as(buyer))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body).toMatchObject({ code: 'balance_too_low' });
    const { rows } = await app.database.pool.query(
      `select count(*)::int as orders from orders where shop_id = $1 and order_status = 'UNCONFIRMED'`,
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ orders: 1 }]);
  });

  test('orders for several receivers in one payment, all or none', async () => {
    const store = await openStore(app, { stocks: [5] });
    const buyer = await addBuyer(app, store.shop, 'D');
    const { payment, ...first } = store.checkout();
    const { payment: _same, ...second } = store.checkout({
      products: [{ id: store.stall.variation_ids[0], qty: 3 }],
    });
    const several = { payment, receivers: [first, second] };
    const { data } = expectOk(await store.visit('POST', '/checkout', several, as(buyer))).body;
    expect(data.orders).toHaveLength(2);
    const again = await store.visit('POST', '/checkout', several, as(buyer));
    expect({ status: again.status, fields: Object.keys(again.body.message) }).toEqual({
      status: 422,
      fields: ['receivers.1.products.0.qty'],
    });
    const { rows } = await app.database.pool.query(
      `select count(*)::int as orders, count(distinct sender_id)::int as senders from orders where shop_id = $1`,
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ orders: 2, senders: 1 }]);
  });
});
