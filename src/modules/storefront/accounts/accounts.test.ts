import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { mailTexts } from '../../../../test/mail-texts.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { addBuyer, visitorOf } from '../../../../test/visitors.ts';

let test_app: TestApp;
let shop: TestShop;
let now = Date.now();

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => new Date(now) } });
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const PASSWORD = 'belanja-tiap-senin-pagi';
const ask = (path: string, input: object, token?: string) =>
  visitorOf(test_app, shop, token)('POST', `/api/store/:subdomain/account/${path}`, input);
const withoutId = ({ status, body: { request_id: _id, ...body } }: Answered) => ({ status, body });

/** A customer with an account, by its email. */
async function account() {
  const buyer = await addBuyer(test_app, shop);
  const { rows } = await test_app.database.pool.query(
    'select email, phone from customers where shop_id = $1 and id = $2',
    [shop.shop_id, buyer.customer_id],
  );
  return { ...buyer, ...(rows[0] as { email: string; phone: string }) };
}

/** The newest code that was mailed to somebody; it leaves after the answer. */
async function codeFor(email: string): Promise<string> {
  await sleep(50);
  const [newest = ''] = await mailTexts(test_app, email);
  return /: (\d{6})\n/.exec(newest)?.[1] ?? 'none';
}

const requested = async (email: string, by = email) => {
  expectOk(await ask('code', { account: by }));
  return codeFor(email);
};
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a code', () => {
  test('signs in by email and by phone, in any writing, and once', async () => {
    const { email, phone } = await account();
    for (const by of [email.toUpperCase(), phone.replace(/^62/, '0')]) {
      const code = await requested(email, by);
      const signed_in = expectOk(await ask('sign-in', { account: by, code })).body.data;
      const me = await visitorOf(test_app, shop, signed_in.token)('GET', '/api/store/:subdomain/account');
      expect(me.body.data).toMatchObject({ email, has_password: false, balance: 0, category_code: 'N' });
      expect((await ask('sign-in', { account: by, code })).status).toBe(422);
    }
  });

  test('that comes twice at the same moment lets one in', async () => {
    const { email } = await account();
    const code = await requested(email);
    const both = await Promise.all([1, 2, 3, 4].map(() => ask('sign-in', { account: email, code })));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('is worth nothing after five tries, and after ten minutes', async () => {
    const { email } = await account();
    const code = await requested(email);
    for (let tries = 0; tries < 5; tries += 1)
      expect((await ask('sign-in', { account: email, code: wrongOf(code) })).status).toBe(422);
    expect((await ask('sign-in', { account: email, code })).status).toBe(422);
    const { email: late } = await account();
    const old = await requested(late);
    now += 10 * 60_000;
    expect((await ask('sign-in', { account: late, code: old })).status).toBe(422);
  });

  test('belongs to the account: by either of its names it signs in and sets a password, once', async () => {
    const { email, phone } = await account();
    for (const [by, other] of [
      [email, phone],
      [phone, email],
    ] as const) {
      const code = await requested(email, by);
      expectOk(await ask('sign-in', { account: other, code }));
      for (const name of [by, other])
        expect((await ask('sign-in', { account: name, code })).status).toBe(422);
    }
    const code = await requested(email);
    expectOk(await ask('password', { account: phone, code, password: PASSWORD }));
  });

  test('is worth nothing after five tries by both names of the account together', async () => {
    const { email, phone } = await account();
    await requested(email, phone);
    const code = await requested(email);
    for (const name of [email, phone, email, phone, email])
      expect((await ask('sign-in', { account: name, code: wrongOf(code) })).status).toBe(422);
    for (const name of [email, phone])
      expect((await ask('sign-in', { account: name, code })).status).toBe(422);
  });

  test('is not for a phone number that several accounts have', async () => {
    const { email, phone } = await account();
    const id = await addCustomer(shop, 'N', 'Kembar', phone);
    const twin = { id, email: 'kembar@example.com', active: true };
    expectOk(await shop.call('POST', '/api/open/customer/privor-activation', twin));
    const code = await requested(email);
    expect((await ask('sign-in', { account: phone, code })).status).toBe(422);
    expectOk(await ask('sign-in', { account: email, code }));
  });

  test('belongs to one store', async () => {
    const { email } = await account();
    const code = await requested(email);
    const other = await test_app.openShop();
    const there = await visitorOf(test_app, other)('POST', '/api/store/:subdomain/account/sign-in', {
      account: email,
      code,
    });
    expect(there.status).toBe(422);
    expect((await ask('sign-in', { account: email, code })).status).toBe(200);
  });

  test('is sent five times in a row, then the recipient waits, known or not', async () => {
    const { email } = await account();
    for (const by of [email, 'tidak-ada@example.com']) {
      const statuses: number[] = [];
      for (let count = 0; count < 6; count += 1) statuses.push((await ask('code', { account: by })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      now += 3_600_000;
    }
  });
});

test('whether there is an account, no answer says: of codes, passwords and wrong ones', async () => {
  const { email } = await account();
  const asked = async (name: string) => [
    withoutId(await ask('code', { account: name })),
    withoutId(await ask('sign-in', { account: name, password: 'salah-sekali' })),
    withoutId(await ask('sign-in', { account: name, code: 'abcdef' })),
    withoutId(await ask('password', { account: name, code: 'abcdef', password: PASSWORD })),
  ];
  expect(await asked(email)).toEqual(await asked('bukan-siapa@example.com'));
  expect(await codeFor('bukan-siapa@example.com')).toBe('none');
});

describe('a password', () => {
  test('is set by a code, signs in, and ends all other sessions', async () => {
    const { email, token } = await account();
    const code = await requested(email);
    expectOk(await ask('password', { account: email, code, password: PASSWORD }));
    const me = (by: string) => visitorOf(test_app, shop, by)('GET', '/api/store/:subdomain/account');
    expect((await me(token)).status).toBe(401);
    const signed_in = expectOk(await ask('sign-in', { account: email, password: PASSWORD })).body.data;
    expect((await me(signed_in.token)).body.data.has_password).toBe(true);
  });

  test('that is guessed first is refused, and the code stays', async () => {
    const { email } = await account();
    const code = await requested(email);
    const common = await ask('password', { account: email, code, password: 'password123' });
    expect([common.status, common.body.code]).toEqual([422, 'password_common']);
    expect((await ask('sign-in', { account: email, code })).status).toBe(200);
  });

  test('that is wrong is counted, whatever Idempotency-Key comes with it', async () => {
    const { email } = await account();
    const guess = (count: number) =>
      visitorOf(test_app, shop)(
        'POST',
        '/api/store/:subdomain/account/sign-in',
        { account: email, password: `tebakan-${count}` },
        { 'idempotency-key': `kunci-yang-panjang-${count}` },
      );
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await guess(count)).status);
    expect(statuses.slice(0, 10).every((status) => status === 422)).toBe(true);
    expect(statuses[10]).toBe(429);
    now += 3_600_000;
  });
});

