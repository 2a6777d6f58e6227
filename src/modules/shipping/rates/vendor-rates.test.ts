import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { VENDOR_KEY, type CourierLoopback } from '../../../../test/integrations/courier-vendor.ts';
import { LOOPBACKS } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk, openStall, orderOf } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** Gambir in Jakarta, Klojen in Malang. */
const WAY = { origin_id: '317101', destination_id: '357302', price: '120000' };

let app: TestApp;
let shop: TestShop;
let biteship: CourierLoopback;
let shipper: CourierLoopback;

beforeAll(async () => {
  biteship = await LOOPBACKS.biteship.open();
  shipper = await LOOPBACKS.shipper.open();
  app = await startTestApp({ environment: { BITESHIP_URL: biteship.url, SHIPPER_URL: shipper.url } });
  shop = await app.openShop();
  for (const vendor of ['biteship', 'shipper'])
    expectOk(await shop.call('PUT', '/api/open/setting/courier/connection', { vendor, api_key: VENDOR_KEY }));
  const services = { regular: ['1', '3', '349'], express: [], trucking: [] };
  expectOk(await shop.call('PATCH', '/api/open/setting/courier/all', services));
});
afterAll(async () => {
  await app.close();
  biteship.close();
  shipper.close();
});

const cost = async (weight: number) => {
  const { data, meta } = expectOk(
    await shop.call('GET', '/api/open/expedition/cost', { ...WAY, weight: String(weight * 1_000) }),
  ).body;
  return { meta, of: (id: number) => data.regular.find(({ rate_id }: any) => rate_id === id) };
};

test("a vendor's price wins over the tariff; who is silent is named after 3 s, and the next one waits for nobody", async () => {
  shipper.behave(() => 'silence');
  const began = performance.now();
  const { meta, of } = await cost(2);
  expect(performance.now() - began).toBeLessThan(6_000);
  expect(of(1)).toMatchObject({ finalRate: 18_000, vendor: 'biteship', is_estimate: false, finalWeight: 2 });
  expect(of(3)).toMatchObject({ vendor: 'local', is_estimate: true });
  expect(meta.unanswered).toEqual([
    {
      vendor: 'shipper',
      name: 'Shipper',
      reason: 'unavailable',
      text: expect.stringContaining('Shipper has not answered in time'),
    },
  ]);
  shipper.behave(() => undefined);
  const before = biteship.requests.length;
  const again = await cost(2);
  expect(again.meta.unanswered).toEqual([]);
  expect(again.of(1).vendor).not.toBe('local');
  expect(biteship.requests.slice(before)).toEqual([]);
});

test('while many wait for the rates of silent vendors, an order is placed at once', async () => {
  const order = orderOf(await openStall(shop));
  for (const vendor of [biteship, shipper]) vendor.behave(() => 'silence');
  // Each of its own weight, so that none has the answer of another; more than a shop has places.
  const costs = Array.from({ length: 20 }, (_, at) => cost(10 + at));
  const first = await Promise.race([
    shop.call('POST', '/api/open/order', order).then(({ status }) => status),
    ...costs.map(async (answer) => void (await answer)),
  ]);
  expect(first).toBe(200);
  for (const answer of costs) expect((await answer).meta.unanswered).toHaveLength(2);
  for (const vendor of [biteship, shipper]) vendor.behave(() => undefined);
});

test('rates of a vendor are no longer there when the shop has left it', async () => {
  expect((await cost(3)).of(1).vendor).not.toBe('local');
  for (const vendor of ['biteship', 'shipper'])
    expectOk(await shop.call('DELETE', '/api/open/setting/courier/connection', { vendor }));
  expect((await cost(3)).of(1)).toMatchObject({ vendor: 'local', is_estimate: true });
});
