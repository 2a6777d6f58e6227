import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../../test/harness.ts';
import { sheetOf, type SheetRecord } from '../../../../../test/import-sheets.ts';
import { expectOk } from '../../../../../test/stall.ts';
import { formWithFile } from '../../../../../test/upload.ts';
import { applyTariffJob } from './apply-import.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const TARIFF = '/api/open/setting/courier/tariff';
const IMPORT = `${TARIFF}/import`;

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function send(content: Buffer | string) {
  const form = await formWithFile(content, 'tarif.xlsx');
  return shop.call('POST', IMPORT, form.body, form.headers);
}
const upload = async (rows: SheetRecord[]) => expectOk(await send(await sheetOf(rows))).body.data;
const apply = (id: number, input: object = {}) => shop.call('POST', `${IMPORT}/${id}/apply`, input);
const tariff = async () => (await shop.call('GET', TARIFF, { per_page: '100' })).body.data;
const wrong = async (id: number) =>
  (await shop.call('GET', `${IMPORT}/${id}/rows`, { outcome: 'WRONG' })).body.data;

const JNE = { Kurir: 'JNE', Layanan: 'REG', 'Harga per kg': 9_000 };

test("a courier's own list is read, previewed without a change, and applied", async () => {
  shop = await app.openShop();
  const lines = [
    'Daftar tarif 2026',
    'Ekspedisi;Layanan;Provinsi;Kota/Kabupaten;Kecamatan;Tarif;ETD',
    'jne;reg;Jawa Timur;Malang, Kota;Klojen;"Rp 9.000";1-2',
    'JNE;Layanan Reguler;Jawa Timur;Kab. Malang;Wonosari;10,000;3 hari',
    'J&T Express;EZ;;Kota Pekanbaru;;33000;',
  ];
  const { id, counts, status } = expectOk(await send(lines.join('\n'))).body.data;
  expect({ counts, status }).toEqual({
    counts: { rows: 3, created: 3, changed: 0, unchanged: 0, wrong: 0 },
    status: 'READY',
  });
  expect(await tariff()).toEqual([]);
  const { body } = await shop.call('GET', `${IMPORT}/${id}/rows`);
  expect(body.data[0]).toMatchObject({ row: 3, outcome: 'NEW', cells: { Ekspedisi: 'jne' }, errors: [] });
  expect(expectOk(await apply(id)).body.data.status).toBe('APPLIED');
  expect(await tariff()).toMatchObject([
    { service_id: 1, destination: 'Wonosari, Kabupaten Malang, Jawa Timur', first_kg: 10_000, min_days: 3 },
    { service_id: 1, district_id: 357_302, first_kg: 9_000, next_kg: 9_000, min_days: 1, max_days: 2 },
    { service_id: 57, city_id: 1471, destination: 'Kota Pekanbaru, Riau', min_days: null },
  ]);
});

test('the same file again changes nothing, another price changes its row alone', async () => {
  shop = await app.openShop();
  const rows = [
    { ...JNE, Tujuan: 'Klojen, Kota Malang' },
    { ...JNE, Tujuan: 'Kota Malang' },
  ];
  const first = await upload(rows);
  expectOk(await apply(first.id));
  const again = await upload(rows);
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  expectOk(await apply(again.id));
  const third = await upload([{ ...rows[0], 'Harga kg pertama': 12_000 }, rows[1] ?? {}]);
  expect(third.counts).toMatchObject({ changed: 1, unchanged: 1 });
  expectOk(await apply(third.id));
  expect((await tariff()).map(({ first_kg }: any) => first_kg)).toEqual([9_000, 12_000]);
});

