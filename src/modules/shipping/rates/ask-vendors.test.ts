import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import {
  CourierError,
  type CourierVendor,
  type RateRequest,
  type VendorName,
  type VendorRate,
} from '../../../integrations/courier/port.ts';
import { askVendors } from './ask-vendors.ts';

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = await app.openShop();
});
afterEach(() => vi.useRealTimers());

const RATE: VendorRate = {
  courier_code: 'jne',
  service_code: 'REG',
  service_name: 'Reguler',
  shipping_idr: 11_000,
  insurance_idr: 0,
  is_insurance_required: false,
  cod_fee_idr: 0,
  min_days: 1,
  max_days: 2,
  is_cod_available: true,
  is_pickup_available: true,
};

/** A vendor of which only the rates are asked. */
function vendorOf(
  name: VendorName,
  rates: CourierVendor['rates'],
  more: { rates_ttl_ms?: number; can?: Partial<CourierVendor['can']> } = {},
) {
  const asked = vi.fn(rates);
  const vendor = {
    name,
    can: { rates: true, cod: true, ...more.can },
    rates_ttl_ms: more.rates_ttl_ms ?? 60_000,
    rates: asked,
  } as unknown as CourierVendor;
  return { vendor, asked };
}

const place = (district_code: number) => ({ district_code, district: 'A', city: 'B', province: 'C' });
const REQUEST: RateRequest = {
  origin: place(357_302),
  destination: place(147_107),
  weight_grams: 1_000,
  value_idr: 120_000,
  is_cod: false,
  courier_codes: ['jne'],
};
const ask = (vendors: readonly { vendor: CourierVendor }[], request: Partial<RateRequest> = {}) =>
  askVendors(
    shop.context(),
    vendors.map(({ vendor }) => vendor),
    { ...REQUEST, ...request },
  );

test('vendors are asked at once, and who fails is named beside the rates of the others', async () => {
  const quick = vendorOf('biteship', async () => [RATE]);
  const broke = vendorOf('shipper', async () => {
    throw new CourierError('shipper', 'key_refused', 'no');
  });
  const odd = vendorOf('rajaongkir', async () => {
    throw new TypeError('cannot read properties');
  });
  expect(await ask([broke, quick, odd])).toEqual({
    answered: [{ vendor: 'biteship', rates: [RATE] }],
    unanswered: expect.arrayContaining([
      { vendor: 'shipper', title: 'Shipper', problem: 'key_refused' },
      { vendor: 'rajaongkir', title: 'RajaOngkir', problem: 'unavailable' },
    ]),
  });
});

test('after 3 s all has an end, also a vendor that never answers and heeds no signal', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let signal: AbortSignal | undefined;
  const silent = vendorOf('shipper', (_request, given) => {
    signal = given;
    return new Promise(() => undefined);
  });
  const quick = vendorOf('biteship', async () => [RATE]);
  let answers: Awaited<ReturnType<typeof askVendors>> | undefined;
  const asking = ask([silent, quick]).then((answered) => (answers = answered));
  await vi.waitFor(() => expect(silent.asked).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(2_900);
  expect([answers, signal?.aborted]).toEqual([undefined, false]);
  await vi.advanceTimersByTimeAsync(200);
  await asking;
  expect(signal?.aborted).toBe(true);
  expect(answers).toMatchObject({
    answered: [{ vendor: 'biteship' }],
    unanswered: [{ vendor: 'shipper', problem: 'unavailable' }],
  });
});

test('an answer is kept as long as the vendor lets it be, for parcels that cost the same', async () => {
  const kept = vendorOf('biteship', async () => [RATE]);
  const brief = vendorOf('shipper', async () => [RATE], { rates_ttl_ms: -1 });
  for (const request of [{}, { weight_grams: 901 }, { value_idr: 199_999 }]) {
    const { answered } = await ask([kept, brief], request);
    expect(answered.map(({ rates }) => rates)).toEqual([[RATE], [RATE]]);
  }
  expect([kept.asked.mock.calls.length, brief.asked.mock.calls.length]).toEqual([1, 3]);
  // As the heaviest and dearest of its class.
  expect(kept.asked.mock.calls[0]?.[0]).toMatchObject({ weight_grams: 1_000, value_idr: 200_000 });
});

test.each([
  ['another weight', { weight_grams: 1_001 }],
  ['another value', { value_idr: 200_001 }],
  ['another size', { size: { length_cm: 1, width_cm: 1, height_cm: 1 } }],
  ['COD', { is_cod: true }],
  ['another way', { destination: place(357_304) }],
  ['other couriers', { courier_codes: ['jne', 'sap'] }],
])('%s is asked for anew', async (_what, request) => {
  const { vendor, asked } = vendorOf('biteship', async () => [RATE]);
  await ask([{ vendor }]);
  await ask([{ vendor }], request);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('ten who ask for the same at once make one request, and another shop makes its own', async () => {
  const { vendor, asked } = vendorOf('biteship', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [RATE];
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask([{ vendor }])));
  for (const { answered } of answers) expect(answered).toEqual([{ vendor: 'biteship', rates: [RATE] }]);
  expect(asked).toHaveBeenCalledTimes(1);
  shop = await app.openShop();
  await ask([{ vendor }]);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a failure is not kept: the next one asks again', async () => {
  let fails = true;
  const { vendor, asked } = vendorOf('biteship', async () => {
    if (fails) throw new CourierError('biteship', 'unavailable', '500');
    return [RATE];
  });
  expect((await ask([{ vendor }])).unanswered).toHaveLength(1);
  fails = false;
  expect((await ask([{ vendor }])).answered).toHaveLength(1);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a vendor that has no rates, or none with COD where that is wanted, is not asked', async () => {
  const none = vendorOf('shipper', async () => [RATE], { can: { rates: false } });
  const no_cod = vendorOf('rajaongkir', async () => [RATE], { can: { cod: false } });
  expect(await ask([none, no_cod], { is_cod: true })).toEqual({ answered: [], unanswered: [] });
  expect([none.asked.mock.calls.length, no_cod.asked.mock.calls.length]).toEqual([0, 0]);
});

test('no vendor is asked in a transaction', async () => {
  const { vendor, asked } = vendorOf('biteship', async () => [RATE]);
  const asking = shop.context().transaction((inner) => askVendors(inner, [vendor], REQUEST));
  await expect(asking).rejects.toThrow('stands in a transaction');
  expect(asked).not.toHaveBeenCalled();
});
