import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import {
  openFcm,
  openPushService,
  type FcmLoopback,
  type PushServiceLoopback,
} from '../../../../test/integrations/push-vendors.ts';
import { hire } from '../../../../test/staff.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { openPushes } from '../../../integrations/push/index.ts';
import { PushDelayed } from '../../../integrations/push/port.ts';
import { notificationLimits } from '../limits.ts';
import { pushNews } from './push-news.ts';
import { pushWorker } from './push-worker.ts';

let app: TestApp;
let folder: string;
let browsers: PushServiceLoopback;
let fcm: FcmLoopback;
let shop: TestShop;
let server_key: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngorder-push-'));
  browsers = await openPushService();
  fcm = await openFcm(folder);
  app = await startTestApp({ environment: { FCM_SERVICE_ACCOUNT: fcm.account, FCM_URL: fcm.url } });
  app.services.ports.pushes = openPushes(app.services.config, app.services, {
    addresses_from: 'operator',
    // What is loaded for the first request takes a while.
    timeout_ms: 1_000,
  });
  shop = await app.openShop();
  server_key = expectOk(await shop.call('GET', '/api/open/notification/push-key')).body.data.public_key;
});
afterAll(async () => {
  browsers.close();
  fcm.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  browsers.behave(() => undefined);
  browsers.requests.length = 0;
  fcm.reset();
  shop = await app.openShop();
});

type Caller = Pick<TestShop, 'call'>;

const subscribe = async (who: Caller) => {
  const browser = browsers.subscribe(server_key);
  const { endpoint, p256dh, auth } = browser.address;
  const input = { endpoint, keys: { p256dh, auth }, device: 'Chrome' };
  expectOk(await who.call('POST', '/api/open/notification/subscription', input));
  return browser;
};