describe('sessions of a buyer', () => {
  test('are listed, ended one by one, and end with signing out', async () => {
    const { email, token } = await account();
    const { token: second } = expectOk(await ask('sign-in', { account: email, code: await requested(email) }))
      .body.data;
    const visit = visitorOf(test_app, shop, second);
    const listed = (await visit('GET', '/api/store/:subdomain/account/session')).body.data;
    expect(listed.map(({ is_current }: { is_current: boolean }) => is_current).sort()).toEqual([false, true]);
    const first = listed.find(({ is_current }: { is_current: boolean }) => !is_current);
    expectOk(await visit('DELETE', `/api/store/:subdomain/account/session/${first.id}`));
    const old = visitorOf(test_app, shop, token);
    expect((await old('GET', '/api/store/:subdomain/account')).status).toBe(401);
    expectOk(await visit('POST', '/api/store/:subdomain/account/sign-out', {}));
    expect((await visit('GET', '/api/store/:subdomain/account')).status).toBe(401);
  });

  test('of another buyer of the same store are like those that do not exist', async () => {
    const [mine, theirs] = [await account(), await account()];
    const visit = visitorOf(test_app, shop, mine.token);
    const end = async (id: number) =>
      withoutId(await visit('DELETE', `/api/store/:subdomain/account/session/${id}`));
    expect(await end(theirs.session_id)).toEqual(await end(987_654_321));
    const them = visitorOf(test_app, shop, theirs.token);
    expect((await them('GET', '/api/store/:subdomain/account')).status).toBe(200);
  });

  const tokenStatus = async (token: string) =>
    (await visitorOf(test_app, shop, token)('GET', '/api/store/:subdomain/account')).status;
  const stored = async (table: string, customer_id: number) =>
    (
      await test_app.database.pool.query(`select 1 from ${table} where shop_id = $1 and customer_id = $2`, [
        shop.shop_id,
        customer_id,
      ])
    ).rowCount;

  test.each([
    ['after', async () => test_app.readEvents()],
    ['before', async () => {}],
  ])('that ended with a block do not come back with the account, %s they are removed', async (_, between) => {
    const { customer_id, token } = await account();
    const set = async (status: string) =>
      expectOk(await shop.call('PATCH', '/api/open/customer/activation-status', { id: customer_id, status }));
    await set('4');
    expect(await tokenStatus(token)).toBe(401);
    await between();
    await set('6');
    expect(await tokenStatus(token)).toBe(401);
    await test_app.readEvents();
    expect(await stored('buyer_sessions', customer_id)).toBe(0);
  });

  test('and passwords and codes of an account that was removed do not come back with it, at any moment', async () => {
    const { customer_id, email, token } = await account();
    const code = await requested(email);
    const { token: second } = expectOk(await ask('password', { account: email, code, password: PASSWORD }))
      .body.data;
    expect([await tokenStatus(token), await tokenStatus(second)]).toEqual([401, 200]);
    const sent = await requested(email);
    const set = async (active: boolean) =>
      expectOk(
        await shop.call('POST', '/api/open/customer/privor-activation', { id: customer_id, email, active }),
      );
    await set(false);
    await set(true);
    expect(await tokenStatus(second)).toBe(401);
    expect((await ask('sign-in', { account: email, password: PASSWORD })).body.code).toBe('wrong_sign_in');
    expect((await ask('sign-in', { account: email, code: sent })).body.code).toBe('wrong_sign_in');
    await test_app.readEvents();
    expect(await stored('buyer_passwords', customer_id)).toBe(0);
    now += 60 * 60_000;
    const anew = expectOk(await ask('sign-in', { account: email, code: await requested(email) })).body.data;
    expect(await tokenStatus(anew.token)).toBe(200);
  });

  test('keep their password through a block', async () => {
    const { customer_id, email } = await account();
    expectOk(await ask('password', { account: email, code: await requested(email), password: PASSWORD }));
    for (const status of ['4', '6'])
      expectOk(await shop.call('PATCH', '/api/open/customer/activation-status', { id: customer_id, status }));
    await test_app.readEvents();
    const again = expectOk(await ask('sign-in', { account: email, password: PASSWORD })).body.data;
    expect(await tokenStatus(again.token)).toBe(200);
  });
});
