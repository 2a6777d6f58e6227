import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addPromo, couponInput, expeditionInput, promoInput } from '../../../../test/promo-input.ts';
import { shopZone } from '../../../../test/shop-zone.ts';
import {
  addCustomer,
  addProduct,
  expectOk,
  openStall,
  orderOf,
  today,
  type Stall,
} from '../../../../test/stall.ts';
import { startOfDay } from '../../../kernel/calendar.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
let stall: Stall;
const ids: number[] = [];

const place = async (change: object = {}): Promise<number> =>
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall, { order_date: today(), ...change })))
    .body.data.order_id;
const get = (path: string) => shop.call('GET', `/api/open/${path}`);
const ok = async (path: string) => expectOk(await get(path)).body;
const found = async (query: string): Promise<number[]> =>
  (await ok(`order?${query}`)).data.map(({ order_id }: any) => order_id);

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  stall = await openStall(shop);
  const bank = { bank_id: stall.bank_id, date: today() };
  ids.push(
    await place({ payment: { status: 'PAID', ...bank }, awb_number: 'JP8507716855' }),
    await place({
      customer_receiver_id: await addCustomer(shop, 'N', 'Rahmat Hidayat'),
      order_cost: [
        { name: 'Kardus', category: 'OTHER COST', type: 'NOMINAL', nominal: 2_000 },
        { name: 'Ultah', category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 10 },
      ],
    }),
    await place(),
  );
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: ids[2] }));
});
afterAll(() => app.close());

/** Somebody who works in a warehouse, by the token of a login. */
async function keeperOf(name: string): Promise<{ authorization: string }> {
  const person = { email: `${name}-${shop.shop_id}@example.com`, full_name: name, role: 'warehouse' };
  const { token } = expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data;
  const password = 'sandi-pegawai-toko';
  expectOk(await app.call('POST', '/api/account/user/accept', { token, password }));
  const login = expectOk(await app.call('POST', '/api/account/login', { email: person.email, password }));
  return { authorization: `Bearer ${login.body.data.token}` };
}

/** Milliseconds of a day's beginning in the shop. */
const beginningOf = (day: string) => startOfDay(day, shopZone).getTime();

describe('details', () => {
  test('have every status, newest first, with people, payments, costs and goods', async () => {
    const { data, meta } = await ok('order/details');
    expect(data.map(({ order_id }: any) => order_id)).toEqual([...ids].toReversed());
    expect(meta.pagination.total).toBe(3);
    expect(data[1]).toMatchObject({
      dropshipper: { name: 'Siti', type: 'Pelanggan' },
      receiver: { name: 'Rahmat Hidayat' },
      order_cost: [
        { category: 'OTHER COST', description: 'Kardus', nominal: 2_000, is_percentage: false },
        { category: 'DISCOUNT', description: 'Ultah', nominal: 20_000, percentage: 10, is_percentage: true },
      ],
      discount_amount: 20_000,
      order_cost_amount: 2_000,
      weight: 0.4,
    });
    expect(data[2]).toMatchObject({
      order_status: 'ACCEPT',
      payment: { payment_histoy: [{ nominal: 210_000, order_id: ids[0] }] },
      awb: { number: 'JP8507716855' },
      products: [{ price: '100000', quantity: '1', cost_of_goods_sold: '40000' }, { price: '100000' }],
    });
  });

  test.each([
    ['order_status=CANCELED', [2]],
    ['order_status=ACCEPT', [1, 0]],
    ['order_status=ACCEPTED&payment_status=UNPAID&order_category=APP', [1]],
    ['payment_status=PAID', [0]],
    ['payment_status=waiting payment', []],
    ['payment_status=FAIL', []],
    ['order_progress_status=NO AWB', []],
    ['order_progress_status=ON PROCESS', [0]],
    ['order_category=SHOPEE', []],
    ['create_from=2030-01-01', []],
    ['create_to=2020-01-01', []],
  ])('%s lets through what it says', async (query, places) => {
    const { data } = await ok(`order/details?${query}`);
    expect(data.map(({ order_id }: any) => order_id)).toEqual(places.map((place) => ids[place]));
  });
});

