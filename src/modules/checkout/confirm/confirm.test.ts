import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { expiryClock } from '../expire/expire-due.ts';
import { receiveMoney, takeMoneyBack } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const checkedOut = async (store: StoreScene, change = {}) =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change))).body.data;

const decide = (
  store: StoreScene,
  checkout: { payment_id: number; orders: { order_id: number }[] },
  action: string,
) =>
  store.shop.call('PATCH', '/api/open/order/confirm', {
    id: checkout.payment_id,
    orders: checkout.orders.map(({ order_id: id }) => ({ id, action })),
  });

const orderOf = async (store: StoreScene, order_id: number) => {
  const { rows } = await app.database.pool.query(
    `select order_status, payment_status, order_progress_status, paid_idr, total_idr from orders where shop_id = $1 and id = $2`,
    [store.shop.shop_id, order_id],
  );
  return rows[0];
};

const stockOf = async ({ shop, stall }: StoreScene) => {
  const query = { variation_id: String(stall.variation_ids[0]) };
  return expectOk(await shop.call('GET', '/api/open/product/check-stock', query)).body.data.stock;
};

describe('a payment that the seller decides', () => {
  test('accepted, counts as paid in full into its account; again, it changes nothing', async () => {
    const store = await openStore(app);
    const checkout = await checkedOut(store);
    const [{ order_id }] = checkout.orders;
    for (let times = 0; times < 2; times += 1)
      expect((await decide(store, checkout, 'accept')).body).toMatchObject({
        message: 'Orders have been confirmed',
        data: { id: checkout.payment_id, orders: [{ id: order_id, action: 'ACCEPT' }] },
      });
    expect(await orderOf(store, order_id)).toMatchObject({
      order_status: 'ACCEPTED',
      payment_status: 'PAID',
      order_progress_status: 'NO AWB',
    });
    const { rows } = await app.database.pool.query(
      'select bank_account_id, amount_idr from order_payments where shop_id = $1 and order_id = $2',
      [store.shop.shop_id, order_id],
    );
    expect(rows).toEqual([{ bank_account_id: store.stall.bank_id, amount_idr: checkout.nominal_invoice }]);
  });

  test('rejected, gives its stock back, and cannot be accepted after', async () => {
    const store = await openStore(app, { stocks: [5] });
    const checkout = await checkedOut(store);
    expect(await stockOf(store)).toBe(4);
    expectOk(await decide(store, checkout, 'REJECT'));
    expect(await stockOf(store)).toBe(5);
    expect(await orderOf(store, checkout.orders[0].order_id)).toMatchObject({ order_status: 'REJECTED' });
    const { status, body } = await decide(store, checkout, 'ACCEPT');
    expect({ status, fields: Object.keys(body.message) }).toEqual({ status: 422, fields: ['orders.0.id'] });
  });

  test('with COD, is accepted unpaid and ready to be shipped', async () => {
    const store = await openStore(app);
    const checkout = await checkedOut(store, { payment: { method: 'COD' } });
    expect(checkout).toMatchObject({ nominal_unique: 0, instructions: { method: 'COD', bank: null } });
    expectOk(await decide(store, checkout, 'ACCEPT'));
    expect(await orderOf(store, checkout.orders[0].order_id)).toMatchObject({
      order_status: 'ACCEPTED',
      payment_status: 'UNPAID',
      order_progress_status: 'NO AWB',
    });
  });

  test('is one of this shop, with orders of its own, each named once', async () => {
    const [store, other] = [await openStore(app), await openStore(app)];
    const [mine, theirs] = [await checkedOut(store), await checkedOut(other)];
    expect((await decide(store, theirs, 'ACCEPT')).status).toBe(404);
    const foreign = await decide(store, { ...mine, orders: theirs.orders }, 'ACCEPT');
    expect({ status: foreign.status, code: foreign.body.code }).toEqual({
      status: 422,
      code: 'order_not_of_payment',
    });
    const twice = await decide(store, { ...mine, orders: [...mine.orders, ...mine.orders] }, 'ACCEPT');
    expect(twice.body.code).toBe('order_named_twice');
    expect(await orderOf(store, mine.orders[0].order_id)).toMatchObject({ order_status: 'UNCONFIRMED' });
  });
});

/** Its time is over. */
async function expire(payment_id: number): Promise<void> {
  await app.database.pool.query(
    `update buyer_payments set expires_at = now() - interval '1 minute' where id = $1`,
    [payment_id],
  );
  await expiryClock(app.services).run();
}

/** A payment of two orders, by a customer who is signed in. */
async function checkedOutTwo(store: StoreScene) {
  const buyer = await addBuyer(app, store.shop);
  const { payment, ...receiver } = store.checkout();
  const body = { receivers: [receiver, receiver], payment };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const { data } = expectOk(await store.visit('POST', '/checkout', body, headers)).body;
  return { ...data, each_idr: data.nominal_invoice / 2 };
}

