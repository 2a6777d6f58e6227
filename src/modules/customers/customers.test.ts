import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { addCustomer, expectOk, openStall, orderOf } from '../../../test/stall.ts';
import { storeTexts } from '../../../test/search-texts.ts';

let test_app: TestApp;
let shop: TestShop;
let tajinan: number;

beforeAll(async () => {
  test_app = await startTestApp({
    clock: fixedClock(new Date('2026-03-10T18:00:00Z')),
    zone: 'Asia/Jakarta',
  });
  shop = await test_app.openShop();
  tajinan = (await districts('tajinan'))[0].id;
});
afterAll(() => test_app.close());

const districts = async (keyword: string) =>
  expectOk(await shop.call('GET', '/api/open/region', { keyword, pagination_offset: '1' })).body.data;
const create = (change: Record<string, unknown> = {}, by = shop, language = 'en') =>
  by.call(
    'POST',
    '/api/open/customer/create',
    {
      name: 'Budi',
      phone: '0812-3456-789',
      district_id: tajinan,
      address: 'Jl. Ijen 5',
      category: 'N',
      ...change,
    },
    { 'accept-language': language },
  );
const update = (change: Record<string, unknown>, by = shop) =>
  by.call('PATCH', '/api/open/customer/update', change);
const list = async (filter: Record<string, string> = {}, by = shop) =>
  expectOk(await by.call('GET', '/api/open/customer', filter)).body;
const row = async (id: number, by = shop) =>
  (await list({ per_page: '100' }, by)).data.find((customer: { id: number }) => customer.id === id);

describe('a new customer', () => {
  test('is listed as the reference has it, with the phone and address in one writing', async () => {
    const own = await test_app.openShop();
    const made = expectOk(
      await create(
        { name: ' budi santoso ', phone: 628123456789, postal_code: 65172, line: 'budi.line' },
        own,
      ),
    );
    expect(made.body).toMatchObject({
      response: 'Success',
      data: { customer_id: expect.any(Number), name: 'budi santoso' },
    });
    expect((await list({}, own)).data).toEqual([
      {
        id: made.body.data.customer_id,
        name: 'budi santoso',
        name_initial: 'B',
        phone: '628123456789',
        address: 'Jl. Ijen 5 ,KAB. MALANG, TAJINAN, JAWA TIMUR, ID, 65172',
        postal_code: '65172',
        district_id: tajinan,
        district: 'Tajinan',
        city: 'Kabupaten Malang',
        province: 'Jawa Timur',
        email: null,
        line: 'budi.line',
        other: null,
        category_code: 'N',
        category: expect.any(String),
        is_active: 'Y',
        registration_status: '0',
        street_address: 'Jl. Ijen 5',
        balance_idr: 0,
        created_at: '2026-03-11 01:00:00',
        last_order_at: null,
      },
    ]);
  });

  test.each(['081298765432', '0812-9876-5432', '+62 812 9876 5432', 6281298765432])(
    'is told of who has the phone %s already, and is kept all the same',
    async (phone) => {
      const own = await test_app.openShop();
      const first = expectOk(await create({ phone: '81298765432', name: 'Ani' }, own)).body.data;
      const second = expectOk(await create({ phone }, own)).body.data;
      expect(first.duplicates).toEqual([]);
      expect(second.duplicates).toEqual([{ customer_id: first.customer_id, name: 'Ani' }]);
      expect((await list({}, own)).data).toHaveLength(2);
    },
  );

  test('is told of five who have the phone, and how many there are', async () => {
    const own = await test_app.openShop();
    for (let count = 0; count < 7; count += 1) {
      const { duplicates, duplicates_total } = expectOk(await create({}, own)).body.data;
      expect([duplicates.length, duplicates_total]).toEqual([Math.min(count, 5), count]);
    }
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'nothing',
      { name: '', phone: null, district_id: '', address: ' ', category: undefined },
      ['address', 'category', 'district_id', 'name', 'phone'],
    ],
    ['a phone that is none', { phone: 'nol delapan' }, ['phone']],
    ['a district that does not exist', { district_id: 99_999_999 }, ['district_id']],
    ['a postal code of four digits', { postal_code: '6517' }, ['postal_code']],
    ['an email that is none', { email: 'budi@' }, ['email']],
    ['a category that does not exist', { category: 'Z' }, ['category']],
    ['a category that the shop has not made', { category: '1' }, ['category']],
    ['an endless name', { name: 'x'.repeat(101) }, ['name']],
  ])('with %s is refused, naming the fields', async (_title, change, fields) => {
    const before = (await list()).meta.pagination.total;
    const answer = await create(change);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message).sort()).toEqual(fields);
    expect((await list()).meta.pagination.total).toBe(before);
  });

  test('is refused in the language of the caller', async () => {
    const answer = await create({ postal_code: '1' }, shop, 'id');
    expect(answer.body.message.postal_code).toEqual(['postal_code harus berupa kode pos 5 angka.']);
  });
});