describe('of an order are told', () => {
  let own: TestShop;
  let at: Stall;
  const send = async (method: string, path: string, body: object = {}) =>
    expectOk(await own.call(method, `/api/open/${path}`, body)).body;
  const make = async (change: object = {}): Promise<number> =>
    (await send('POST', 'order', orderOf(at, { order_date: today(), ...change }))).data.order_id;
  const detailsOf = async (id: number) =>
    (await send('GET', 'order/details')).data.find((order: any) => order.order_id === id);
  const running = { start_date: `${today()} 00:00`, end_date: '', limits: {} };

  beforeAll(async () => {
    own = await app.openShop();
    at = await openStall(own, { category: 'Y', stocks: [100, 100], product: { discount: 1_000 } });
  });

  test('the day on which it was paid, and when its AWB number was written, whatever was edited since', async () => {
    const payment = { status: 'PAID', bank_id: at.bank_id, date: '2026-01-15' };
    const id = await make({ payment });
    const made = Date.parse((await detailsOf(id)).created_at);
    await send('POST', 'order/awb-number/add', { id, awb_number: 'JP1' });
    const { awb, payment: paid } = await detailsOf(id);
    expect(Number(paid.payment_histoy[0].paid_at.$date.$numberLong)).toBe(beginningOf('2026-01-15'));
    const written = Number(awb.update_at.$date.$numberLong);
    expect(written).toBeGreaterThan(made);
    await send('PATCH', 'order/shipping-status', { id, status: 'DELIVERED' });
    expect((await detailsOf(id)).awb).toEqual(awb);
    const with_awb = await detailsOf(await make({ awb_number: 'JP2' }));
    expect(Number(with_awb.awb.update_at.$date.$numberLong)).toBe(Date.parse(with_awb.created_at));
  });

  test('the coupon that was used, with what it takes off', async () => {
    const off = { discount: { type: 'NOMINAL', amount: 5_000 } };
    const id = await addPromo(own, couponInput('HEMAT5', { ...running, ...off }));
    const made = await detailsOf(await make({ coupon_code: 'hemat5' }));
    expect(made.coupon).toEqual({ id, name: 'Kupon HEMAT5', coupon_code: 'HEMAT5', nominal: 10_000 });
    expect((await detailsOf(await make())).coupon).toBeNull();
  });

  test("the sender's category that priced it, whatever it is today", async () => {
    const id = await make();
    const customer = { customer_id: at.customer_id };
    await own
      .context()
      .db.updateTable('customers')
      .set({ category_code: 'N' })
      .where('shop_id', '=', own.shop_id)
      .where('id', '=', customer.customer_id)
      .execute();
    const { data } = await send('GET', 'order/detail', { id });
    expect(data.sender).toMatchObject({ category_code: 'Y', category: 'RESELLER' });
    expect((await detailsOf(id)).customer.type).toBe('Reseller');
    await own
      .context()
      .db.updateTable('customers')
      .set({ category_code: 'Y' })
      .where('shop_id', '=', own.shop_id)
      .where('id', '=', customer.customer_id)
      .execute();
  });

  test('all that its total is made of, so that it can be reckoned anew and sent back as it is', async () => {
    const goods = await addProduct(own, { stocks: [10] });
    const selected_items = { products: [goods.product_id], platforms: ['ORDER_APP'] };
    const off = { discount: { type: 'NOMINAL', amount: 7_000 } };
    const promo_id = await addPromo(
      own,
      promoInput({ ...running, ...off, all_products: false, selected_items }),
    );
    const couriers = { selected_items: { platforms: ['ORDER_APP'], couriers: ['1'] } };
    const shipping_promo_id = await addPromo(own, expeditionInput({ ...running, ...off, ...couriers }));
    const id = await make({
      products: [
        { id: goods.variation_ids[0], qty: 2, product_status: 'S', promo_id },
        { id: at.variation_ids[0], qty: 3, product_status: 'S', type: 'PERCENTAGE', percentage: 10 },
        { id: at.variation_ids[1], qty: 1, product_status: 'S' },
      ],
      expedition: { id: 1, rate: 20_000, promo: [{ id: shipping_promo_id }] },
      order_cost: [
        { name: 'Kardus', category: 'OTHER COST', type: 'NOMINAL', nominal: 2_000 },
        { name: 'Ultah', category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 10 },
      ],
    });
    const { data: answered } = await send('GET', 'order/detail', { id });
    expect(answered).toMatchObject({ shipping_discount: 7_000, shipping_promo_id });
    expect(answered.order_detail.map((line: any) => line.promo_id)).toEqual([promo_id, null, null]);
    const total = [
      ...answered.order_detail.map(({ price, nominal, qty }: any) => (price - nominal) * qty),
      answered.shipping_cost - answered.shipping_discount,
      ...answered.order_cost.map(({ category, nominal }: any) =>
        category === 'DISCOUNT' ? -nominal : nominal,
      ),
    ].reduce((sum, part) => sum + part, 0);
    expect(total).toBe(answered.total_amount);
    await send('PATCH', 'order', {
      ...orderOf(at),
      order_id: id,
      products: answered.order_detail.map(({ variation_id, ...line }: any) => ({
        ...line,
        id: variation_id,
        product_status: answered.product_status,
      })),
      expedition: {
        id: answered.shipping_id,
        rate: answered.shipping_cost,
        promo: [{ id: answered.shipping_promo_id }],
      },
      order_cost: answered.order_cost,
    });
    const { data: again } = await send('GET', 'order/detail', { id });
    const same = ({
      updated_at: _at,
      updated_by_name: _by,
      version: _version,
      order_detail,
      ...rest
    }: any) => ({
      ...rest,
      order_detail: order_detail.map(({ variation_detail: _detail, ...line }: any) => line),
    });
    expect(same(again)).toEqual(same(answered));
  });

  test('all its payments, each with what the order was with it, also when an earlier one was removed', async () => {
    const id = await make();
    const { total_amount } = (await send('GET', 'order/detail', { id })).data;
    const part = { status: 'INSTALLMENT', bank_id: at.bank_id, date: today(), amount: 1 };
    for (let paid = 0; paid < 3; paid += 1) await send('PATCH', 'order/quick-payment', { id, payment: part });
    await send('PATCH', 'order/quick-payment', {
      id,
      payment: { ...part, status: 'PAID', amount: total_amount - 3 },
    });
    const history = async () => (await send('GET', 'order/payment-history', { id })).data;
    const statuses = async () => (await history()).map(({ status }: any) => status);
    expect(await statuses()).toEqual(['INSTALLMENT', 'INSTALLMENT', 'INSTALLMENT', 'PAID']);
    const [first, , , last] = await history();
    await own.call('DELETE', `/api/open/order/installment/${id}?payment_id=${first.payment_id}`);
    expect(await statuses()).toEqual(['INSTALLMENT', 'INSTALLMENT', 'INSTALLMENT']);
    const alone = await send('GET', 'order/payment-history', { id: last.payment_id, status: 'PAYMENT' });
    expect(alone.data).toMatchObject([{ payment_id: last.payment_id, status: 'INSTALLMENT' }]);
    const [one] = await own
      .context()
      .db.selectFrom('order_payments')
      .selectAll()
      .where('shop_id', '=', own.shop_id)
      .where('order_id', '=', id)
      .execute();
    const { id: _id, ...same } = one as NonNullable<typeof one>;
    await own
      .context()
      .db.insertInto('order_payments')
      .values(Array.from({ length: 250 }, () => same))
      .execute();
    expect(await history()).toHaveLength(253);
  });
});

