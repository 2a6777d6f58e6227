import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './harness.ts';
import { shopZone } from './shop-zone.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('the database of the tests tells the same time as they do, whatever their clock is set to', async () => {
  const [row] = (await app.database.pool.query<{ now: Date }>('select clock_timestamp() as now')).rows;
  expect(Math.abs((row?.now.getTime() ?? 0) - Date.now())).toBeLessThan(5_000);
});

test('the shops of the tests are in the zone that the tests are run for', async () => {
  const shop = await app.openShop();
  expect(shop.context().shop.time_zone).toBe(shopZone);
});
