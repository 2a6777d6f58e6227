import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { openStall, orderOf } from '../../../test/stall.ts';
import { buildApp } from '../../app.ts';
import { connect } from '../database/connection.ts';
import { createLog, type Log } from '../log.ts';
import { mapConstraint, refusalOf } from './database-errors.ts';

let test_app: TestApp;
let app: FastifyInstance;
let shop: TestShop;
let log: Log;
const lines: string[] = [];

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  log = createLog('trace', { write: (line) => void lines.push(line) });
  app = await buildApp({ ...test_app.services, log }, () => Promise.resolve(true));
});
afterAll(async () => {
  await app.close();
  await test_app.close();
});

const CANARIES = ['kenari-catatan', 'kenari-alamat', 'kenari-kunci', 'kenari-kueri', 'kenari-kue'];

test('an order, a refusal and a fault of ours are logged by route and status; the fault with its stack, none with what was sent', async () => {
  const stall = await openStall(shop);
  const made = await shop.call('POST', '/api/account/api-key', { name: 'Kunci' });
  const { key } = made.body.data as { key: string };
  const send = (url: string, payload: object, idempotency_key: string) =>
    app.inject({
      method: 'POST',
      url: `${url}?tanda=kenari-kueri`,
      payload,
      headers: { token: key, cookie: 'lain=kenari-kue', 'idempotency-key': idempotency_key },
    });
  const customer = { name: 'kenari-alamat', phone: 'kenari-alamat', address: 'kenari-alamat' };
  // The driver's error tells the row that broke a rule; the log must not.
  await test_app.database.pool.query(
    `alter table product_categories add constraint no_canary check (name <> 'kenari-catatan')`,
  );
  const answers = [
    await send('/api/open/order', orderOf(stall, { note: 'kenari-catatan' }), 'kenari-kunci-1'),
    await send('/api/open/customer/create', customer, 'kenari-kunci-2'),
    await send('/api/open/product-category', { name: 'kenari-catatan' }, 'kenari-kunci-3'),
  ];
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 422, 500]);

  const logged = lines.map((line) => JSON.parse(line) as Record<string, any>);
  const requests = logged.filter((line) => 'status' in line);
  expect(requests.map(({ route, status }) => [route, status])).toEqual([
    ['/api/open/order', 200],
    ['/api/open/customer/create', 422],
    ['/api/open/product-category', 500],
  ]);
  const [fault, ...others] = logged.filter((line) => 'err' in line);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({
    request_id: answers[2]?.json().request_id,
    err: { constraint: 'no_canary' },
  });
  expect(fault?.['err'].stack).toContain('.ts:');
  for (const secret of [...CANARIES, key, shop.token, shop.password, shop.email])
    expect(lines.join('')).not.toContain(secret);
});

test('a database that is not there is told to the caller as 503, and to the log with its cause and the request', async () => {
  const lost = connect({
    connection: { host: '/tidak/ada', port: 5432, user: 'budi', database: 'toko' },
    pool_size: 1,
  });
  const other = await buildApp({ ...test_app.services, db: lost.db, log }, () => Promise.resolve(true));
  lines.length = 0;
  const answer = await other.inject({
    method: 'POST',
    url: '/api/account/login',
    remoteAddress: '192.0.2.7',
    payload: { email: 'kenari-surel@example.com', password: 'kenari-sandi-panjang' },
  });
  await other.close();
  await lost.close();
  expect(answer.statusCode).toBe(503);
  const { request_id } = answer.json<{ request_id: string }>();
  const logged = lines.map((line) => JSON.parse(line) as Record<string, any>);
  expect(logged.find((line) => 'err' in line)).toMatchObject({
    level: 40,
    request_id,
    route: '/api/account/login',
    err: { code: 'ENOENT' },
  });
  expect(logged.find((line) => 'status' in line)).toMatchObject({
    request_id,
    status: 503,
    address: '192.0.2.7',
  });
  expect(lines.join('')).not.toMatch(/kenari/);
});

test('a rule of the database that becomes a refusal is logged with its name', async () => {
  lines.length = 0;
  await test_app.database.pool.query(
    `alter table product_categories add constraint no_twin check (name <> 'Kembar')`,
  );
  mapConstraint('no_twin', { code: 'conflict' });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/open/product-category',
    headers: { token: shop.token },
    payload: { name: 'Kembar' },
  });
  expect(answer.statusCode).toBe(409);
  const causes = lines.map((line) => JSON.parse(line) as Record<string, any>).filter((line) => 'err' in line);
  expect(causes.map(({ level, err }) => [level, err.constraint])).toEqual([[40, 'no_twin']]);
});

test('a rule is known by the name that it has on a shard, which ends with the number of that', () => {
  mapConstraint('no_shards', { code: 'conflict' });
  const refused = (constraint: string) =>
    refusalOf(Object.assign(new Error(), { code: '23514', constraint }));
  expect(refused('no_shards_102008')?.parts).toEqual([{ code: 'conflict' }]);
  expect(refused('no_shards_at_all')).toBeUndefined();
});
