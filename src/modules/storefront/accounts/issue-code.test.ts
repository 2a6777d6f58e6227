import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { addBuyer, visitorOf } from '../../../../test/visitors.ts';

let app: TestApp;
let shop: TestShop;
let now = Date.now();
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date(now) } });
  shop = await app.openShop();
});
afterAll(() => app.close());

const ask = (path: string, input: object) =>
  visitorOf(app, shop)('POST', `/api/store/:subdomain/account/${path}`, input);
const make = (id: number) =>
  shop.call('POST', `/api/open/customer/${id}/store-code`, { current_password: shop.password });
const query = async (text: string, values: unknown[]) => (await app.database.pool.query(text, values)).rows;

/** A customer with an account. */
async function account(): Promise<{ id: number; email: string }> {
  const { customer_id: id } = await addBuyer(app, shop);
  const [{ email }] = await query('select email from customers where shop_id = $1 and id = $2', [
    shop.shop_id,
    id,
  ]);
  return { id, email };
}

describe('a code that staff pass on', () => {
  test('lets in whom no mail reaches, once, and sets a password', async () => {
    const { id, email } = await account();
    const made = expectOk(await make(id)).body.data;
    expect(made).toEqual({ account: email, code: expect.any(String), valid_minutes: 1_440 });
    const password = 'kata-sandi-yang-panjang';
    expectOk(await ask('password', { account: email, code: made.code, password }));
    expect((await ask('sign-in', { account: email, code: made.code })).status).toBe(422);
    expectOk(await ask('sign-in', { account: email, password }));
  });

  test('stands beside the one that is sent: whoever has codes sent ends none of staff', async () => {
    const { id, email } = await account();
    const { code } = expectOk(await make(id)).body.data;
    const unknown = await ask('code', { account: 'tidak-ada@example.com' });
    const known = await ask('code', { account: email });
    expect([known.status, known.body.data]).toEqual([unknown.status, unknown.body.data]);
    expectOk(await ask('sign-in', { account: email, code }));
  });

  test('opens the account by its phone number too', async () => {
    const { id } = await account();
    const [{ phone }] = await query('select phone from customers where shop_id = $1 and id = $2', [
      shop.shop_id,
      id,
    ]);
    const { code } = expectOk(await make(id)).body.data;
    expect((await ask('sign-in', { account: phone, code })).status).toBe(200);
  });

  test('ends with the next one, after a day, and after five tries', async () => {
    const { id, email } = await account();
    const codes = [expectOk(await make(id)).body.data.code, expectOk(await make(id)).body.data.code];
    expect((await ask('sign-in', { account: email, code: codes[0] })).status).toBe(422);
    now += 86_400_000;
    expect((await ask('sign-in', { account: email, code: codes[1] })).status).toBe(422);
    const { code } = expectOk(await make(id)).body.data;
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await ask('sign-in', { account: email, code: wrong })).status).toBe(422);
    expect((await ask('sign-in', { account: email, code })).status).toBe(422);
  });

  test('is of one account: none for who has none, or is blocked', async () => {
    const nobody = await addCustomer(shop, 'N', 'Tanpa Akun', '085700000077');
    expect((await make(nobody)).body.code).toBe('customer_without_account');
    const blocked = await addBuyer(app, shop);
    const block = { id: blocked.customer_id, status: '4' };
    expectOk(await shop.call('PATCH', '/api/open/customer/activation-status', block));
    expect((await make(blocked.customer_id)).body.code).toBe('customer_without_account');
  });

  test('is told in no event and stands readable in no table', async () => {
    const { id } = await account();
    const { code } = expectOk(await make(id)).body.data;
    const events = await query(
      `select payload from outbox_events where shop_id = $1 and subject_id = $2 and name = 'buyer.code_issued'`,
      [shop.shop_id, id],
    );
    expect(events).toEqual([{ payload: {} }]);
    const stored = await query('select row_to_json(c)::text as text from buyer_codes c where shop_id = $1', [
      shop.shop_id,
    ]);
    for (const { text } of stored) expect(text).not.toContain(`"${code}"`);
  });
});

test('without a mail server a code is in the outbox of the shop, for staff to pass on', async () => {
  const { email } = await account();
  expectOk(await ask('code', { account: email }));
  await sleep(200);
  const [mail] = expectOk(await shop.call('GET', '/api/account/outbox')).body.data;
  expect([mail.recipient, mail.status]).toEqual([email, 'KEPT']);
  const code = /: (\d{6})\n/.exec(mail.body)?.[1];
  expectOk(await ask('sign-in', { account: email, code }));
});
