import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopZone } from '../../../../test/shop-zone.ts';
import { expectOk } from '../../../../test/stall.ts';
import { passwordMatches } from '../passwords/hash-password.ts';

vi.mock(import('../passwords/hash-password.ts'), { spy: true });

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now } });
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 3_600_000);
};
let people = 0;
const registration = (change: Record<string, unknown> = {}) => {
  people += 1;
  return {
    shop_name: 'Tokoku',
    subdomain: `tokoku-${people}`,
    full_name: 'Budi',
    email: `budi${people}@example.com`,
    phone_number: '081234567890',
    password: 'sandi-yang-panjang',
    ...change,
  };
};
const register = (change: Record<string, unknown> = {}) =>
  test_app.call('POST', '/api/account/register', registration(change));
const login = (email: string, password: string, headers?: Record<string, string>) =>
  test_app.call('POST', '/api/account/login', { email, password }, headers);
const me = (headers: Record<string, string>) => test_app.call('GET', '/api/account/me', {}, headers);

describe('opening a shop', () => {
  test('answers its ids, and it can sell at once', async () => {
    const answer = await register({ email: 'Siti@Example.COM ' });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({ shop_id: expect.any(Number), user_id: expect.any(Number) });
    const { token } = expectOk(await login('siti@example.com', 'sandi-yang-panjang')).body.data;
    const supplier = await test_app.call('GET', '/api/open/supplier', {}, { token });
    expect(supplier.body.data).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'nothing',
      { shop_name: '', full_name: null, email: '', phone_number: ' ', password: '' },
      ['email', 'full_name', 'password', 'phone_number', 'shop_name'],
    ],
    ['a short password', { password: '1234567' }, ['password']],
    ['an email that is none', { email: 'budi' }, ['email']],
    ['a subdomain that is no part of an address', { subdomain: 'toko_ku!' }, ['subdomain']],
    ['a subdomain of the platform', { subdomain: 'WWW' }, ['subdomain']],
    ['a subdomain that ends with a dash', { subdomain: 'tokoku-' }, ['subdomain']],
    ['a phone that is none', { phone_number: '12' }, ['phone_number']],
  ])('with %s is refused, naming the fields', async (_title, change, fields) => {
    const answer = await register(change);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message).sort()).toEqual(fields);
  });

  test('with an email or subdomain that is taken, in any letter case, is refused', async () => {
    expect(Object.keys((await register({ email: shop.email.toUpperCase() })).body.message)).toEqual([
      'email',
    ]);
    expectOk(await register({ subdomain: 'sama' }));
    expect(Object.keys((await register({ subdomain: 'SAMA' })).body.message)).toEqual(['subdomain']);
  });

  test.each([
    ['email', 'rebutan@example.com'],
    ['subdomain', 'rebutan'],
  ])('by ten at once with the same %s opens one shop', async (field, value) => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => register({ [field]: value })));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 422),
    ]);
  });
});

describe('signing in', () => {
  test('gives a token, and a cookie that no script can read', async () => {
    const answer = expectOk(await login(shop.email.toUpperCase(), shop.password));
    const { token, expires_at } = answer.body.data;
    expect(new Date(expires_at).getTime()).toBe(now.getTime() + 30 * 86_400_000);
    expect(answer.headers['set-cookie']).toEqual([
      `ngorder_session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`,
      expect.stringMatching(
        /^ngorder_device=[\w-]{43}; Path=\/api\/account; HttpOnly; SameSite=Lax; Max-Age=34560000$/,
      ),
    ]);
    const cookie = { cookie: `ngorder_session=${token}` };
    expect((await me(cookie)).body.data.user.email).toBe(shop.email);
  });

  test('a wrong password and an unknown email are answered alike', async () => {
    const wrong = await login(shop.email, 'salah-sekali');
    const unknown = await login('tidak-ada@example.com', 'salah-sekali');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
  });

  test('takes the same work whether the email is known or not', async () => {
    const work: number[][] = [];
    for (const email of [shop.email, 'tidak-ada@example.com']) {
      const sent = test_app.database.statements.sent;
      const checked = vi.mocked(passwordMatches).mock.calls.length;
      expect((await login(email, 'salah-sekali')).status).toBe(401);
      work.push([
        test_app.database.statements.sent - sent,
        vi.mocked(passwordMatches).mock.calls.length - checked,
      ]);
    }
    expect(work).toEqual([
      [5, 1],
      [5, 1],
    ]);
  });
});

