import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { uploadProofOf } from '../../../../test/upload-proof.ts';
import { addBuyer } from '../../../../test/visitors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const checkedOut = async (store: StoreScene, change = {}) =>
  expectOk(await store.visit('POST', '/checkout', store.checkout(change))).body.data;

const view = async (store: StoreScene, token: string) =>
  expectOk(await store.visit('GET', `/order/${token}`)).body.data;

describe('whoever has the token', () => {
  test('sees what is to be paid and how, the orders, and where their parcels are', async () => {
    const store = await openStore(app);
    const { token, payment_id, nominal_transfer, orders } = await checkedOut(store, { note: 'Bungkus kado' });
    const seen = await view(store, token);
    expect(seen).toMatchObject({
      payment_id,
      state: 'WAITING',
      nominal_transfer,
      proof: false,
      instructions: { method: 'TRANSFER', bank: { bank_name: 'BCA' } },
    });
    expect(seen.orders).toMatchObject([
      {
        order_id: orders[0].order_id,
        po_number: 1,
        status: 'UNCONFIRMED',
        receiver: { name: 'Rina Wati', address: 'Jl. Kenanga 7' },
        products: [{ quantity: 1, price: 100_000, subtotal: 100_000 }],
        shipments: [{ awb_number: null, status: 'READY_TO_SHIP', history: [] }],
      },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/price_buy|40000|cost_of_goods/);
  });

  test('sees what an order that the seller has edited is now, and what was paid as it was', async () => {
    const store = await openStore(app);
    const { token, payment_id, nominal_invoice, orders } = await checkedOut(store);
    const [{ order_id }] = orders;
    const decided = { id: payment_id, orders: [{ id: order_id, action: 'ACCEPT' }] };
    expectOk(await store.shop.call('PATCH', '/api/open/order/confirm', decided));
    const products = [{ id: store.stall.variation_ids[0], qty: 3, product_status: 'S' }];
    const { order_date: _, ...body } = orderOf(store.stall, { products });
    expectOk(await store.shop.call('PATCH', '/api/open/order', { order_id, ...body }));
    await app.database.pool.query(`update orders set rate_name = '' where shop_id = $1`, [
      store.shop.shop_id,
    ]);
    const seen = await view(store, token);
    expect(seen.nominal_invoice).toBe(nominal_invoice);
    const [order] = seen.orders;
    expect(order.products).toMatchObject([{ subtotal: 300_000 }]);
    expect(order.total).toBe(300_000 + order.shipping);
    expect(order.courier).toBe('JNE');
  });

  test('follows the parcel, and says that it was received, once', async () => {
    const store = await openStore(app);
    const { token, payment_id, orders } = await checkedOut(store);
    const [{ order_id }] = orders;
    const early = await store.visit('POST', `/order/${token}/received`, { order_id });
    expect(early.status).toBe(422);
    expectOk(
      await store.shop.call('PATCH', '/api/open/order/confirm', {
        id: payment_id,
        orders: [{ id: order_id, action: 'ACCEPT' }],
      }),
    );
    expectOk(
      await store.shop.call('POST', '/api/open/order/awb-number/add', { id: order_id, awb_number: 'JX123' }),
    );
    expectOk(
      await store.shop.call('PATCH', '/api/open/order/shipping-status', {
        id: order_id,
        status: 'ON PROCESS',
      }),
    );
    for (let times = 0; times < 2; times += 1)
      expectOk(await store.visit('POST', `/order/${token}/received`, { order_id }));
    const [order] = (await view(store, token)).orders;
    expect(order).toMatchObject({
      progress: 'DELIVERED',
      shipments: [{ awb_number: 'JX123', status: 'DELIVERED' }],
    });
    expect(order.shipments[0].history).toHaveLength(1);
  });
});

test('a token that is unknown, of another store, or of nobody is answered alike', async () => {
  const [store, other] = [await openStore(app), await openStore(app)];
  const { token } = await checkedOut(other);
  const made_up = `${'a'.repeat(43)}_${store.shop.shop_id}`;
  const answers = [];
  for (const path of [token, made_up, 'x']) answers.push(await store.visit('GET', `/order/${path}`));
  for (const { status, body } of answers)
    expect({ status, ...body, request_id: '' }).toEqual({ status: 404, ...answers[0]?.body, request_id: '' });
});

describe('a proof of transfer', () => {
  const upload = (store: StoreScene, token: string, content?: Buffer) =>
    uploadProofOf(app, store, token, content);

  test('gives the orders a week and shows the seller what the buyer says', async () => {
    const store = await openStore(app);
    const { token, payment_id } = await checkedOut(store);
    expect(await upload(store, token)).toMatchObject({
      status: 200,
      body: { data: { state: 'CLAIMED', proof: true, expired_at: expect.any(String) } },
    });
    const list = expectOk(await store.shop.call('GET', '/api/open/order/unconfirmed-privor')).body.data;
    expect(list).toMatchObject([{ payment_id, payment_status_code: 3, payment_status: 'Confirmed Pay' }]);
    const detail = expectOk(await store.shop.call('GET', `/api/open/order/unconfirmed-privor/${payment_id}`))
      .body.data;
    expect(detail).toMatchObject({ holder_name: 'Rina', note: 'Sudah ya kak', is_manual_payment: 'Y' });
    const image = await app.app.inject({ url: new URL(detail.transfer_image).pathname });
    expect(image.statusCode).toBe(200);
    const cancel = await store.visit('POST', `/order/${token}/cancel`, {});
    expect(cancel.status).toBe(422);
  });

  test('that is no picture is refused, and changes nothing', async () => {
    const store = await openStore(app);
    const { token } = await checkedOut(store);
    expect((await upload(store, token, Buffer.from('%PDF-1.4'))).status).toBe(422);
    expect((await view(store, token)).state).toBe('WAITING');
  });
});

/** A second account that buyers transfer to. */
const addBank = async ({ shop }: StoreScene): Promise<number> => {
  const account = { bank_type: 'bni', account_number: '9876543210', holder_name: 'Budi', branch: 'Malang' };
  return expectOk(await shop.call('POST', '/api/open/bank/create', account)).body.data.bank_id;
};

test('an account that the shop has deleted is named to no buyer any more, who can pay another way', async () => {
  const store = await openStore(app);
  const second = await addBank(store);
  const { token } = await checkedOut(store);
  expectOk(await store.shop.call('DELETE', `/api/open/bank/delete/${store.stall.bank_id}`));
  const { instructions } = await view(store, token);
  expect(instructions).toMatchObject({ is_ready: false, bank: null });
  expect(instructions.steps.join(' ')).toContain('not in use any more');
  const payment = { method: 'TRANSFER', bank_id: second };
  const changed = expectOk(await store.visit('PATCH', `/order/${token}/payment`, { payment })).body.data;
  expect(changed.instructions).toMatchObject({ is_ready: true, bank: { bank_id: second } });
});

test('what is left of a payment whose account was deleted is paid another way, also when an order was decided', async () => {
  const store = await openStore(app);
  const second = await addBank(store);
  const buyer = await addBuyer(app, store.shop);
  const { payment: _transfer, ...receiver } = store.checkout();
  const body = { receivers: [receiver, receiver], payment: { method: 'TRANSFER' } };
  const headers = { authorization: `Bearer ${buyer.token}` };
  const done = expectOk(await store.visit('POST', '/checkout', body, headers)).body.data;
  const orders = [{ id: done.orders[0].order_id, action: 'REJECT' }];
  expectOk(await store.shop.call('PATCH', '/api/open/order/confirm', { id: done.payment_id, orders }));
  const payment = { method: 'TRANSFER', bank_id: second };
  expect((await store.visit('PATCH', `/order/${done.token}/payment`, { payment })).status).toBe(422);
  expectOk(await store.shop.call('DELETE', `/api/open/bank/delete/${store.stall.bank_id}`));
  const changed = expectOk(await store.visit('PATCH', `/order/${done.token}/payment`, { payment })).body.data;
  expect(changed.instructions).toMatchObject({ is_ready: true, bank: { bank_id: second } });
});

test('another account has a code of its own, and the code before is free again', async () => {
  const store = await openStore(app);
  const second = await addBank(store);
  const { token, nominal_unique } = await checkedOut(store);
  const changed = expectOk(
    await store.visit('PATCH', `/order/${token}/payment`, {
      payment: { method: 'TRANSFER', bank_id: second },
    }),
  ).body.data;
  expect(changed.instructions.bank.account_number).toBe('9876543210');
  // Each account counts for itself.
  expect(changed.nominal_unique).toBe(nominal_unique);
  const { rows } = await app.database.pool.query(
    `select count(*)::int as open from buyer_payments where shop_id = $1 and bank_account_id <> $2`,
    [store.shop.shop_id, second],
  );
  expect(rows).toEqual([{ open: 0 }]);
});

test.each([
  ['accepted', 'ACCEPT'],
  ['rejected', 'REJECT'],
])(
  'of which the seller has %s an order, the buyer neither cancels nor changes the rest',
  async (_done, action) => {
    const store = await openStore(app);
    const second = await addBank(store);
    const { token: session } = await addBuyer(app, store.shop);
    const { payment, ...receiver } = store.checkout();
    const several = { payment, receivers: [receiver, receiver] };
    const { token, payment_id, orders } = expectOk(
      await store.visit('POST', '/checkout', several, { authorization: `Bearer ${session}` }),
    ).body.data;
    expectOk(
      await store.shop.call('PATCH', '/api/open/order/confirm', {
        id: payment_id,
        orders: [{ id: orders[0].order_id, action }],
      }),
    );
    const before = await view(store, token);
    const refused = [
      await store.visit('POST', `/order/${token}/cancel`, {}),
      await store.visit('PATCH', `/order/${token}/payment`, {
        payment: { method: 'TRANSFER', bank_id: second },
      }),
    ];
    expect(
      refused.map(({ status, body }) => ({ status, code: body.code, fields: Object.keys(body.message) })),
    ).toEqual([
      { status: 422, code: 'payment_partly_decided', fields: ['token'] },
      { status: 422, code: 'payment_partly_decided', fields: ['payment.method'] },
    ]);
    expect(await view(store, token)).toEqual(before);
  },
);

test('the store says in words for buyers what a payment waits for, and why it can not be changed', async () => {
  const store = await openStore(app);
  const texts = async (token: string) => (await view(store, token)).state_text;
  const refusal = async (token: string) =>
    (await store.visit('POST', `/order/${token}/cancel`, {})).body.message.token;
  const decide = (payment: { payment_id: number; orders: { order_id: number }[] }, action: string) =>
    store.shop.call('PATCH', '/api/open/order/confirm', {
      id: payment.payment_id,
      orders: payment.orders.map(({ order_id }) => ({ id: order_id, action })),
    });
  const [cod, rejected] = [await checkedOut(store, { payment: { method: 'COD' } }), await checkedOut(store)];
  expect(await texts(cod.token)).toBe('Waiting for the seller');
  expectOk(await decide(rejected, 'REJECT'));
  expect(await texts(rejected.token)).toBe('Rejected');
  expect(await refusal(rejected.token)).toEqual([
    'This payment can no longer be changed: the seller has already decided.',
  ]);
  const changed = await store.visit('PATCH', `/order/${cod.token}/payment`, {
    payment: { method: 'TRANSFER' },
  });
  expect(JSON.stringify(changed.body.message)).toContain('it is paid to the courier (COD)');
  const without_file = await store.visit('POST', `/order/${cod.token}/proof`, {});
  expect(without_file.body.message).toEqual({ proof: ['The proof field is required.'] });
});

test('a courier that the store does not offer is told to buyers as to buyers', async () => {
  const store = await openStore(app);
  const off = { id: 1, is_active: false };
  expectOk(await store.shop.call('PATCH', '/api/open/setting/courier', off));
  const { body } = await store.visit('POST', '/checkout', store.checkout());
  expect(body.message).toEqual({
    'expedition.id': ['This store does not offer JNE REG. Choose another courier.'],
  });
});
