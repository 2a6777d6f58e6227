import { hasEntrance, type Route } from '../src/kernel/http/route.ts';
import { hashToken, makeShopToken } from '../src/kernel/shop-token.ts';
import type { Answered, TestApp, TestShop } from './harness.ts';
import { addCustomer, expectOk } from './stall.ts';
import type { World } from './world.ts';

export interface TestBuyer {
  customer_id: number;
  session_id: number;
  token: string;
}

let buyers = 0;

/** A customer of the shop with an account, signed in at its store. */
export async function addBuyer(test_app: TestApp, shop: TestShop, category = 'N'): Promise<TestBuyer> {
  buyers += 1;
  const email = `pembeli-${shop.shop_id}-${buyers}@example.com`;
  const customer_id = await addCustomer(shop, category, `Pembeli ${buyers}`, `0857${10_000_000 + buyers}`);
  const account = { id: customer_id, email, active: true };
  expectOk(await shop.call('POST', '/api/open/customer/privor-activation', account));
  const token = makeShopToken(test_app.services.random, shop.shop_id, { prefix: 'ngb_' });
  const { rows } = await test_app.database.pool.query<{ id: string }>(
    `insert into buyer_sessions (shop_id, customer_id, account_ends, token_hash, created_at, last_used_at, expires_at)
     values ($1, $2, 0, $3, now(), now(), now() + interval '30 days') returning id`,
    [shop.shop_id, customer_id, hashToken(token)],
  );
  return { customer_id, session_id: Number(rows[0]?.id), token };
}

/** The routes of stores, and those of them that need a buyer who is signed in. */
export const storeRoutes = (routes: readonly Route[]) => routes.filter(({ access }) => hasEntrance(access));
export const needsBuyer = ({ access }: Route) => hasEntrance(access) && access.credential.is_needed;

/** Sends requests to the store of a shop, as a guest or with the token of a buyer. */
export function visitorOf(test_app: TestApp, { subdomain }: Pick<TestShop, 'subdomain'>, token?: string) {
  return (method: string, path: string, input?: object, headers = {}): Promise<Answered> =>
    test_app.call(method, path.replace('/api/store/:subdomain', `/api/store/${subdomain}`), input, {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    });
}

/** Sends a request to a route as the owner of the shop, or at its store as the buyer. */
export function callOf(test_app: TestApp, { shop, buyer }: Pick<World, 'shop' | 'buyer'>) {
  const visit = visitorOf(test_app, shop, buyer.token);
  return ({ access, method }: Route, path: string, input?: object, headers = {}): Promise<Answered> =>
    hasEntrance(access) ? visit(method, path, input, headers) : shop.call(method, path, input, headers);
}
