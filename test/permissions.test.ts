import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Permission, Role } from '../src/kernel/permissions.ts';
import { isForSignedIn, isForVendor } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { startTestApp, type TestApp, type TestShop } from './harness.ts';
import { expectOk } from './stall.ts';

/** Who may do what, written down a second time: a change of either is noticed. */
const EVERYBODY: Role[] = ['owner', 'admin', 'warehouse'];
const OFFICE: Role[] = ['owner', 'admin'];
const MAY: Record<Permission, Role[]> = {
  'shop.read': EVERYBODY,
  'shop.write': OFFICE,
  'profile.write': EVERYBODY,
  'users.manage': ['owner'],
  'keys.manage': ['owner'],
  'audit.read': ['owner'],
  'work.read': OFFICE,
  'reference.read': EVERYBODY,
  'catalog.read': EVERYBODY,
  'catalog.write': OFFICE,
  'stock.read': EVERYBODY,
  'stock.write': EVERYBODY,
  'cost.read': ['owner'],
  'customers.read': OFFICE,
  'customers.write': OFFICE,
  'banks.read': OFFICE,
  'banks.write': OFFICE,
  'orders.read': EVERYBODY,
  'orders.write': OFFICE,
  'orders.ship': EVERYBODY,
  'orders.bulk': OFFICE,
  'payments.write': OFFICE,
  'admin_fees.read': OFFICE,
  'admin_fees.write': OFFICE,
  'gateway.manage': ['owner'],
  'checkouts.read': OFFICE,
  'checkouts.confirm': OFFICE,
  'promos.read': OFFICE,
  'promos.write': OFFICE,
  'courier_keys.manage': OFFICE,
  'cod.read': OFFICE,
  'cod.write': OFFICE,
  'performance.read': OFFICE,
  'mutation_connections.manage': OFFICE,
  'messages.read': OFFICE,
  'messages.send': OFFICE,
  'messages.manage': ['owner'],
  'invoices.read': OFFICE,
  'receivables.read': OFFICE,
  'orderpay.read': OFFICE,
  'orderpay.withdraw': ['owner'],
  'refunds.settle': OFFICE,
  'billing.manage': ['owner'],
  'notifications.read': EVERYBODY,
  'webhooks.manage': ['owner'],
  'webhooks.read': ['owner'],
  'expenses.read': OFFICE,
  'expenses.write': OFFICE,
  'reports.read': OFFICE,
  'views.write': EVERYBODY,
  'views.share': OFFICE,
};

let test_app: TestApp;
let shop: TestShop;
/** What each role signs in with; the key was made by the owner. */
const credentials: Record<string, string> = {};

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  const password = 'sandi-pegawai-toko';
  for (const role of EVERYBODY) {
    const person = { email: `${role}@example.com`, full_name: role, role };
    const { token } = expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data;
    expectOk(await test_app.call('POST', '/api/account/user/accept', { token, password }));
    const login = await test_app.call('POST', '/api/account/login', { email: person.email, password });
    credentials[role] = login.body.data.token;
  }
  const key = await shop.call('POST', '/api/account/api-key', { name: 'Kunci' });
  credentials['key of an owner'] = key.body.data.key;
});
afterAll(() => test_app.close());

const protectedRoutes = routes.flatMap((route) =>
  isForSignedIn(route.access)
    ? [{ ...route, access: route.access, title: `${route.method} ${route.path}` }]
    : [],
);

describe.each(protectedRoutes)('$title', (route) => {
  /** Nothing that exists is named, so that whoever may only asks in vain. */
  const request = (token?: string) =>
    test_app.call(
      route.method,
      route.path.replaceAll(/:\w+/g, '999999999'),
      {},
      token === undefined ? {} : { token },
    );

  test('is refused to whoever is not signed in', async () => {
    expect((await request()).status).toBe(401);
  });

  test('is open to the roles that may, and to no others', async () => {
    const refused: string[] = [];
    // Signing out ends the session that asks.
    const requesting = route.operation === 'logout' ? ['key of an owner'] : Object.keys(credentials);
    for (const who of requesting) if ((await request(credentials[who])).status === 403) refused.push(who);
    const roles = EVERYBODY.filter((role) => !MAY[route.access.permission].includes(role));
    const keys = route.access.session_only === true ? ['key of an owner'] : [];
    expect(refused).toEqual([...roles, ...keys]);
  });
});

test.each(
  routes.filter(({ access }) => isForVendor(access)).map((route) => [route.operation, route] as const),
)('%s, a callback, is refused to whoever has not signed it, signed in or not', async (_operation, route) => {
  for (const token of [undefined, ...Object.values(credentials)]) {
    const path = route.path.replaceAll(/:\w+/g, '1');
    const answer = await test_app.call(route.method, path, {}, token === undefined ? {} : { token });
    expect([answer.status, answer.body.code]).toEqual([401, 'callback_unverified']);
  }
});
