import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';

let test_app: TestApp;
let shop: TestShop;

const PAGE = 'https://toko.example.com';
const pathOf = ({ subdomain }: { subdomain: string }) => `/api/store/${subdomain}`;

beforeAll(async () => {
  test_app = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '40' } });
  shop = await test_app.openShop();
  await shop.call('PUT', '/api/open/shop/origin', { origins: [PAGE] });
});
afterAll(() => test_app.close());

describe.each([undefined, '*', 'shops', 'https://lain.example'])('with CORS_ORIGINS %s', (CORS_ORIGINS) => {
  let app: TestApp;
  let own: TestShop;

  beforeAll(async () => {
    app = await startTestApp({ environment: CORS_ORIGINS === undefined ? {} : { CORS_ORIGINS } });
    own = await app.openShop();
    await own.call('PUT', '/api/open/shop/origin', { origins: [PAGE] });
  });
  afterAll(() => app.close());

  const ask = (url: string, headers: Record<string, string>) => app.call('GET', url, undefined, headers);

  test('a browser is given leave to ask a store from anywhere, without cookies', async () => {
    const leave = await app.call('OPTIONS', pathOf(own), undefined, {
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, idempotency-key',
    });
    expect([leave.status, leave.headers['access-control-allow-origin']]).toEqual([204, PAGE]);
    expect(leave.headers['access-control-allow-headers']).toContain('idempotency-key');
    expect(leave.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('a page reads what a store answers, refusals too, if its shop allows the origin, and no other page does', async () => {
    const seen = async (url: string, headers: Record<string, string>) =>
      (await ask(url, headers)).headers['access-control-allow-origin'];
    expect(await seen(pathOf(own), { origin: PAGE })).toBe(PAGE);
    expect(await seen(pathOf(own), { origin: PAGE, authorization: 'Bearer ngb_salah_1' })).toBe(PAGE);
    expect(await seen(pathOf(own), { origin: 'https://lain.example' })).toBeUndefined();
    expect(await seen(pathOf({ subdomain: 'tak-ada' }), { origin: PAGE })).toBeUndefined();
    expect(await seen(pathOf(own), { origin: 'null' })).toBeUndefined();
  });
});

test('whoever guesses subdomains or tokens is counted like everybody of that address, and waits', async () => {
  const guess = (count: number) =>
    test_app.call('GET', pathOf({ subdomain: `toko-${count}` }), undefined, { 'x-real-ip': String(count) });
  const answers = await Promise.all(Array.from({ length: 45 }, (_, count) => guess(count)));
  const counts = Map.groupBy(answers, ({ status }) => status);
  expect(counts.get(404)?.length).toBeLessThanOrEqual(40);
  expect(counts.get(429)?.length).toBeGreaterThanOrEqual(5);
  const token = await test_app.call('GET', pathOf(shop), undefined, { authorization: 'Bearer ngb_x_1' });
  expect(token.status).toBe(429);
});
