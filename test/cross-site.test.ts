import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { connect, type DatabaseServer } from '../src/kernel/database/connection.ts';
import { SESSION_COOKIE } from '../src/kernel/http/authentication.ts';
import { hasEntrance, isForSignedIn, type Route } from '../src/kernel/http/route.ts';
import { routes } from '../src/modules.ts';
import { ROUTE_IDS, type World } from './route-ids.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { openWorld } from './open-world.ts';

let test_app: TestApp;
let world: World;

beforeAll(async () => {
  test_app = await startTestApp();
  world = await openWorld(test_app);
});
afterAll(() => test_app.close());

/** How browsers say that a request comes from elsewhere. */
const FOREIGN: Record<string, string>[] = [
  { origin: 'https://jahat.example' },
  { origin: 'null' },
  { origin: 'https://ngorder.test' },
  { origin: 'http://ngorder.test:8080' },
  { origin: 'http://ngorder.test.jahat.example' },
  { origin: 'http://toko.ngorder.test', 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': '' },
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
  { origin: 'https://jahat.example', 'sec-fetch-site': 'same-origin' },
  { referer: 'https://jahat.example/halaman' },
  { referer: 'bukan alamat' },
];
/** How browsers say that it comes from our own pages or from nobody's, and programs nothing at all. */
const OWN: Record<string, string>[] = [
  {},
  { origin: 'http://ngorder.test' },
  { origin: 'http://ngorder.test', 'sec-fetch-site': 'same-origin' },
  // Behind a proxy that ends TLS.
  { origin: 'https://ngorder.test', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { referer: 'http://ngorder.test/docs/' },
];

const pathOf = (route: Route) => route.path.replaceAll(/:\w+/g, '999999999');
const named = (chosen: Route[]) => chosen.map((route) => [route.operation, route] as const);

describe.each(named(routes.filter((route) => route.headers !== undefined)))(
  '%s, which sets a cookie,',
  (_operation, route) => {
    test('is refused from other sites, though no cookie comes with the request', async () => {
      for (const headers of FOREIGN) {
        const answer = await test_app.call(route.method, pathOf(route), {}, headers);
        expect([answer.status, answer.body.code], JSON.stringify(headers)).toEqual([403, 'cross_site']);
      }
      for (const headers of OWN) {
        const answer = await test_app.call(route.method, pathOf(route), {}, headers);
        expect(answer.body.code, JSON.stringify(headers)).not.toBe('cross_site');
      }
    });
  },
);

test('a cross-site form signs nobody in, and a program and our own pages do', async () => {
  const { email, password } = world.shop;
  const login = (headers: Record<string, string>) =>
    test_app.app.inject({
      method: 'POST',
      url: '/api/account/login',
      headers: { host: 'ngorder.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ email, password }).toString(),
    });
  const forged = await login({ origin: 'https://jahat.example', 'sec-fetch-site': 'cross-site' });
  expect(forged.statusCode).toBe(403);
  expect(forged.headers['set-cookie']).toBeUndefined();
  for (const headers of OWN.slice(0, 3)) {
    const answer = await login(headers);
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toContain(`${SESSION_COOKIE}=ngs_`);
  }
});

test.each([
  [
    'its origin is the public address, whatever Host it came with',
    { PUBLIC_URL: 'https://toko.example.com' },
    {},
  ],
  [
    'a proxy that is believed says it',
    { TRUST_PROXY: '1' },
    { 'x-forwarded-host': 'toko.example.com', 'x-forwarded-proto': 'https' },
  ],
])('%s', async (_title, environment, headers) => {
  const other = await startTestApp({ environment });
  try {
    const login = (origin: string) => other.call('POST', '/api/account/login', {}, { origin, ...headers });
    expect((await login('https://toko.example.com')).body.code).toBe('invalid_input');
    for (const origin of ['http://ngorder.test', 'http://toko.example.com', 'https://lain.example.com'])
      expect((await login(origin)).body.code).toBe('cross_site');
  } finally {
    await other.close();
  }
});

test('a client that is no proxy of ours can not say what our address is', async () => {
  const login = await test_app.call(
    'POST',
    '/api/account/login',
    {},
    {
      origin: 'https://jahat.example',
      'x-forwarded-host': 'jahat.example',
      'x-forwarded-proto': 'https',
    },
  );
  expect(login.body.code).toBe('cross_site');
});

const changes = (route: Route) => route.method !== 'GET' || route.changes === true;

describe('with the cookie,', () => {
  const codesOf = async (route: Route) => {
    const codes = new Set<string>();
    for (const headers of FOREIGN) {
      const sent = { ...headers, cookie: `${SESSION_COOKIE}=${world.shop.token}` };
      const answer = await test_app.call(route.method, pathOf(route), undefined, sent);
      codes.add(answer.body?.code === 'cross_site' ? 'refused' : 'taken');
    }
    return [...codes];
  };
  const signed_in = routes.filter((route) => isForSignedIn(route.access));

  test.each(named(signed_in.filter(changes)))('%s is refused from other sites', async (_operation, route) => {
    expect(await codesOf(route)).toEqual(['refused']);
  });

  test.each(named(signed_in.filter((route) => !changes(route))))(
    '%s is read from anywhere: it changes nothing',
    async (_operation, route) => {
      expect(await codesOf(route)).toEqual(['taken']);
    },
  );
});

describe('of the requests that read, on a database that takes no write,', () => {
  let database: DatabaseServer;
  let reading: Awaited<ReturnType<typeof buildApp>>;

  beforeAll(async () => {
    const { rows } = await test_app.database.pool.query('select current_database() as database');
    const { host, port, user } = test_app.database.pool.options;
    const connection = {
      host: String(host),
      port: Number(port),
      user: String(user),
      database: rows[0].database,
    };
    database = connect({ connection, pool_size: 4 });
    database.pool.on('connect', (client) => void client.query('set default_transaction_read_only = on'));
    reading = await buildApp({ ...test_app.services, db: database.db }, () => Promise.resolve(true));
  });
  afterAll(async () => {
    await reading.close();
    await database.close();
  });

  /** Asks with an input of the shop's own, in the body, where every field keeps its type. */
  const request = async (route: Route) => {
    const requesting = ROUTE_IDS[route.operation];
    const ids = Object.entries(requesting?.names ?? {}).map(([name, kind]) => [name, world.ids[kind]]);
    const needed = NEEDED[route.operation]?.(world) ?? {};
    const input: Record<string, unknown> = {
      ...requesting?.input?.(world),
      ...Object.fromEntries(ids),
      ...needed,
    };
    const token = hasEntrance(route.access) ? world.buyer.token : world.shop.token;
    return reading.inject({
      method: 'GET',
      url: route.path
        .replace(':subdomain', world.shop.subdomain)
        .replaceAll(/:(\w+)/g, (_, name: string) =>
          name in needed ? String(needed[name]) : JSON.stringify(input[name] ?? 1),
        ),
      payload: input,
      headers: { authorization: `Bearer ${token}` },
    });
  };

  const reads = routes.filter((route) => route.method === 'GET');
  test.each(named(reads.filter((route) => route.changes !== true)))(
    '%s writes nothing',
    async (operation, route) => {
      const answer = await request(route);
      expect(answer.statusCode, answer.body.slice(0, 500)).toBe(ANSWERED[operation] ?? 200);
    },
  );

  test.each(named(reads.filter((route) => route.changes === true)))(
    '%s writes, as it says',
    async (_operation, route) => {
      const answer = await request(route);
      // A short list may be answered at once; what is mailed is written, and this database takes no write.
      expect(answer.statusCode).toBe('content-disposition' in answer.headers ? 200 : 500);
    },
  );
});

/** Inputs of operations without ids, or with lists of them. */
const NEEDED: Record<string, (world: World) => Record<string, unknown>> = {
  generateProductSkus: () => ({ products: [{ name: 'Tas', color: 'merah', size: 'M' }] }),
  getExpeditionCost: () => ({ origin_id: 317101, destination_id: 357302, weight: 1_000, price: 50_000 }),
  getPickList: ({ ids }) => ({ order_ids: [ids.order] }),
  getReportDetail: () => ({ group: 'net-sales' }),
  listOrdersOfReport: () => ({ group: 'net-sales' }),
  listViews: () => ({ list: 'orders' }),
};
/** What is not there in the shop at hand is not found, and that is all that is looked at. */
const ANSWERED: Record<string, number> = {
  getXenditBalance: 422,
  getDownload: 404,
  confirmMessageWebhook: 422,
  trackParcel: 404,
  getBuyerPayment: 404,
  getBuyerOrder: 404,
  printOwnInvoice: 404,
};