test('an import that was applied is not applied again', async () => {
  shop = await app.openShop();
  const { id } = await upload([{ ...JNE, Tujuan: 'CITY' }]);
  const answers = await Promise.all([apply(id), apply(id)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test.each([
  ['Kurir', 'There is no courier "Kuda".', { ...JNE, Kurir: 'Kuda', Tujuan: 'CITY' }],
  ['Layanan', 'The courier has no service "YA"', { ...JNE, Layanan: 'YA', Tujuan: 'CITY' }],
  ['Tujuan', 'There is no district, city or zone "Atlantis".', { ...JNE, Tujuan: 'Atlantis' }],
  ['Tujuan', '"Malang" may be ', { ...JNE, Tujuan: 'Malang' }],
  ['Asal', 'There is no district', { ...JNE, Tujuan: 'CITY', Asal: 'Atlantis' }],
  ['Harga per kg', 'This is no price', { ...JNE, Tujuan: 'CITY', 'Harga per kg': 'gratis' }],
  ['Berat minimum (kg)', 'The minimum weight', { ...JNE, Tujuan: 'CITY', 'Berat minimum (kg)': 0 }],
  ['Estimasi (hari)', 'Write the days', { ...JNE, Tujuan: 'CITY', 'Estimasi (hari)': 'besok' }],
])('a fault in %s is named: %s', async (column, reason, row) => {
  shop = await app.openShop();
  const { id, counts } = await upload([row, { ...JNE, Tujuan: 'PAPUA' }]);
  expect(counts).toMatchObject({ created: 1, wrong: 1 });
  expect(await wrong(id)).toMatchObject([
    { row: 2, errors: [{ column, reason: expect.stringContaining(reason) }] },
  ]);
  expect((await apply(id)).status).toBe(422);
  expect(await tariff()).toEqual([]);
  expectOk(await apply(id, { partial: true }));
  expect(await tariff()).toMatchObject([{ zone: 'PAPUA' }]);
});

test('of two rows for the same way the second is wrong, and names the first', async () => {
  shop = await app.openShop();
  const { id } = await upload([
    { ...JNE, Tujuan: 'Klojen, Kota Malang' },
    { ...JNE, Tujuan: 357_302 },
  ]);
  expect((await wrong(id))[0].errors[0].reason).toBe('Row 2 has the same service and places.');
});

test('what is downloaded can be imported, and is unchanged', async () => {
  shop = await app.openShop();
  const rows = [
    { service_id: 1, zone: 'PAPUA', first_kg: 90_000, next_kg: 80_000, min_days: 5, max_days: 9 },
    { service_id: 1, city_id: 3573, origin_city_id: 1471, first_kg: 9_000, next_kg: 8_000, min_days: 2 },
    {
      service_id: 363,
      district_id: 357_302,
      origin_district_id: 350_726,
      first_kg: 2,
      next_kg: 1,
      min_kg: 10,
    },
  ];
  expectOk(await shop.call('PUT', TARIFF, { rows }));
  for (const language of ['en', 'id']) {
    const served = await app.app.inject({
      url: `${TARIFF}/download?without_being_sent=1`,
      headers: { authorization: `Bearer ${shop.token}`, 'accept-language': language },
    });
    const { counts } = expectOk(await send(served.rawPayload)).body.data;
    expect(counts).toMatchObject({ rows: 3, unchanged: 2, changed: 1 });
  }
});

test.each(['XLSX', 'CSV'])('the template as %s is an import without an error', async (format) => {
  shop = await app.openShop();
  const served = await app.app.inject({
    url: `${IMPORT}/template?format=${format}`,
    headers: { authorization: `Bearer ${shop.token}` },
  });
  const { counts } = expectOk(await send(served.rawPayload)).body.data;
  expect(counts).toEqual({ rows: 3, created: 3, changed: 0, unchanged: 0, wrong: 0 });
});

test('many rows are applied by a job, also one that runs twice, and the oldest imports make room', async () => {
  shop = await app.openShop();
  const { rows: districts } = await app.database.pool.query(
    'select code from districts order by code limit 7000',
  );
  const lines = districts.map(({ code }, index) => `SiCepat;REG;${code};${9_000 + index};1-2`);
  const file = ['Kurir;Layanan;Tujuan;Harga per kg;Estimasi', ...lines].join('\n');
  const { id, counts } = expectOk(await send(file)).body.data;
  expect(counts).toMatchObject({ rows: 7_000, created: 7_000, wrong: 0 });
  expect(expectOk(await apply(id)).body.data.status).toBe('APPLYING');
  await app.runJobs();
  const done = (await shop.call('GET', `${IMPORT}/${id}`)).body.data;
  expect(done.status).toBe('APPLIED');
  const run = { job_id: 1, progress: () => Promise.resolve() };
  await applyTariffJob.run(shop.context(), { id }, run);
  const { body } = await shop.call('GET', TARIFF);
  expect(body.meta.pagination.total).toBe(7_000);
  for (let number = 0; number < 20; number += 1) await upload([{ ...JNE, Tujuan: 'CITY' }]);
  const { body: left } = await shop.call('GET', IMPORT);
  expect(left.meta.pagination.total).toBe(20);
  expect((await shop.call('GET', `${IMPORT}/${id}`)).status).toBe(404);
});

test('with a custom courier its tariff is deleted, and a file that was read before brings none of it back', async () => {
  shop = await app.openShop();
  const CUSTOM = '/api/open/setting/courier/custom';
  const { id } = expectOk(await shop.call('POST', CUSTOM, { name: 'Kurir Toko', fee: 1 })).body.data;
  const rows = [
    { Kurir: 'Kurir Toko', 'Harga per kg': 7_000, Tujuan: 'Kota Malang' },
    { ...JNE, Tujuan: 'Kota Malang' },
  ];
  expectOk(await apply((await upload(rows)).id));
  const waiting = await upload(rows.map((row) => ({ ...row, 'Harga per kg': 8_000 })));
  expect((await tariff()).map((row: any) => [row.logistic_name, row.first_kg])).toEqual([
    ['JNE', 9_000],
    ['Kurir Toko', 7_000],
  ]);
  expectOk(await shop.call('DELETE', `${CUSTOM}/${id}`));
  expect(await tariff()).toMatchObject([{ logistic_name: 'JNE' }]);
  expectOk(await apply(waiting.id));
  expect(await tariff()).toMatchObject([{ logistic_name: 'JNE', first_kg: 8_000 }]);
  const row = { service_id: id, city_id: 3573, first_kg: 1, next_kg: 1 };
  expect((await shop.call('PUT', TARIFF, { rows: [row] })).status).toBe(422);
});
