import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { openStore, type StoreScene } from '../../../test/store-scene.ts';
import { storeLimits } from './limits.ts';

const FRONT_END = '127.0.0.1';
const environment = { RATE_LIMIT_PER_MINUTE: '100000' };

let trusting: TestApp;
let strict: TestApp;
beforeAll(async () => {
  trusting = await startTestApp({ environment: { ...environment, TRUST_PROXY: FRONT_END } });
  strict = await startTestApp({ environment });
});
afterAll(async () => {
  await trusting.close();
  await strict.close();
});

/** Asks for shipping costs through the front end of a shop, for a guest at this address. */
const rates = async (store: StoreScene, address: string) => {
  const products = [{ id: store.stall.variation_ids[0], qty: 1 }];
  const input = { district_id: store.district_id, products };
  return (await store.visit('POST', '/rate', input, { 'x-forwarded-for': address })).status;
};

async function usedUp(store: StoreScene, address: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count <= storeLimits.store_rates_per_minute; count += 1)
    statuses.push(await rates(store, address));
  return statuses;
}

describe('guests who come through one server', () => {
  test('share a limit: what it says of their addresses counts for nothing', async () => {
    const store = await openStore(strict);
    expect((await usedUp(store, '203.0.113.1')).at(-1)).toBe(429);
    expect(await rates(store, '203.0.113.2')).toBe(429);
  });

  test('have one each where the operator trusts that server, and none by an address before the one that it saw', async () => {
    const store = await openStore(trusting);
    expect((await usedUp(store, '203.0.113.1')).at(-1)).toBe(429);
    expect(await rates(store, '203.0.113.2')).toBe(200);
    expect(await rates(store, '198.51.100.9, 203.0.113.1')).toBe(429);
  });
});
