import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { createPromo, off, promoInput, running } from '../../../../test/promo-input.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore } from '../../../../test/store-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const stockOf = async ({ shop, stall }: Awaited<ReturnType<typeof openStore>>) => {
  const [variation_id] = stall.variation_ids;
  const { body } = await shop.call('GET', '/api/open/product/check-stock', {
    variation_id: String(variation_id),
  });
  return body.data.stock;
};

describe('a guest who checks out', () => {
  test('gets a number, a token, an exact amount with a unique code and a day to pay; the goods are held', async () => {
    const store = await openStore(app, { stocks: [5] });
    const { status, body } = await store.visit('POST', '/checkout', store.checkout());
    expect(status).toBe(201);
    const { data } = body;
    expect(body.response).toBe('Success');
    expect(data.nominal_unique).toBeGreaterThanOrEqual(1);
    expect(data.nominal_unique).toBeLessThanOrEqual(999);
    expect(data.nominal_transfer).toBe(data.nominal_invoice + data.nominal_unique);
    expect(data.orders).toEqual([{ order_id: expect.any(Number), po_number: 1 }]);
    expect(data.instructions.bank).toMatchObject({ bank_name: 'BCA', holder_name: 'Budi' });
    expect(data.expired_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(await stockOf(store)).toBe(4);
    const orders = expectOk(await store.shop.call('GET', '/api/open/order')).body.data;
    expect(orders).toMatchObject([
      { order_progress_status: 'UNPROCESSED', order_category: 'SF_GUEST', order_status: 'UNCONFIRMED' },
    ]);
  });

  test('pays what the store says, whatever amounts come with the request', async () => {
    const store = await openStore(app);
    const quote = expectOk(
      await store.visit('POST', '/quote', {
        district_id: store.district_id,
        products: [{ id: store.stall.variation_ids[0], qty: 2 }],
        expedition: { id: 1 },
      }),
    ).body.data;
    const body = store.checkout({
      products: [{ id: store.stall.variation_ids[0], qty: 2, price: 1, subtotal: 2 }],
      expedition: { id: 1, rate: 0 },
      total: 1,
    });
    const { data } = expectOk(await store.visit('POST', '/checkout', body)).body;
    expect(data.nominal_invoice).toBe(quote.total);
    expect(quote.orders[0].goods).toBe(200_000);
    expect(quote.orders[0].shipping).toBeGreaterThan(0);
    expect(quote.total).toBe(200_000 + quote.orders[0].shipping);
  });

  test('is not told whether the shop knows the phone number, and gets the prices of all', async () => {
    const store = await openStore(app, { category: 'Y' });
    // The reseller of the stall has this number.
    const known = await store.visit('POST', '/checkout', store.checkout({ phone: '081234567890' }));
    const unknown = await store.visit('POST', '/checkout', store.checkout());
    expect(known.status).toBe(201);
    expect(Object.keys(known.body.data).toSorted()).toEqual(Object.keys(unknown.body.data).toSorted());
    expect(known.body.data.nominal_invoice).toBe(unknown.body.data.nominal_invoice);
    const list = expectOk(
      await store.shop.call('GET', '/api/open/order/unconfirmed-privor', { payment_status: 'UNPAID' }),
    );
    const payment = list.body.data.find(
      (row: { payment_id: number }) => row.payment_id === known.body.data.payment_id,
    );
    expect(payment.customer).toEqual({
      id: store.stall.customer_id,
      name: 'Rina Wati',
      phone: '081234567890',
    });
    // What the shop has stored of its customer is not the guest's to change.
    const customers = expectOk(await store.shop.call('GET', '/api/open/customer', { keyword: 'Siti' })).body;
    expect(customers.data).toMatchObject([{ id: store.stall.customer_id }]);
  });

  test('who orders twice with one number is one customer, also at once', async () => {
    const store = await openStore(app);
    const body = store.checkout();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => store.visit('POST', '/checkout', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { rows } = await app.database.pool.query(
      `select count(distinct sender_id)::int as customers, count(*)::int as orders from orders where shop_id = $1`,
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ customers: 1, orders: 4 }]);
  });

  test('with a dropship sender: the label shows that one, the parcel goes to the receiver', async () => {
    const store = await openStore(app);
    const body = store.checkout({ dropship: { name: 'Toko Ani', phone: '0811-222-3333' } });
    const { data } = expectOk(await store.visit('POST', '/checkout', body)).body;
    const detail = expectOk(
      await store.shop.call('GET', `/api/open/order/unconfirmed-privor/${data.payment_id}`),
    ).body.data;
    expect(detail.orders[0]).toMatchObject({
      is_dropshipper: true,
      dropshipper: { name: 'Toko Ani', phone: '08112223333' },
      customer: { name: 'Rina Wati' },
    });
  });

  test('cannot pay with a balance, nor order for several receivers', async () => {
    const store = await openStore(app);
    const balance = await store.visit(
      'POST',
      '/checkout',
      store.checkout({ payment: { method: 'ORDERPAY' } }),
    );
    expect(balance.status).toBe(422);
    expect(Object.keys(balance.body.message)).toEqual(['payment.method']);
    const { payment, ...receiver } = store.checkout();
    const several = await store.visit('POST', '/checkout', { payment, receivers: [receiver, receiver] });
    expect(several.status).toBe(422);
    expect(Object.keys(several.body.message)).toEqual(['receivers']);
  });
});