describe('a change', () => {
  test('keeps what it does not name, and clears what it sends empty', async () => {
    const { customer_id } = expectOk(await create({ line: 'l', other: 'IG @budi', email: 'b@example.com' }))
      .body.data;
    const before = await row(customer_id);
    const answer = expectOk(await update({ id: customer_id, name: 'Budi S.', line: '', other: null }));
    expect(answer.body.data).toEqual({ customer_id, name: 'Budi S.' });
    expect(await row(customer_id)).toEqual({
      ...before,
      name: 'Budi S.',
      line: null,
      other: null,
    });
  });

  test('of all fields as the list shows them changes nothing, with the street address sent as address', async () => {
    const { customer_id } = expectOk(await create({ postal_code: '65172', email: 'b@example.com' })).body
      .data;
    const before = await row(customer_id);
    const { street_address, category_code, address: _address, ...shown } = before;
    expectOk(await update({ ...shown, address: street_address, category: category_code }));
    expect(await row(customer_id)).toEqual(before);
  });

  test('moves a customer to another district and category', async () => {
    const { customer_id } = expectOk(await create()).body.data;
    const [klojen] = await districts('klojen');
    expectOk(
      await update({ customer_id, district_id: String(klojen.id), category: 'y', phone: '021-5551234' }),
    );
    expect(await row(customer_id)).toMatchObject({
      district_id: klojen.id,
      category_code: 'Y',
      phone: '62215551234',
    });
  });

  test.each([
    ['85251234567', '85251234567'],
    ['+852 5123-4567', '85251234567'],
    ['0852-5123-4567', '6285251234567'],
    ['+65 6123 4567', '6561234567'],
  ])('with the phone %s of one in Hongkong keeps %s', async (phone, stored) => {
    const { customer_id } = expectOk(await create({ phone: '+852 5123 4567' })).body.data;
    expect((await row(customer_id)).phone).toBe('85251234567');
    expectOk(await update({ customer_id, phone, name: 'Mei' }));
    expect((await row(customer_id)).phone).toBe(stored);
    const account = { id: customer_id, active: false, email: 'mei@example.com', phone: stored };
    expectOk(await shop.call('POST', '/api/open/customer/privor-activation', account));
    expect((await row(customer_id)).phone).toBe(stored);
  });

  test('that is wrong in one field changes none', async () => {
    const { customer_id } = expectOk(await create()).body.data;
    const before = await row(customer_id);
    for (const wrong of [
      { phone: 'x' },
      { district_id: 99_999_999 },
      { category: '2' },
      { postal_code: 'abc' },
    ])
      expect((await update({ customer_id, name: 'Salah', ...wrong })).status).toBe(422);
    expect(await row(customer_id)).toEqual(before);
  });

  test("of another shop's customer, and of one that does not exist, is not found", async () => {
    const { customer_id } = expectOk(await create()).body.data;
    const other = await test_app.openShop();
    const foreign = await update({ customer_id, name: 'Dicuri' }, other);
    const missing = await update({ customer_id: 999_999_999, name: 'Dicuri' }, other);
    expect([foreign.status, foreign.body.message]).toEqual([404, missing.body.message]);
    expect((await row(customer_id)).name).toBe('Budi');
  });
});