const happen = async (count = 1) => {
  await app.database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
     select $1, 'withdrawal.paid', n, '{"nominal_idr": 75000, "fee_idr": 0}', 0, now() from generate_series(1, $2::int) as n`,
    [shop.shop_id, count],
  );
  await app.readEvents();
};

const rowsOf = async (table: string) =>
  (await app.database.pool.query(`select * from ${table} where shop_id = $1`, [shop.shop_id])).rows;

describe('a browser', () => {
  test('that has subscribed is pushed what its user may see, encrypted for it alone', async () => {
    const owner = await subscribe(shop);
    const admin = await subscribe(await hire(app, shop, 'admin'));
    await happen();
    await app.runJobs();
    expect(owner.messages).toMatchObject([
      {
        title: expect.stringContaining('Withdrawal paid'),
        body: expect.stringContaining('Rp75.000'),
        icon: expect.stringContaining('/assets/notification/money.svg'),
        data: { action_type: 'open_withdrawal', action_data_id: '1' },
      },
    ]);
    expect(admin.messages).toEqual([]);
    expect(browsers.requests).toMatchObject([
      {
        headers: {
          ttl: '86400',
          urgency: 'high',
          'content-encoding': 'aes128gcm',
          topic: expect.stringMatching(/^[\w-]{32}$/),
        },
      },
    ]);
    expect(await rowsOf('push_sends')).toEqual([]);
  });

  test('that has ended its subscription is forgotten, and one that is busy or silent is tried again', async () => {
    const gone = await subscribe(shop);
    browsers.behave(() => ({ status: 410 }));
    await happen();
    await app.runJobs();
    expect(await rowsOf('push_devices')).toEqual([]);
    expect(gone.messages).toEqual([]);
    const busy = await subscribe(shop);
    const worker = pushWorker(app.services);
    const [{ id }] = await rowsOf('push_devices');
    const run = () => worker.run({ shop_id: shop.shop_id, id: Number(id) }, new AbortController().signal);
    await happen();
    for (const failure of [{ status: 429, retry_after_s: 120 }, { status: 503 }, 'silence' as const]) {
      await app.database.pool.query('update push_devices set busy_until = null');
      browsers.behave(() => failure);
      await expect(run()).rejects.toThrow(PushDelayed);
    }
    await app.database.pool.query('update push_devices set busy_until = null');
    browsers.behave(() => ({ status: 429, retry_after_s: 120 }));
    await expect(run()).rejects.toThrow(PushDelayed);
    browsers.behave(() => undefined);
    // The service is left alone for as long as it said.
    await expect(run()).rejects.toThrow(PushDelayed);
    await app.database.pool.query('update push_devices set busy_until = null');
    await Promise.allSettled([run(), run(), run()]);
    expect(busy.messages).toHaveLength(1);
    expect(await rowsOf('push_sends')).toEqual([]);
    await app.runJobs().catch(() => undefined);
  });

  test('is pushed nothing any more once its session ends, its user is removed or may see it no longer', async () => {
    const people = await Promise.all(
      ['admin', 'admin', 'owner'].map((role) => hire(app, shop, role as 'admin')),
    );
    const [leaves, removed, demoted] = await Promise.all(people.map(subscribe));
    await happen();
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
       values ($1, 'customer.account_requested', $2, '{}', 0, now())`,
      [shop.shop_id, await addCustomer(shop)],
    );
    await app.readEvents();
    expectOk(await people[0]!.call('POST', '/api/account/logout'));
    expectOk(await shop.call('DELETE', `/api/account/user/${people[1]!.user_id}`));
    await app.database.pool.query(`update users set role = 'warehouse' where id = $1`, [people[2]!.user_id]);
    await app.runJobs();
    expect([leaves?.messages, removed?.messages, demoted?.messages]).toEqual([[], [], []]);
    expect((await rowsOf('push_devices')).map(({ user_id }) => Number(user_id))).toEqual([
      people[2]!.user_id,
    ]);
  });

  test('gets one message for many, and only what its user wants', async () => {
    const browser = await subscribe(shop);
    await happen(40);
    await app.runJobs();
    expect(browser.messages).toMatchObject([{ title: '40 new notifications' }]);
    expectOk(await shop.call('PATCH', '/api/open/notification/setting', { pushed: ['ORDER', 'NEWS'] }));
    expect(expectOk(await shop.call('GET', '/api/open/notification/setting')).body.data).toEqual({
      pushed: ['ORDER', 'NEWS'],
    });
    await happen();
    await app.runJobs();
    expect(browser.messages).toHaveLength(1);
    await app.database.pool.query(
      `insert into news (id, title, content, published_at)
       values (gen_random_uuid(), '{"id": "Kabar", "en": "News"}', '{"id": "Ada", "en": "There is **news**"}', now())`,
    );
    await pushNews(app.services);
    await pushNews(app.services);
    await app.runJobs();
    expect(browser.messages.slice(1)).toMatchObject([{ title: 'News', body: 'There is news' }]);
  });
});

test('no more devices of a user are stored than there may be, and each belongs to whoever signed in last', async () => {
  const shared = browsers.subscribe(server_key).address;
  const admin = await hire(app, shop, 'admin');
  const input = { endpoint: shared.endpoint, keys: { p256dh: shared.p256dh, auth: shared.auth } };
  expectOk(await shop.call('POST', '/api/open/notification/subscription', input));
  expectOk(await admin.call('POST', '/api/open/notification/subscription', input));
  expect((await rowsOf('push_devices')).map(({ user_id }) => Number(user_id))).toEqual([admin.user_id]);
  const remove = { endpoint: shared.endpoint };
  expect((await shop.call('DELETE', '/api/open/notification/subscription', remove)).status).toBe(404);
  expect((await admin.call('DELETE', '/api/open/notification/subscription', remove)).status).toBe(200);
  for (let count = 0; count < notificationLimits.push_devices + 3; count += 1)
    expectOk(await shop.call('POST', '/api/open/notification/token', { token: `token-${count}` }));
  expect(await rowsOf('push_devices')).toHaveLength(notificationLimits.push_devices);
  const texts = (await rowsOf('push_devices')).map((row) => JSON.stringify(row)).join();
  expect(texts).not.toContain('token-');
});

