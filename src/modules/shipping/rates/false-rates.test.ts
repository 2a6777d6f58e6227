import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { VENDOR_KEY, type CourierLoopback } from '../../../../test/integrations/courier-vendor.ts';
import { LOOPBACKS } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

type Name = 'biteship' | 'rajaongkir' | 'shipper';

const [JNE_REG, SICEPAT_REG] = ['JNE REG', 'SiCepat REG'];
let app: TestApp;
let shop: TestShop;
let loopbacks: Record<Name, CourierLoopback>;

beforeAll(async () => {
  const [biteship, rajaongkir, shipper] = await Promise.all([
    LOOPBACKS.biteship.open(),
    LOOPBACKS.rajaongkir.open(),
    LOOPBACKS.shipper.open(),
  ]);
  loopbacks = { biteship, rajaongkir, shipper };
  app = await startTestApp({
    environment: { BITESHIP_URL: biteship.url, RAJAONGKIR_URL: rajaongkir.url, SHIPPER_URL: shipper.url },
  });
});
afterAll(async () => {
  await app.close();
  for (const loopback of Object.values(loopbacks)) loopback.close();
});
beforeEach(async () => {
  shop = await app.openShop();
  for (const loopback of Object.values(loopbacks)) loopback.reset();
});

const priced = (change: object) => ({
  courier_code: 'jne',
  courier_service_code: 'reg',
  courier_service_name: 'REG',
  price: 9_000,
  duration: '2 - 3 days',
  ...change,
});
/** How each vendor answers one price of JNE REG that is false, and a sound one of SiCepat REG. */
const ANSWERS: Record<Name, { path: string; body: (price: unknown, name?: string) => object }> = {
  biteship: {
    path: '/v1/rates/couriers',
    body: (price, name = 'REG') => ({
      success: true,
      pricing: [priced({ price, courier_service_name: name }), priced({ courier_code: 'sicepat' })],
    }),
  },
  rajaongkir: {
    path: '/calculate/domestic-cost',
    body: (cost, description = 'REG') => ({
      data: [
        { code: 'jne', service: 'REG23', description, cost, etd: '2-3 day' },
        { code: 'sicepat', service: 'REG', description: 'REG', cost: 9_000, etd: '2-3 day' },
      ],
    }),
  },
  shipper: {
    path: '/v3/pricing/domestic',
    body: (total_price) => ({
      data: {
        pricings: [
          { logistic: { name: 'JNE' }, rate: { id: 1, name: 'REG' }, min_day: -9, max_day: 1e9, total_price },
          { logistic: { name: 'SiCepat' }, rate: { id: 2, name: 'Regular' }, total_price: 9_000 },
        ],
      },
    }),
  },
};

async function cost(name: Name, body: object) {
  const { path } = ANSWERS[name];
  expectOk(
    await shop.call('PUT', '/api/open/setting/courier/connection', { vendor: name, api_key: VENDOR_KEY }),
  );
  loopbacks[name].behave((request) => (request.path === path ? { status: 200, body } : undefined));
  const way = { origin_id: '317101', destination_id: '357302', price: '120000', weight: '1000' };
  const { data, meta } = expectOk(await shop.call('GET', '/api/open/expedition/cost', way)).body;
  return {
    meta,
    of: (code: string) => data.regular.find(({ name, rate_name }: any) => `${name} ${rate_name}` === code),
  };
}

test.each([
  ['biteship', 'below zero', -9_000],
  ['biteship', 'of nothing', null],
  ['biteship', 'of no number', 'sembilan ribu'],
  ['biteship', 'beyond all numbers', 1e300],
  ['biteship', 'out of all proportion', 9e15],
  ['rajaongkir', 'beyond all numbers', 1e300],
  ['rajaongkir', 'out of all proportion', 9e15],
  ['shipper', 'below zero', -9_000],
  ['shipper', 'less than a rupiah', 0.4],
  ['shipper', 'beyond all numbers', 1e300],
  ['shipper', 'out of all proportion', 9e15],
] as const)(
  'a price of %s %s is none: the tariff counts, and its other prices stay',
  async (name, _, price) => {
    const { of, meta } = await cost(name, ANSWERS[name].body(price));
    expect(of(JNE_REG)).toMatchObject({ vendor: 'local', is_estimate: true });
    expect(of(JNE_REG).finalRate).toBeGreaterThan(0);
    expect(of(SICEPAT_REG)).toMatchObject({ vendor: name, finalRate: 9_000 });
    expect(meta.unanswered).toEqual([]);
  },
);

test('days that nobody can promise are not shown', async () => {
  const { of } = await cost('shipper', ANSWERS.shipper.body(9_000));
  expect(of(JNE_REG)).toMatchObject({ vendor: 'shipper', finalRate: 9_000, min_day: null, max_day: null });
});

test.each([
  ['biteship', 'NUL', 'RE\u0000G'],
  ['biteship', 'half a character', 'REG \ud83d'],
  ['rajaongkir', 'NUL', 'RE\u0000G'],
] as const)('%s names a service with %s: its prices count and are kept', async (name, _, service) => {
  const body = ANSWERS[name].body(8_000, service);
  expect((await cost(name, body)).of(JNE_REG)).toMatchObject({ vendor: name, finalRate: 8_000 });
  const before = loopbacks[name].requests.length;
  const way = { origin_id: '317101', destination_id: '357302', price: '120000', weight: '1000' };
  expectOk(await shop.call('GET', '/api/open/expedition/cost', way));
  expect(loopbacks[name].requests.length).toBe(before);
});

test.each(['biteship', 'rajaongkir', 'shipper'] as const)(
  'an answer of %s as deep as it is long is not understood, and keeps no other request waiting',
  async (name) => {
    const deep = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as object;
    for (const status of [200, 400]) {
      expectOk(
        await shop.call('PUT', '/api/open/setting/courier/connection', { vendor: name, api_key: VENDOR_KEY }),
      );
      loopbacks[name].behave(({ path }) =>
        path === ANSWERS[name].path ? { status, body: { success: true, data: deep } } : undefined,
      );
      const way = { origin_id: '317101', destination_id: '357302', price: '120000', weight: '1000' };
      const { meta } = expectOk(await shop.call('GET', '/api/open/expedition/cost', way)).body;
      expect(meta.unanswered).toMatchObject([{ vendor: name }]);
    }
  },
);
