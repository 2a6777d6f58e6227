import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { addCustomer, expectOk, openStall, orderOf } from '../../../../test/stall.ts';
import { createLog } from '../../../kernel/log.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../../../../test/webhook-receiver.ts';
import {
  addWebhook,
  deliverUntil,
  logOf,
  nothingWaits,
  QUICK_SCHEDULE,
  startWebhookApp,
} from '../../../../test/webhook-scene.ts';
import { runDeliveries } from './run-deliveries.ts';

const PATH = '/api/open/webhook';
let app: TestApp;
let shop: TestShop;
let receiver: WebhookReceiver;
let offset_ms = 0;

beforeAll(async () => {
  app = await startWebhookApp({ clock: { now: () => new Date(Date.now() + offset_ms) } });
});
beforeEach(async () => {
  offset_ms = 0;
  shop = await app.openShop();
  receiver = await openWebhookReceiver();
  return async () => {
    receiver.close();
    // What a test has left waiting is no affair of the next one.
    await app.database.pool
      .query(`update webhook_endpoints set state = 'OFF', off_reason = 'OWNER', off_at = now()
      where state = 'ACTIVE'`);
    await app.database.pool.query('delete from webhook_lanes');
  };
});
afterAll(() => app.close());

const received = (count: number) => () => receiver.received.length >= count;

/** Events of customers, as many as named, each of another one. */
async function addCustomers(count: number): Promise<number[]> {
  const ids = [];
  for (let number = 0; number < count; number += 1) ids.push(await addCustomer(shop, 'N', `Siti ${number}`));
  await app.readEvents();
  return ids;
}

const testWebhook = async (id: number) => expectOk(await shop.call('POST', `${PATH}/${id}/test`)).body.data;
const webhookOf = async (id: number) =>
  expectOk(await shop.call('GET', PATH)).body.data.find((one: { id: number }) => one.id === id);

test('a webhook whose secret does not open is not tried again and again, and keeps no other waiting', async () => {
  const broken = await addWebhook(shop, receiver.url);
  await addWebhook(shop, receiver.url);
  await app.database.pool.query(
    `update webhook_endpoints set secret = secret || '\\x00'::bytea where shop_id = $1 and id = $2`,
    [shop.shop_id, broken.id],
  );
  const logged: string[] = [];
  const log = createLog('warn', { write: (line) => void logged.push(line) });
  await addCustomers(2);
  const running = runDeliveries({ ...app.services, log }, { schedule: QUICK_SCHEDULE, look_ms: 20 });
  try {
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(2);
    await pause(4_000);
  } finally {
    await running.close();
  }
  const tries = logged.filter((line) => line.includes('a webhook was not worked')).length;
  // At once, after a second, and then after five.
  expect([1, 2, 3]).toContain(tries);
});

test('a message is signed by Standard Webhooks, and says type, version, time and data', async () => {
  const { id, secret } = await addWebhook(shop, receiver.url);
  const [customer_id] = await addCustomers(1);
  await deliverUntil(app, received(1));
  const [webhook] = receiver.received;
  const { headers, text } = webhook!;
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': expect.stringMatching(/^msg_[\w-]{24}$/),
    'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
    'webhook-signature': expect.stringMatching(/^v1,\S+$/),
  });
  expect(new Webhook(secret).verify(text, headers)).toEqual({
    type: 'customer.created',
    version: 1,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    data: { customer_id, customer_category_code: 'N', registration_status: expect.any(String) },
  });
  const [delivery] = await logOf(shop, id);
  expect(delivery).toMatchObject({
    webhook_id: id,
    message_id: headers['webhook-id'],
    event_type: 'customer.created',
    subject: `customer:${customer_id}`,
    state: 'DELIVERED',
    attempts: 1,
    status: 204,
    error: null,
    ended_at: expect.any(String),
  });
});

