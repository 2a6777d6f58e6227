import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { findDistricts } from '../../reference/index.ts';
import { findTariffs } from './find-tariffs.ts';

const PATH = '/api/open/setting/courier/tariff';
const REG = 1;
/** Klojen, Kota Malang; Wonosari, Kabupaten Malang; Sukun, Kota Malang; Bukit Raya, Pekanbaru. */
const [KLOJEN, WONOSARI, SUKUN, BUKIT_RAYA] = [357_302, 350_726, 357_304, 147_107];
const MALANG = 3573;

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const set = async (...rows: object[]) =>
  expectOk(await shop.call('PUT', PATH, { rows: rows.map((row) => ({ service_id: REG, ...row })) }));

async function found(origin: number, destination: number, service_ids = [REG]) {
  const context = shop.context();
  const districts = await findDistricts(context, [origin, destination]);
  const districtOf = (code: number) => {
    const district = districts.get(code);
    if (district === undefined) throw new Error(`no district ${code}`);
    return district;
  };
  return findTariffs(context, districtOf(origin), districtOf(destination), service_ids);
}

const firstKg = async (origin: number, destination: number) => {
  const tariff = (await found(origin, destination)).get(REG);
  return [tariff?.first_kg_idr, tariff?.is_estimate];
};

test('the most specific row counts: district, city, zone, and at last the estimate; and it says which it is', async () => {
  shop = await app.openShop();
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([33_000, true]);
  await set({ zone: 'jawa_sumatra', first_kg: 30_001, next_kg: 1 });
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([30_001, false]);
  expect(await firstKg(KLOJEN, BUKIT_RAYA)).toEqual([30_001, false]);
  await set({ city_id: MALANG, first_kg: 30_002, next_kg: 1 });
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([30_002, false]);
  await set({ city_id: MALANG, origin_city_id: 1471, first_kg: 30_003, next_kg: 1 });
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([30_003, false]);
  expect(await firstKg(SUKUN, KLOJEN)).toEqual([30_002, false]);
  await set({ district_id: KLOJEN, first_kg: 30_004, next_kg: 1 });
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([30_004, false]);
  await set({ district_id: KLOJEN, origin_district_id: BUKIT_RAYA, first_kg: 30_005, next_kg: 1 });
  expect(await firstKg(BUKIT_RAYA, KLOJEN)).toEqual([30_005, false]);
  expect(await firstKg(BUKIT_RAYA, SUKUN)).toEqual([30_003, false]);
  expect(await firstKg(BUKIT_RAYA, WONOSARI)).toEqual([30_001, false]);
});

test('what is removed leaves the next less specific price, and removing it again changes nothing', async () => {
  shop = await app.openShop();
  await set({ district_id: KLOJEN, first_kg: 1, next_kg: 1 }, { zone: 'CITY', first_kg: 2, next_kg: 1 });
  const rows = [{ service_id: REG, district_id: KLOJEN }];
  expect((await shop.call('DELETE', PATH, { rows })).body.data).toEqual({ rows: 1 });
  expect((await shop.call('DELETE', PATH, { rows })).body.data).toEqual({ rows: 0 });
  expect(await firstKg(SUKUN, KLOJEN)).toEqual([2, false]);
});

test('the list has each row with its names and numbers, and of one service where that is wanted', async () => {
  shop = await app.openShop();
  await set(
    { zone: 'PAPUA', first_kg: 99_000, next_kg: 90_000, min_days: 5, max_days: 9 },
    { district_id: KLOJEN, origin_city_id: 1471, first_kg: 20_000, next_kg: 15_000, min_kg: 3 },
    { service_id: 10_008, city_id: MALANG, first_kg: 9_000, next_kg: 8_000 },
  );
  const { body } = await shop.call('GET', PATH, { service_id: '1' });
  expect(body.meta.pagination.total).toBe(2);
  expect(body.data).toMatchObject([
    {
      service_id: 1,
      logistic_name: 'JNE',
      rate_name: 'REG',
      origin_district_id: null,
      origin_city_id: 1471,
      origin: 'Kota Pekanbaru, Riau',
      district_id: KLOJEN,
      city_id: null,
      zone: null,
      destination: 'Klojen, Kota Malang, Jawa Timur',
      first_kg: 20_000,
      next_kg: 15_000,
      min_kg: 3,
      min_days: null,
      max_days: null,
    },
    { zone: 'PAPUA', origin: null, destination: 'To or from Papua', min_kg: 1, min_days: 5, max_days: 9 },
  ]);
  const all = await shop.call('GET', PATH);
  expect(all.body.data.at(-1)).toMatchObject({ service_id: 10_008, city_id: MALANG, district_id: null });
});

