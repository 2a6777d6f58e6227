import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isForSignedIn, type SignedIn, shapeOf } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { expectOk } from './stall.ts';

/** What changes who gets in. Whoever adds an operation says here whether it does. */
const TOUCHES_CREDENTIALS = [
  'changeUser',
  'createApiKey',
  'endSession',
  'inviteUser',
  'removeUser',
  'revokeApiKey',
  'rotateApiKey',
];
/** Keys of the shop at others, which are as valuable. */
const TOUCHES_KEYS_ELSEWHERE = [
  'removeCourierConnection',
  'removeMessageConnection',
  'removeXenditKey',
  'saveCourierConnection',
  'saveMessageConnection',
  'saveMutationConnection',
  'saveXenditKey',
];
/** Where data of the shop goes. */
const TOUCHES_WEBHOOKS = ['createWebhook', 'deleteWebhook', 'rotateWebhookSecret', 'updateWebhook'];
/** What lets a buyer into the store. */
const OF_BUYERS = ['issueBuyerCode'];
/** What pays money out. */
const PAYS_OUT = ['settleRefund', 'withdraw'];
/** What is for a signed-in person alone and changes nothing for others, or is how the password is confirmed. */
const SESSION_ALONE = [
  'confirmPassword',
  'listApiKeys',
  'listOutbox',
  'listSessions',
  'listShopUsers',
  'logout',
];
const SESSION_ALONE_ELSEWHERE = [
  'listCourierConnections',
  'listMutationConnections',
  'orderPackages',
  'testCourierConnection',
];
/** Under the path of accounts, or with the permission of users, and nothing of the kind. */
const TOUCHES_NONE = [
  'acceptInvitation',
  'getJob',
  'getMe',
  'listAudit',
  'listJobs',
  'login',
  'registerShop',
  'retryJob',
];

const operations = (chosen: typeof routes) => chosen.map(({ operation }) => operation).sort();
const closed = (choose: (access: SignedIn) => boolean) =>
  operations(routes.filter(({ access }) => isForSignedIn(access) && choose(access)));

describe('the table of routes', () => {
  test('says of each operation on accounts whether it touches credentials', () => {
    const accounts = operations(routes.filter(({ path }) => path.startsWith('/api/account/')));
    expect([...TOUCHES_CREDENTIALS, ...SESSION_ALONE, ...TOUCHES_NONE].sort()).toEqual(accounts);
  });

  test('wants a fresh password for what does, and for whatever manages users or keys, wherever it stands', () => {
    expect(closed(({ fresh_login }) => fresh_login === true)).toEqual(
      [
        ...TOUCHES_CREDENTIALS,
        ...TOUCHES_KEYS_ELSEWHERE,
        ...TOUCHES_WEBHOOKS,
        ...OF_BUYERS,
        ...PAYS_OUT,
      ].sort(),
    );
    const managing = routes.filter(
      ({ method, access }) =>
        method !== 'GET' && isForSignedIn(access) && /^(users|keys)\.manage$/.test(access.permission),
    );
    for (const operation of operations(managing)) expect(TOUCHES_CREDENTIALS).toContain(operation);
  });

  test('wants a session for both, and takes the password with each', () => {
    expect(closed(({ session_only }) => session_only === true)).toEqual(
      [
        ...TOUCHES_CREDENTIALS,
        ...TOUCHES_KEYS_ELSEWHERE,
        ...TOUCHES_WEBHOOKS,
        ...OF_BUYERS,
        ...PAYS_OUT,
        ...SESSION_ALONE,
        ...SESSION_ALONE_ELSEWHERE,
      ].sort(),
    );
    const touching = routes.filter(({ operation }) =>
      [
        ...TOUCHES_CREDENTIALS,
        ...TOUCHES_KEYS_ELSEWHERE,
        ...TOUCHES_WEBHOOKS,
        ...OF_BUYERS,
        ...PAYS_OUT,
      ].includes(operation),
    );
    for (const { input } of touching) expect(shapeOf(input)).toHaveProperty('current_password');
  });

  test('has a password set by no other operation than those that are looked at here', () => {
    const setting = routes.filter(({ input }) => 'password' in shapeOf(input));
    const of_users = ['acceptInvitation', 'login', 'registerShop', 'updateProfile'];
    const of_buyers = ['setBuyerPassword', 'signInBuyer'];
    expect(operations(setting)).toEqual([...of_users, ...of_buyers].sort());
  });
});

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

describe.each(routes.filter(({ operation }) => TOUCHES_CREDENTIALS.includes(operation)))(
  '$operation',
  (route) => {
    /** Nothing that exists is named: what is let in is refused for that, with another status than 403. */
    const request = (headers: Record<string, string>, input: object = {}) =>
      test_app.call(
        route.method,
        route.path.replace(':id', '999999999'),
        {
          name: 'Kunci',
          id: 999_999_999,
          role: 'admin',
          email: 'baru@example.com',
          full_name: 'Baru',
          ...input,
        },
        headers,
      );
    const session = () => ({ authorization: `Bearer ${shop.token}` });

    test('is refused after ten minutes, and goes on with the password', async () => {
      pass(599);
      expect((await request(session())).status).not.toBe(403);
      pass(1);
      const stale = await request(session());
      expect([stale.status, stale.body.code]).toEqual([403, 'password_needed']);
      const wrong = await request(session(), { current_password: 'salah-sekali' });
      expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong_current_password']);
      expect((await request(session())).body.code).toBe('password_needed');
      const right = await request(session(), { current_password: shop.password });
      expect(right.status).not.toBe(403);
      expect(right.body.code).not.toBe('wrong_current_password');
      // It counts for ten minutes, as a login does.
      pass(599);
      expect((await request(session())).status).not.toBe(403);
    });

    test('is refused to an API key, also with the password', async () => {
      const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data;
      for (const input of [{}, { current_password: shop.password }]) {
        const answer = await request({ token: key }, input);
        expect([answer.status, answer.body.code]).toEqual([403, 'session_needed']);
      }
    });
  },
);

