import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { VENDOR_KEY, type CourierLoopback } from '../../../../test/integrations/courier-vendor.ts';
import { LOOPBACKS } from '../../../../test/integrations/courier-vendors.ts';
import { off, promoInput, running } from '../../../../test/promo-input.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { addBuyer, visitorOf } from '../../../../test/visitors.ts';
import { storeRate, type StoreContext } from '../index.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const [KLOJEN, BUKIT_RAYA, GAMBIR] = [357_302, 147_107, 317_101];

let test_app: TestApp;
let shop: TestShop;
let vendor: CourierLoopback;
let variations: number[];

beforeAll(async () => {
  vendor = await LOOPBACKS.biteship.open();
  test_app = await startTestApp({ environment: { BITESHIP_URL: vendor.url } });
  shop = await openStore();
  const { variation_ids } = await addProduct(shop, {
    variation: { weight: 700, price: 100_000, price_reseller: 80_000 },
  });
  variations = variation_ids;
});
afterAll(async () => {
  await test_app.close();
  vendor.close();
});

/** A shop that sends from a district. */
async function openStore(district_id = BUKIT_RAYA): Promise<TestShop> {
  const opened = await test_app.openShop();
  const [supplier] = expectOk(await opened.call('GET', '/api/open/supplier')).body.data;
  const from = { supplier_id: supplier.id, district_id };
  expectOk(await opened.call('PATCH', '/api/open/supplier/update', from));
  const services = { regular: ['1', '349'], express: [], trucking: [] };
  expectOk(await opened.call('PATCH', '/api/open/setting/courier/all', services));
  return opened;
}

const lines = (qty = 1) => [{ id: variations[0], qty }];
const ask = (input: object = {}, token?: string, at = shop) =>
  visitorOf(test_app, at, token)('POST', '/api/store/:subdomain/rate', {
    district_id: KLOJEN,
    products: lines(),
    ...input,
  });
const rates = async (input: object = {}, token?: string) =>
  expectOk(await ask(input, token)).body.data.rates as any[];

describe('what shipping costs at a store', () => {
  test('is of the services that are on, by the weight and value that the shop has, and says no more than a buyer needs', async () => {
    const answer = expectOk(await ask({ products: lines(2) })).body.data;
    expect(answer).toMatchObject({ weight: 1_400, price: 200_000, destination: { district_id: KLOJEN } });
    const couriers = answer.rates.filter(({ group }: any) => group !== 'pickup');
    expect(couriers.map(({ id }: any) => id)).toEqual([349, 1]);
    const staff = await shop.call('GET', '/api/open/expedition/cost', {
      origin_id: String(BUKIT_RAYA),
      destination_id: String(KLOJEN),
      weight: '1400',
      price: '200000',
    });
    const theirs = new Map(staff.body.data.regular.map((rate: any) => [rate.rate_id, rate]));
    for (const { id, rate, insurance } of couriers)
      expect([rate, insurance]).toEqual([
        (theirs.get(id) as any).finalRate,
        (theirs.get(id) as any).insuranceRate,
      ]);
    expect(JSON.stringify(answer)).not.toMatch(/vendor|origin|estimate|supplier/);
  });

  test('goes by the prices of the buyer', async () => {
    const reseller = await addBuyer(test_app, shop, 'Y');
    expect(expectOk(await ask({}, reseller.token)).body.data.price).toBe(80_000);
  });

  test('has pickup at the shop while that is on, and the couriers of the shop itself', async () => {
    const turn = (is_active: boolean) =>
      shop.call('PATCH', '/api/open/setting/courier', { id: 98, is_active });
    expectOk(await turn(true));
    const own = { name: 'Kurir Toko', fee: 7_000 };
    const { id } = expectOk(await shop.call('POST', '/api/open/setting/courier/custom', own)).body.data;
    const [pickup, first] = await rates();
    expect(pickup).toMatchObject({ id: 98, group: 'pickup', rate: 0, is_cod: false });
    expect(first).toMatchObject({ id, courier: 'Kurir Toko', rate: 7_000 });
    expectOk(await turn(false));
    expect((await rates()).map((rate) => rate.group)).not.toContain('pickup');
  });

  test('with COD is of couriers that collect, and never pickup', async () => {
    const collecting = await rates({ is_cod: true });
    expect(collecting.map(({ id }) => id)).toContain(349);
    expect(collecting.every(({ is_cod }) => is_cod)).toBe(true);
  });

  test('has the best shipping promo of the visitor', async () => {
    const promo = {
      ...promoInput(running(off(5_000))),
      type: 'EXPEDITION',
      all_products: true,
      customer_categories: ['N'],
      selected_items: { products: [], platforms: ['STOREFRONT', 'PRIVOR'], couriers: [1] },
    };
    expectOk(await shop.call('POST', '/api/open/promo', promo));
    const jne = (await rates()).find(({ id }) => id === 1);
    expect([jne.discount, jne.rate_after_discount]).toEqual([5_000, jne.rate - 5_000]);
    const reseller = await addBuyer(test_app, shop, 'Y');
    expect((await rates({}, reseller.token)).find(({ id }) => id === 1).discount).toBe(0);
  });

  test('of a shop that has not said where parcels leave from is nothing, and says so', async () => {
    const lost = await test_app.openShop();
    const { variation_ids } = await addProduct(lost);
    const products = [{ id: variation_ids[0], qty: 1 }];
    const { data } = expectOk(await ask({ products }, undefined, lost)).body;
    expect(data.rates.filter(({ group }: any) => group !== 'pickup')).toEqual([]);
    expect(data.message).toContain('contact the shop');
  });

  test('is refused for what the store does not sell, no district, and what no courier takes', async () => {
    const { variation_ids: hidden } = await addProduct(shop, { product: { publish_status: 'N' } });
    for (const [input, fields] of [
      [{ products: [...lines(), { id: hidden[0], qty: 1 }] }, ['products.1.id']],
      [{ products: [{ id: 987_654_321, qty: 1 }] }, ['products.0.id']],
      [{ district_id: 1 }, ['district_id']],
      [{ products: lines(10_000) }, ['products']],
      [{ products: [] }, ['products']],
    ] as const) {
      const { status, body } = await ask(input);
      expect([status, Object.keys(body.message)]).toEqual([422, fields]);
    }
  });

  test.each([1, 10, 100])('of %d lines takes as many statements as any other', async (count) => {
    const ids: number[] = [];
    for (let made = 0; made * 2 < count; made += 1) ids.push(...(await addProduct(shop)).variation_ids);
    const products = ids.slice(0, count).map((id) => ({ id, qty: 1 }));
    expect(await countStatements(test_app, () => ask({ products }))).toBe(5);
  });
});

