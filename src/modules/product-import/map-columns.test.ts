import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { IMPORT, importer } from '../../../test/import-sheets.ts';
import { hire } from '../../../test/staff.ts';
import { expectOk } from '../../../test/stall.ts';
import { productImportLimits } from './limits.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let test_app: TestApp;
let shop: TestShop;
let seller: ReturnType<typeof importer>;

beforeAll(async () => {
  test_app = await startTestApp();
});
beforeEach(async () => {
  shop = await test_app.openShop();
  seller = importer(test_app, shop);
});
afterAll(() => test_app.close());

const FILE = 'Artikel;Nominal;Isi rak;Catatan\nTopi;45.000;3;rak A\nTas;90.000;5;rak B';
const upload = async (file: string) => expectOk(await seller.send(file)).body.data;
const map = (id: number, columns: object[], by: Pick<TestShop, 'call'> = shop) =>
  by.call('POST', `${IMPORT}/${id}/columns`, { columns });
const MAPPED = [
  { column: 1, read_as: 'name' },
  { column: 2, read_as: 'price' },
  { column: 3, read_as: 'stock' },
];

test('a file whose titles are not known shows them with values, waits for what they are, and is then checked', async () => {
  const made = await upload(FILE);
  expect(made).toMatchObject({ status: 'UNMAPPED', counts: { rows: 2, created: 0, wrong: 0 } });
  expect(made.columns).toEqual([
    { column: 1, title: 'Artikel', read_as: null, known_by: null, samples: ['Topi', 'Tas'] },
    { column: 2, title: 'Nominal', read_as: null, known_by: null, samples: ['45.000', '90.000'] },
    { column: 3, title: 'Isi rak', read_as: null, known_by: null, samples: ['3', '5'] },
    { column: 4, title: 'Catatan', read_as: null, known_by: null, samples: ['rak A', 'rak B'] },
  ]);
  expect((await seller.act(made.id, 'apply')).body.code).toBe('import_status');
  const mapped = expectOk(await map(made.id, MAPPED)).body.data;
  expect(mapped).toMatchObject({
    status: 'READY',
    counts: { created: 2, wrong: 0 },
    unknown_columns: ['Catatan'],
  });
  expect(mapped.columns[1]).toMatchObject({ read_as: 'price', known_by: 'CHOICE' });
  await seller.apply(made.id);
  const stocks = (await seller.products()).map(({ name, total_stock }: any) => `${name} ${total_stock}`);
  expect(stocks.toSorted()).toEqual(['Tas 5', 'Topi 3']);
});

test('what was chosen holds for the next file with these titles, in whatever order, and for a report of it', async () => {
  await map((await upload(FILE)).id, MAPPED);
  const next = await upload('Isi rak;Artikel;Catatan;Nominal\n1;Syal;;10.000\n1;Rok;;x');
  expect(next).toMatchObject({ status: 'READY', counts: { created: 1, wrong: 1 } });
  expect(next.columns.map(({ read_as, known_by }: any) => [read_as, known_by])).toEqual([
    ['stock', 'EARLIER_FILE'],
    ['name', 'EARLIER_FILE'],
    [null, null],
    ['price', 'EARLIER_FILE'],
  ]);
  const report = await test_app.app.inject({
    url: `${IMPORT}/${next.id}/report`,
    headers: { authorization: `Bearer ${shop.token}`, 'accept-language': 'id' },
  });
  const again = expectOk(await seller.send(report.rawPayload)).body.data;
  expect(again).toMatchObject({ status: 'READY', counts: { rows: 2, created: 1, wrong: 1 } });
  const other = importer(test_app, await test_app.openShop());
  expect(expectOk(await other.send(FILE)).body.data.status).toBe('UNMAPPED');
});

test('a column can be told not to be read, and rows are put together anew', async () => {
  const made = await upload('Nama;Kode Produk;SKU;Warna;Harga\nTopi;A;T-1;Merah;9000\nTopi;B;T-2;Merah;9000');
  // The codes say that these are two products.
  expect(made.counts).toMatchObject({ created: 2, wrong: 0 });
  const mapped = expectOk(await map(made.id, [{ column: 2, read_as: null }])).body.data;
  expect(mapped.counts).toMatchObject({ created: 0, wrong: 2 });
  expectOk(await map(made.id, [{ column: 2, read_as: 'size' }]));
  await seller.apply(made.id);
  expect(
    (await seller.products()).map(({ variations }: any) => variations.map(({ size }: any) => size)),
  ).toEqual([['A', 'B']]);
});

test('wrong mappings are refused, field by field, and change nothing', async () => {
  const made = await upload(FILE);
  const refused = async (columns: object[]) => (await map(made.id, columns)).body.message;
  expect(await refused([{ column: 9, read_as: 'name' }])).toMatchObject({
    'columns.0.column': expect.anything(),
  });
  expect(await refused([{ column: 1, read_as: 'nama' }])).toMatchObject({
    'columns.0.read_as': expect.anything(),
  });
  expect(await refused([{ column: 1, read_as: 'stock@77' }])).toMatchObject({
    'columns.0.read_as': expect.anything(),
  });
  expect(
    await refused([
      { column: 1, read_as: 'name' },
      { column: 2, read_as: 'name' },
    ]),
  ).toMatchObject({ 'columns.0.read_as': expect.anything(), 'columns.1.read_as': expect.anything() });
  expect(await refused([{ column: 2, read_as: 'price' }])).toMatchObject({ columns: expect.anything() });
  expect(await refused([])).toMatchObject({ columns: expect.anything() });
  expect(await seller.look(made.id)).toEqual(made);
  const other = await test_app.openShop();
  expect((await map(made.id, MAPPED, other)).status).toBe(404);
  await map(made.id, MAPPED);
  await seller.apply(made.id);
  expect((await map(made.id, MAPPED)).status).toBe(409);
});