test('after a rotation both secrets sign, and when the overlap is over the new one alone', async () => {
  const { id, secret: old } = await addWebhook(shop, receiver.url);
  const { secret } = expectOk(await shop.call('POST', `${PATH}/${id}/rotate`, { overlap_hours: 2 })).body
    .data;
  await testWebhook(id);
  await deliverUntil(app, received(1));
  const [first] = receiver.received;
  expect(first?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  for (const known of [old, secret])
    expect(new Webhook(known).verify(first!.text, first!.headers)).toMatchObject({ type: 'webhook.test' });
  offset_ms = 3 * 3_600_000;
  await testWebhook(id);
  await deliverUntil(app, received(2));
  expect(receiver.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
});

test('what fails is sent again under the same ID, byte for byte, until it is taken', async () => {
  const { id } = await addWebhook(shop, receiver.url);
  receiver.answer((_, count) =>
    count < 4 ? { status: 500, body: '<b>Aduh\u0000</b>' } : { status: 200, body: 'ok' },
  );
  await addCustomers(1);
  await deliverUntil(app, () => nothingWaits(app));
  expect(receiver.received).toHaveLength(4);
  expect(new Set(receiver.received.map(({ headers, text }) => `${headers['webhook-id']} ${text}`)).size).toBe(
    1,
  );
  const [{ id: delivery_id }] = await logOf(shop, id);
  const detail = expectOk(await shop.call('GET', `${PATH}/delivery/${delivery_id}`)).body.data;
  expect(detail).toMatchObject({ state: 'DELIVERED', attempts: 4, body: receiver.received[0]?.text });
  expect(detail.attempt_list).toEqual([
    expect.objectContaining({ number: 4, status: 200, error: null, answer: 'ok' }),
    ...[3, 2, 1].map((number) =>
      expect.objectContaining({ number, status: 500, error: 'STATUS', answer: '<b>Aduh\uFFFD</b>' }),
    ),
  ]);
});

test('events of one subject come in order, also where one of them fails at first, and others do not wait for it', async () => {
  await addWebhook(shop, receiver.url, { event_types: ['customer.created', 'customer.updated'] });
  const [held, free] = await addCustomers(2);
  const rename = async (customer_id: number | undefined, name: string) =>
    expectOk(await shop.call('PATCH', '/api/open/customer/update', { customer_id, name }));
  await rename(held, 'Ani');
  await rename(free, 'Ina');
  await app.readEvents();
  let refusals = 3;
  receiver.answer(({ body }) =>
    body.data['customer_id'] === held && refusals-- > 0 ? { status: 503 } : { status: 204 },
  );
  await deliverUntil(app, () => nothingWaits(app));
  const told = receiver.received.map(({ body }) => `${body.type} ${String(body.data['customer_id'])}`);
  expect(told.filter((word) => word.endsWith(` ${held}`))).toEqual([
    ...Array.from({ length: 4 }, () => `customer.created ${held}`),
    `customer.updated ${held}`,
  ]);
  expect(told.indexOf(`customer.updated ${free}`)).toBeLessThan(told.indexOf(`customer.updated ${held}`));
});

describe('an attempt has failed', () => {
  test.each([
    [
      'a redirection, which is not followed',
      { status: 302, headers: { location: '/elsewhere' } },
      'REDIRECT',
      302,
    ],
    ['any other status', { status: 404 }, 'STATUS', 404],
  ] as const)('by %s', async (_, answer, error, status) => {
    const { id } = await addWebhook(shop, receiver.url);
    receiver.answer(() => answer);
    await testWebhook(id);
    await deliverUntil(app, () => nothingWaits(app));
    expect(await logOf(shop, id)).toEqual([
      expect.objectContaining({ state: 'FAILED', attempts: 10, error, status }),
    ]);
  });

  test('where nobody listens', async () => {
    const { id } = await addWebhook(shop, 'http://127.0.0.1:9/');
    await testWebhook(id);
    await deliverUntil(app, async () => (await logOf(shop, id))[0].attempts > 1);
    expect(await logOf(shop, id)).toEqual([
      expect.objectContaining({
        state: 'WAITING',
        error: 'UNREACHABLE',
        status: null,
        retry_at: expect.any(String),
      }),
    ]);
  });
});

describe('a webhook is switched off', () => {
  const off = async (id: number) => (await webhookOf(id)).is_active === false;
  const mails = async () => expectOk(await shop.call('GET', '/api/account/outbox')).body.data;

  test('at once where its address answers 410, and the owner is told', async () => {
    const { id } = await addWebhook(shop, `${receiver.url}?kunci=rahasia`);
    receiver.answer(() => ({ status: 410 }));
    await testWebhook(id);
    await deliverUntil(app, () => off(id));
    expect(await webhookOf(id)).toMatchObject({ off_reason: 'GONE', off_at: expect.any(String) });
    expect(await logOf(shop, id)).toEqual([
      expect.objectContaining({ state: 'FAILED', attempts: 1, error: 'GONE', status: 410 }),
    ]);
    const [mail] = await mails();
    expect(mail.subject).toContain('Webhook');
    expect(mail.body).toContain('410');
    expect(JSON.stringify(mail)).not.toContain('kunci');
    const { rows } = await app.database.pool.query(
      `select payload from outbox_events where shop_id = $1 and name = 'webhook.switched_off'`,
      [shop.shop_id],
    );
    expect(rows).toEqual([{ payload: { reason: 'GONE' } }]);
  });

  test('after five days in which nothing was taken and deliveries were given up, and not before', async () => {
    const { id } = await addWebhook(shop, receiver.url);
    receiver.answer(() => ({ status: 500 }));
    const giveUp = async (count: number) => {
      await testWebhook(id);
      await deliverUntil(app, async () => {
        const log = await logOf(shop, id, { state: 'FAILED' });
        return log.length === count;
      });
    };
    await giveUp(1);
    await giveUp(2);
    offset_ms = 4.9 * 86_400_000;
    await giveUp(3);
    expect(await webhookOf(id)).toMatchObject({ is_active: true, failing_since: expect.any(String) });
    offset_ms = 5.1 * 86_400_000;
    await testWebhook(id);
    await deliverUntil(app, () => off(id));
    expect((await webhookOf(id)).off_reason).toBe('FAILING');
    expect(await mails()).toHaveLength(1);
  });

  test('and one that takes something now and then is not', async () => {
    const { id } = await addWebhook(shop, receiver.url);
    receiver.answer((_, count) => ({ status: count % 12 === 0 ? 204 : 500 }));
    for (let day = 0; day < 8; day += 1) {
      offset_ms = day * 86_400_000;
      await testWebhook(id);
      await deliverUntil(app, () => nothingWaits(app));
    }
    expect(receiver.received.length).toBeGreaterThan(24);
    expect(await webhookOf(id)).toMatchObject({ is_active: true });
  });
});

test('what waited is sent when it is switched on again, and what happened meanwhile is not', async () => {
  const { id } = await addWebhook(shop, receiver.url);
  const [waiting] = await addCustomers(1);
  expectOk(await shop.call('PATCH', `${PATH}/${id}`, { is_active: false }));
  await addCustomers(1);
  const running = runDeliveries(app.services, { schedule: QUICK_SCHEDULE, look_ms: 20 });
  await pause(200);
  await running.close();
  expect(receiver.received).toEqual([]);
  expectOk(await shop.call('PATCH', `${PATH}/${id}`, { is_active: true }));
  await deliverUntil(app, () => nothingWaits(app));
  expect(receiver.received.map(({ body }) => body.data['customer_id'])).toEqual([waiting]);
});

test('no more is sent to an endpoint at once than its limit, by however many processes', async () => {
  await addWebhook(shop, receiver.url);
  receiver.answer(() => ({ status: 204, wait_ms: 40 }));
  await addCustomers(30);
  const others = [1, 2].map(() => runDeliveries(app.services, { schedule: QUICK_SCHEDULE, look_ms: 10 }));
  await deliverUntil(app, () => nothingWaits(app));
  await Promise.all(others.map((running) => running.close()));
  expect(receiver.received).toHaveLength(30);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
  expect(receiver.open().most).toBeLessThanOrEqual(8);
  expect(receiver.open().most).toBeGreaterThan(1);
});

test('an endpoint that never answers holds up no other, also not of its shop', async () => {
  const silent = await openWebhookReceiver();
  silent.answer(() => 'silence');
  try {
    await addWebhook(shop, silent.url);
    await addWebhook(shop, receiver.url);
    await addCustomers(20);
    await deliverUntil(app, received(20), { most_ms: 10_000 });
    expect(silent.open().now).toBeLessThanOrEqual(8);
    // What was being sent to it when the process ended has cost no attempt, and is sent by another at once.
    const before = silent.received.length;
    await deliverUntil(app, () => silent.received.length > before, { most_ms: 3_000 });
  } finally {
    silent.close();
  }
});

test('an endpoint that fails on and on is left alone, with one delivery at a time', async () => {
  const { id } = await addWebhook(shop, receiver.url);
  receiver.answer(() => ({ status: 500 }));
  await addCustomers(20);
  const schedule = { ...QUICK_SCHEDULE, first_rest_ms: 400, longest_rest_ms: 400 };
  const running = runDeliveries(app.services, { schedule, look_ms: 20 });
  await pause(1_500);
  await running.close();
  expect(receiver.received.length).toBeGreaterThan(8);
  expect(receiver.received.length).toBeLessThan(20);
  // It is well again, and has all in no time.
  receiver.answer(() => ({ status: 204 }));
  await deliverUntil(app, () => nothingWaits(app));
  expect(await logOf(shop, id, { state: 'DELIVERED' })).toHaveLength(20);
});

test('nothing of a message goes to another shop', async () => {
  const other = await app.openShop();
  await addWebhook(other, receiver.url);
  await addCustomers(1);
  const stall = await openStall(shop);
  expectOk(await shop.call('POST', '/api/open/order', orderOf(stall)));
  await app.readEvents();
  expect(await nothingWaits(app)).toBe(true);
});
