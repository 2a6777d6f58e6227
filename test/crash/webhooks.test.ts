import { kill } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../harness.ts';
import { startServerProcess, type ServerProcess } from '../server-process.ts';
import { expectOk, openStall, orderOf, today, type Stall } from '../stall.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../webhook-receiver.ts';
import { addWebhook, LOCAL_NETWORKS, nothingWaits, startWebhookApp } from '../webhook-scene.ts';

/** In full: WEBHOOK_KILLS=50. */
const KILLS = Number(process.env['WEBHOOK_KILLS'] ?? 3);

let app: TestApp;
let shop: TestShop;
let stall: Stall;
let receiver: WebhookReceiver;
let server: ServerProcess | undefined;

beforeAll(async () => {
  app = await startWebhookApp();
  shop = await app.openShop();
  stall = await openStall(shop, { stocks: [1_000_000] });
  receiver = await openWebhookReceiver();
});
afterAll(async () => {
  if (server !== undefined) kill(server.process_id, 'SIGKILL');
  receiver.close();
  await app.close();
});

/** A server of the product on the same database, with the same keys. */
function startServer(): Promise<ServerProcess> {
  const { host, port, user, database } = app.connection;
  return startServerProcess({
    ...LOCAL_NETWORKS,
    DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    DATABASE_POOL_SIZE: '6',
    DATA_DIR: app.services.config.DATA_DIR,
  });
}

const MOST_WAITING = 200;
const waiting = async (): Promise<number> =>
  (await app.database.pool.query('select count(*)::int as count from webhook_lanes')).rows[0].count;

/** An order that is placed, paid and cancelled, or only some of that. */
async function sell(number: number): Promise<void> {
  const { order_id: id } = expectOk(await shop.call('POST', '/api/open/order', orderOf(stall))).body.data;
  if (number % 3 === 0) return;
  const payment = { status: 'PAID', date: today(), bank_id: stall.bank_id };
  expectOk(await shop.call('PATCH', '/api/open/order/quick-payment', { id, payment }));
  if (number % 3 === 1) return;
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id, paid_as: 'BALANCE' }));
}

/** What became of events, and when each of their messages came first. */
const TOLD = `select e.id::int as event_id, e.name, d.subject, m.type, m.webhook_id, d.state
  from outbox_events as e
  left join webhook_messages as m on m.shop_id = e.shop_id and m.event_id = e.id and m.type <> 'stock.changed'
  left join webhook_deliveries as d on d.shop_id = e.shop_id and d.message_id = m.id
  where e.shop_id = $1 and e.name like 'order.%' and e.id > $2
  order by e.position, d.part`;

/** The messages of an event. */
const MESSAGES: Record<string, string[]> = {
  'order.created': ['order.created'],
  'order.paid': ['payment.received', 'order.paid'],
  'order.canceled': ['order.canceled'],
};

test(
  'servers that are killed under load tell each event once in effect, in order per subject, and lose none',
  { timeout: 180_000 + KILLS * 40_000 },
  async () => {
    await app.readEvents();
    await addWebhook(shop, receiver.url);
    const [{ id: before }] = (await app.database.pool.query('select max(id) as id from outbox_events')).rows;
    receiver.answer(() => ({ status: 204, wait_ms: 20 }));
    const over = new AbortController();
    let sold = 0;
    const selling = (async () => {
      for (; !over.signal.aborted; sold += 1) {
        // Servers that are killed again and again come only so far: what waits is to have an end.
        if (sold % 10 === 0)
          while (!over.signal.aborted && (await waiting()) > MOST_WAITING) await pause(200);
        await sell(sold);
        await pause(80);
      }
    })();
    let in_the_middle = 0;
    for (let killed = 0; killed < KILLS; killed += 1) {
      server = await startServer();
      const received = receiver.received.length;
      const began = performance.now();
      while (receiver.received.length === received && performance.now() - began < 30_000) await pause(10);
      await pause(100 + ((killed * 137) % 900));
      kill(server.process_id, 'SIGKILL');
      if (receiver.received.length > received && !(await nothingWaits(app))) in_the_middle += 1;
    }
    over.abort();
    await selling;
    server = await startServer();
    const { pool } = app.database;
    const unread = `select 1 from outbox_events as e, event_readers as r where r.name = 'webhook-messages'
      and (e.position is null or e.position > r.position) limit 1`;
    let last = { received: 0, at_ms: performance.now() };
    while ((await pool.query(unread)).rows.length > 0 || !(await nothingWaits(app))) {
      if (receiver.received.length > last.received)
        last = { received: receiver.received.length, at_ms: performance.now() };
      // Longer than the claims of a dead process hold, and a server takes to start.
      if (performance.now() - last.at_ms > 60_000)
        throw new Error(`it did not come to an end: ${await waiting()} wait`);
      await pause(200);
    }
    expect(in_the_middle).toBeGreaterThan(0);

    const { rows } = await pool.query<{
      event_id: number;
      name: string;
      subject: string;
      type: string;
      webhook_id: string;
      state: string;
    }>(TOLD, [shop.shop_id, before]);
    const events = Map.groupBy(rows, ({ event_id }) => event_id);
    expect(events.size).toBeGreaterThan(KILLS);
    const wrong = [...events.values()].filter(
      (told) => told.map(({ type }) => type).join() !== MESSAGES[told[0]?.name ?? '']?.join(),
    );
    expect(wrong).toEqual([]);
    expect(rows.filter(({ state }) => state !== 'DELIVERED')).toEqual([]);
    const first = new Map<string, number>();
    const texts = new Map<string, string>();
    let altered = 0;
    for (const [place, { headers, text }] of receiver.received.entries()) {
      const id = headers['webhook-id'] ?? '';
      if (!first.has(id)) first.set(id, place);
      if ((texts.get(id) ?? text) !== text) altered += 1;
      texts.set(id, text);
    }
    expect(altered).toBe(0);
    expect(rows.filter(({ webhook_id }) => !first.has(webhook_id))).toEqual([]);
    for (const told of Map.groupBy(rows, ({ subject }) => subject).values()) {
      const places = told.map(({ webhook_id }) => first.get(webhook_id) ?? 0);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    const doubles = receiver.received.length - first.size;
    if (process.env['WEBHOOK_KILLS'] !== undefined)
      console.log(
        `${KILLS} kills, ${in_the_middle} in the middle: ${events.size} events, ${first.size} messages, ${doubles} doubles`,
      );
  },
);
