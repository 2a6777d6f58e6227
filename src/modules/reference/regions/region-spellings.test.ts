import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOLD_MS, longestHold } from '../../../../test/event-loop.ts';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { expectOk } from '../../../../test/stall.ts';
import { RegionIndex, type IndexedDistrict } from './region-index.ts';
import { bareName, bareWritings } from './place-words.ts';
import { SHORT_FOR } from './short-places.ts';
import { usualSpellings } from './usual-spellings.ts';

/** What people type, and the district and city that come first; with no district any of that city. */
const TYPED: [keyword: string, district: string | undefined, city: string][] = [
  ['Kec. Klojen', 'Klojen', 'Malang'],
  ['Kecamatan Srono Kab. Banyuwangi', 'Srono', 'Banyuwangi'],
  ['Cisarua, Kab. Bogor', 'Cisarua', 'Bogor'],
  ['Cisarua - Bogor', 'Cisarua', 'Bogor'],
  ['cisarua bandung barat', 'Cisarua', 'Bandung Barat'],
  ['jaksel', undefined, 'Jakarta Selatan'],
  ['Kota Adm. Jakarta Selatan', undefined, 'Jakarta Selatan'],
  ['menteng jakpus', 'Menteng', 'Jakarta Pusat'],
  ['Depok, DIY', 'Depok', 'Sleman'],
  ['Tj. Priok', 'Tanjung Priok', 'Jakarta Utara'],
  ['Seberang Ulu I', 'Seberang Ulu Satu', 'Palembang'],
  ['ilir barat 1', 'Ilir Barat Satu', 'Palembang'],
  ['pangkalpinang', undefined, 'Pangkal Pinang'],
  ['Bandar Lampung', undefined, 'Bandar Lampung'],
  ['Kota Baru, Jambi', 'Kota Baru', 'Jambi'],
  ['Kec. Kota Kudus, Kudus', 'Kota Kudus', 'Kudus'],
  ['Wamena, Papua', 'Wamena', 'Jayawijaya'],
  ['Sorong Timur, Papua Barat', 'Sorong Timur', 'Sorong'],
  ['sawahbesar', 'Sawah Besar', 'Jakarta Pusat'],
  ['bandarlampung kedaton', 'Kedaton', 'Bandar Lampung'],
  ['Tanjung Pandan, Belitung', 'Tanjungpandan', 'Belitung'],
  ['jak sel tebet', 'Tebet', 'Jakarta Selatan'],
  ['Jogja, Gondokusuman', 'Gondokusuman', 'Yogyakarta'],
  ['Kel. Kapuk, Kec. Cengkareng, Jakarta Barat 11720', 'Cengkareng', 'Jakarta Barat'],
  ['cengkarng jakbar', 'Cengkareng', 'Jakarta Barat'],
  ['Sukun, Kota Maalng', 'Sukun', 'Malang'],
  ['Tarakan Barat, Kaltim', 'Tarakan Barat', 'Tarakan'],
  ['Kab. Tangerang', undefined, 'Kabupaten Tangerang'],
  ['kota bogor', undefined, 'Kota Bogor'],
  ['Batin 24', 'Batin XXIV', 'Batanghari'],
  ['kaway 16 aceh barat', 'Kaway XVI', 'Aceh Barat'],
  ['xiv koto, mukomuko', 'XIV Koto', 'Mukomuko'],
  ['2x11 kayu tanam', '2 x 11 Kayu Tanam', 'Padang Pariaman'],
  ['50 kota', undefined, 'Lima Puluh Kota'],
  ['parongpong kbb', 'Parongpong', 'Bandung Barat'],
  ['Kab. OKI, Kayu Agung', 'Kayu Agung', 'Ogan Komering Ilir'],
  ['sangatta utara kutim', 'Sangatta Utara', 'Kutai Timur'],
  ['sidrap', undefined, 'Sidenreng Rappang'],
  ['Klp. Gading, Jkt Utara', 'Kelapa Gading', 'Jakarta Utara'],
  ['Kby. Lama', 'Kebayoran Lama', 'Jakarta Selatan'],
  ['Pd. Aren, Tangsel', 'Pondok Aren', 'Tangerang Selatan'],
  ['kebun jeruk', 'Kebon Jeruk', 'Jakarta Barat'],
  ['Psr Rebo', 'Pasar Rebo', 'Jakarta Timur'],
  ['kediri', undefined, 'Kediri'],
  ['depok', undefined, 'Kota Depok'],
  ['makasar', 'Makasar', 'Jakarta Timur'],
];

let app: TestApp;
let shop: TestShop;
let districts: IndexedDistrict[];
let index: RegionIndex;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  const { rows } = await app.database.pool.query<IndexedDistrict>(
    `select d.code, d.name, c.name as city, p.name as province from districts d
     join cities c on c.code = d.city_code join provinces p on p.code = c.province_code order by d.name, d.code`,
  );
  districts = rows;
  index = await RegionIndex.of(districts, '');
});
afterAll(() => app.close());

