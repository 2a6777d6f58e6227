import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { openStall, orderOf } from '../../../test/stall.ts';
import { buildApp } from '../../app.ts';
import { createLog } from '../log.ts';

let test_app: TestApp;
let app: FastifyInstance;
let shop: TestShop;
const lines: string[] = [];

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  const log = createLog('trace', { write: (line) => void lines.push(line) });
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