describe('the list', () => {
  let own: TestShop;
  const names = async (filter: Record<string, string>) =>
    (await list(filter, own)).data.map((customer: { name: string }) => customer.name);

  beforeAll(async () => {
    own = await test_app.openShop();
    const at = (day: string) => new Date(`${day}T17:30:00Z`);
    const people = [
      { name: 'Angga', category: 'N', email: 'angga@example.com' },
      { name: 'Budi 100%', category: 'Y', phone: '081377700000' },
      { name: 'Citra Déwi', category: 'D', address: 'Jl. Anggrek 3\nBlok C 12-14' },
    ];
    for (const [index, person] of people.entries()) {
      const made = expectOk(await create(person, own)).body.data;
      await test_app.services.db
        .updateTable('customers')
        .set({ created_at: at(`2026-03-0${index + 1}`) })
        .where('shop_id', '=', own.shop_id)
        .where('id', '=', made.customer_id)
        .execute();
    }
  });

  test.each<[Record<string, string>, string[]]>([
    [{}, ['Citra Déwi', 'Budi 100%', 'Angga']],
    [{ category: 'y' }, ['Budi 100%']],
    [{ keyword: 'ANGG' }, ['Citra Déwi', 'Angga']],
    [{ keyword: 'angg', type: 'NAME' }, ['Angga']],
    [{ keyword: 'angg', type: 'ADDRESS' }, ['Citra Déwi']],
    [{ keyword: 'example.com', type: 'EMAIL' }, ['Angga']],
    [{ keyword: '+62 813-777', type: 'PHONE' }, ['Budi 100%']],
    [{ keyword: '62 0813 777', type: 'PHONE' }, ['Budi 100%']],
    [{ keyword: '62 (0)813-777' }, ['Budi 100%']],
    [{ keyword: '6208137770' }, ['Budi 100%']],
    [{ keyword: 'tidak ada', type: 'PHONE' }, []],
    [{ keyword: '%', type: 'NAME' }, ['Budi 100%']],
    [{ keyword: 'anggrek  citra' }, ['Citra Déwi']],
    [{ keyword: 'DEWI ci' }, ['Citra Déwi']],
    [{ keyword: 'dewi citra', type: 'NAME' }, ['Citra Déwi']],
    [{ keyword: 'citra anggrek', type: 'NAME' }, []],
    [{ keyword: 'blok anggrek', type: 'ADDRESS' }, ['Citra Déwi']],
    [{ keyword: '12-14' }, ['Citra Déwi']],
    [{ keyword: 'itra an', type: 'NAME' }, []],
    [{ keyword: 'budi 0813777' }, ['Budi 100%']],
    [{ keyword: '0813-777 ijen' }, ['Budi 100%']],
    [{ keyword: '+62 813 budi' }, ['Budi 100%']],
    [{ keyword: '8137 7700 000' }, ['Budi 100%']],
    [{ keyword: 'tel:+6281377700000' }, ['Budi 100%']],
    [{ keyword: 'bu' }, ['Budi 100%']],
    [{ keyword: 'budi citra' }, []],
    [{ keyword: 'angg', order_by: 'LAST_ORDER' }, ['Citra Déwi', 'Angga']],
    [{ keyword: 'angg', category: 'N' }, ['Angga']],
    [{ category: 'N', create_to: '2026-03-02', registration_status: '0' }, ['Angga']],
    // 17:30 UTC is half past midnight of the next day in Jakarta.
    [{ create_from: '2026-03-03' }, ['Citra Déwi', 'Budi 100%']],
    [{ create_to: '2026-03-02' }, ['Angga']],
    [{ create_from: '2026-03-03', create_to: '2026-03-03' }, ['Budi 100%']],
    [{ registration_status: '4' }, []],
    [{ per_page: '1', pagination_offset: '2' }, ['Budi 100%']],
  ])('%j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('finds a customer by what is changed, and no longer by what it was', async () => {
    const finding = await test_app.openShop();
    const { customer_id } = expectOk(await create({ name: 'Dodi' }, finding)).body.data;
    const found = async (keyword: string) => (await list({ keyword }, finding)).data.length;
    expect([await found('dodi'), await found('3456789')]).toEqual([1, 1]);
    expectOk(await update({ customer_id, name: 'Eko', phone: '085700001111', address: 'Jl. Baru' }, finding));
    expect([await found('dodi'), await found('3456789'), await found('ijen')]).toEqual([0, 0, 0]);
    expect([await found('eko baru'), await found('0857 0000 1111')]).toEqual([1, 1]);
  });

  test('pages through more customers than are counted, in the order of the list', async () => {
    const big = await test_app.openShop();
    const first = expectOk(await create({ name: 'Awal' }, big)).body.data.customer_id;
    await sql`insert into customers (shop_id, name, phone, address, category_code, activation, created_at, updated_at, last_order_at)
      select shop_id, 'Ke-' || n, phone, address, category_code, activation, created_at + n * interval '1 second',
        updated_at, created_at + (20000 - n) * interval '1 second'
      from customers, generate_series(1, 10050) as n where shop_id = ${big.shop_id} and id = ${first}`.execute(
      test_app.services.db,
    );
    await storeTexts(test_app.database.pool, big.shop_id);
    const page = async (filter: Record<string, string>) => {
      const { data, meta } = await list({ per_page: '2', pagination_offset: '2', ...filter }, big);
      const { total, total_is_exact } = meta.pagination;
      return [data.map((customer: { name: string }) => customer.name), total, total_is_exact];
    };
    const newest = [['Ke-10048', 'Ke-10047'], 10_000, false];
    expect(await page({})).toEqual(newest);
    expect(await page({ keyword: 'ijen' })).toEqual(newest);
    expect(await page({ category: 'N', order_by: 'LAST_ORDER' })).toEqual([['Ke-3', 'Ke-4'], 10_000, false]);
    expect(await page({ keyword: 'ke-1 ijen', order_by: 'LAST_ORDER', pagination_offset: '1' })).toEqual([
      ['Ke-1', 'Ke-10'],
      1_162,
      true,
    ]);
  });

  test('tells when a customer ordered last, and what the shop owes of cancelled orders', async () => {
    const buying = await test_app.openShop();
    const stall = await openStall(buying);
    const order_date = '2026-03-11';
    const payment = { status: 'PAID', amount: 210_000, bank_id: stall.bank_id, date: order_date };
    for (const _order of [1, 2]) {
      const placed = await buying.call('POST', '/api/open/order', orderOf(stall, { order_date, payment }));
      const { order_id: id } = expectOk(placed).body.data;
      expectOk(await buying.call('POST', '/api/open/order/cancel', { id, paid_as: 'BALANCE' }));
    }
    expect((await list({}, buying)).data).toMatchObject([
      { balance_idr: 420_000, last_order_at: '2026-03-11 01:00:00' },
    ]);
  });

  test('by last order begins with who ordered last', async () => {
    const buying = await test_app.openShop();
    const stall = await openStall(buying);
    await addCustomer(buying, 'N', 'Belum Pernah');
    expectOk(await buying.call('POST', '/api/open/order', orderOf(stall)));
    const { data } = await list({ order_by: 'last_order' }, buying);
    expect(data.map((customer: { name: string }) => customer.name)).toEqual(['Siti', 'Belum Pernah']);
  });

  test('finds one customer by its id; one of another shop as one that does not exist', async () => {
    const own = await test_app.openShop();
    const { customer_id } = expectOk(await create({ name: 'Wulan' }, own)).body.data;
    await create({ name: 'Sari' }, own);
    const found = await list({ customer_id: String(customer_id) }, own);
    expect(found.data.map(({ name }: { name: string }) => name)).toEqual(['Wulan']);
    expect(found.meta.pagination.total).toBe(1);
    expect((await list({ customer_id: String(customer_id) }, shop)).data).toEqual([]);
  });

  test('reads its filters from a JSON body too', async () => {
    const answer = await test_app.app.inject({
      method: 'GET',
      url: '/api/open/customer',
      headers: { authorization: `Bearer ${own.token}` },
      payload: { category: 'Y' },
    });
    expect(answer.json().data).toHaveLength(1);
  });

  test('takes the same number of statements for 1, 10 and 100 customers', async () => {
    const sent: number[] = [];
    const big = await test_app.openShop();
    let having = 0;
    for (const count of [1, 10, 100]) {
      for (; having < count; having += 1) expectOk(await create({}, big));
      sent.push(
        await countStatements(test_app, async () => {
          expect((await list({ per_page: '100' }, big)).data).toHaveLength(count);
        }),
      );
    }
    expect(sent).toEqual([2, 2, 2]);
  });
});

