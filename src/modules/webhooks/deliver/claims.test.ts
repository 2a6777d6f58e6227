import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { addWebhook, logOf, startWebhookApp } from '../../../../test/webhook-scene.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import { LEASE_MS, type ClaimedDelivery } from './claim-deliveries.ts';
import type { Attempt } from './record-attempts.ts';
import { USUAL_SCHEDULE } from './schedule.ts';
import { workEndpoint } from './work-endpoint.ts';

let app: TestApp;
let shop: TestShop;
let offset_ms = 0;
beforeAll(async () => {
  app = await startWebhookApp({ clock: { now: () => new Date(Date.now() + offset_ms) } });
  shop = await app.openShop();
});
afterAll(() => app.close());

const attempt = (delivery: ClaimedDelivery | undefined, error?: 'TIMEOUT'): Attempt => ({
  delivery: delivery!,
  at: app.services.clock.now(),
  outcome: { error, milliseconds: 1, answer: '' },
});

test('what a process reports so late that another has delivered it is not taken, also when its subject has something new', async () => {
  const { id } = await addWebhook(shop, 'https://127.0.0.1:9/');
  const context = contextOfShop(app.services, 'test', { id: shop.shop_id, time_zone: 'Asia/Jakarta' });
  const work = async (attempts: Attempt[], room = 8) =>
    (await workEndpoint(context, id, attempts, room, USUAL_SCHEDULE)).claimed[0];
  const customer_id = await addCustomer(shop, 'N', 'Siti');
  await app.readEvents();
  const slow = await work([]);
  offset_ms += LEASE_MS + 1_000;
  const other = await work([]);
  expect(other).toMatchObject({ id: slow?.id, turn: 2 });
  await work([attempt(other)], 0);
  expectOk(await shop.call('PATCH', '/api/open/customer/update', { customer_id, name: 'Ani' }));
  await app.readEvents();
  const newer = await work([]);
  expect(newer?.turn).toBe(slow?.turn);
  await work([attempt(slow, 'TIMEOUT')], 0);
  await work([attempt(newer)], 0);
  expect((await logOf(shop, id)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['DELIVERED', 1],
    ['DELIVERED', 1],
  ]);
});
