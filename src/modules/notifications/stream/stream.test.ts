import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';
import { buildApp } from '../../../app.ts';
import { notificationLimits } from '../limits.ts';

let app: TestApp;
let base_url: string;
const opened = new Set<AbortController>();

beforeAll(async () => {
  app = await startTestApp();
  base_url = await app.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const controller of opened) controller.abort();
  await app.close();
});

interface Event {
  id?: string;
  event?: string;
  data?: string;
}

const PATH = '/api/open/notification/stream';

/** A client as a browser is one: it reads what comes, event by event. */
async function listen(token: string, headers: Record<string, string> = {}, url = base_url) {
  const controller = new AbortController();
  opened.add(controller);
  const answer = await fetch(url + PATH, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      'accept-language': 'id',
      ...headers,
    },
    signal: controller.signal,
  });
  const events: Event[] = [];
  let is_over = false;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        events.push(
          Object.fromEntries(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
          ),
        );
        text = text.slice(end + 2);
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (is_over = true));
  return {
    status: answer.status,
    answer,
    events,
    told: () =>
      events.filter(({ event }) => event === 'notification').map(({ data = '{}' }) => JSON.parse(data)),
    lastId: () => events.findLast(({ id }) => id !== undefined)?.id ?? '',
    isOver: () => is_over,
    reading,
    leave: () => controller.abort(),
  };
}

const until = async (isTrue: () => boolean, longest_ms = 5_000) => {
  for (const began = performance.now(); !isTrue() && performance.now() - began < longest_ms;) await pause(10);
};

