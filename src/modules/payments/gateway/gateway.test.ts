import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import {
  openXenditVendor,
  XENDIT_TEST_KEY,
  XENDIT_TEST_TOKEN,
  type XenditLoopback,
} from '../../../../test/integrations/xendit-vendor.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';
import {
  findGateway,
  gatewayAccountOf,
  openGatewayOf,
  presentGatewayProblem,
  waitForGateway,
} from '../index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const PATH = '/api/open/setting/payment/xendit';
const SHOWN = `xnd_development_…${XENDIT_TEST_KEY.slice(-4)}`;
const BOTH = { xendit_key: XENDIT_TEST_KEY, callback_token: XENDIT_TEST_TOKEN };

let xendit: XenditLoopback;
let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  xendit = await openXenditVendor();
  app = await startTestApp({ environment: { XENDIT_URL: xendit.url } });
});
beforeEach(async () => {
  xendit.reset();
  shop = await app.openShop();
});
afterAll(async () => {
  await app.close();
  xendit.close();
});

const save = (input: object, of = shop) => of.call('PATCH', PATH, input);
const settings = async (of = shop) => expectOk(await of.call('GET', PATH)).body.data;
const stored = async (): Promise<any[]> =>
  (
    await app.database.pool.query(
      'select t.*, t::text as text from gateway_connections t where shop_id = $1',
      [shop.shop_id],
    )
  ).rows;

test('a key is tested, stored sealed and shown with its beginning and its end alone', async () => {
  const saved = expectOk(await save(BOTH));
  expect(saved.body).toMatchObject({
    response: 'Success',
    message: 'Payment settings were successfully updated',
    data: { xendit_key: SHOWN, is_xendit_active: true, has_callback_token: true, problem: null },
  });
  expect(saved.body.data.callback_url).toMatch(/^http:\/\/ngorder\.test\/api\/hooks\/gateway\/[\w-]+_\d+$/);
  expect(xendit.requests).toEqual([
    'GET /balance',
    'GET /transactions',
    'GET /available_virtual_account_banks',
  ]);
  const read = await shop.call('GET', PATH);
  const [row] = await stored();
  const audited = await shop.call('GET', '/api/account/audit');
  for (const text of [saved.text, read.text, row.text, audited.text]) {
    expect(text).not.toContain(XENDIT_TEST_KEY);
    expect(text).not.toContain(XENDIT_TEST_TOKEN);
    expect(text).not.toContain(Buffer.from(XENDIT_TEST_KEY).toString('hex'));
  }
  // Whose token is known to nobody but the vendor.
  expect(row.text).not.toContain(saved.body.data.callback_url.split('/').at(-1));
});

test('the accounts that its channels are recorded on are there then, and listed as PAYMENT GATEWAY', async () => {
  expect(await settings()).toMatchObject({ xendit_key: null, is_xendit_active: false, bank_support: [] });
  expectOk(await save(BOTH));
  const { bank_support } = await settings();
  expect(bank_support[0]).toEqual({
    id: expect.any(Number),
    name: 'BNI Virtual Accounts',
    holder_name: expect.stringMatching(/^Toko /),
    bank_number: null,
    image: 'http://ngorder.test/assets/bank/bni.svg',
  });
  expect(bank_support.map(({ name }: any) => name).sort()).toEqual([
    'BNI Virtual Accounts',
    'BRI Virtual Accounts',
    'Mandiri Virtual Accounts',
    'Permata Virtual Accounts',
    'QRIS & E-Wallet',
  ]);
  const listed = expectOk(await shop.call('GET', '/api/open/bank', { type: 'PAYMENT GATEWAY' })).body.data;
  expect(listed.map(({ bank_id }: any) => bank_id).sort()).toEqual(
    bank_support.map(({ id }: any) => id).sort(),
  );
  expect(listed[0]).toMatchObject({ bank_type: 'xendit_bni', type: 'PAYMENT GATEWAY', account_number: '' });
  for (const { image } of listed)
    expect((await app.app.inject({ url: new URL(image).pathname })).statusCode).toBe(200);
});

test('an account of the gateway is made the first time that it is needed, once', async () => {
  const context = shop.context();
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, at) => gatewayAccountOf(context, at % 2 ? 'ORDERPAY' : 'VA_BCA')),
  );
  expect(new Set(made).size).toBe(2);
  expect(await gatewayAccountOf(context, 'ORDERPAY')).toBe(made[1]);
  const other = await app.openShop();
  expect(made).not.toContain(await gatewayAccountOf(other.context(), 'ORDERPAY'));
  const [saldo] = expectOk(await other.call('GET', '/api/open/bank', { type: 'payment gateway' })).body.data;
  expect(saldo).toMatchObject({ bank_name: 'Saldo OrderPay', bank_type: 'orderpay' });
});

test('a key that Xendit refuses is not stored, and says why', async () => {
  const refused = await save({ xendit_key: 'xnd_development_lain' });
  expect([refused.status, refused.body.code, Object.keys(refused.body.message)]).toEqual([
    422,
    'gateway_key_refused',
    ['xendit_key'],
  ]);
  expect(await stored()).toEqual([]);
  expectOk(await save(BOTH));
  const before = await stored();
  expect((await save({ xendit_key: 'xnd_development_lain' })).status).toBe(422);
  expect(await stored()).toEqual(before);
});

