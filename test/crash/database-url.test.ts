import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { send } from '../attack/attack.ts';
import { makeDataDir, startServerProcess } from '../server-process.ts';

const PERSON = { email: 'juragan@example.com', password: 'jeruk-nipis-segar-42' };

test('a database behind DATABASE_URL that goes and comes back is answered with 503 meanwhile, and all goes on by itself', async () => {
  const data_dir = await makeDataDir();
  const startDatabase = () =>
    startEmbeddedPostgres({ data_dir, log: () => undefined, settings: { fsync: 'off' } });
  let database = await startDatabase();
  const { user, database: name, host, port } = database.connection;
  const server = await startServerProcess({
    DATABASE_URL: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
  });
  onTestFinished(async () => {
    await server.stop();
    await database.stop();
    await rm(data_dir, { recursive: true, force: true });
  });
  const shop = { shop_name: 'Toko', subdomain: 'toko-luar', full_name: 'Budi', phone_number: '081234567890' };
  expect((await send(server, 'POST', '/api/account/register', { body: { ...shop, ...PERSON } })).status).toBe(
    201,
  );
  const login = await send(server, 'POST', '/api/account/login', { body: PERSON });
  const token = login.body.data.token as string;

  await database.stop();
  await until(async () => (await send(server, 'GET', '/readyz')).status === 503);
  for (const method of ['GET', 'POST'] as const) {
    const headers = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    const body = method === 'POST' ? { body: { name: 'Tas' } } : {};
    const answer = await send(server, method, '/api/open/product-category', { token, headers, ...body });
    expect([answer.status, answer.headers.get('retry-after'), answer.body.code]).toEqual([
      503,
      '2',
      'unavailable',
    ]);
  }
  expect((await send(server, 'GET', '/healthz')).status).toBe(200);

  database = await startDatabase();
  await until(async () => (await send(server, 'GET', '/readyz')).status === 200);
  expect((await send(server, 'GET', '/api/open/product-category', { token })).body.data).toEqual([]);
  // The queue goes on too.
  expect((await send(server, 'GET', '/api/open/product/download', { token })).status).toBe(200);
  await until(async () => {
    const { body } = await send(server, 'GET', '/api/account/job', { token });
    return (body.data as { status: string }[])[0]?.status === 'SUCCESS';
  });
}, 120_000);

async function until(condition: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > 30_000) throw new Error('it did not come true in 30 s');
    await sleep(50);
  }
}