describe('confirming the password', () => {
  const confirm = (current_password: string, headers?: Record<string, string>) =>
    shop.call('POST', '/api/account/confirm-password', { current_password }, headers);
  const makeKey = () => shop.call('POST', '/api/account/api-key', { name: 'Kunci' });

  test('makes an older session as fresh as a login, for ten minutes', async () => {
    pass(86_400);
    expect((await makeKey()).status).toBe(403);
    const { confirmed_until } = expectOk(await confirm(shop.password)).body.data;
    expect(new Date(confirmed_until).getTime() - now.getTime()).toBe(600_000);
    expect((await makeKey()).status).toBe(201);
    pass(600);
    expect((await makeKey()).status).toBe(403);
  });

  test('makes no other session of the person fresh', async () => {
    const { email, password } = shop;
    const other = expectOk(await test_app.call('POST', '/api/account/login', { email, password })).body.data;
    pass(86_400);
    expectOk(await confirm(shop.password));
    const answer = await test_app.call('POST', '/api/account/api-key', { name: 'x' }, { token: other.token });
    expect(answer.body.code).toBe('password_needed');
  });

  test('is stopped after ten wrong passwords, whatever Idempotency-Key comes with each, and the person can still sign in', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 15; attempt += 1)
      statuses.push((await confirm('salah-sekali', { 'idempotency-key': `k${attempt}` })).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(statuses.slice(10)).toEqual(Array.from({ length: 5 }, () => 429));
    expect((await confirm(shop.password)).status).toBe(429);
    const { email, password } = shop;
    expect((await test_app.call('POST', '/api/account/login', { email, password })).status).toBe(200);
    pass(900);
    expectOk(await confirm(shop.password));
  });

  test('wrong ten times is told to the person by mail: the session may be in other hands', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await confirm('salah-sekali');
    const mails = async () => (await shop.call('GET', '/api/account/outbox')).body.data as unknown[];
    await expect.poll(mails).toHaveLength(1);
  });

  test('goes on while strangers guess at the account', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1)
      await test_app.call('POST', '/api/account/login', { email: shop.email, password: 'salah-sekali' });
    expect((await confirm(shop.password)).status).toBe(200);
  });
});

describe('the password in the profile', () => {
  const NEW = 'sandi-baru-sekali';
  const profile = { full_name: 'Budi', phone_number: '0812345678' };
  const change = (input: object, headers?: Record<string, string>) =>
    shop.call(
      'PATCH',
      '/api/open/user/profile',
      { ...profile, password: NEW, password_confirmation: NEW, ...input },
      headers,
    );
  const signsIn = async (password: string) =>
    (await test_app.call('POST', '/api/account/login', { email: shop.email, password })).status === 200;
  const name = async () => (await shop.call('GET', '/api/account/me')).body.data.user.full_name;

  test('is not changed by an API key, which may change name and phone', async () => {
    const { key } = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data;
    for (const current_password of [undefined, shop.password]) {
      const answer = await change({ current_password }, { authorization: `Bearer ${key}` });
      expect([answer.status, answer.body.code]).toEqual([403, 'session_needed']);
    }
    expect(await name()).toBe('Juragan');
    expect([await signsIn(shop.password), await signsIn(NEW)]).toEqual([true, false]);
    expect((await shop.call('GET', '/api/account/me')).status).toBe(200);
    expectOk(await test_app.call('PATCH', '/api/open/user/profile', profile, { token: key }));
    expect(await name()).toBe('Budi');
  });

  test('wants the present one, however fresh the login is', async () => {
    const without = await change({});
    expect(Object.keys(without.body.message)).toEqual(['current_password']);
    const wrong = await change({ current_password: 'salah-sekali' });
    expect(Object.keys(wrong.body.message)).toEqual(['current_password']);
    expect(await name()).toBe('Juragan');
    expect([await signsIn(shop.password), await signsIn(NEW)]).toEqual([true, false]);
  });

  test('is guessed at no more often than a login', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push(
        (await change({ current_password: `salah-${attempt}` }, { 'idempotency-key': `p${attempt}` })).status,
      );
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
    expect(await signsIn(shop.password)).toBe(true);
  });

  test('changed with an Idempotency-Key is answered again as it was, though the present password is another now', async () => {
    const send = () => change({ current_password: shop.password }, { 'idempotency-key': 'ganti' });
    const first = expectOk(await send());
    const again = expectOk(await send());
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await signsIn(NEW)).toBe(true);
  });
});