describe('a session', () => {
  const signIn = async (owner: TestShop) =>
    expectOk(await login(owner.email, owner.password)).body.data.token as string;

  test('tells who is signed in and what this user may do', async () => {
    const { body } = expectOk(await shop.call('GET', '/api/account/me'));
    expect(body.data).toEqual({
      user: {
        id: shop.user_id,
        full_name: 'Juragan',
        email: shop.email,
        phone_number: '6281234567890',
        role: 'owner',
      },
      shop: {
        id: shop.shop_id,
        name: expect.any(String),
        subdomain: expect.any(String),
        time_zone: shopZone,
      },
      signed_in_by: 'SESSION',
      permissions: expect.arrayContaining(['keys.manage', 'cost.read']),
    });
  });

  test('ends at once when it signs out, and its cookie with it', async () => {
    const token = await signIn(shop);
    expect((await me({ token })).status).toBe(200);
    const answer = await test_app.call('POST', '/api/account/logout', {}, { token });
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect((await me({ token })).status).toBe(401);
  });

  test('is listed, and can be ended from another one', async () => {
    const owner = await test_app.openShop();
    const lost = await signIn(owner);
    const sessions = expectOk(await owner.call('GET', '/api/account/sessions')).body.data;
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session: { is_this: boolean }) => !session.is_this);
    expectOk(await owner.call('DELETE', `/api/account/session/${other.id}`));
    expect((await me({ token: lost })).status).toBe(401);
    expect((await owner.call('GET', '/api/account/me')).status).toBe(200);
    expect((await owner.call('DELETE', `/api/account/session/${other.id}`)).status).toBe(404);
  });

  test('list takes the same number of statements for 1, 10 and 40 sessions', async () => {
    const owner = await test_app.openShop();
    const sent: number[] = [];
    let having = 1;
    for (const count of [1, 10, 40]) {
      for (; having < count; having += 1) await signIn(owner);
      await owner.call('GET', '/api/account/me');
      sent.push(
        await countStatements(test_app, async () => {
          expect((await owner.call('GET', '/api/account/sessions')).body.data).toHaveLength(count);
        }),
      );
    }
    // Who asks is looked up each time.
    expect(sent).toEqual([2, 2, 2]);
    hours(0.3);
  });

  test('of somebody else can be ended by nobody', async () => {
    const [owner, other] = [await test_app.openShop(), await test_app.openShop()];
    const [{ id }] = expectOk(await owner.call('GET', '/api/account/sessions')).body.data;
    expect((await other.call('DELETE', `/api/account/session/${id}`)).status).toBe(404);
    expect((await owner.call('GET', '/api/account/me')).status).toBe(200);
  });

  test('ends by itself after thirty days', async () => {
    const owner = await test_app.openShop();
    hours(30 * 24 - 1);
    expect((await owner.call('GET', '/api/account/me')).status).toBe(200);
    hours(2);
    expect((await owner.call('GET', '/api/account/me')).status).toBe(401);
  });

  test('in a cookie does nothing for a page of another site', async () => {
    const owner = await test_app.openShop();
    const cookie = { cookie: `ngorder_session=${owner.token}` };
    const forged = await test_app.call(
      'POST',
      '/api/account/logout',
      {},
      { ...cookie, origin: 'https://jahat.example' },
    );
    expect(forged.status).toBe(403);
    const mine = await test_app.call(
      'POST',
      '/api/account/logout',
      {},
      { ...cookie, origin: 'http://ngorder.test' },
    );
    expect(mine.status).toBe(200);
  });
});

describe('the profile', () => {
  const profile = (owner: TestShop, change: Record<string, unknown>) =>
    owner.call('PATCH', '/api/open/user/profile', {
      full_name: 'Budi',
      phone_number: '0812345678',
      ...change,
    });

  test('changes name and phone, and keeps the password', async () => {
    const owner = await test_app.openShop();
    expect(expectOk(await profile(owner, {})).body.data).toEqual({
      full_name: 'Budi',
      phone_number: '62812345678',
    });
    expect((await login(owner.email, owner.password)).status).toBe(200);
  });

  test('changes the password and ends all other sessions', async () => {
    const owner = await test_app.openShop();
    const other = expectOk(await login(owner.email, owner.password)).body.data.token;
    const password = 'sandi-baru-sekali';
    const current_password = owner.password;
    expectOk(await profile(owner, { password, password_confirmation: password, current_password }));
    expect((await me({ token: other })).status).toBe(401);
    expect((await owner.call('GET', '/api/account/me')).status).toBe(200);
    expect((await login(owner.email, owner.password)).status).toBe(401);
    expect((await login(owner.email, password)).status).toBe(200);
  });

  test('refuses a password that is not confirmed', async () => {
    const owner = await test_app.openShop();
    for (const password_confirmation of [undefined, 'lain-sama-sekali']) {
      const answer = await profile(owner, { password: 'sandi-baru-sekali', password_confirmation });
      expect(Object.keys(answer.body.message)).toEqual(['password_confirmation']);
    }
    expect((await login(owner.email, owner.password)).status).toBe(200);
  });
});
