import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { FAULTS, HTTP, openFaultProxy, type FaultProxy } from '../../../../test/integrations/fault-proxy.ts';
import { addCustomer } from '../../../../test/stall.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../../../../test/webhook-receiver.ts';
import { addWebhook, nothingWaits, QUICK_SCHEDULE, startWebhookApp } from '../../../../test/webhook-scene.ts';
import { httpWebhooks } from '../../../integrations/webhook/http.ts';
import { runDeliveries } from './run-deliveries.ts';
import type { Schedule } from './schedule.ts';

/** In full: WEBHOOKS=100000. */
const WEBHOOKS = Number(process.env['WEBHOOKS'] ?? 1_000);
/** Webhooks of several shops. */
const ENDPOINTS = 4;
const SUBJECTS = 12;
/** Nothing is ever given up: what gets lost then is lost by a fault of ours. */
const SCHEDULE: Schedule = {
  ...QUICK_SCHEDULE,
  pauses_ms: Array.from({ length: 200 }, (_, tries) => Math.min(20 * (tries + 1), 200)),
  given_up_in_a_row: Infinity,
  // All that is open is torn down again and again: whoever rests then does nothing else.
  failures_to_rest: 40,
};

let app: TestApp;
let receiver: WebhookReceiver;
let proxy: FaultProxy;

beforeAll(async () => {
  app = await startWebhookApp();
  app.services.ports.webhooks = httpWebhooks({ networks: ['127.0.0.1'], timeout_ms: 1_000 });
  receiver = await openWebhookReceiver();
  proxy = await openFaultProxy(receiver.port, HTTP);
});
afterAll(async () => {
  await proxy.close();
  receiver.close();
  await app.close();
});

/** A shop with a webhook behind the proxy, and events of its customers. */
async function openTeller(): Promise<TestShop> {
  const shop = await app.openShop();
  const ids: number[] = [];
  for (let number = 0; number < SUBJECTS; number += 1) ids.push(await addCustomer(shop));
  await app.readEvents();
  await addWebhook(shop, `http://127.0.0.1:${proxy.port}/`);
  await app.database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
     select $1, 'customer.updated', ($2::bigint[])[1 + n % cardinality($2)], '{}', 0, now()
     from generate_series(1, $3) as n`,
    [shop.shop_id, ids, WEBHOOKS / ENDPOINTS],
  );
  return shop;
}

test(
  'through a network with all faults nothing is lost, doubles have the same ID, and each subject is told in order',
  { timeout: 60_000 + WEBHOOKS * 40 },
  async () => {
    for (let number = 0; number < ENDPOINTS; number += 1) await openTeller();
    /** By its ID, what first came under it, and as which. */
    const first = new Map<string, { text: string; place: number }>();
    let came = 0;
    let altered = 0;
    receiver.answer(({ headers, text }) => {
      came += 1;
      const id = headers['webhook-id'] ?? '';
      const known = first.get(id);
      if (known === undefined) first.set(id, { text, place: came });
      else if (known.text !== text) altered += 1;
      receiver.received.length = 0;
      return { status: 204 };
    });
    const over = new AbortController();
    const disturbing = (async () => {
      for (let turn = 0; !over.signal.aborted; turn += 1) {
        proxy.set(FAULTS[turn % FAULTS.length], 6);
        await pause(250);
      }
      proxy.set(undefined);
    })();
    // Two, as of two processes.
    const running = [1, 2].map(() => runDeliveries(app.services, { schedule: SCHEDULE, look_ms: 50 }));
    const began = performance.now();
    await app.readEvents();
    while (first.size < WEBHOOKS || !(await nothingWaits(app))) await pause(100);
    const seconds = (performance.now() - began) / 1_000;
    over.abort();
    await disturbing;
    await Promise.all(running.map((one) => one.close()));

    const { rows } = await app.database.pool.query<{
      id: string;
      subject: string;
      state: string;
      tries: number;
    }>(
      `select m.webhook_id as id, d.endpoint_id || d.subject as subject, d.state, d.attempts as tries
       from webhook_deliveries as d join webhook_messages as m on m.shop_id = d.shop_id and m.id = d.message_id
       order by d.position, d.part`,
    );
    expect(rows).toHaveLength(WEBHOOKS);
    expect(rows.filter(({ state }) => state !== 'DELIVERED')).toEqual([]);
    expect(rows.filter(({ id }) => !first.has(id))).toEqual([]);
    expect([first.size, altered]).toEqual([WEBHOOKS, 0]);
    // The faults were there.
    expect(rows.filter(({ tries }) => tries > 1).length).toBeGreaterThan(WEBHOOKS / 100);
    expect(came).toBeGreaterThan(WEBHOOKS);
    const last = new Map<string, number>();
    const overtaken = rows.filter(({ id, subject }) => {
      const place = first.get(id)?.place ?? 0;
      const before = last.get(subject) ?? 0;
      last.set(subject, place);
      return place < before;
    });
    expect(overtaken).toEqual([]);
    if (process.env['WEBHOOKS'] !== undefined)
      console.log(`${WEBHOOKS} webhooks in ${seconds.toFixed(0)} s, ${came - WEBHOOKS} doubles`);
  },
);
