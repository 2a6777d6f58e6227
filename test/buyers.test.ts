import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isForSignedIn } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type Answered, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';
import type { World } from './route-ids.ts';
import { shopRows } from './shop-rows.ts';
import { storeRoutes, visitorOf } from './visitors.ts';

let test_app: TestApp;
let world: World;
let other: World;
beforeAll(async () => {
  test_app = await startTestApp();
  world = await openWorld(test_app);
  other = await openWorld(test_app);
});
afterAll(() => test_app.close());

const withoutRequestId = ({ status, text, body }: Answered) =>
  `${status} ${text.replace(body?.request_id ?? '', '')}`;

describe('the token of a buyer', () => {
  test('opens no operation of staff: it is answered like a token that nobody has, and changes nothing', async () => {
    const { pool } = test_app.database;
    const before = await shopRows(pool, world.shop.shop_id);
    const of_staff = routes.filter(({ access }) => isForSignedIn(access));
    for (const { method, path, operation } of of_staff) {
      const at = path.replaceAll(/:\w+/g, String(world.ids.order));
      const ask = (token: string) =>
        test_app.call(method, at, {}, { authorization: `Bearer ${token}` }).then(withoutRequestId);
      const answer = await ask(world.buyer.token);
      expect(answer, operation).toMatch(/^401 /);
      expect(answer, operation).toBe(await ask('ngb_bukan-siapa-siapa'));
    }
    expect(of_staff.length).toBeGreaterThan(150);
    expect(await shopRows(pool, world.shop.shop_id)).toEqual(before);
  }, 120_000);
});

describe('the secret token of a checkout', () => {
  const with_token = storeRoutes(routes).filter(({ path }) => path.includes('/order/:token'));

  test.each(with_token.map((route) => [route.operation, route] as const))(
    'opens nothing at another store, not even for its staff and buyers: %s',
    async (_operation, route) => {
      const { pool } = test_app.database;
      const before = await shopRows(pool, world.shop.shop_id);
      const input = { payment: { method: 'TRANSFER' }, order_id: world.ids.order };
      const ask = (secret: string, token?: string) =>
        visitorOf(test_app, other.shop, token)(
          route.method,
          route.path.replace(':token', secret),
          route.method === 'GET' ? {} : input,
        ).then(withoutRequestId);
      const unknown = `${'a'.repeat(43)}_${other.shop.shop_id}`;
      for (const token of [undefined, other.buyer.token])
        expect(await ask(world.checkout_token, token)).toBe(await ask(unknown, token));
      expect(await shopRows(pool, world.shop.shop_id)).toEqual(before);
    },
  );

  test('is of every operation on an order of a guest: there is no other way to one', () => {
    expect(with_token.length).toBeGreaterThanOrEqual(6);
  });
});
