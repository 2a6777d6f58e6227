import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { importRegions, RegionImportError } from './regions/import-regions.ts';
import { loadDefaultRegions } from './regions/load-default-regions.ts';

let test_app: TestApp;
let shop: TestShop;
let folder: string;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
  folder = await mkdtemp(join(tmpdir(), 'ngorder-regions-'));
});
afterAll(async () => {
  await test_app.close();
  await rm(folder, { recursive: true });
});

const find = async (query: Record<string, string>) =>
  (await shop.call('GET', '/api/open/region', { pagination_offset: '1', ...query })).body;

const HEAD =
  'rajaongkir_id,kemendagri_code,district,regency_code,regency,ro_city_id,province_code,province,ro_province_id,postal_codes';
const TAJINAN = '3627,350715,Tajinan,3507,Kabupaten Malang,255,35,Jawa Timur,11,65172';

async function importText(text: string) {
  const file = join(folder, 'regions.csv');
  await writeFile(file, text);
  const client = await test_app.database.pool.connect();
  try {
    return await importRegions(client, file);
  } finally {
    client.release();
  }
}

describe('the regions that come with the product', () => {
  test('are all provinces, cities and districts of Indonesia', async () => {
    const { rows } = await test_app.database.pool.query(
      'select (select count(*) from provinces) as provinces, (select count(*) from cities) as cities, (select count(*) from districts) as districts',
    );
    expect(rows[0].provinces).toBeGreaterThanOrEqual(38);
    expect(rows[0].cities).toBeGreaterThanOrEqual(514);
    expect(rows[0].districts).toBeGreaterThan(7_200);
  });

  test('are loaded once: a later start costs one statement', async () => {
    const client = await test_app.database.pool.connect();
    const before = test_app.database.statements.sent;
    await loadDefaultRegions(client);
    client.release();
    expect(test_app.database.statements.sent - before).toBe(1);
  });
});

describe('finding a district', () => {
  test('tells the total also on a page beyond the last', async () => {
    const first = await find({ keyword: 'klojen' });
    const beyond = await find({ keyword: 'klojen', pagination_offset: '900' });
    expect(beyond.data).toEqual([]);
    expect(beyond.meta.pagination.total).toBe(first.meta.pagination.total);
    expect(first.meta.pagination.total).toBeGreaterThan(0);
  });

  test('takes words of district, city and province in any order, exact names first', async () => {
    const body = await find({ keyword: 'malang tajinan' });
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      id: 350715,
      subdistrict: 'Tajinan',
      district: { id: 3507, name: 'Kabupaten Malang' },
      province: { id: 35, name: 'Jawa Timur' },
      fullname: 'Tajinan, Kabupaten Malang, Jawa Timur',
    });
    const [first] = (await find({ keyword: 'CENGKARENG' })).data;
    expect(first.subdistrict).toBe('Cengkareng');
  });

  test('takes % _ and quotes as plain text', async () => {
    for (const keyword of ['%', '_', '\\', '😀']) expect((await find({ keyword })).data).toEqual([]);
  });

  test('pages have links that lead to each other', async () => {
    const { meta } = await find({ keyword: 'jawa', per_page: '5' });
    expect(meta.pagination).toMatchObject({ count: 5, per_page: 5, current_page: 1 });
    const next = await shop.call(
      'GET',
      new URL(meta.pagination.links.next).href.replace('http://ngorder.test', ''),
    );
    expect(next.body.meta.pagination.current_page).toBe(2);
    expect(next.body.meta.pagination.links.previous).toContain('pagination_offset=1');
  });
});

describe('importing legacy ids and postal codes', () => {
  test('a district is then known by both ids, and shows the legacy one', async () => {
    expect(await importText(`${HEAD}\n${TAJINAN}\n`)).toEqual({
      districts: 1,
      with_legacy_id: 1,
      with_postal_code: 1,
    });
    const [found] = (await find({ keyword: 'malang tajinan' })).data;
    expect(found).toMatchObject({
      id: 3627,
      postal_code: ['65172'],
      district: { id: 255 },
      province: { id: 11 },
    });
    for (const district_id of [3627, 350715]) {
      const made = await shop.call('POST', '/api/open/supplier/create', {
        name: 'Gudang',
        district_id,
        address: 'Jl. ABC',
        phone: '0812345678',
        description: '-',
      });
      expect(made.status, made.text).toBe(200);
    }
  });

  test('can be run again without harm', async () => {
    await importText(`${HEAD}\n${TAJINAN}\n`);
    expect((await find({ keyword: 'malang tajinan' })).data).toHaveLength(1);
  });

  test('applies nothing unless every row is right, and says row, column and reason', async () => {
    const text = `${HEAD}\n${TAJINAN.replace('3627', '1')}\nx,35071,,3507,Kabupaten Malang,255,35,Jawa Timur,11,6517\n`;
    const error = await importText(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RegionImportError);
    for (const part of [
      'row 3, rajaongkir_id',
      'row 3, kemendagri_code',
      'row 3, district',
      'row 3, postal_codes',
    ])
      expect((error as Error).message).toContain(part);
    expect((await find({ keyword: 'malang tajinan' })).data[0].id).toBe(3627);
  });

  test('a file of other columns is refused by their names', async () => {
    await expect(importText('a,b\n1,2\n')).rejects.toThrow(/lacks the columns .*kemendagri_code/);
  });
});