test('of mappings and applying at once each sees what was before it: an import is applied as it was shown', async () => {
  const made = await upload(FILE);
  await map(made.id, MAPPED);
  const swapped = [
    { column: 2, read_as: 'stock' },
    { column: 3, read_as: 'price' },
  ];
  const answers = await Promise.all([
    map(made.id, swapped),
    seller.act(made.id, 'apply'),
    map(made.id, swapped),
    map(made.id, MAPPED),
  ]);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  await test_app.runJobs();
  const { columns, status } = await seller.look(made.id);
  expect(status).toBe('APPLIED');
  const topi = (await seller.products()).find(({ name }: any) => name === 'Topi');
  const is_swapped = columns[1].read_as === 'stock';
  expect([topi.variations[0].price, topi.total_stock]).toEqual(is_swapped ? [3, 45_000] : [45_000, 3]);
});

test('who may not see purchase prices sees neither them nor columns that could be them', async () => {
  const made = await upload('Nama;Harga;Angka\nTopi;9000;4321');
  const admin = await hire(test_app, shop, 'admin');
  const shown = expectOk(await admin.call('GET', `${IMPORT}/${made.id}`)).body.data;
  expect(shown.columns.map(({ samples }: any) => samples)).toEqual([['Topi'], ['9000'], []]);
  expectOk(await map(made.id, [{ column: 3, read_as: 'price_buy' }]));
  expect((await admin.call('GET', `${IMPORT}/${made.id}`)).status).toBe(404);
  // The choice is the shop's, and what it reveals of another's file nothing.
  const own = importer(test_app, admin);
  const again = expectOk(await own.send('Nama;Harga;Angka\nTopi;9000;4321')).body.data;
  expect(again.columns.map(({ title }: any) => title)).toEqual(['Nama', 'Harga']);
});

test('who may not see purchase prices can not have a column read that might be them, nor undo what was said of one', async () => {
  const file = 'Nama;Harga;Angka;Lain\nTopi;9000;4321;x';
  const made = await upload(file);
  const admin = await hire(test_app, shop, 'admin');
  const own = importer(test_app, admin);
  const early = expectOk(await own.send(file)).body.data;
  for (const read_as of ['description', 'stock', 'price']) {
    const refused = await map(made.id, [{ column: 3, read_as }], admin);
    expect([refused.status, refused.body.code]).toEqual([422, 'import_column_hidden']);
  }
  expectOk(await map(made.id, [{ column: 2, read_as: 'price1' }], admin));
  expect(await seller.look(made.id)).toMatchObject({ columns: [{}, {}, { read_as: null }, {}] });
  // The owner says what they are, which neither a file of before nor one of after unsays.
  expectOk(await map((await upload(file)).id, [{ column: 3, read_as: 'price_buy' }]));
  expectOk(await map(early.id, [{ column: 3, read_as: 'size' }], admin));
  const late = expectOk(await own.send(file)).body.data;
  const refused = await map(late.id, [{ column: 3, read_as: null }], admin);
  expect([refused.status, refused.body.code]).toEqual([422, 'import_column_unknown']);
  expectOk(await map(late.id, [{ column: 4, read_as: 'color' }], admin));
  const next = await upload(file);
  expect(next.columns[2]).toMatchObject({ read_as: 'price_buy', known_by: 'EARLIER_FILE' });
});

test('a file without titles loses no row, and its columns are not those of another file without titles', async () => {
  const made = await upload('Topi;45.000;3\nTas;90.000;5');
  expect(made).toMatchObject({ status: 'UNMAPPED', counts: { rows: 2 } });
  const mapped = expectOk(await map(made.id, MAPPED)).body.data;
  expect(mapped).toMatchObject({ status: 'READY', counts: { created: 2, wrong: 0 } });
  const rows = expectOk(await shop.call('GET', `${IMPORT}/${made.id}/rows`)).body.data;
  expect(rows[0]).toMatchObject({ row: 1, cells: { 'Product name': 'Topi', Price: '45.000', Stock: '3' } });
  expect((await upload('3;Topi;45.000\n5;Tas;90.000')).status).toBe('UNMAPPED');
});

test('a large file is checked anew by a job', async () => {
  const lines = Array.from(
    { length: productImportLimits.import_rows_at_once + 1 },
    (_, index) => `Produk ${index};${index + 1};1;`,
  );
  const made = await upload(`Artikel;Nominal;Isi rak;Catatan\n${lines.join('\n')}`);
  expect(made.status).toBe('UNMAPPED');
  expect(expectOk(await map(made.id, MAPPED)).body.data.status).toBe('CHECKING');
  expect((await map(made.id, MAPPED)).status).toBe(409);
  await test_app.runJobs();
  expect(await seller.look(made.id)).toMatchObject({ status: 'READY', counts: { created: lines.length } });
});

test('so many layouts are kept, and the oldest is forgotten', async () => {
  const old = await upload(FILE);
  await map(old.id, MAPPED);
  const columns = [{ column: 1, read_as: 'name' }];
  for (let made = 0; made < productImportLimits.import_layouts; made += 1)
    expectOk(await map((await upload(`Artikel ${made};Isi rak\nTopi;1`)).id, columns));
  expect((await upload(FILE)).status).toBe('UNMAPPED');
  expect((await upload('Artikel 0;Isi rak\nTopi;1')).status).toBe('READY');
});
