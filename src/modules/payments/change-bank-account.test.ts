import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk, openStall, orderOf, type Stall } from '../../../test/stall.ts';

let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  stall = await openStall(shop, { stocks: [1_000] });
});
afterAll(() => app.close());

let numbers = 70_000_000;
const account = (more: object = {}) => ({
  bank_type: 'bca',
  account_number: String((numbers += 1)),
  holder_name: 'Budi',
  branch: 'Mulyorejo',
  ...more,
});
const create = async (more: object = {}): Promise<number> =>
  expectOk(await shop.call('POST', '/api/open/bank/create', account(more))).body.data.bank_id;
const update = (bank_id: number, more: object, headers: Record<string, string> = {}) =>
  shop.call('PATCH', '/api/open/bank/update', { bank_id, bank_type: 'bca', ...more }, headers);
const remove = (bank_id: number, from = shop) => from.call('DELETE', `/api/open/bank/delete/${bank_id}`);
const detail = (id: number) => shop.call('GET', `/api/open/bank/${id}/detail`);
const listed = async () =>
  expectOk(await shop.call('GET', '/api/open/bank')).body.data.map(
    ({ bank_id }: { bank_id: number }) => bank_id,
  );
const events = async (subject_id: number) =>
  (
    await app.database.pool.query<{ name: string; payload: unknown }>(
      `select name, payload from outbox_events where shop_id = $1 and subject_id = $2 and name like 'bank_account.%' order by id`,
      [shop.shop_id, subject_id],
    )
  ).rows;

/** An account of the gateway, as the server makes it. */
async function gatewayAccount(): Promise<number> {
  const { rows } = await app.database.pool.query<{ id: number }>(
    `insert into bank_accounts (shop_id, bank_type, type, account_number, holder_name, branch, created_at)
     values ($1, 'bca', 'PAYMENT GATEWAY', $2, 'Saldo OrderPay', '', now()) returning id`,
    [shop.shop_id, account().account_number],
  );
  return Number(rows[0]?.id);
}