test('customers are counted by month in whole months, the oldest too', async () => {
  const own = await test_app.openShop();
  // It is the 11th of March 2026 in Jakarta: sixty months begin with April 2021.
  const moments = [
    '2021-03-31T16:59:59Z',
    '2021-03-31T17:00:00Z',
    '2021-04-20T00:00:00Z',
    '2026-03-10T17:00:00Z',
  ];
  for (const created_at of moments) {
    const { customer_id } = expectOk(await create({}, own)).body.data;
    await test_app.services.db
      .updateTable('customers')
      .set({ created_at: new Date(created_at) })
      .where('shop_id', '=', own.shop_id)
      .where('id', '=', customer_id)
      .execute();
  }
  expect(expectOk(await own.call('GET', '/api/open/customer/per-month')).body.data).toEqual([
    { total: 1, date: '2026-03' },
    { total: 2, date: '2021-04' },
  ]);
});

test('categories are those of the shop, active or not', async () => {
  const { data } = expectOk(await shop.call('GET', '/api/open/customer-category')).body;
  expect(data.map((category: { code: string }) => category.code)).toEqual(['N', 'Y', 'D']);
  expect(data[1]).toEqual({
    id: expect.any(Number),
    code: 'Y',
    category_name: 'Reseller',
    status: 'ACTIVE',
    discount_access: expect.any(Boolean),
    wholesale_access: expect.any(Boolean),
  });
  const inactive = expectOk(await shop.call('GET', '/api/open/customer-category', { status: 'N' })).body;
  expect(inactive.data).toEqual([]);
});
