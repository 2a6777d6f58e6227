import { setTimeout as pause } from 'node:timers/promises';
import { runDeliveries } from '../src/modules/webhooks/deliver/run-deliveries.ts';
import { USUAL_SCHEDULE, type Schedule } from '../src/modules/webhooks/deliver/schedule.ts';
import { startTestApp, type TestApp, type TestAppOptions, type TestShop } from './harness.ts';
import { expectOk } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** Where the receivers of tests are. */
export const LOCAL_NETWORKS = { WEBHOOK_NETWORKS: '127.0.0.0/8' };

/** As the usual one, in milliseconds in place of hours. */
export const QUICK_SCHEDULE: Schedule = {
  ...USUAL_SCHEDULE,
  pauses_ms: [20, 20, 40, 40, 80, 80, 80, 80, 80],
  first_rest_ms: 20,
  longest_rest_ms: 40,
};

/** The product, whose webhooks may reach this machine. */
export const startWebhookApp = (options: TestAppOptions = {}): Promise<TestApp> =>
  startTestApp({ ...options, environment: { ...LOCAL_NETWORKS, ...options.environment } });

/** @returns the webhook with its secret */
export async function addWebhook(
  shop: TestShop,
  url: string,
  input: object = {},
): Promise<{ id: number; secret: string }> {
  return expectOk(await shop.call('POST', '/api/open/webhook', { url, ...input })).body.data;
}

/** Sends what is due until the condition holds. */
export async function deliverUntil(
  app: TestApp,
  condition: () => Promise<boolean> | boolean,
  { schedule = QUICK_SCHEDULE, most_ms = 20_000 } = {},
): Promise<void> {
  const running = runDeliveries(app.services, { schedule, look_ms: 20 });
  try {
    const began = performance.now();
    while (!(await condition())) {
      if (performance.now() - began > most_ms) throw new Error(`it did not come true in ${most_ms} ms`);
      await pause(10);
    }
  } finally {
    await running.close();
  }
}

/** Whether nothing waits in any shop. */
export async function nothingWaits(app: TestApp): Promise<boolean> {
  const { rows } = await app.database.pool.query('select 1 from webhook_lanes limit 1');
  return rows.length === 0;
}

/** The log of a webhook, newest first. */
export async function logOf(shop: TestShop, webhook_id: number, filter: object = {}): Promise<any[]> {
  const input = { webhook_id: String(webhook_id), per_page: '100', ...filter };
  return expectOk(await shop.call('GET', '/api/open/webhook/delivery', input)).body.data;
}