describe('of a payment whose money comes after one of its orders was rejected', () => {
  const balancesOf = async ({ shop }: StoreScene) => {
    const { rows } = await app.database.pool.query(
      `select kind, balance_idr from ledger_accounts where shop_id = $1 and kind in ('REFUNDS_DUE', 'CUSTOMER_BALANCE')`,
      [shop.shop_id],
    );
    return rows;
  };

  test.each([['waits'], ['was accepted'], ['was accepted, and the rest expired']])(
    'that part is due to the customer, where the other order %s',
    async (end) => {
      const store = await openStore(app);
      const checkout = await checkedOutTwo(store);
      const [first, second] = checkout.orders;
      const is_expired = end.includes('expired');
      if (!is_expired) expectOk(await decide(store, { ...checkout, orders: [first] }, 'REJECT'));
      if (end !== 'waits') expectOk(await decide(store, { ...checkout, orders: [second] }, 'ACCEPT'));
      if (is_expired) await expire(checkout.payment_id);
      const outcome = await receiveMoney(store.shop.context(), {
        payment_id: checkout.payment_id,
        cause: 'mutation:1',
        source: 'MUTATION',
        purse: 'BANK',
        amount_idr: checkout.nominal_transfer,
        received_at: new Date(),
      });
      expect(outcome).toBe('PAID');
      expect(await balancesOf(store)).toEqual([{ kind: 'REFUNDS_DUE', balance_idr: checkout.each_idr }]);
      // What is due of it may be paid by now: it cannot be taken back.
      const taken_back = store.shop
        .context()
        .transaction((inner) =>
          takeMoneyBack(inner, { payment_id: checkout.payment_id, cause: 'mutation:1' }),
        );
      await expect(taken_back).rejects.toThrow('money_decided');
    },
  );
});

test('an accepted order that staff edit keeps the name and address of its buyer', async () => {
  const store = await openStore(app);
  // The shop knows this number with another name and address.
  const checkout = await checkedOut(store, { phone: '081234567890' });
  expectOk(await decide(store, checkout, 'ACCEPT'));
  const [{ order_id }] = checkout.orders;
  expectOk(
    await store.shop.call('PATCH', '/api/open/order', {
      order_id,
      customer_sender_id: store.stall.customer_id,
      customer_receiver_id: store.stall.customer_id,
      supplier_id: store.stall.supplier_id,
      note: 'Titip satpam',
      payment: { status: 'UNPAID' },
      expedition: { id: 1, rate: checkout.nominal_invoice - 100_000, name: 'JNE' },
      products: [{ id: store.stall.variation_ids[0], qty: 1, product_status: 'S' }],
    }),
  );
  const { rows } = await app.database.pool.query(
    `select receiver_name, receiver_address, order_category, note from orders where shop_id = $1 and id = $2`,
    [store.shop.shop_id, order_id],
  );
  expect(rows).toEqual([
    {
      receiver_name: 'Rina Wati',
      receiver_address: 'Jl. Kenanga 7',
      order_category: 'SF_GUEST',
      note: 'Titip satpam',
    },
  ]);
});

describe('the list of what waits', () => {
  const list = async (store: StoreScene, query: object) =>
    expectOk(await store.shop.call('GET', '/api/open/order/unconfirmed-privor', query)).body;

  test('shows what is to be confirmed unless asked otherwise, by name and by PO number', async () => {
    const store = await openStore(app);
    const unpaid = await checkedOut(store, { name: 'Dewi Lestari' });
    const cod = await checkedOut(store, { payment: { method: 'COD' } });
    const ids = async (query: object) =>
      (await list(store, query)).data.map(({ payment_id }: { payment_id: number }) => payment_id);
    expect(await ids({})).toEqual([cod.payment_id]);
    expect(await ids({ payment_status: 'unpaid' })).toEqual([unpaid.payment_id]);
    expect(await ids({ payment_status: 'ALL' })).toEqual([cod.payment_id, unpaid.payment_id]);
    expect(await ids({ payment_status: 'ALL', keyword: 'lestari' })).toEqual([unpaid.payment_id]);
    expect(await ids({ payment_status: 'ALL', keyword: '2' })).toEqual([cod.payment_id]);
    expect(await ids({ payment_status: 'ALL', customer_category: 'MEMBER' })).toEqual([]);
    expectOk(await decide(store, cod, 'ACCEPT'));
    expect(await ids({ payment_status: 'ALL' })).toEqual([unpaid.payment_id]);
  });

  test('is as many statements for 1 payment as for 20', async () => {
    const store = await openStore(app);
    const sent: number[] = [];
    for (const more of [1, 19]) {
      for (let count = 0; count < more; count += 1) await checkedOut(store);
      sent.push(
        await countStatements(app, async () => {
          await list(store, { payment_status: 'ALL', per_page: '50' });
        }),
      );
    }
    expect(sent).toEqual([2, 2]);
  });
});
