import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../../test/harness.ts';
import { PlaceList } from '../../../reference/index.ts';
import { pricedServices } from '../priced-services.ts';
import { readTariffRow, servicesByCourier, type Known } from './read-row.ts';

let app: TestApp;
let known: Known;
beforeAll(async () => {
  app = await startTestApp();
  const shop = await app.openShop();
  const context = shop.context();
  const services = servicesByCourier((await pricedServices(context)).values());
  known = { services, places: await PlaceList.load(context) };
});
afterAll(() => app.close());

const read = (cells: object) =>
  readTariffRow({ courier: 'JNE', service: 'REG', next_kg: 9_000, ...cells }, known);

test.each([
  ['DKI Jakarta', 'Kota Administrasi Jakarta Pusat', 'Gambir', 317_101],
  ['D.K.I. Jakarta', 'Kota Adm. Jakarta Pusat', 'Gambir', 317_101],
  ['', 'Jakarta Pusat', 'Kec. Gambir', 317_101],
  ['', 'Jakpus', 'Gambir', 317_101],
  ['DI Yogyakarta', 'Kab. Sleman', 'Depok', 340_407],
  ['D.I. Yogyakarta', 'Kab. Sleman', 'Depok', 340_407],
  ['D. I. Yogyakarta', 'Sleman', 'Depok', 340_407],
  ['DIY', 'Sleman', 'Depok', 340_407],
  ['Daerah Istimewa Yogyakarta', 'Sleman', 'Depok', 340_407],
  ['Bangka Belitung', 'Pangkal Pinang', 'Bukit Intan', 197_101],
  ['Kep. Bangka Belitung', 'Pangkal Pinang', 'Bukit Intan', 197_101],
  ['Babel', 'Kota Pangkal Pinang', 'Bukit Intan', 197_101],
  ['Kepri', 'Batam', 'Batam Kota', 217_110],
  ['Kep. Riau', 'Batam', 'Batam Kota', 217_110],
  ['NAD', 'Kota Banda Aceh', 'Baiturrahman', 117_101],
  ['Nanggroe Aceh Darussalam', 'Kota Banda Aceh', 'Baiturrahman', 117_101],
  ['Jatim', 'Kab.Malang', 'Kec.Tajinan', 350_715],
  ['Prov. Jawa Timur', 'Kabupaten Malang', 'Kecamatan Tajinan', 350_715],
])('%s, %s, %s is found', (province, city, district, code) => {
  const cells = province === '' ? { city, district } : { province, city, district };
  expect(read(cells)).toMatchObject({ destination: String(code) });
});

test('every province is known by its short name', () => {
  const names =
    'Jabar Jateng Jatim Sumut Sumbar Sumsel Kaltim Kalsel Kalbar Kalteng Kaltara Sulsel Sulut Sulteng Sultra Sulbar NTB NTT ' +
    'Kepri Babel Malut Banten Bali Riau Jambi Bengkulu Lampung Gorontalo Maluku Papua Aceh DKI DIY';
  for (const name of names.split(' ')) expect(known.places.hasProvince(name), name).toBe(true);
  for (const name of ['Atlantis', 'Kepulauan', 'Jawa', 'Belitung Timur'])
    expect(known.places.hasProvince(name), name).toBe(false);
});

test.each([
  'Kec. Tajinan, Kab. Malang',
  'Tajinan, Kab. Malang, Jatim',
  'Kecamatan Tajinan, Kabupaten Malang',
])('%s as a destination is the district', (destination) => {
  expect(read({ destination })).toMatchObject({ destination: '350715' });
});

test('the column that is wrong is named: the province, where that is it', () => {
  const place = { city: 'Kab. Malang', district: 'Tajinan' };
  const faultOf = (cells: object) => {
    const faults = read(cells);
    return Array.isArray(faults) ? faults.map(({ column, part }) => [column, part.code]) : faults;
  };
  expect(faultOf({ province: 'Jawa Wetan', ...place })).toEqual([['province', 'tariff_province_unknown']]);
  expect(faultOf({ province: 'Jawa Barat', ...place })).toEqual([['province', 'tariff_province_other']]);
  expect(faultOf({ province: 'Riau', city: 'Batam' })).toEqual([['province', 'tariff_province_other']]);
  expect(faultOf({ province: 'Jatim', ...place, district: 'Atlantis' })).toEqual([
    ['district', 'tariff_place_unknown'],
  ]);
});

test.each<[string | number, [number, number]]>([
  ['3 hari kerja', [3, 3]],
  ['2 - 3 Hari Kerja', [2, 3]],
  ['1 - 2 Hari', [1, 2]],
  ['2 hari - 3 hari', [2, 3]],
  ['H+2', [2, 2]],
  ['H+1 - H+3', [1, 3]],
  ['1-2 working days', [1, 2]],
  ['same day', [0, 0]],
  ['Hari ini', [0, 0]],
  [0, [0, 0]],
  ['2026-03-02', [2, 3]],
])('an estimate of %j is read as %j', (days, [min_days, max_days]) => {
  expect(read({ destination: 'PAPUA', days })).toMatchObject({ min_days, max_days });
});

test.each(['9-5', 'besok', 'H+', '1-2-3'])('an estimate of %s is refused', (days) => {
  expect(read({ destination: 'PAPUA', days })).toMatchObject([{ column: 'days' }]);
});