const find = async (keyword: string) =>
  expectOk(await shop.call('GET', '/api/open/region', { keyword, pagination_offset: '1' })).body;

test('what is short for a city or a regency is the name of no district', () => {
  const names = new Set(districts.flatMap(({ name }) => bareWritings(name)));
  const short = Object.values(SHORT_FOR).flatMap((others) => others.split(' '));
  // A district of Jakarta Timur is spelled as many spell Makassar.
  expect(short.filter((one) => names.has(one))).toEqual(['makasar']);
  const cities = new Set(districts.flatMap(({ city, province }) => [bareName(city), bareName(province)]));
  const unknown = Object.keys(SHORT_FOR).filter((full) => !cities.has(bareName(full)));
  expect(unknown).toEqual([]);
});

describe('a place as people type it', () => {
  test.each(TYPED)('%s is %s in %s', async (keyword, district, city) => {
    const [first] = (await find(keyword)).data;
    expect(first?.district.name.endsWith(city), first?.fullname).toBe(true);
    expect(first.subdistrict).toBe(district ?? first.subdistrict);
  });

  test('a keyword of signs, or of a place that there is not, finds nothing', async () => {
    for (const keyword of ['%', '- -', 'klojen surabaya', 'zzzzzz'])
      expect((await find(keyword)).data).toEqual([]);
  });

  test('an import counts from the next search on', async () => {
    const { pool } = app.database;
    await find('tajinan');
    const rename = (name: string) =>
      pool.query(
        `update districts set name = $1, search_text = lower($1 || ', kabupaten malang, jawa timur') where code = 350715`,
        [name],
      );
    try {
      await rename('Qwertinan');
      expect((await find('qwertinan malang')).data).toMatchObject([{ subdistrict: 'Qwertinan' }]);
      expect((await find('tajinan')).data).toEqual([]);
    } finally {
      await rename('Tajinan');
    }
    expect((await find('tajinan')).data).toMatchObject([{ subdistrict: 'Tajinan' }]);
  });
});

/** A third of the districts tells as much as all of them, which EVERY_DISTRICT=1 tries. */
const STEP = process.env['EVERY_DISTRICT'] === '1' ? 1 : 3;

test('every district of the country is among the first five of its usual spellings, within 10 ms', async () => {
  const kinds = new Map<string, { tried: number; first: number; in_five: number }>();
  const missed: string[] = [];
  const took_ms: number[] = [];
  for (const [at, district] of districts.entries())
    for (const [kind, keyword] of at % STEP === 0 ? usualSpellings(district) : []) {
      // Finding slips takes longest; a quarter of them tells as much.
      if (kind.startsWith('slip') && at % (4 * STEP) !== 0) continue;
      const { user, system } = process.cpuUsage();
      const found = await index.search(keyword);
      const used = process.cpuUsage();
      // Of the processor's time: what runs beside the test takes none of it.
      took_ms.push((used.user - user + used.system - system) / 1_000);
      const figures = kinds.get(kind) ?? { tried: 0, first: 0, in_five: 0 };
      kinds.set(kind, figures);
      figures.tried += 1;
      if (found[0] === district.code) figures.first += 1;
      if (found.slice(0, 5).includes(district.code)) figures.in_five += 1;
      else missed.push(`${kind}: ${keyword}`);
    }
  const sum = (figure: 'tried' | 'first' | 'in_five') =>
    [...kinds.values()].reduce((total, figures) => total + figures[figure], 0);
  const p95_ms = took_ms.toSorted((a, b) => a - b)[Math.floor(took_ms.length * 0.95)] ?? Infinity;
  console.info(
    `${districts.length} districts: ${sum('tried')} spellings tried, ${sum('first')} found first, ${sum('in_five')} found in five; p95 ${p95_ms.toFixed(1)} ms`,
  );
  for (const [kind, { tried, first, in_five }] of kinds)
    console.info(`  ${kind}: ${tried} tried, ${first} first, ${in_five} in five`);
  expect(districts.length).toBeGreaterThan(7_200);
  expect(missed).toEqual([]);
  expect(sum('first') / sum('tried')).toBeGreaterThanOrEqual(0.995);
  expect(p95_ms).toBeLessThan(10);
}, 600_000);

test('building the list and the longest keywords hold nobody up', async () => {
  expect(await longestHold(async () => void (await RegionIndex.of(districts, '')))).toBeLessThan(HOLD_MS);
  for (const keyword of [
    'a '.repeat(100),
    'kota '.repeat(40),
    'jawa timur '.repeat(18),
    'tengahh selatann '.repeat(12),
  ])
    expect(await longestHold(async () => void (await index.search(keyword))), keyword).toBeLessThan(HOLD_MS);
}, 60_000);