test('a key is stored while Xendit does not answer, with what is wrong', async () => {
  xendit.behave(() => ({ status: 503 }));
  const { data } = expectOk(await save(BOTH)).body;
  expect(data.problem).toMatchObject({ code: 'gateway_unavailable' });
  expect((await settings()).problem).toEqual(presentGatewayProblem('en', 'unavailable'));
  expect(presentGatewayProblem('id', null)).toBeNull();
});

test('token and address change one by one, and the address of before stays unless a new one is wanted', async () => {
  const first = expectOk(await save({ xendit_key: XENDIT_TEST_KEY })).body.data;
  expect(first.has_callback_token).toBe(false);
  const [{ callback_hash, api_key }] = await stored();
  const second = expectOk(await save({ callback_token: XENDIT_TEST_TOKEN })).body.data;
  expect(second).toMatchObject({ xendit_key: SHOWN, has_callback_token: true, callback_url: null });
  const again = expectOk(await save({ xendit_key: XENDIT_TEST_KEY })).body.data;
  expect(again).toMatchObject({ has_callback_token: true, callback_url: null });
  const [row] = await stored();
  expect(row.callback_hash).toEqual(callback_hash);
  expect(row.api_key).not.toEqual(api_key);
  const fourth = expectOk(await save({ new_callback_url: true })).body.data;
  expect(fourth.callback_url).not.toBe(first.callback_url);
  expect((await stored())[0].callback_hash).not.toEqual(callback_hash);
});

test('without a key there is nothing to change, and blanks are in no key', async () => {
  const missing = await save({ callback_token: XENDIT_TEST_TOKEN });
  expect([missing.status, missing.body.code, Object.keys(missing.body.message)]).toEqual([
    422,
    'gateway_key_missing',
    ['xendit_key'],
  ]);
  const blank = await save({ xendit_key: 'xnd development x' }, shop);
  expect([blank.status, Object.keys(blank.body.message)]).toEqual([422, ['xendit_key']]);
  expect(xendit.requests).toEqual([]);
});

test('money goes through the own account where that is active, else through that of the installation', async () => {
  const context = shop.context();
  expect(await findGateway(context)).toBeUndefined();
  expectOk(await save(BOTH));
  expect(await findGateway(context)).toMatchObject({ owner: 'SHOP' });
  const own = await openGatewayOf(context, 'SHOP');
  expect(own?.name).toBe('xendit');
  xendit.balance.idr = 77_000;
  expect(await own?.balance()).toBe(77_000);
  expect(own?.verifies({ 'x-callback-token': XENDIT_TEST_TOKEN })).toBe(true);
  const begun = context.transaction((inner) => waitForGateway(inner, async () => 1));
  await expect(begun).rejects.toThrow(/stands in a transaction/);
  expectOk(await save({ is_active: false }));
  expect(await findGateway(context)).toBeUndefined();
  expect((await settings()).is_xendit_active).toBe(false);
  // What was requested through it is still looked after.
  expect(await (await openGatewayOf(context, 'SHOP'))?.balance()).toBe(77_000);
  const platform = await startTestApp({
    environment: {
      GATEWAY: 'xendit',
      XENDIT_URL: xendit.url,
      XENDIT_KEY: XENDIT_TEST_KEY,
      XENDIT_CALLBACK_TOKEN: 'token-lain',
    },
  });
  const guest = await platform.openShop();
  expect(await findGateway(guest.context())).toMatchObject({ owner: 'PLATFORM' });
  await platform.close();
});

test('the owner alone sees and changes the connection, signed in as a person; of another shop there is none', async () => {
  expectOk(await save(BOTH));
  const before = await stored();
  const admin = await hire(app, shop, 'admin', [0]);
  const key = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Mesin' })).body.data.key;
  const machine = { authorization: `Bearer ${key}` };
  for (const [method, input] of [
    ['PATCH', BOTH],
    ['DELETE', {}],
  ] as const) {
    expect((await admin.call(method, PATH, input)).status).toBe(403);
    expect((await app.call(method, PATH, input, machine)).status).toBe(403);
  }
  expect((await admin.call('GET', PATH)).status).toBe(403);
  // The reference reads the settings with a key.
  expectOk(await app.call('GET', PATH, undefined, machine));
  const other = await app.openShop();
  expect((await other.call('DELETE', PATH)).status).toBe(404);
  expect(await settings(other)).toMatchObject({ xendit_key: null });
  expect(await stored()).toEqual(before);
  expectOk(await shop.call('DELETE', PATH));
  expect(await stored()).toEqual([]);
});

test('of several that save at once each is whole', async () => {
  const answers = await Promise.all([
    save(BOTH),
    save({ xendit_key: XENDIT_TEST_KEY }),
    save({ ...BOTH, is_active: false }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.filter(({ body }) => body.data.callback_url !== null)).toHaveLength(1);
  expect(await stored()).toHaveLength(1);
});