test('prices by zone are the own ones, and estimates with their month where there is none', async () => {
  shop = await app.openShop();
  await set({ zone: 'CITY', first_kg: 7_000, next_kg: 6_000 });
  const { body } = await shop.call('GET', `${PATH}/zone`, { service_id: '1' });
  expect(body.data).toHaveLength(12);
  expect(body.data[0]).toMatchObject({
    zone: 'CITY',
    first_kg: 7_000,
    is_estimate: false,
    estimate_of: null,
  });
  expect(body.data[1]).toMatchObject({ zone: 'PROVINCE', is_estimate: true, estimate_of: '2026-11' });
  const same_day = await shop.call('GET', `${PATH}/zone`, { service_id: '10003' });
  expect(same_day.body.data.map(({ zone }: { zone: string }) => zone)).toEqual(['CITY']);
});

test.each([
  ['rows.0.service_id', { service_id: 99, zone: 'CITY' }],
  ['rows.0.service_id', { service_id: 12_345, zone: 'CITY' }],
  ['rows.0.district_id', { district_id: 999_999 }],
  ['rows.0.city_id', { city_id: 357_302 }],
  ['rows.0.zone', { zone: 'MARS' }],
  ['rows.0.district_id', {}],
  ['rows.0.district_id', { district_id: KLOJEN, zone: 'CITY' }],
  ['rows.0.origin_district_id', { zone: 'CITY', origin_district_id: KLOJEN, origin_city_id: MALANG }],
  ['rows.0.max_days', { zone: 'CITY', min_days: 3, max_days: 2 }],
  ['rows.0.first_kg', { zone: 'CITY', first_kg: -1 }],
])('a row is refused on %s: %o', async (field, row) => {
  shop = await app.openShop();
  const rows = [{ service_id: REG, first_kg: 1, next_kg: 1, ...row }];
  const { status, body } = await shop.call('PUT', PATH, { rows });
  expect([status, Object.keys(body.message)]).toEqual([422, [field]]);
  expect((await shop.call('GET', PATH)).body.data).toEqual([]);
});

test('two rows for the same way are refused, and none of them is set', async () => {
  shop = await app.openShop();
  const row = { service_id: REG, city_id: MALANG, first_kg: 1, next_kg: 1 };
  const { status, body } = await shop.call('PUT', PATH, { rows: [row, { ...row, first_kg: 2 }] });
  expect([status, Object.keys(body.message)]).toEqual([422, ['rows.1']]);
  expect((await shop.call('GET', PATH)).body.data).toEqual([]);
});

test('a tariff is its shop’s alone', async () => {
  shop = await app.openShop();
  await set({ zone: 'CITY', first_kg: 1, next_kg: 1 });
  shop = await app.openShop();
  expect(await firstKg(SUKUN, KLOJEN)).toEqual([9_000, true]);
  expect((await shop.call('GET', PATH)).body.data).toEqual([]);
});

test('prices of all services on a way are found by one statement', async () => {
  shop = await app.openShop();
  const service_ids = Array.from({ length: 60 }, (_, index) => index + 1);
  // The districts are known after that.
  await found(SUKUN, KLOJEN);
  const before = app.database.statements.sent;
  await found(SUKUN, KLOJEN, service_ids);
  expect(app.database.statements.sent - before).toBe(1);
});
