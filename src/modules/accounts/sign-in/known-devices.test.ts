import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now }, environment: { TRUST_PROXY: '1' } });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

const days = (count: number) => {
  now = new Date(now.getTime() + count * 86_400_000);
};
let networks = 0;
const elsewhere = () => `10.9.${(networks += 1) >> 8}.${networks & 255}`;
/** What a browser would send back of the cookies of an answer. */
const deviceOf = (answer: Answered) =>
  (answer.headers['set-cookie'] as string[])
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith('ngorder_device=')) ?? '';
const login = (password: string, address: string, cookie = '', email = shop.email) =>
  test_app.call(
    'POST',
    '/api/account/login',
    { email, password },
    { 'x-forwarded-for': address, ...(cookie !== '' && { cookie }) },
  );
const signIn = async (address: string, cookie = '', owner = shop) =>
  deviceOf(expectOk(await login(owner.password, address, cookie, owner.email)));
/** A stranger's wrong passwords: until the network is stopped, and from forty others. */
const attack = async (address: string) => {
  for (let attempt = 0; attempt < 30; attempt += 1) await login('salah-sekali', address);
  for (let guesser = 0; guesser < 40; guesser += 1) await login('salah-sekali', elsewhere());
};

describe('a device on which the person signed in before', () => {
  test('lets the person in at once, whatever strangers guess, also behind the same address', async () => {
    const home = elsewhere();
    const device = await signIn(home);
    await attack(home);
    expect((await login(shop.password, home)).status).toBe(429);
    expect((await login(shop.password, elsewhere())).status).toBe(429);
    expect((await login(shop.password, home, device)).status).toBe(200);
    expect((await login(shop.password, elsewhere(), device)).status).toBe(200);
  });

  test('is known after signing out, and for 400 days, which each login begins anew', async () => {
    const home = elsewhere();
    const { token } = expectOk(await login(shop.password, home)).body.data;
    const device = await signIn(home);
    expectOk(await test_app.call('POST', '/api/account/logout', {}, { token }));
    days(399);
    await attack(home);
    const renewed = await signIn(home, device);
    days(2);
    await attack(home);
    expect((await login(shop.password, home, device)).status).toBe(429);
    expect((await login(shop.password, home, renewed)).status).toBe(200);
  });

  test('has ten wrong passwords of its own, as it may be stolen', async () => {
    const device = await signIn(elsewhere());
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push((await login('salah-sekali', elsewhere(), device)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });

  test('is known for each of several people, and for nobody else', async () => {
    const other = await test_app.openShop();
    const first = await signIn(elsewhere());
    const shared = await signIn(elsewhere(), first, other);
    const stranger = await test_app.openShop();
    const foreign = await signIn(elsewhere(), '', stranger);
    for (const owner of [shop, other]) {
      const home = elsewhere();
      for (let attempt = 0; attempt < 10; attempt += 1) await login('salah-sekali', home, '', owner.email);
      expect((await login(owner.password, home, foreign, owner.email)).status).toBe(429);
      expect((await login(owner.password, home, shared, owner.email)).status).toBe(200);
    }
  });

  test('names nobody: its cookie tells neither who nor which shop, and a forged one opens nothing', async () => {
    const home = elsewhere();
    const device = await signIn(home);
    const value = device.split('=')[1] ?? '';
    const bytes = Buffer.from(value, 'base64url');
    expect(bytes).toHaveLength(32);
    await attack(home);
    for (let place = 0; place < bytes.length; place += 5) {
      const forged = Buffer.from(bytes);
      forged[place] = (forged[place] ?? 0) ^ 1;
      const cookie = `ngorder_device=${forged.toString('base64url')}`;
      expect((await login(shop.password, home, cookie)).status).toBe(429);
    }
    for (const cookie of ['', '.', '....', 'x', 'x'.repeat(5_000), '%00'])
      expect((await login(shop.password, home, `ngorder_device=${cookie}`)).status).toBe(429);
    expect((await login(shop.password, home, `ngorder_device=x.x.${value}`)).status).toBe(200);
  });

  test('keeps the marks of five people, the last to sign in', async () => {
    let cookie = await signIn(elsewhere());
    for (let person = 0; person < 5; person += 1)
      cookie = await signIn(elsewhere(), cookie, await test_app.openShop());
    expect(cookie.split('=')[1]?.split('.')).toHaveLength(5);
    const home = elsewhere();
    await attack(home);
    expect((await login(shop.password, home, cookie)).status).toBe(429);
  });
});

describe('many wrong passwords', () => {
  const mails = async () =>
    expectOk(await shop.call('GET', '/api/account/outbox')).body.data as Record<string, string>[];

  test('are told to the person by mail, once a day, in both languages', async () => {
    const guesser = elsewhere();
    for (let attempt = 0; attempt < 9; attempt += 1) await login('salah-sekali', guesser);
    expect(await mails()).toEqual([]);
    await attack(elsewhere());
    await expect.poll(mails).toHaveLength(1);
    const [mail] = await mails();
    expect(mail).toMatchObject({ recipient: shop.email });
    expect(mail?.['subject']).toContain('Percobaan masuk yang gagal');
    expect(mail?.['body']).toContain('Akun Anda tidak\nterkunci');
    expect(mail?.['body']).toContain('Your account is not\nlocked');
    days(1);
    await signInAgain();
    expect(await mails()).toHaveLength(1);
    await attack(elsewhere());
    await expect.poll(mails).toHaveLength(2);
  });

  /** The session of the test's owner may have ended by time. */
  const signInAgain = async () => expectOk(await login(shop.password, elsewhere()));

  test('on an account that does not exist are told to nobody', async () => {
    for (let guesser = 0; guesser < 12; guesser += 1)
      await login('salah-sekali', elsewhere(), '', 'bukan-siapa-siapa@example.com');
    const { rows } = await test_app.database.pool.query(
      "select 1 from mails where recipient = 'bukan-siapa-siapa@example.com'",
    );
    expect(rows).toEqual([]);
  });
});
