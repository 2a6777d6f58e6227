import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

const account = (more: object = {}) => ({
  bank_type: 'bca',
  account_number: '12345678',
  holder_name: 'Budi',
  branch: 'Mulyorejo',
  ...more,
});

async function create(shop: TestShop, more: object = {}): Promise<number> {
  const { status, body, text } = await shop.call('POST', '/api/open/bank/create', account(more));
  expect({ status, text }).toMatchObject({ status: 200 });
  return body.data.bank_id;
}

test('the master list has each bank once, with a badge of our own that is served', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('GET', '/api/open/bank/master');
  expect(status).toBe(200);
  expect(body.data[0]).toEqual({
    bank_type: 'bca',
    bank_label: 'Bank BCA',
    bank_family: 'bca',
    image: 'http://ngorder.test/assets/bank/bca.svg',
    web_login_url: 'https://www.klikbca.com',
    status: 1,
  });
  const types = body.data.map((bank: { bank_type: string }) => bank.bank_type);
  expect(new Set(types).size).toBe(types.length);
  const badges = new Set<string>(body.data.map((bank: { image: string }) => new URL(bank.image).pathname));
  for (const url of badges)
    expect({ url, status: (await app.app.inject({ url })).statusCode }).toEqual({ url, status: 200 });
});

test.each(['true', '1', 'Y'])(
  'without_business_bank=%s leaves out business banks and nothing else',
  async (yes) => {
    const shop = await app.openShop();
    const all = await shop.call('GET', '/api/open/bank/master', { without_business_bank: 'false' });
    const some = await shop.call('GET', '/api/open/bank/master', { without_business_bank: yes });
    const types = (answer: typeof all) =>
      answer.body.data.map((bank: { bank_type: string }) => bank.bank_type);
    expect(types(all)).toContain('bniBisnis');
    expect(types(some)).toContain('bni');
    expect(types(some)).not.toContain('bniBisnis');
  },
);

test('banks of Xendit are found by a part of the name in any letter case', async () => {
  const shop = await app.openShop();
  const { body } = await shop.call('GET', '/api/open/bank/xendit', { keyword: 'bank syariah MANdiri' });
  expect(body.data).toEqual([
    {
      id: expect.any(Number),
      name: 'Bank Syariah Mandiri',
      code: 'MANDIRI_SYR',
      can_disburse: expect.any(Number),
      can_name_validate: expect.any(Number),
    },
  ]);
  const all = await shop.call('GET', '/api/open/bank/xendit');
  expect(all.body.data.length).toBeGreaterThan(100);
});

test('an account is made, listed and shown as the reference has it', async () => {
  const shop = await app.openShop();
  const made = await shop.call(
    'POST',
    '/api/open/bank/create',
    account({ bank_type: 'BCA', account_number: 1234567890 }),
  );
  expect(made.status).toBe(200);
  expect(made.body).toEqual({
    request_id: expect.any(String),
    response: 'Success',
    data: { bank_id: expect.any(Number), name: 'bca' },
  });
  const shown = {
    bank_id: made.body.data.bank_id,
    bank_name: 'BCA',
    bank_type: 'bca',
    branch: 'Mulyorejo',
    holder_name: 'Budi',
    account_number: '1234567890',
    image: 'http://ngorder.test/assets/bank/bca.svg',
    type: 'BANK',
  };
  for (const filter of [{ type: 'bank' }, {}]) {
    const list = await shop.call('GET', '/api/open/bank', filter);
    expect(list.body).toEqual({ request_id: expect.any(String), data: [shown] });
  }
  const gateways = await shop.call('GET', '/api/open/bank', { type: 'payment gateway' });
  expect(gateways.body.data).toEqual([]);
  // The detail has no envelope.
  const detail = await shop.call('GET', `/api/open/bank/${shown.bank_id}/detail`);
  expect(detail.body).toEqual({ request_id: expect.any(String), ...shown });
});

test('zeros at the beginning of an account number are kept, separators are not', async () => {
  const shop = await app.openShop();
  const id = await create(shop, { account_number: ' 0012-345.678 9 ' });
  const { body } = await shop.call('GET', `/api/open/bank/${id}/detail`);
  expect(body.account_number).toBe('00123456789');
});

