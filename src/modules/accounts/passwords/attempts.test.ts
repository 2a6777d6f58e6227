import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';

let now = new Date('2026-03-10T05:00:00Z');
let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp({ clock: { now: () => now }, environment: { TRUST_PROXY: '1' } });
});
afterAll(() => test_app.close());

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
let networks = 0;
/** An address that nobody has used in these tests. */
const elsewhere = () => {
  networks += 1;
  return `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`;
};
const login = (email: string, password: string, address: string, headers: Record<string, string> = {}) =>
  test_app.call(
    'POST',
    '/api/account/login',
    { email, password },
    { 'x-forwarded-for': address, ...headers },
  );
/** So many wrong passwords, one after the other; gives the statuses. */
const guess = async (
  email: string,
  address: string,
  count: number,
  headers?: () => Record<string, string>,
) => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < count; attempt += 1)
    statuses.push((await login(email, 'salah-sekali', address, headers?.())).status);
  return statuses;
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('wrong passwords for one account from one network', () => {
  test('are stopped after ten, whatever Idempotency-Key comes with each', async () => {
    shop = await test_app.openShop();
    let keys = 0;
    const fresh_key = () => ({ 'idempotency-key': `kunci-${(keys += 1)}` });
    expect(await guess(shop.email, elsewhere(), 80, fresh_key)).toEqual([
      ...times(10, 401),
      ...times(70, 429),
    ]);
  });

  test('make the right one wait too there, for a time that is told and grows, and end with it', async () => {
    shop = await test_app.openShop();
    const there = elsewhere();
    await guess(shop.email, there, 10);
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const stopped = await login(shop.email, shop.password, there);
      expect(stopped.status).toBe(429);
      const seconds = Number(stopped.headers['retry-after']);
      waits.push(seconds);
      pass(seconds - 1);
      expect((await login(shop.email, shop.password, there)).status).toBe(429);
      pass(1);
      expect(await guess(shop.email, there, 1)).toEqual([401]);
    }
    expect(waits).toEqual([60, 120, 240, 480, 900]);
    pass(900);
    expect((await login(shop.email, shop.password, there)).status).toBe(200);
    expect(await guess(shop.email, there, 10)).toEqual(times(10, 401));
  });

  test('that come all at once are counted too', async () => {
    shop = await test_app.openShop();
    const there = elsewhere();
    const answers = await Promise.all(times(15, 0).map(() => login(shop.email, 'salah-sekali', there)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  test('are counted for the whole /64 of an IPv6 address', async () => {
    shop = await test_app.openShop();
    const answers = [];
    for (let host = 1; host <= 12; host += 1)
      answers.push(await login(shop.email, 'salah-sekali', `2001:db8:0:7::${host.toString(16)}`));
    expect(answers.map(({ status }) => status)).toEqual([...times(10, 401), 429, 429]);
    expect((await login(shop.email, shop.password, '2001:db8:0:8::1')).status).toBe(200);
  });

  test('keep nobody out who signs in from elsewhere', async () => {
    shop = await test_app.openShop();
    await guess(shop.email, elsewhere(), 200);
    expect((await login(shop.email, shop.password, elsewhere())).status).toBe(200);
  });

  test('are answered alike whether there is such an account or not, from the first to the last', async () => {
    shop = await test_app.openShop();
    const [one, other] = [elsewhere(), elsewhere()];
    for (let attempt = 0; attempt < 13; attempt += 1) {
      const known = await login(shop.email, 'salah-sekali', one);
      const unknown = await login('tidak-ada@example.com', 'salah-sekali', other);
      expect({ ...known.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' });
      expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
    }
  });
});

describe('an office behind one address', () => {
  test('is not shut out by right passwords, one after the other or all at once', async () => {
    shop = await test_app.openShop();
    const office = elsewhere();
    for (let person = 0; person < 60; person += 1)
      expect((await login(shop.email, shop.password, office)).status).toBe(200);
    const answers = await Promise.all(times(60, 0).map(() => login(shop.email, shop.password, office)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('has fifty slips on whatever accounts, and then three more each minute', async () => {
    const office = elsewhere();
    const slip = (person: number) => login(`orang${person}@example.com`, 'salah-sekali', office);
    const statuses = [];
    for (let person = 0; person < 60; person += 1) statuses.push((await slip(person)).status);
    expect(statuses).toEqual([...times(50, 401), ...times(10, 429)]);
    for (let person = 100; person < 103; person += 1) {
      expect((await slip(person)).status).toBe(429);
      pass(20);
      expect((await slip(person)).status).toBe(401);
    }
  });
});

describe('wrong passwords for one account from many networks', () => {
  /** So many networks with a wrong password each. */
  const storm = async (email: string, count: number) => {
    const statuses: number[] = [];
    for (let guesser = 0; guesser < count; guesser += 1)
      statuses.push(...(await guess(email, elsewhere(), 1)));
    return statuses;
  };

  test('are stopped after thirty: then the first try of a network waits, and each wrong one twice as long', async () => {
    shop = await test_app.openShop();
    expect(await storm(shop.email, 60)).toEqual([...times(30, 401), ...times(30, 429)]);
    const there = elsewhere();
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const stopped = await login(shop.email, 'salah-sekali', there);
      waits.push(Number(stopped.headers['retry-after']));
      pass(waits.at(-1) ?? 0);
      expect(await guess(shop.email, there, 1)).toEqual([401]);
    }
    expect(waits).toEqual([30, 60, 120]);
  });

  test('keep the person out of a new device for half a minute', async () => {
    shop = await test_app.openShop();
    await storm(shop.email, 300);
    const home = elsewhere();
    const stopped = await login(shop.email, shop.password, home);
    expect([stopped.status, stopped.headers['retry-after']]).toEqual([429, '30']);
    pass(15);
    // The attack goes on meanwhile, and asking early takes nothing away.
    await storm(shop.email, 50);
    expect((await login(shop.email, shop.password, home)).headers['retry-after']).toBe('15');
    pass(15);
    expect((await login(shop.email, shop.password, home)).status).toBe(200);
  });

  test('are limited on accounts that do not exist as on others', async () => {
    expect(await storm('hantu@example.com', 40)).toEqual([...times(30, 401), ...times(10, 429)]);
  });
});

describe('an invitation', () => {
  const accept = (token: string, address: string, headers: Record<string, string> = {}) =>
    test_app.call(
      'POST',
      '/api/account/user/accept',
      { token, password: 'sandi-pegawai-toko' },
      { 'x-forwarded-for': address, ...headers },
    );

  test('that opens nothing is counted against its network, whatever Idempotency-Key comes with it', async () => {
    const there = elsewhere();
    const statuses = [];
    for (let attempt = 0; attempt < 55; attempt += 1)
      statuses.push((await accept(`ngi_${attempt}`, there, { 'idempotency-key': `u-${attempt}` })).status);
    expect(statuses).toEqual([...times(50, 422), ...times(5, 429)]);
  });
});

test('a password in a request with an Idempotency-Key is hashed outside of its transaction', async () => {
  shop = await test_app.openShop();
  const password = 'sandi-baru-sekali';
  const profile = {
    full_name: 'Budi',
    phone_number: '0812345678',
    password,
    password_confirmation: password,
  };
  const headers = { 'idempotency-key': 'ganti-sandi' };
  expectOk(
    await shop.call(
      'PATCH',
      '/api/open/user/profile',
      { ...profile, current_password: shop.password },
      headers,
    ),
  );
  expect((await login(shop.email, password, elsewhere())).status).toBe(200);
});
