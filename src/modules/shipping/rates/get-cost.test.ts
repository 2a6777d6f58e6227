import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { off, promoInput, running } from '../../../../test/promo-input.ts';
import { expectOk } from '../../../../test/stall.ts';
import { ratesFor } from '../index.ts';
import { getCost } from './get-cost.ts';
import { GetCostInput } from './schemas.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const COST = '/api/open/expedition/cost';
const TARIFF = '/api/open/setting/courier/tariff';
/** Klojen and Sukun in Kota Malang; Bukit Raya in Pekanbaru. */
const [KLOJEN, SUKUN, BUKIT_RAYA] = [357_302, 357_304, 147_107];
const GOODS = { origin_id: String(BUKIT_RAYA), destination_id: String(KLOJEN), price: '120000' };

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const offer = async (services: object) =>
  expectOk(
    await shop.call('PATCH', '/api/open/setting/courier/all', {
      regular: [],
      express: [],
      trucking: [],
      ...services,
    }),
  );
const cost = async (input: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', COST, { weight: '1000', ...GOODS, ...input })).body;
const all = ({ data }: any) => [...data.regular, ...data.express, ...data.trucking];
const rateOf = (body: any, rate_id: number) => all(body).find((rate: any) => rate.rate_id === rate_id);

test('active services and custom couriers have a rate, in their groups, with all that the reference has', async () => {
  shop = await app.openShop();
  await offer({ regular: ['1', '349'], express: ['2'], trucking: ['363'] });
  const made = await shop.call('POST', '/api/open/setting/courier/custom', { name: 'Ojek', fee: 10_000 });
  const { status, data, meta } = await cost();
  expect(status).toEqual({ code: 1, message: 'Success' });
  expect(data.regular.map(({ rate_id }: any) => rate_id)).toEqual([expectOk(made).body.data.id, 349, 1]);
  expect(data.express.map(({ rate_id }: any) => rate_id)).toEqual([2]);
  expect(data.regular[1]).toEqual({
    name: 'SAP',
    logo_url: 'http://ngorder.test/assets/courier/sap.svg',
    rate_id: 349,
    show_id: 1,
    rate_name: 'REG',
    stop_origin: BUKIT_RAYA,
    stop_destination: KLOJEN,
    weight: 1,
    volumeWeight: 0,
    finalWeight: 1,
    itemPrice: 120_000,
    item_price: 120_000,
    finalRate: 32_000,
    insuranceRate: 2_360,
    compulsory_insurance: 0,
    liability: 0,
    discount: 0,
    min_day: 3,
    max_day: 5,
    pickup_agent: 1,
    is_pickup_available: 1,
    is_cod: true,
    cod_fee: 0,
    is_estimate: true,
    vendor: 'local',
  });
  expect(data.regular[0]).toMatchObject({ name: 'Ojek', finalRate: 10_000, is_estimate: false });
  expect(data.trucking[0]).toMatchObject({ rate_id: 363, finalWeight: 10, show_id: 3 });
  expect(meta).toMatchObject({
    origin: { area_id: String(BUKIT_RAYA), desc: 'Bukit Raya, Kota Pekanbaru, Riau' },
    destination: { district_id: String(KLOJEN), desc: 'Klojen, Kota Malang, Jawa Timur' },
    weight: { total: '1', type: 'Kg' },
    is_shipper_api: false,
    use_cod: true,
    estimate: { date: '2026-11', source: 'own zone model' },
    without_tariff: [],
    unanswered: [],
  });
});

test("the shop's own price of the district replaces the estimate, also that of a custom courier", async () => {
  shop = await app.openShop();
  await offer({ regular: ['1'] });
  const { id } = (await shop.call('POST', '/api/open/setting/courier/custom', { name: 'Ojek', fee: 1 })).body
    .data;
  const row = { district_id: KLOJEN, first_kg: 30_000, next_kg: 20_000, min_days: 4, max_days: 6 };
  const rows = [1, id].map((service_id) => ({ service_id, ...row }));
  expectOk(await shop.call('PUT', TARIFF, { rows }));
  const body = await cost({ weight: '3000' });
  for (const rate_id of [1, id])
    expect(rateOf(body, rate_id)).toMatchObject({ finalRate: 70_000, min_day: 4, is_estimate: false });
  expect(body.meta.estimate).toBeNull();
});

test.each([
  [{ weight: '3000' }, 3, 99_000],
  [{ weight: '0' }, 1, 33_000],
  [{ weight: '1300' }, 1, 33_000],
  [{ weight: '1310' }, 2, 66_000],
  [{ weight: '1' }, 1, 33_000],
  [{ length: '40', width: '30', height: '20' }, 4, 132_000],
  [{ length: '40', width: '30' }, 1, 33_000],
])('a parcel of %o is charged as %i kg', async (input, kg, finalRate) => {
  shop = await app.openShop();
  await offer({ regular: ['1'] });
  expect(rateOf(await cost(input), 1)).toMatchObject({ finalWeight: kg, finalRate });
});

test('with COD there are only couriers that collect, each with its fee', async () => {
  shop = await app.openShop();
  await offer({ regular: ['1', '44'] });
  for (const [name, is_cod] of [
    ['Ojek', true],
    ['Kargo', false],
  ])
    expectOk(await shop.call('POST', '/api/open/setting/courier/custom', { name, fee: 5_000, is_cod }));
  const body = await cost({ is_cod: '1' });
  expect(all(body).map(({ name }: any) => name)).toEqual(['Ojek', 'JNE']);
  // 4 % of what is collected: goods and shipping.
  expect(rateOf(body, 1).cod_fee).toBe(6_120);
});

test('a service without a price for the way is named, with the district and how to enter one by hand', async () => {
  shop = await app.openShop();
  await offer({ regular: ['4'], express: ['10003'] });
  const body = await cost();
  expect(all(body)).toEqual([]);
  expect(body.meta.without_tariff).toMatchObject([
    { rate_id: 4, name: 'JNE', rate_name: 'CTC' },
    { rate_id: 10_003, name: 'TIKI', rate_name: 'SDS' },
  ]);
  expect(body.meta.without_tariff[0].text).toMatch(/JNE CTC to Klojen, Kota Malang.*expedition\.rate/);
  const near = await cost({ origin_id: String(SUKUN) });
  expect(all(near).map(({ rate_id }: any) => rate_id)).toEqual([4, 10_003]);
});

test('what other modules are given is the same price, for legacy and official ids of districts', async () => {
  // Nobody has looked at this one before: districts are kept for a minute.
  const LOWOKWARU = 357_305;
  shop = await app.openShop();
  await offer({ regular: ['1'] });
  await app.database.pool.query('update districts set legacy_id = 4711 where code = $1', [LOWOKWARU]);
  const parcel = { origin_id: BUKIT_RAYA, weight_grams: 2_400, value_idr: 120_000, is_cod: false };
  for (const destination_id of [LOWOKWARU, 4_711]) {
    const { rates, destination } = await ratesFor(shop.context(), { ...parcel, destination_id });
    expect(destination).toMatchObject({ code: LOWOKWARU, id: 4_711 });
    const shown = rateOf(await cost({ weight: '2400', destination_id: String(destination_id) }), 1);
    expect(rates).toMatchObject([
      { id: 1, shipping_idr: shown.finalRate, insurance_idr: shown.insuranceRate, charged_grams: 3_000 },
    ]);
    expect([shown.stop_destination, shown.finalRate]).toEqual([4_711, 99_000]);
  }
  await app.database.pool.query('update districts set legacy_id = null where code = $1', [LOWOKWARU]);
});

test('the best running shipping promo is the discount of the services that it is for', async () => {
  shop = await app.openShop();
  await offer({ regular: ['1', '349'] });
  const promo = (nominal: number) => ({
    ...promoInput(),
    name: `Potongan ${nominal}`,
    type: 'EXPEDITION',
    ...running(off(nominal)),
    selected_items: { products: [], couriers: [1], platforms: ['ORDER_APP'] },
  });
  for (const nominal of [5_000, 8_000]) expectOk(await shop.call('POST', '/api/open/promo', promo(nominal)));
  const body = await cost();
  expect([rateOf(body, 1).discount, rateOf(body, 349).discount]).toEqual([8_000, 0]);
  expect(rateOf(await cost({ is_privor: 'true' }), 1).discount).toBe(0);
});

test.each([
  ['origin_id', { origin_id: '999999' }],
  ['destination_id', { destination_id: '99999999999' }],
  ['weight', { weight: '' }],
  ['weight', { weight: '1000001' }],
  ['price', { price: '-1' }],
  ['length', { length: '501' }],
])('%s is refused by name: %o', async (field, input) => {
  shop = await app.openShop();
  const { status, body } = await shop.call('GET', COST, { weight: '1000', ...GOODS, ...input });
  expect([status, Object.keys(body.message)]).toEqual([422, [field]]);
});

test('rates take the same number of statements, however many services and rows of a tariff there are', async () => {
  shop = await app.openShop();
  const sent = async () => {
    // Without HTTP: who asks is looked up now and then.
    const input = GetCostInput.parse({ ...GOODS, weight: 1_000 });
    const before = app.database.statements.sent;
    await getCost(shop.context(), input);
    return app.database.statements.sent - before;
  };
  await offer({ regular: ['1'] });
  // The districts are known after that.
  await sent();
  expect(await sent()).toBe(STATEMENTS);
  await offer({ regular: ['1', '3', '349', '921', '57'], express: ['2', '350'], trucking: ['363'] });
  const rows = [KLOJEN, SUKUN, BUKIT_RAYA].map((district_id) => ({
    service_id: 1,
    district_id,
    first_kg: 1,
    next_kg: 1,
  }));
  expectOk(await shop.call('PUT', TARIFF, { rows }));
  expect(await sent()).toBe(STATEMENTS);
});

/** Services with their tariffs and charges and whether there are vendors; promos. */
const STATEMENTS = 2;
