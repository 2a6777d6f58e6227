import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import pg from 'pg';
import { createTestDatabase } from './harness.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const PASSWORD = 'sandi-pegawai-toko';
/** What "at once" comes to: a notification's way, and a request. */
const AT_ONCE_MS = 400;
/** How long a process that hears of nothing believes, and a request. */
const BELIEVED_MS = 1_400;

let here: ServerProcess;
let there: ServerProcess;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { host, port, user, database: name } = database.connection;
  const url = `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
  [here, there] = [
    await startServerProcess({ DATABASE_URL: url }),
    await startServerProcess({ DATABASE_URL: url }),
  ];
}, 120_000);
afterAll(async () => {
  await here.stop();
  await there.stop();
  await database.drop();
});

async function call(server: ServerProcess, method: string, path: string, token = '', body?: object) {
  const answer = await fetch(server.base_url + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { data } = (await answer.json()) as { data: any };
  return { status: answer.status, data };
}

let shops = 0;
/** A shop of its own and a second person in it, signed in here. */
async function openShop(role = 'owner') {
  shops += 1;
  const email = `juragan${shops}@example.com`;
  const shop = {
    shop_name: 'Toko',
    subdomain: `toko-${shops}`,
    full_name: 'Budi',
    email,
    phone_number: '081234567890',
  };
  await call(here, 'POST', '/api/account/register', '', { ...shop, password: PASSWORD });
  const signIn = async (who: string) =>
    (await call(here, 'POST', '/api/account/login', '', { email: who, password: PASSWORD })).data
      .token as string;
  const owner = await signIn(email);
  const second = `kedua${shops}@example.com`;
  const person = { email: second, full_name: 'Kedua', role };
  const invited = (await call(here, 'POST', '/api/account/user/invite', owner, person)).data;
  await call(here, 'POST', '/api/account/user/accept', '', { token: invited.token, password: PASSWORD });
  return { owner, second: await signIn(second), second_id: invited.user_id as number };
}

const reads = async (server: ServerProcess, token: string, path = '/api/open/user') =>
  (await call(server, 'GET', path, token)).status;

/** Asks the other process until it refuses, with this status; gives how long that took. */
async function refusedAfter(token: string, status: number, path?: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answered = await reads(there, token, path);
    const waited_ms = performance.now() - began;
    if (answered === status) return waited_ms;
    expect(answered).toBe(200);
    if (waited_ms > 10_000) throw new Error('it is believed for ever');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const revocations: [
  string,
  number,
  string,
  (shop: Awaited<ReturnType<typeof openShop>>) => Promise<string>,
][] = [
  [
    'a removed person',
    401,
    '/api/open/user',
    async ({ owner, second, second_id }) => {
      expect(await reads(there, second)).toBe(200);
      expect((await call(here, 'DELETE', `/api/account/user/${second_id}`, owner)).status).toBe(200);
      return second;
    },
  ],
  [
    'a revoked key',
    401,
    '/api/open/user',
    async ({ owner }) => {
      const { id, key } = (await call(here, 'POST', '/api/account/api-key', owner, { name: 'Kunci' })).data;
      expect(await reads(there, key)).toBe(200);
      expect((await call(here, 'DELETE', `/api/account/api-key/${id}`, owner)).status).toBe(200);
      return key;
    },
  ],
  [
    'a session that signed out',
    401,
    '/api/open/user',
    async ({ second }) => {
      expect(await reads(there, second)).toBe(200);
      expect((await call(here, 'POST', '/api/account/logout', second, {})).status).toBe(200);
      return second;
    },
  ],
  [
    'a role that was taken away',
    403,
    '/api/open/bank',
    async ({ owner, second, second_id }) => {
      expect(await reads(there, second, '/api/open/bank')).toBe(200);
      const change = { id: second_id, role: 'warehouse' };
      expect((await call(here, 'PATCH', '/api/account/user', owner, change)).status).toBe(200);
      return second;
    },
  ],
];

test.each(revocations)(
  '%s opens nothing in another process at once, where that hears of it',
  async (_title, status, path, revoke) => {
    const revoked = await revoke(await openShop());
    expect(await refusedAfter(revoked, status, path)).toBeLessThan(AT_ONCE_MS);
  },
);

test('a removed owner can not let themselves in again by another process, in the same moment', async () => {
  const { owner, second, second_id } = await openShop();
  expect(await reads(there, second)).toBe(200);
  await call(here, 'DELETE', `/api/account/user/${second_id}`, owner);
  const back = { email: `kembali${shops}@example.com`, full_name: 'Kembali', role: 'owner' };
  const tries = await Promise.all([
    call(there, 'POST', '/api/account/user/invite', second, back),
    call(there, 'POST', '/api/account/api-key', second, { name: 'Kunci' }),
    call(there, 'PATCH', '/api/open/user/profile', second, { full_name: 'X', phone_number: '0812345678' }),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test('a request that began before a person was removed, and ends after, is refused', async () => {
  const { owner, second, second_id } = await openShop();
  expect(await reads(there, second, '/api/open/bank')).toBe(200);
  const body = JSON.stringify({ email: `lambat${shops}@example.com`, full_name: 'Lambat', role: 'owner' });
  let send = (_part: string): void => undefined;
  let end = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (part) => controller.enqueue(new TextEncoder().encode(part));
      end = () => controller.close();
    },
  });
  const slow = fetch(`${there.base_url}/api/account/user/invite`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${second}` },
    body: stream,
    duplex: 'half',
  });
  send(body.slice(0, 10));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await call(here, 'DELETE', `/api/account/user/${second_id}`, owner);
  send(body.slice(10));
  end();
  expect((await slow).status).toBe(401);
});

test('where nothing is heard, a revocation counts within a second', async () => {
  const { owner, second, second_id } = await openShop();
  const admin = new pg.Client({ ...inject('postgres'), database: database.connection.database });
  await admin.connect();
  /** Keeps both processes from listening while this goes on. */
  const deafen = () =>
    admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'ngorder-listen'`,
    );
  await deafen();
  const deafening = setInterval(() => void deafen(), 20);
  try {
    expect(await reads(there, second)).toBe(200);
    await call(here, 'DELETE', `/api/account/user/${second_id}`, owner);
    const back = { email: `tuli${shops}@example.com`, full_name: 'Kembali', role: 'owner' };
    // What decides about access does not believe even so long.
    expect((await call(there, 'POST', '/api/account/user/invite', second, back)).status).toBe(401);
    expect(await refusedAfter(second, 401)).toBeLessThan(BELIEVED_MS);
  } finally {
    clearInterval(deafening);
  }
  // It listens again by itself.
  const listeners = async () =>
    (
      await admin.query(
        `select 1 from pg_stat_activity where datname = current_database() and application_name = 'ngorder-listen'
           and query like 'listen%'`,
      )
    ).rowCount;
  await expect.poll(listeners, { timeout: 15_000 }).toBe(2);
  await admin.end();
  const again = await openShop();
  expect(await reads(there, again.second)).toBe(200);
  await call(here, 'DELETE', `/api/account/user/${again.second_id}`, again.owner);
  expect(await refusedAfter(again.second, 401)).toBeLessThan(AT_ONCE_MS);
});