test.each(['1234', '123456789012345678901', '12345a78', '-12345678x', ''])(
  'the account number %j is refused by name',
  async (account_number) => {
    const shop = await app.openShop();
    const { status, body } = await shop.call('POST', '/api/open/bank/create', account({ account_number }));
    expect(status).toBe(422);
    expect(Object.keys(body.message)).toEqual(['account_number']);
  },
);

test('a bank that is not in the master list is refused on bank_type', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call(
    'POST',
    '/api/open/bank/create',
    account({ bank_type: 'gringotts' }),
  );
  expect(status).toBe(422);
  expect(body).toMatchObject({
    code: 'field_not_found',
    message: { bank_type: ['The selected bank_type does not exist.'] },
  });
});

test('a business bank needs a corporate id, and says so in both languages', async () => {
  const shop = await app.openShop();
  const business = account({ bank_type: 'bniBisnis' });
  const english = await shop.call('POST', '/api/open/bank/create', business);
  expect(english.status).toBe(422);
  expect(english.body.message).toEqual({
    corporate_id: ['The corporate_id is required for a business bank.'],
  });
  const indonesian = await shop.call('POST', '/api/open/bank/create', business, { 'accept-language': 'id' });
  expect(indonesian.body.message).toEqual({ corporate_id: ['corporate_id wajib diisi untuk bank bisnis.'] });
  expect((await shop.call('GET', '/api/open/bank')).body.data).toEqual([]);
  await create(shop, { bank_type: 'bniBisnis', corporate_id: 'PT123' });
});

test('user name and PIN of internet banking are taken and stand nowhere in the database', async () => {
  const shop = await app.openShop();
  await create(shop, { username: 'namarahasia77', pin: 'pinrahasia88' });
  for (const table of ['bank_accounts', 'outbox_events']) {
    const { rows } = await app.database.pool.query(`select row_to_json(t)::text as text from ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.text).not.toMatch(/rahasia/);
  }
});

test('of ten requests with one number at once, one makes the account and nine are refused on account_number', async () => {
  const shop = await app.openShop();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => shop.call('POST', '/api/open/bank/create', account())),
  );
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
    200,
    ...Array(9).fill(422),
  ]);
  const refused = answers.find((answer) => answer.status === 422);
  expect(refused?.body).toMatchObject({
    code: 'bank_account_exists',
    message: { account_number: [expect.any(String)] },
  });
  expect((await shop.call('GET', '/api/open/bank')).body.data).toHaveLength(1);
});

test('the same number at another bank, or in another shop, is another account', async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  await create(shop);
  await create(shop, { bank_type: 'bni' });
  await create(other);
  expect((await shop.call('GET', '/api/open/bank')).body.data).toHaveLength(2);
});

test("another shop's account does not exist", async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  const theirs = await create(other);
  const foreign = await shop.call('GET', `/api/open/bank/${theirs}/detail`);
  const missing = await shop.call('GET', '/api/open/bank/999999999/detail');
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  expect((await shop.call('GET', '/api/open/bank')).body.data).toEqual([]);
});

test('a type that does not exist is refused with what is allowed', async () => {
  const shop = await app.openShop();
  const { status, body } = await shop.call('GET', '/api/open/bank', { type: 'CASH' });
  expect(status).toBe(422);
  expect(body.message.type[0]).toContain('BANK, PAYMENT GATEWAY');
});

test('the list is one statement for 1, 10 and 100 accounts', async () => {
  const shop = await app.openShop();
  const sent: number[] = [];
  for (const [more, first] of [
    [1, 0],
    [9, 100],
    [90, 200],
  ] as const) {
    await app.services.db
      .insertInto('bank_accounts')
      .values(
        Array.from({ length: more }, (_, index) => ({
          shop_id: shop.shop_id,
          bank_type: 'bca',
          type: 'BANK' as const,
          account_number: String(10_000_000 + first + index),
          holder_name: 'Budi',
          branch: 'Malang',
          created_at: app.services.clock.now(),
        })),
      )
      .execute();
    await shop.call('GET', '/api/open/bank');
    sent.push(
      await countStatements(app, async () => {
        await shop.call('GET', '/api/open/bank');
      }),
    );
  }
  expect(sent).toEqual([1, 1, 1]);
});
