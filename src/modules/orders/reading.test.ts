import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
let stall: Stall;
const ids: number[] = [];

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
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