test('an address that is none of the public internet is refused, and what only resolves to one is never reached', async () => {
  const strict = openPushes(app.services.config, app.services, { timeout_ms: 300 });
  const { p256dh, auth } = browsers.subscribe(server_key).address;
  const is = (endpoint: string, keys = { p256dh, auth }) =>
    strict.isAddress({ kind: 'WEB', endpoint, ...keys });
  expect(is('https://push.example.com/abc')).toBe(true);
  for (const endpoint of [
    'http://push.example.com/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'https://10.0.0.7/abc',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/abc',
    'https://user:word@push.example.com/abc',
    'ftp://push.example.com/abc',
    'push',
  ])
    expect([endpoint, is(endpoint)]).toEqual([endpoint, false]);
  expect(is('https://push.example.com/abc', { p256dh: 'AAAA', auth })).toBe(false);
  expect(
    is('https://push.example.com/abc', { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth }),
  ).toBe(false);
  expect(is('https://push.example.com/abc', { p256dh, auth: 'AAAA' })).toBe(false);
  const bad = { endpoint: 'kabar', keys: { p256dh: 'AAAA', auth: 'AAAA' } };
  const refused = await shop.call('POST', '/api/open/notification/subscription', bad);
  expect([refused.status, Object.keys(refused.body.message)]).toEqual([422, ['endpoint']]);
});

describe('an app', () => {
  const register = async (token: string) => {
    fcm.installed.add(token);
    return expectOk(
      await shop.call('POST', '/api/open/notification/token', { token, device: 'Samsung S20+' }),
    ).body.data;
  };

  test('is pushed by Firebase, with an access token that is asked for once and anew when it is withdrawn', async () => {
    expect(await register('abcdefGHIJKL')).toEqual({
      token: 'abcdefGHIJKL',
      device: 'Samsung S20+',
      user_id: shop.user_id,
    });
    await happen();
    await app.runJobs();
    fcm.withdrawTokens();
    await happen(1);
    await app.runJobs();
    expect(fcm.messages).toMatchObject([
      { token: 'abcdefGHIJKL', notification: { title: 'Withdrawal paid' }, data: { type: 'ACTIVITY' } },
      { token: 'abcdefGHIJKL' },
    ]);
    expect(fcm.requests.filter((request) => request === 'POST /token').length).toBeLessThanOrEqual(2);
  });

  test('that was not reached for hours is given up, but not what has come since', async () => {
    await register('lama-mati');
    await happen(2);
    await app.database.pool.query(
      `update push_sends set created_at = now() - interval '2 hours' where shop_id = $1 and number = 1`,
      [shop.shop_id],
    );
    const [{ id }] = await rowsOf('push_devices');
    await pushWorker(app.services).giveUp({ shop_id: shop.shop_id, id });
    expect((await rowsOf('push_sends')).map(({ number }) => number)).toEqual([2]);
  });

  test('that was removed from its phone is forgotten, one whose service fails is tried again', async () => {
    await register('sudah-dihapus');
    fcm.installed.delete('sudah-dihapus');
    await happen();
    await app.runJobs();
    expect(await rowsOf('push_devices')).toEqual([]);
    await register('masih-ada');
    for (const status of [429, 500, 503]) {
      fcm.behave(() => ({ status }));
      await app.database.pool.query('update push_devices set busy_until = null');
      await happen();
      await expect(app.runJobs()).rejects.toThrow(PushDelayed);
    }
    fcm.behave(() => undefined);
    await app.database.pool.query('update push_devices set busy_until = null');
    await happen();
    await app.runJobs();
    expect(fcm.messages.at(-1)).toMatchObject({ notification: { title: '4 new notifications' } });
    expect(await rowsOf('push_sends')).toEqual([]);
  });
});
