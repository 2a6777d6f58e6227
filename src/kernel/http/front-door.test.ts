import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { readConfig } from '../config.ts';
import { SESSION_COOKIE } from './authentication.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

describe('the front door', () => {
  test('shows a browser the dashboard, and the reference where it looks for that', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const answer = await test_app.app.inject({ url: '/', headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await test_app.app.inject({ url: '/docs/', headers })).statusCode).toBe(200);
  });

  test('says to a program where things are, and they are there', async () => {
    const answer = await test_app.app.inject({ url: '/', headers: { host: 'toko.example' } });
    const { name, version, ...places } = answer.json();
    expect([name, version]).toEqual(['Ngorder API', expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect(Object.keys(places).sort()).toEqual(['errors', 'health', 'openapi', 'reference']);
    for (const address of Object.values<string>(places)) {
      expect(address.startsWith('http://toko.example/')).toBe(true);
      expect((await test_app.app.inject({ url: new URL(address).pathname })).statusCode).toBe(200);
    }
  });
});

const PAGE = 'https://toko.example.com';

describe('a page of another origin', () => {
  const appFor = (CORS_ORIGINS: string | undefined) =>
    buildApp(
      {
        ...test_app.services,
        config: readConfig({ CORS_ORIGINS, LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '0' }),
      },
      () => Promise.resolve(true),
    );
  const preflight = {
    method: 'OPTIONS',
    url: '/api/open/order',
    headers: {
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type, idempotency-key',
    },
  } as const;

  test('gets no leave where none is set', async () => {
    const answer = await test_app.app.inject(preflight);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each([
    ['by name', `https://lain.example.com, ${PAGE}:443`, PAGE],
    ['with all', '*', '*'],
  ])('that is allowed %s sends its key and reads answers and refusals', async (_title, setting, allowed) => {
    const app = await appFor(setting);
    const leave = await app.inject(preflight);
    expect(leave.statusCode).toBe(204);
    expect(leave.headers['access-control-allow-origin']).toBe(allowed);
    expect(leave.headers['access-control-allow-methods']).toContain('POST');
    expect(leave.headers['access-control-allow-headers']).toContain('idempotency-key');
    expect(leave.headers['access-control-allow-credentials']).toBeUndefined();
    for (const [token, status] of [
      [shop.token, 200],
      ['salah', 401],
    ] as const) {
      const answer = await app.inject({
        url: '/api/open/order',
        headers: { origin: PAGE, authorization: `Bearer ${token}` },
      });
      expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([status, allowed]);
      expect(answer.headers['access-control-expose-headers']).toContain('retry-after');
    }
    const written = await app.inject({
      method: 'POST',
      url: '/api/open/product-category',
      headers: { origin: PAGE, authorization: `Bearer ${shop.token}`, 'sec-fetch-site': 'cross-site' },
      payload: { name: `Tas ${allowed}` },
    });
    expect([written.statusCode, written.headers['access-control-allow-origin']]).toEqual([200, allowed]);
    // A cookie of the shop's own browser is no key, whatever page sends it along.
    const by_cookie = await app.inject({
      method: 'POST',
      url: '/api/open/product-category',
      headers: { origin: PAGE, cookie: `${SESSION_COOKIE}=${shop.token}`, 'sec-fetch-site': 'cross-site' },
      payload: { name: 'Jahat' },
    });
    expect(by_cookie.statusCode).toBe(403);
    await app.close();
  });

  test('of a shop reads what this shop is answered, and nothing else, where shops decide', async () => {
    const app = await appFor('https://lain.example.com, shops');
    const allow = (origins: string[]) =>
      shop.call('PUT', '/api/open/shop/origin', { origins }).then(({ status, body }) => [status, body.data]);
    const seen = async (token: string, origin = PAGE, url = '/api/open/order') => {
      const headers = { origin, authorization: `Bearer ${token}` };
      const answer = await app.inject({ url, headers });
      return answer.headers['access-control-allow-origin'];
    };
    expect((await app.inject(preflight)).headers['access-control-allow-origin']).toBe(PAGE);
    expect(await seen(shop.token)).toBeUndefined();
    expect(await allow(['https://TOKO.example.com:443', PAGE])).toEqual([200, { origins: [PAGE] }]);
    const other = await test_app.openShop();
    const { token } = await test_app.openShop();
    await expect.poll(() => seen(shop.token), { timeout: 5_000 }).toBe(PAGE);
    const refused = await app.inject({
      method: 'POST',
      url: '/api/open/product-category',
      headers: { origin: PAGE, authorization: `Bearer ${shop.token}` },
      payload: {},
    });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([422, PAGE]);
    // Another shop's key, no key, another page, a cookie of the shop's own browser: nothing can be read.
    expect([await seen(token), await seen(other.token), await seen('salah')]).toEqual(
      Array(3).fill(undefined),
    );
    expect(await seen(shop.token, 'https://toko.example.com.jahat.example')).toBeUndefined();
    expect(await seen(shop.token, 'null')).toBeUndefined();
    const login = await app.inject({
      method: 'POST',
      url: '/api/account/login',
      headers: { origin: PAGE },
      payload: { email: 'a@example.com', password: 'x' },
    });
    expect(login.headers['access-control-allow-origin']).toBeUndefined();
    const by_cookie = await app.inject({
      method: 'POST',
      url: '/api/open/product-category',
      headers: { origin: PAGE, cookie: `${SESSION_COOKIE}=${shop.token}`, 'sec-fetch-site': 'cross-site' },
      payload: { name: 'Jahat' },
    });
    expect(by_cookie.statusCode).toBe(403);
    // One that the installation allows needs no shop.
    expect(await seen('salah', 'https://lain.example.com')).toBe('https://lain.example.com');
    expect(await allow([])).toEqual([200, { origins: [] }]);
    await expect.poll(() => seen(shop.token), { timeout: 5_000 }).toBeUndefined();
    await app.close();
  });

  test.each([
    'toko.example.com',
    'https://toko.example.com/',
    '*',
    'null',
    'javascript://x',
    'https://a.example b',
  ])('a shop can not allow %j', async (origin) => {
    const answer = await shop.call('PUT', '/api/open/shop/origin', { origins: [PAGE, origin] });
    expect([answer.status, Object.keys(answer.body.message)]).toEqual([422, ['origins.1']]);
  });

  test('that is not allowed gets no leave beside one that is', async () => {
    const app = await appFor('https://lain.example.com');
    const answer = await app.inject(preflight);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    await app.close();
  });
});

test.each(['toko.example.com', 'https://toko.example.com/', 'https://a.example, b'])(
  'CORS_ORIGINS refuses %j with what to write',
  (CORS_ORIGINS) => {
    expect(() => readConfig({ CORS_ORIGINS })).toThrow(/CORS_ORIGINS .* must be origins like https:/);
  },
);
