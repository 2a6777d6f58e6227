import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { VENDOR_KEY, type CourierLoopback } from '../../../../test/integrations/courier-vendor.ts';
import { LOOPBACKS } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';
import { openStore, type StoreScene } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { storeLimits } from '../../storefront/limits.ts';

const MOST = storeLimits.store_rates_per_minute;
/** No two minutes: what is counted is counted together. */
const NOW = new Date('2026-03-10T05:00:00Z');

let app: TestApp;
let vendor: CourierLoopback;
beforeAll(async () => {
  vendor = await LOOPBACKS.biteship.open();
  app = await startTestApp({
    clock: { now: () => NOW },
    environment: { BITESHIP_URL: vendor.url, RATE_LIMIT_PER_MINUTE: '100000' },
  });
});
afterAll(async () => {
  await app.close();
  vendor.close();
});

async function storeWithVendor(): Promise<StoreScene> {
  const store = await openStore(app, { stocks: [10_000] });
  const connection = { vendor: 'biteship', api_key: VENDOR_KEY };
  expectOk(await store.shop.call('PUT', '/api/open/setting/courier/connection', connection));
  return store;
}

/** Of another weight each, so that no answer is of another one. */
const parcel = ({ district_id, stall }: StoreScene, qty: number) => ({
  district_id,
  products: [{ id: stall.variation_ids[0], qty }],
  expedition: { id: 1 },
});

describe('quotes and checkouts of a shop that asks vendors', () => {
  test('count as questions for shipping costs: beyond the limit no vendor is asked, and what it has answered is still said', async () => {
    const store = await storeWithVendor();
    const quote = (qty: number) => store.visit('POST', '/quote', parcel(store, qty));
    for (let qty = 1; qty <= MOST; qty += 1) expectOk(await quote(qty));
    const asked = vendor.requests.length;
    const refused = await quote(MOST + 1);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const checkout = (qty: number) => store.visit('POST', '/checkout', store.checkout(parcel(store, qty)));
    expect((await checkout(MOST + 1)).status).toBe(429);
    expect((await store.visit('POST', '/rate', parcel(store, MOST + 1))).status).toBe(429);
    // Whoever has a quote can order what it says.
    expect((await checkout(2)).status).toBe(201);
    expect(vendor.requests.length).toBe(asked);
  });

  test('count once for each receiver; a buyer who quotes for the most receivers and orders is not refused', async () => {
    const store = await storeWithVendor();
    const { token } = await addBuyer(app, store.shop, 'Y');
    const headers = { authorization: `Bearer ${token}` };
    const receivers = (first: number) =>
      Array.from({ length: 20 }, (_, index) => ({
        name: 'Rina Wati',
        phone: '085712345678',
        address: 'Jl. Kenanga 7',
        ...parcel(store, first + index),
      }));
    const quote = (first: number) => store.visit('POST', '/quote', { receivers: receivers(first) }, headers);
    const payment = { method: 'TRANSFER' };
    expectOk(await quote(100));
    expectOk(await quote(100));
    expectOk(await store.visit('POST', '/checkout', { receivers: receivers(100), payment }, headers));
    expectOk(await quote(200));
    expectOk(await quote(300));
    const refused = await quote(400);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
  });
});
