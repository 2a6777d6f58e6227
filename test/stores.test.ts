import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf, may } from '../src/kernel/permissions.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';
import type { World } from './route-ids.ts';
import { shopRows } from './shop-rows.ts';
import { addBuyer, needsBuyer, storeRoutes, visitorOf } from './visitors.ts';

let test_app: TestApp;
let world: World;
let other: World;
let key: string;

beforeAll(async () => {
  test_app = await startTestApp();
  world = await openWorld(test_app);
  other = await openWorld(test_app);
  key = (await world.shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data.key;
});
afterAll(() => test_app.close());

const withoutRequestId = ({ status, text, body }: Answered) =>
  `${status} ${text.replace(body?.request_id ?? '', '')}`;

test('a visitor has no permission, whatever any role has', () => {
  expect(permissionsOf('owner').filter((permission) => may('visitor', permission))).toEqual([]);
});

describe.each(storeRoutes(routes).map((route) => [route.operation, route] as const))(
  '%s',
  (_operation, route) => {
    /** Nothing that exists is named, so that whoever may only asks in vain. */
    const path = route.path.replaceAll(/:(?!subdomain)\w+/g, '999999999');
    const ask = (token?: string, headers = {}, at: World = world) =>
      visitorOf(test_app, at.shop, token)(route.method, path, {}, headers);

    test('lets a buyer in by a token of this store, and a guest where it says so', async () => {
      // Signing out ends the session that asks.
      const { token } =
        route.operation === 'signOutBuyer' ? await addBuyer(test_app, world.shop) : world.buyer;
      const entered = [await ask(token), await ask()].map(({ status }) => status !== 401 && status !== 403);
      expect(entered).toEqual([true, !needsBuyer(route)]);
    });

    test('knows no token but those of its own buyers: all others are answered alike, byte for byte', async () => {
      const before = [await shopRows(test_app.database.pool, world.shop.shop_id)];
      const own = world.buyer.token;
      const strangers = [
        'ngb_bukan_siapa-siapa',
        `ngb_tak-dikenal_${world.shop.shop_id}`,
        other.buyer.token,
        other.buyer.token.replace(/_\d+$/, `_${world.shop.shop_id}`),
        own.replace(/_\d+$/, `_${other.shop.shop_id}`),
        `${own}x`,
        world.shop.token,
        key,
      ];
      const answers = await Promise.all(strangers.map((token) => ask(token)));
      expect(new Set(answers.map(withoutRequestId)).size).toBe(1);
      expect([answers[0]?.status, answers[0]?.body.code]).toEqual([401, 'buyer_unauthenticated']);
      expect([await shopRows(test_app.database.pool, world.shop.shop_id)]).toEqual(before);
    });

    test('takes no cookie and no other header for a sign-in', async () => {
      const cookie = `ngorder_session=${world.shop.token}`;
      const as_nobody = await ask();
      for (const headers of [{ cookie }, { token: world.shop.token }, { token: `Bearer ${key}` }])
        expect(withoutRequestId(await ask(undefined, headers))).toBe(withoutRequestId(as_nobody));
    });
  },
);

describe('a store that is not open', () => {
  const path = '/api/store/:subdomain';
  const found = (subdomain: string, token?: string) =>
    visitorOf(test_app, { subdomain }, token)('GET', path).then(withoutRequestId);

  test('is answered like one that does not exist, to guests and to its own buyers', async () => {
    const missing = await found('tak-ada-toko-ini');
    expect(missing).toContain('404');
    expect(missing).toContain('store_unknown');
    for (const change of [`status = 'SUSPENDED'`, 'storefront_enabled = false']) {
      const closing = await openWorld(test_app);
      await test_app.database.pool.query(`update shops set ${change} where id = $1`, [closing.shop.shop_id]);
      // It was visited a moment ago, and is believed to be open for a second.
      await sleep(1_100);
      expect(await found(closing.shop.subdomain)).toBe(missing);
      expect(await found(closing.shop.subdomain, closing.buyer.token)).toBe(missing);
    }
  });

  test('is found in any letter case, and by nothing that is nearly it', async () => {
    const { subdomain } = world.shop;
    expect(await found(subdomain.toUpperCase())).toBe(await found(subdomain));
    const missing = await found('tak-ada-toko-ini');
    for (const nearly of [`${subdomain}x`, '%25', `${subdomain}%00`, encodeURIComponent(`' or true --`)])
      expect(await found(nearly)).toBe(missing);
  });
});

test('a buyer who is signed out, blocked, deleted, or has no account any more, is nobody at once', async () => {
  const { pool } = test_app.database;
  const activation = (status: string) => (at: World) =>
    at.shop.call('PATCH', '/api/open/customer/activation-status', { id: at.buyer.customer_id, status });
  const changes = [
    activation('4'),
    activation('5'),
    (at: World) =>
      at.shop.call('POST', '/api/open/customer/privor-activation', {
        id: at.buyer.customer_id,
        active: false,
        email: 'tanpa-akun@example.com',
      }),
    ({ shop }: World) => pool.query('delete from buyer_sessions where shop_id = $1', [shop.shop_id]),
    ({ shop }: World) =>
      pool.query(`update buyer_sessions set expires_at = now() where shop_id = $1`, [shop.shop_id]),
  ];
  for (const change of changes) {
    const ended = await openWorld(test_app);
    const done = await change(ended);
    expect('status' in done ? done.status : 200).toBe(200);
    const answer = await visitorOf(test_app, ended.shop, ended.buyer.token)('GET', '/api/store/:subdomain');
    expect(answer.status).toBe(401);
  }
});
