import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fixedClock,
  startTestApp,
  type Answered,
  type TestApp,
  type TestShop,
} from '../../../../test/harness.ts';
import { addCustomer, addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';
import { storeTexts } from '../../../../test/search-texts.ts';

/** Noon of 10 March in Jakarta. */
const NOW = new Date('2026-03-10T05:00:00Z');

let test_app: TestApp;
let shop: TestShop;
let stall: Stall;
/** The shop's orders by what is special about them. */
const made: Record<string, number> = {};

beforeAll(async () => {
  test_app = await startTestApp({ clock: fixedClock(NOW), zone: 'Asia/Jakarta' });
  shop = await test_app.openShop();
  stall = await openStall(shop);
  const goods = await addProduct(shop, {
    stocks: [0],
    product: { product_type: 'R', name: 'Tas Titipan' },
    variation: { stock: 'Y', sku: 'TITIP-1' },
  });
  const reseller = await addCustomer(shop, 'Y', 'Rina 100%');
  const paid = (date: string) => ({ status: 'PAID', date, bank_id: stall.bank_id });
  const couriers = expectOk(await shop.call('GET', '/api/open/expedition')).body.data;
  const sicepat = couriers.find((row: { logistic_name: string }) => row.logistic_name === 'SiCepat');
  const place = async (name: string, change: Record<string, unknown>) => {
    const order = { order_date: '2026-03-05', ...change };
    made[name] = expectOk(
      await shop.call('POST', '/api/open/order', orderOf(stall, order)),
    ).body.data.order_id;
  };
  await place('unpaid', { note: 'biasa' });
  await place('instalment', {
    payment: { status: 'INSTALLMENT', amount: 1_000, date: '2026-03-06', bank_id: stall.bank_id },
  });
  await place('paid', {
    payment: paid('2026-03-07'),
    expedition: { id: sicepat.id, rate: 9_000 },
    is_print: true,
  });
  await place('sent', { payment: paid('2026-03-08'), awb_number: 'JP8507716855' });
  await place('delivered', { payment: paid('2026-03-09'), awb_number: '0004651' });
  await place('reseller', { customer_sender_id: reseller });
  await place('supplied', {
    products: [{ id: goods.variation_ids[0], qty: 1, product_status: 'R' }],
    payment: { status: 'UNPAID', cost_of_goods_sales: 5_000 },
  });
  await place('old', { order_date: '2026-01-05' });
  expectOk(
    await shop.call('PATCH', '/api/open/order/shipping-status', {
      id: made['delivered'],
      status: 'DELIVERED',
    }),
  );
});
afterAll(() => test_app.close());

const list = async (filter: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', '/api/open/order', filter)).body;
const found = async (filter: Record<string, string>): Promise<string[]> => {
  const { data } = await list(filter);
  const name = new Map(Object.entries(made).map(([key, id]) => [id, key]));
  return data.map((row: { order_id: number }) => name.get(row.order_id)).sort();
};

test('a row is as the reference has it', async () => {
  const { data } = await list({ keyword: 'JP8507716855' });
  expect(data).toEqual([
    {
      order_id: made['sent'],
      po_number: 4,
      invoice: expect.stringContaining('4'),
      shop_id: shop.shop_id,
      order_date: '2026-03-05',
      sender_name: 'Siti',
      sender_address: 'Jl. Melati 5',
      receiver_name: 'Siti',
      receiver_address: 'Jl. Melati 5',
      total_amount: 210_000,
      remaining_amount: 0,
      shipping_rate: expect.any(String),
      shipping_logistic: 'JNE',
      weight: 1,
      note: '',
      origin_name: expect.any(String),
      origin_address: expect.any(String),
      cost_of_goods_sold: 80_000,
      profit: 120_000,
      order_source: '',
      other_cost_amount: 0,
      order_progress_status: 'ON PROCESS',
      order_status: 'ACCEPTED',
      order_category: 'APP',
      payment_status: 'PAID',
      payment_date: '2026-03-08',
      products: [
        expect.objectContaining({ product_meta_id: stall.variation_ids[0], price: 100_000, quantity: 1 }),
        expect.objectContaining({ product_meta_id: stall.variation_ids[1], price: 100_000, quantity: 1 }),
      ],
      shopee: null,
      created_by_name: 'Juragan',
      created_at: '2026-03-10 12:00:00',
      updated_by_name: 'Juragan',
      updated_at: '2026-03-10 12:00:00',
      awb_number: 'JP8507716855',
    },
  ]);
});

describe('each filter finds its orders and no others', () => {
  const recent = ['delivered', 'instalment', 'paid', 'reseller', 'sent', 'supplied', 'unpaid'];
  test.each<[Record<string, string>, string[]]>([
    [{}, recent],
    [{ start_date: '2026-01-01' }, [...recent, 'old'].toSorted()],
    [{ end_date: '2026-01-31' }, ['old']],
    [{ payment_status: 'INSTALLMENT' }, ['instalment']],
    [{ payment_status: 'paid' }, ['delivered', 'paid', 'sent']],
    [{ order_progress_status: 'UNPAID' }, ['reseller', 'supplied', 'unpaid']],
    [{ order_progress_status: 'NO AWB' }, ['paid']],
    [{ order_progress_status: 'ON PROCESS' }, ['sent']],
    [{ order_progress_status: 'DELIVERED' }, ['delivered']],
    [{ order_progress_status: 'INSTALLMENT' }, ['instalment']],
    [{ order_by: 'PAYMENT_DATE', start_date: '2026-03-07', end_date: '2026-03-08' }, ['paid', 'sent']],
    [{ order_category: 'APP', customer_category_code: 'y' }, ['reseller']],
    [{ order_category: 'SHOPEE' }, []],
    [{ expedition_id: '4' }, ['paid']],
    [{ print_status: 'Y' }, ['paid']],
    [{ product_type: 'R' }, ['supplied']],
    [{ pickup: '0' }, ['paid']],
    [{ pickup: '2' }, ['delivered']],
    [{ keyword: '4', type: 'ORDER_ID' }, ['sent']],
    [{ keyword: 'rina 100%', type: 'CUSTOMER_NAME' }, ['reseller']],
    [{ keyword: '%', type: 'CUSTOMER_NAME' }, ['reseller']],
    [{ keyword: '+62 812-3456', type: 'CUSTOMER_PHONE' }, [...recent, 'old'].toSorted()],
    [{ keyword: '0004651', type: 'AWB_NUMBER' }, ['delivered']],
    [{ keyword: 'titipan', type: 'PRODUCT_NAME' }, ['supplied']],
    [{ keyword: 'titip-1', type: 'SKU' }, ['supplied']],
    [{ keyword: '8', type: 'ORDER_ID' }, ['old']],
    [{ keyword: '#8' }, ['old']],
    [{ keyword: 'INV.2026.03.05.4', type: 'ORDER_ID' }, ['sent']],
    [{ keyword: 'tas titip' }, ['supplied']],
    [{ keyword: 'Titipan  TÁS' }, ['supplied']],
    [{ keyword: 'titipan sepatu' }, []],
    [{ keyword: 'titip1' }, ['supplied']],
    [{ keyword: 'ta ti' }, ['supplied']],
    [{ keyword: 'rin' }, ['reseller']],
    [{ keyword: 'tas', type: 'SKU' }, []],
    [{ keyword: '\u0001' }, recent],
    [{ keyword: 'x'.repeat(5_000) }, []],
    [{ keyword: 'titip \u0000\t tas' }, ['supplied']],
    [{ keyword: 'titip', type: 'CUSTOMER_NAME' }, []],
    [{ keyword: 'x', type: 'SHOPEE_INVOICE' }, []],
    [{ user_id: '0' }, []],
  ])('%j', async (filter, names) => {
    expect(await found(filter)).toEqual(names);
  });

  test('who made it, the account paid into and the warehouse taken from', async () => {
    expect(await found({ user_id: String(shop.user_id) })).toEqual(recent);
    expect(await found({ bank_id: String(stall.bank_id) })).toEqual([
      'delivered',
      'instalment',
      'paid',
      'sent',
    ]);
    expect(await found({ warehouse_id: '0' })).toEqual(recent);
  });

  test('a number that no courier has is refused, whatever its size', async () => {
    for (const expedition_id of ['0', '3000000000', '9007199254740991']) {
      const { status, body } = await shop.call('GET', '/api/open/order', { expedition_id });
      expect([status, Object.keys(body.message)]).toEqual([422, ['expedition_id']]);
    }
  });

  test('a filter that does not exist is named, with what is allowed', async () => {
    const answer = await shop.call('GET', '/api/open/order', {
      payment_status: 'LUNAS',
      per_page: '101',
      start_date: 'kemarin',
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message).sort()).toEqual(['payment_status', 'per_page', 'start_date']);
  });
});

describe('pages', () => {
  const ids = (page: { data: { order_id: number }[] }) => page.data.map((row) => row.order_id);

  test('followed by their links show every order once, newest first, with the filters kept', async () => {
    const seen: number[] = [];
    let url: string | undefined = '/api/open/order?per_page=2&payment_status=PAID&start_date=2026-01-01';
    while (url !== undefined) {
      const page: Answered['body'] = expectOk(await shop.call('GET', url)).body;
      seen.push(...ids(page));
      expect(page.meta.pagination.total).toBe(3);
      url = page.meta.pagination.links.next?.replace('http://ngorder.test', '');
    }
    expect(seen).toEqual([made['delivered'], made['sent'], made['paid']]);
  });

  test.each(['ORDER_DATE', 'PAYMENT_DATE'])(
    'followed by cursor show what pages by number show (%s)',
    async (order_by) => {
      const all = ids(await list({ order_by, start_date: '2026-01-01' }));
      const seen: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Answered['body'] = await list({
          order_by,
          start_date: '2026-01-01',
          per_page: '3',
          ...(cursor !== '' && { cursor }),
        });
        seen.push(...ids(page));
        cursor = page.meta.pagination.next_cursor;
        const { next } = page.meta.pagination.links;
        expect(new URL(next ?? 'none:').searchParams.get('cursor')).toBe(seen.length > 3 ? cursor : null);
      }
      expect(seen).toEqual(all);
    },
  );

  test('a cursor that we did not give is refused', async () => {
    for (const cursor of ['abc', '2026-02-30_1', '2026-03-05', '2026-03-05_x', '[object Object]']) {
      const answer = await shop.call('GET', '/api/open/order', { cursor });
      expect(answer.status, cursor).toBe(422);
      expect(Object.keys(answer.body.message)).toEqual(['cursor']);
    }
  });

  test('cost the same number of statements for 1, 10 and 100 orders', async () => {
    const sent: number[] = [];
    const other = await test_app.openShop();
    const other_stall = await openStall(other, { stocks: [1_000] });
    let orders = 0;
    for (const count of [1, 10, 100]) {
      for (; orders < count; orders += 1)
        expectOk(
          await other.call('POST', '/api/open/order', orderOf(other_stall, { order_date: '2026-03-05' })),
        );
      const before = test_app.database.statements.sent;
      const { data } = expectOk(await other.call('GET', '/api/open/order', { per_page: '100' })).body;
      sent.push(test_app.database.statements.sent - before);
      expect(data).toHaveLength(count);
    }
    expect(sent).toEqual([1, 1, 1]);
  });
});

test('a total beyond ten thousand is exact by one filter, and by several a floor, and exact where that is asked for', async () => {
  const other = await test_app.openShop();
  const other_stall = await openStall(other, { stocks: [10] });
  expectOk(await other.call('POST', '/api/open/order', orderOf(other_stall, { order_date: '2026-03-05' })));
  const { pool } = test_app.database;
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(column_name, ', ') as columns from information_schema.columns
     where table_name = 'orders' and is_generated = 'NEVER' and column_name not in ('id', 'po_number')`,
  );
  const columns = rows[0]?.columns ?? '';
  await pool.query(
    `insert into orders (${columns}, po_number) select ${columns}, n
     from orders cross join generate_series(2, 10004) as n where shop_id = $1`,
    [other.shop_id],
  );
  await storeTexts(pool, other.shop_id);
  const totalOf = async (filter: Record<string, string>) => {
    const { meta } = expectOk(await other.call('GET', '/api/open/order', filter)).body;
    return [meta.pagination.total, meta.pagination.total_is_exact, meta.pagination.total_pages];
  };
  const several = { payment_status: 'UNPAID', product_type: 'S' };
  expect(await totalOf({})).toEqual([10_004, true, 1_001]);
  expect(await totalOf({ payment_status: 'UNPAID' })).toEqual([10_004, true, 1_001]);
  expect(await totalOf(several)).toEqual([10_000, false, 1_000]);
  expect(await totalOf({ ...several, exact_total: 'true' })).toEqual([10_004, true, 1_001]);
  await pool.query('delete from orders where shop_id = $1 and po_number > 10000', [other.shop_id]);
  await storeTallies(pool, other.shop_id);
  expect(await totalOf(several)).toEqual([10_000, true, 1_000]);
});

test('a warehouse keeper sees no cost of goods', async () => {
  const { db } = test_app.services;
  await db.updateTable('users').set({ role: 'warehouse' }).where('shop_id', '=', shop.shop_id).execute();
  const own = { shop_id: shop.shop_id, user_id: shop.user_id, warehouse_id: 0 };
  await db
    .insertInto('user_warehouses')
    .values(own)
    .onConflict((given) => given.doNothing())
    .execute();
  const login = expectOk(
    await test_app.call('POST', '/api/account/login', { email: shop.email, password: shop.password }),
  );
  const keeper = { authorization: `Bearer ${login.body.data.token}` };
  const { data } = expectOk(await test_app.call('GET', '/api/open/order', {}, keeper)).body;
  expect(data.map((row: { cost_of_goods_sold: unknown }) => row.cost_of_goods_sold)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
  await db.updateTable('users').set({ role: 'owner' }).where('shop_id', '=', shop.shop_id).execute();
});

describe('an order that is dated ahead', () => {
  const dated = (order_date: string) =>
    shop.call('POST', '/api/open/order', orderOf(stall, { order_date }), { 'accept-language': 'en' });

  test('by a year at most is taken, and stands in the list without dates, and by a keyword', async () => {
    const { order_id } = expectOk(await dated('2027-03-11')).body.data;
    const idsIn = async (filter: Record<string, string>) =>
      (await list(filter)).data.map((row: { order_id: number }) => row.order_id);
    expect((await idsIn({}))[0]).toBe(order_id);
    expect(await idsIn({ keyword: 'siti' })).toContain(order_id);
    expect(await idsIn({ start_date: '2026-03-01' })).toContain(order_id);
    expect(await idsIn({ end_date: '2026-03-10' })).not.toContain(order_id);
  });

  test('by more is refused with the last day that it can have, and so is an edit', async () => {
    const refused = await dated('2062-03-10');
    expect([refused.status, refused.body.message]).toEqual([
      422,
      { order_date: ['The order_date must not be after 2027-03-11, a year from now.'] },
    ]);
    expect((await dated('2027-03-12')).status).toBe(422);
    const edit = { ...orderOf(stall, { order_date: '2062-03-10' }), order_id: made['unpaid'] };
    const edited = await shop.call('PATCH', '/api/open/order', edit);
    expect([edited.status, Object.keys(edited.body.message)]).toEqual([422, ['order_date']]);
  });
});