test('a vendor that is silent keeps nobody longer than 3 s, and the order is priced as the visitor was told', async () => {
  const own = await openStore(GAMBIR);
  expectOk(
    await own.call('PUT', '/api/open/setting/courier/connection', {
      vendor: 'biteship',
      api_key: VENDOR_KEY,
    }),
  );
  const { variation_ids } = await addProduct(own, { variation: { weight: 2_000 } });
  const products = [{ id: variation_ids[0], qty: 1 }];
  vendor.behave(() => 'silence');
  const began = performance.now();
  expect(expectOk(await ask({ products }, undefined, own)).body.data.rates.length).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(6_000);
  vendor.behave(() => undefined);
  const shown = expectOk(await ask({ products }, undefined, own)).body.data.rates as any[];
  const asked = vendor.requests.length;
  const way = { origin_code: GAMBIR, destination_code: KLOJEN, is_cod: false, service_id: 1 };
  const parcel = { weight_grams: 2_000, volume_cm3: 0, value_idr: 100_000 };
  const store = { name: '', subdomain: own.subdomain };
  const visitor = { ...own.context(), store, buyer: null } as StoreContext;
  const rate = await storeRate(visitor, way, parcel);
  expect(rate?.shipping_idr).toBe(shown.find(({ id }) => id === 1).rate);
  expect(vendor.requests.length).toBe(asked);
});

test('districts are found by guests as by staff', async () => {
  const query = { keyword: 'klojen malang' };
  const found = await visitorOf(test_app, shop)('GET', '/api/store/:subdomain/district', query);
  expect(found.body.data[0]).toMatchObject({ id: KLOJEN, subdistrict: 'Klojen' });
  expect(found.body.data).toEqual((await shop.call('GET', '/api/open/region', query)).body.data);
});

test('whoever asks what shipping costs all the time waits, and others do not', async () => {
  const limited = await startTestApp({ environment: { RATE_LIMIT_PER_MINUTE: '1000' } });
  try {
    const own = await limited.openShop();
    const { variation_ids } = await addProduct(own);
    const input = { district_id: KLOJEN, products: [{ id: variation_ids[0], qty: 1 }] };
    const statusOf = async (token?: string) =>
      (await visitorOf(limited, own, token)('POST', '/api/store/:subdomain/rate', input)).status;
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) statuses.push(await statusOf());
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    expect(await statusOf((await addBuyer(limited, own)).token)).toBe(200);
  } finally {
    await limited.close();
  }
});