let subject = 0;
const happen = async (shop: TestShop, name = 'customer.account_requested', payload = '{}') => {
  subject += 1;
  const { rows } = await app.database.pool.query(
    `select id from customers where shop_id = $1 order by id limit 1`,
    [shop.shop_id],
  );
  await app.database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at) values ($1, $2, $3, $4, 0, now())`,
    [shop.shop_id, name, name.startsWith('customer') ? rows[0].id : subject, payload],
  );
  await app.readEvents();
};

const withCustomer = async (): Promise<TestShop> => {
  const shop = await app.openShop();
  const regions = expectOk(
    await shop.call('GET', '/api/open/region', { keyword: 'tajinan', pagination_offset: '1' }),
  );
  expectOk(
    await shop.call('POST', '/api/open/customer/create', {
      name: 'Siti <b>',
      phone: '0812-3456-7890',
      district_id: regions.body.data[0].id,
      address: 'Jl. Melati 5',
      postal_code: '65172',
      category: 'N',
      is_active: 'Y',
    }),
  );
  return shop;
};

const withdrawn = (shop: TestShop) => happen(shop, 'withdrawal.paid', '{"nominal_idr": 1000, "fee_idr": 0}');

describe('a stream', () => {
  test('brings what is new to all who may see it within a second, and to nobody else', async () => {
    const shop = await withCustomer();
    const other = await app.openShop();
    const admin = await hire(app, shop, 'admin');
    const admin_token = admin.authorization.replace('Bearer ', '');
    const owners = await Promise.all(Array.from({ length: 15 }, () => listen(shop.token)));
    const admins = await Promise.all(Array.from({ length: 15 }, () => listen(admin_token)));
    const others = await Promise.all(Array.from({ length: 15 }, () => listen(other.token)));
    await withdrawn(shop);
    const began = performance.now();
    await happen(shop);
    await until(
      () =>
        admins.every(({ told }) => told().length === 1) && owners.every(({ told }) => told().length === 2),
    );
    expect(performance.now() - began).toBeLessThan(1_500);
    for (const { told } of owners)
      expect(told().map(({ action }) => action.type)).toEqual(['open_withdrawal', 'open_customer']);
    for (const { told } of admins)
      expect(told()).toMatchObject([{ content: expect.stringContaining('Siti &lt;b&gt;') }]);
    for (const { told } of others) expect(told()).toEqual([]);
    for (const { leave } of [...owners, ...admins, ...others]) leave();
  });

  test('that broke off goes on after the last event that came, once each', async () => {
    const shop = await withCustomer();
    const first = await listen(shop.token);
    await happen(shop);
    await until(() => first.told().length === 1);
    first.leave();
    await happen(shop);
    await withdrawn(shop);
    const again = await listen(shop.token, { 'last-event-id': first.lastId() });
    await until(() => again.told().length === 2);
    await happen(shop);
    await until(() => again.told().length === 3);
    expect(again.told().map(({ action }) => action.type)).toEqual([
      'open_customer',
      'open_withdrawal',
      'open_customer',
    ]);
    expect(new Set([...first.told(), ...again.told()].map(({ id }) => id)).size).toBe(4);
    again.leave();
  });

  test('begins now for an event that was never sent, and says so where too much was missed', async () => {
    const shop = await withCustomer();
    await happen(shop);
    for (const id of ['x', '99-0', '-1-0', `${'9'.repeat(400)}-0`, '1-0; drop', 'NaN-NaN', '1e3-0']) {
      const stream = await listen(shop.token, { 'last-event-id': id });
      await until(() => stream.events.length > 0);
      expect([stream.status, stream.events[0]]).toMatchObject([200, { event: 'ready', id: '1-0' }]);
      stream.leave();
    }
    const count = notificationLimits.stream_catch_up + 1;
    await app.database.pool.query(
      `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
       select $1, 'withdrawal.paid', n, '{"nominal_idr": 1, "fee_idr": 0}', 0, now() from generate_series(1, $2::int) as n`,
      [shop.shop_id, count],
    );
    await app.readEvents();
    const late = await listen(shop.token, { 'last-event-id': '1-0' });
    await until(() => late.events.length > 1);
    expect(late.events.map(({ event }) => event)).toEqual(['ready', 'missed']);
    expect(late.lastId()).toBe(`${count + 1}-0`);
    late.leave();
  });

  test('gives what there is and ends for a client that does not say that it goes on reading', async () => {
    const shop = await withCustomer();
    await happen(shop);
    const { status, text, headers } = await shop.call('GET', PATH, { after: '0-0' });
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(text.match(/^event: .*/gm)).toEqual(['event: ready', 'event: notification']);
    const sent_again = await shop.call('GET', PATH, {
      after: /.*\nid: (\S+)/s.exec(text)?.[1] ?? '',
    });
    expect(sent_again.text.match(/^event: .*/gm)).toEqual(['event: ready']);
  });

  test('ends with its session and its key, and when the role changes: nothing comes any more', async () => {
    const shop = await withCustomer();
    const key = expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Layar' })).body.data;
    const people = [
      await hire(app, shop, 'admin'),
      await hire(app, shop, 'admin'),
      await hire(app, shop, 'admin'),
    ];
    const [leaves, changes, stays] = await Promise.all(
      people.map(({ authorization }) => listen(authorization.replace('Bearer ', ''))),
    );
    const by_key = await listen(key.key);
    if (leaves === undefined || changes === undefined || stays === undefined)
      throw new Error('nobody listens');
    expectOk(await people[0]!.call('POST', '/api/account/logout'));
    const role = { id: people[1]!.user_id, role: 'warehouse' };
    expectOk(await shop.call('PATCH', '/api/account/user', role));
    expectOk(await shop.call('DELETE', `/api/account/api-key/${key.id}`));
    await until(() => leaves.isOver() && changes.isOver() && by_key.isOver());
    expect([leaves.isOver(), changes.isOver(), by_key.isOver(), stays.isOver()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    // Of what ended without a word, as a session whose row is gone, nothing comes either.
    await app.database.pool.query('delete from sessions where shop_id = $1 and user_id = $2', [
      shop.shop_id,
      people[2]!.user_id,
    ]);
    await happen(shop);
    await until(() => stays.isOver());
    expect([stays.isOver(), stays.told()]).toEqual([true, []]);
    expect((await listen(people[0]!.authorization.replace('Bearer ', ''))).status).toBe(401);
  });

  test('holds no place: as many as there may be leave all other requests their turn', async () => {
    const shop = await withCustomer();
    const clients = await Promise.all(
      Array.from({ length: notificationLimits.streams_per_user + 100 }, () => listen(shop.token)),
    );
    await until(() => clients.every(({ events, status }) => status === 429 || events.length > 0));
    const open = clients.filter(({ events, isOver }) => events.length > 0 && !isOver());
    const limit = notificationLimits.streams_per_user;
    // However many ask at once: nobody is let in and shown out.
    expect(open.length).toBe(limit);
    const statuses = clients.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array(limit).fill(200), ...Array(100).fill(429)]);
    const refused = await fetch(base_url + PATH, {
      headers: { authorization: `Bearer ${shop.token}`, accept: 'text/event-stream' },
    });
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too_many_streams' }]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.call('GET', '/api/open/notification/unread')),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    for (const { leave } of clients) leave();
    await pause(100);
    for (let times = 0; times < 200; times += 1) {
      const stream = await listen(shop.token, { 'last-event-id': '0-0' });
      expect(stream.status).toBe(200);
      stream.leave();
      await pause(1);
    }
  });

  test('whose client reads nothing is dropped, and keeps nobody waiting', async () => {
    const shop = await withCustomer();
    const { port } = new URL(base_url);
    const sockets = Array.from({ length: 5 }, () => connect({ port: Number(port), host: '127.0.0.1' }));
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.pause();
      socket.write(
        `GET ${PATH} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\nauthorization: Bearer ${shop.token}\r\n\r\n`,
      );
    }
    const reader = await listen(shop.token);
    await pause(200);
    for (let times = 0; times < 3; times += 1) await happen(shop);
    await until(() => reader.told().length === 3);
    expect(reader.told()).toHaveLength(3);
    for (const socket of sockets) socket.destroy();
    reader.leave();
  });
});
test('of two processes brings what either makes, and ends in good order when its process stops', async () => {
  const shop = await withCustomer();
  const beside = await buildApp({ ...app.services, config: { ...app.services.config } }, () =>
    Promise.resolve(true),
  );
  const other_url = await beside.listen({ port: 0, host: '127.0.0.1' });
  const [here, there] = [await listen(shop.token), await listen(shop.token, {}, other_url)];
  await happen(shop);
  await until(() => here.told().length === 1 && there.told().length === 1);
  expect([here.told(), there.told()]).toMatchObject([[{ id: there.told()[0].id }], [{}]]);
  const began = performance.now();
  await beside.close();
  await until(() => there.isOver());
  expect([there.isOver(), here.isOver()]).toEqual([true, false]);
  expect(performance.now() - began).toBeLessThan(5_000);
  await happen(shop);
  const again = await listen(shop.token, { 'last-event-id': there.lastId() });
  await until(() => again.told().length === 1);
  expect(again.told()).toHaveLength(1);
  for (const { leave } of [here, again]) leave();
});