test('what was paid into which account is told to those only who may see the accounts', async () => {
  const keeper = await keeperOf('gudang');
  await app.services.db
    .insertInto('user_warehouses')
    .columns(['shop_id', 'user_id', 'warehouse_id'])
    .expression((builder) =>
      builder
        .selectFrom('users')
        .select(['shop_id', 'id', (select) => select.val(0).as('warehouse_id')])
        .where('shop_id', '=', shop.shop_id)
        .where('email', '=', `gudang-${shop.shop_id}@example.com`),
    )
    .execute();
  const as = (path: string) => app.call('GET', `/api/open/order/${path}`, undefined, keeper);
  expect((await as(`payment-history?id=${ids[0]}`)).status).toBe(403);
  const { data } = expectOk(await as('details?payment_status=PAID')).body;
  expect(data).toMatchObject([{ order_id: ids[0], payment: { payment_histoy: [] } }]);
});

test('who works in a warehouse finds no order of others, neither by its id nor in a list', async () => {
  const stranger = await keeperOf('tamu');
  const as = (path: string) => app.call('GET', `/api/open/order/${path}`, undefined, stranger);
  expect((await as(`detail?id=${ids[0]}`)).status).toBe(404);
  expect(expectOk(await as('details')).body.data).toEqual([]);
});

test('revenue is told by user: totals less shipping and other costs, and less what the goods cost', async () => {
  const [row, ...others] = (await ok('order/admin-revenue')).data;
  expect(others).toEqual([]);
  // 200,000 of goods twice, less 20,000 of discount; the goods cost 80,000 twice. Cancelled orders don't count.
  expect(row).toEqual({
    user_id: shop.user_id,
    name: expect.any(String),
    level: 'Owner',
    net_sales: 380_000,
    gross_profit: 220_000,
    order_count: 2,
    item_sold: 4,
  });
  expect((await ok('order/admin-revenue?start_date=2020-01-01&end_date=2020-01-31')).data).toEqual([]);
});