describe('an update', () => {
  test('changes the fields that it names, and the audit log has what they were', async () => {
    const id = await create({ holder_name: 'Lama' });
    const changed = expectOk(await update(id, { bank_type: 'BNI', branch: 'Srono' }));
    expect(changed.body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: { bank_id: id, name: 'bni' },
    });
    expect((await detail(id)).body).toMatchObject({
      bank_type: 'bni',
      bank_name: 'BNI',
      branch: 'Srono',
      holder_name: 'Lama',
    });
    expect((await events(id)).at(-1)).toEqual({
      name: 'bank_account.updated',
      payload: { bank_type: ['bca', 'bni'], branch: ['Mulyorejo', 'Srono'] },
    });
  });

  test('takes user name and PIN of internet banking and stores them nowhere', async () => {
    const id = await create();
    expectOk(await update(id, { username: 'namarahasia66', pin: 'pinrahasia55' }));
    for (const table of ['bank_accounts', 'outbox_events']) {
      const { rows } = await app.database.pool.query(`select row_to_json(t)::text as text from ${table} t`);
      for (const row of rows) expect(row.text).not.toMatch(/rahasia/);
    }
  });

  test('to a business bank needs a corporate ID once, and away from it forgets it', async () => {
    const id = await create();
    const refused = await update(id, { bank_type: 'bniBisnis' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'corporate_id_required',
      message: { corporate_id: [expect.any(String)] },
    });
    expectOk(await update(id, { bank_type: 'bniBisnis', corporate_id: 'PT123' }));
    expectOk(await update(id, { bank_type: 'bniBisnis', branch: 'Batu' }));
    expectOk(await update(id, { bank_type: 'bni' }));
    expect((await update(id, { bank_type: 'bniBisnis' })).status).toBe(422);
  });

  test('to a number of another account of that bank is refused on it, also where two do it at once', async () => {
    const [one, two] = [await create(), await create()];
    const { account_number } = (await detail(one)).body;
    const refused = await update(two, { account_number });
    expect([refused.status, refused.body.code]).toEqual([422, 'bank_account_exists']);
    expect(Object.keys(refused.body.message)).toEqual(['account_number']);
    const wanted = account().account_number;
    const answers = await Promise.all([one, two].map((id) => update(id, { account_number: wanted })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  });

  test('of what the shop does not have is answered as of what does not exist', async () => {
    const other = await app.openShop();
    const theirs = expectOk(await other.call('POST', '/api/open/bank/create', account())).body.data.bank_id;
    const [foreign, missing] = [await update(theirs, {}), await update(999_999_999, {})];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
    expect((await update(await create(), { bank_type: 'gringotts' })).body).toMatchObject({
      code: 'field_not_found',
      message: { bank_type: [expect.any(String)] },
    });
  });
});

describe('a deleted account', () => {
  test('is gone from lists, and its number can be used again', async () => {
    const number = account().account_number;
    const id = await create({ account_number: number });
    expect(expectOk(await remove(id)).body).toEqual({
      request_id: expect.any(String),
      response: 'Success',
      data: null,
    });
    expect(await listed()).not.toContain(id);
    expect((await detail(id)).status).toBe(404);
    for (const again of [await remove(id), await update(id, {})]) expect(again.status).toBe(404);
    const second = await create({ account_number: number });
    expect(second).not.toBe(id);
    expect((await events(id)).map(({ name }) => name)).toEqual([
      'bank_account.created',
      'bank_account.deleted',
    ]);
  });

  test('takes no new payment, while orders that were paid into it stay whole and can be edited', async () => {
    const bank_id = await create();
    const payment = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id };
    const order = orderOf(stall, { payment });
    const id = expectOk(await shop.call('POST', '/api/open/order', order)).body.data.order_id;
    const history = () => shop.call('GET', '/api/open/order/payment-history', { id: String(id) });
    const before = expectOk(await history()).body.data;
    expectOk(await remove(bank_id));
    expect(expectOk(await history()).body.data).toEqual(before);
    expectOk(await shop.call('PATCH', '/api/open/order', { order_id: id, ...order, note: 'Tetap' }));

    const refused = [
      await shop.call('POST', '/api/open/order', order),
      await shop.call('PATCH', '/api/open/order/quick-payment', { id, payment }),
      await shop.call('PATCH', '/api/open/order', {
        order_id: id,
        ...order,
        payment: { ...payment, amount: 11_000 },
      }),
    ];
    for (const { status, body } of refused) {
      expect(status).toBe(422);
      expect(Object.keys(body.message)).toEqual(['payment.bank_id']);
    }
  });

  test('that is used and deleted at once either has the payment or refuses it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const bank_id = await create();
      const payment = { status: 'INSTALLMENT', amount: 10_000, date: '2026-01-05', bank_id };
      const [placed, removed] = await Promise.all([
        shop.call('POST', '/api/open/order', orderOf(stall, { payment })),
        remove(bank_id),
      ]);
      expect(removed.status).toBe(200);
      expect([200, 422]).toContain(placed.status);
    }
  });

  test('does not count for the limit of accounts', async () => {
    const fresh = await app.openShop();
    await app.database.pool.query(
      `insert into bank_accounts (shop_id, bank_type, type, account_number, holder_name, branch, created_at, archived_at)
       select $1, 'bca', 'BANK', (10000000 + n)::text, 'Budi', 'Malang', now(), now() from generate_series(1, 200) n`,
      [fresh.shop_id],
    );
    expectOk(await fresh.call('POST', '/api/open/bank/create', account()));
    expect((await fresh.call('GET', '/api/open/bank')).body.data).toHaveLength(1);
  });
});

test('accounts of the payment gateway are neither changed nor deleted, and the refusal says why', async () => {
  const id = await gatewayAccount();
  for (const refused of [await update(id, { branch: 'Batu' }), await remove(id)]) {
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'bank_account_of_gateway',
      message: { bank_id: [expect.stringContaining('payment gateway')] },
    });
  }
  expect((await detail(id)).body.type).toBe('PAYMENT GATEWAY');
});