describe('a checkout is refused by field, and holds nothing', () => {
  test('of goods that are heavier than a parcel may be, as are their rates and their quote', async () => {
    const store = await openStore(app, { stocks: [6_000] });
    const products = [{ id: store.stall.variation_ids[0], qty: 5_001 }];
    for (const path of ['/rate', '/quote', '/checkout']) {
      const { status, body } = await store.visit('POST', path, store.checkout({ products }));
      expect({ path, status, code: body.code, fields: Object.keys(body.message) }).toEqual({
        path,
        status: 422,
        code: 'parcel_heavy',
        fields: ['products'],
      });
    }
    expect(await stockOf(store)).toBe(6_000);
  });

  const refused = async (change: Record<string, unknown>, options = {}) => {
    const store = await openStore(app, { stocks: [3], ...options });
    const products = [{ id: store.stall.variation_ids[0], qty: 1 }];
    const { status, body } = await store.visit('POST', '/checkout', store.checkout({ products, ...change }));
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from orders where shop_id = $1) as orders,
        (select count(*)::int from buyer_payments where shop_id = $1) as payments`,
      [store.shop.shop_id],
    );
    expect(rows).toEqual([{ orders: 0, payments: 0 }]);
    return { status, fields: Object.keys(body.message), body };
  };

  test('goods that the store does not show, or that there are none of', async () => {
    expect(await refused({ products: [{ id: 999_999_999, qty: 1 }] })).toMatchObject({
      status: 422,
      fields: ['products.0.id'],
    });
    for (const hidden of [{ product: { publish_status: 'N' } }, { variation: { price: 0 } }])
      expect(await refused({}, hidden)).toMatchObject({ status: 422, fields: ['products.0.id'] });
  });

  test('pickup at a shop that does not offer it; where it does, there are no shipping costs', async () => {
    const store = await openStore(app);
    const turn = async (is_active: boolean) =>
      expectOk(await store.shop.call('PATCH', '/api/open/setting/courier', { id: 98, is_active }));
    const input = store.checkout({ expedition: { id: 98 } });
    await turn(false);
    for (const path of ['/quote', '/checkout']) {
      const { status, body } = await store.visit('POST', path, input);
      expect([status, Object.keys(body.message)]).toEqual([422, ['expedition.id']]);
      expect(body.message['expedition.id']).toEqual([expect.stringMatching(/courier/i)]);
    }
    await turn(true);
    expect(expectOk(await store.visit('POST', '/quote', input)).body.data.orders[0].shipping).toBe(0);
    const by_cod = await store.visit('POST', '/checkout', { ...input, payment: { method: 'COD' } });
    expect([by_cod.status, Object.keys(by_cod.body.message)]).toEqual([422, ['payment.method']]);
    expect((await store.visit('POST', '/checkout', input)).status).toBe(201);
  });

  test('more than there is, with what is left', async () => {
    const store = await openStore(app, { stocks: [3] });
    const products = [{ id: store.stall.variation_ids[0], qty: 4 }];
    const { status, body } = await store.visit('POST', '/checkout', store.checkout({ products }));
    expect(status).toBe(422);
    expect(JSON.stringify(body.message['products.0.qty'])).toContain('3 left');
    expect(await stockOf(store)).toBe(3);
  });

  test('a district, courier, coupon, method or account that there is not', async () => {
    expect(await refused({ district_id: 99_999_999 })).toMatchObject({
      status: 422,
      fields: ['district_id'],
    });
    expect(await refused({ expedition: { id: 77_777 } })).toMatchObject({
      status: 422,
      fields: ['expedition.id'],
    });
    expect(await refused({ coupon_code: 'GRATIS' })).toMatchObject({ status: 422, fields: ['coupon_code'] });
    expect(await refused({ payment: { method: 'GATEWAY' } })).toMatchObject({
      status: 422,
      fields: ['payment.method'],
    });
    expect(await refused({ payment: { method: 'TRANSFER', bank_id: 99_999_999 } })).toMatchObject({
      status: 422,
      fields: ['payment.bank_id'],
    });
  });

  test('a name, phone or address that is missing', async () => {
    const written = await refused({ phone: '12', address: '' });
    expect({ ...written, fields: written.fields.toSorted() }).toMatchObject({
      status: 422,
      fields: ['address', 'phone'],
    });
    expect(await refused({ name: undefined, expedition: undefined })).toMatchObject({
      status: 422,
      fields: ['name', 'expedition'],
    });
  });

  test('COD with a courier that does not collect', async () => {
    const store = await openStore(app);
    const { id } = expectOk(
      await store.shop.call('POST', '/api/open/setting/courier/custom', { name: 'Kurir Toko', fee: 5_000 }),
    ).body.data;
    const body = { expedition: { id }, payment: { method: 'COD' } };
    const { status, body: answer } = await store.visit('POST', '/checkout', store.checkout(body));
    expect({ status, fields: Object.keys(answer.message) }).toEqual({
      status: 422,
      fields: ['payment.method'],
    });
  });
});

test('one phone number holds five unpaid orders at most; a cancelled one makes room', async () => {
  const store = await openStore(app);
  const body = store.checkout();
  const answers = [];
  for (let count = 0; count < 6; count += 1) answers.push(await store.visit('POST', '/checkout', body));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429]);
  expect(answers[5]?.body.code).toBe('checkout_too_many_open');
  expect(await stockOf(store)).toBe(95);
  const token = answers[0]?.body.data.token;
  expectOk(await store.visit('POST', `/order/${token}/cancel`, {}));
  expect(await stockOf(store)).toBe(96);
  expect((await store.visit('POST', '/checkout', body)).status).toBe(201);
});

test('a running promo lowers the price by itself, and is given back when the checkout is cancelled', async () => {
  const store = await openStore(app);
  const of_store = { selected_items: { products: [], platforms: ['STOREFRONT'] } };
  const limits = { promo_limit: 1 };
  expectOk(await createPromo(store.shop, promoInput({ ...running(), ...off(15_000), ...of_store, limits })));
  const first = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
  const second = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
  expect(second.nominal_invoice - first.nominal_invoice).toBe(15_000);
  expectOk(await store.visit('POST', `/order/${first.token}/cancel`, {}));
  const third = expectOk(await store.visit('POST', '/checkout', store.checkout())).body.data;
  expect(third.nominal_invoice).toBe(first.nominal_invoice);
});