test('orders are a file too, at once or by mail, with the filters of the list', async () => {
  const file = await get('order/download?without_being_sent=true&payment_status=PAID');
  expect(file.text.slice(0, 2)).toBe('PK');
  const { message } = await ok('order/download');
  expect(message).toBe(`Success, your order data will be sent to ${shop.email} soon`);
  await app.runJobs();
  const [job] = expectOk(await shop.call('GET', '/api/account/job')).body.data;
  expect(job).toMatchObject({ status: 'SUCCESS', result: { rows: 2 } });
});

describe('a keyword without a type', () => {
  test('finds by PO number, invoice, AWB, phone in any writing, name, product and SKU', async () => {
    const [paid = 0, dropship = 0] = ids;
    const invoice = (await ok(`order/detail?id=${paid}`)).data.invoice;
    expect(await found(`keyword=${invoice.toLowerCase()}`)).toEqual([paid]);
    expect(await found('keyword=jp85077')).toEqual([paid]);
    expect(await found('keyword=rahmat hid')).toEqual([dropship]);
    for (const phone of ['0812-3456', '+62 812 3456', '6281234', '(0812) 3456 7890'])
      expect(await found(`keyword=${encodeURIComponent(phone)}`)).toEqual([dropship, paid]);
    const { sku, name } = (await ok(`product/${stall.product_id}/detail`)).data.variations[0];
    expect(await found(`keyword=${sku}`)).toEqual([dropship, paid]);
    expect(await found(`keyword=${name ?? 'sepatu'}`)).toEqual([dropship, paid]);
  });

  test('that is a number finds orders however old they are', async () => {
    const old = await place({ order_date: '2021-01-18', awb_number: 'TUA12345678' });
    expect(await found('keyword=TUA12345678')).toEqual([old]);
    expect(await found('keyword=sepatu')).not.toContain(old);
    expect(await found('keyword=TUA12345678&start_date=2021-02-01')).toEqual([]);
    for (const phone of ['+62 812 345 678', '0812-345-678'])
      expect(await found(`keyword=${encodeURIComponent(phone)}`)).toContain(old);
  });

  test.each(['JP-9911-220033', 'JP9911220034', 'jp 9911 220.035', '0031-22-4455'])(
    'finds an AWB that was stored as %s with its marks and without',
    async (awb_number) => {
      const order_id = await place({ awb_number, order_date: '2021-01-18' });
      const plain = awb_number.replaceAll(/[-. ]/g, '');
      const dashed = `${plain.slice(0, 2)}-${plain.slice(2, 6)}-${plain.slice(6)}`;
      for (const type of ['', '&type=AWB_NUMBER&start_date=2021-01-01'])
        for (const written of [awb_number, plain, dashed, dashed.toLowerCase()])
          expect(await found(`keyword=${encodeURIComponent(written)}${type}`), written + type).toEqual([
            order_id,
          ]);
    },
  );

  test('of one or two digits is looked for where words begin', async () => {
    const { po_number } = (await ok(`order/detail?id=${ids[0]}`)).data;
    expect(await found(`keyword=${po_number}`)).toContain(ids[0]);
    for (const written of [`#${po_number}`, `PO#${po_number}`, `po ${po_number}`, `PO${po_number}`])
      for (const type of ['', '&type=ORDER_ID'])
        expect(await found(`keyword=${encodeURIComponent(written)}${type}`)).toEqual([ids[0]]);
    // The digits stand inside every phone number.
    expect(await found('keyword=34')).toEqual([]);
  });

  test.each(['%', '_', "'", '"; drop', '👟', '\\'])('of %s is plain text', async (keyword) => {
    expect(await found(`keyword=${encodeURIComponent(keyword)}`)).toEqual([]);
  });
});

test('po_number counts without gap or repeat under 16 writers that make and cancel at once', async () => {
  const own = await app.openShop();
  const at = await openStall(own, { stocks: [1_000] });
  const numbers = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const made: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const { data } = expectOk(await own.call('POST', '/api/open/order', orderOf(at))).body;
        made.push(data.po_number);
        if (turn % 2 === 0) expectOk(await own.call('POST', '/api/open/order/cancel', { id: data.order_id }));
      }
      return made;
    }),
  );
  expect(numbers.flat().toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 80 }, (_, index) => index + 1),
  );
});
