import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { shopRows } from '../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import { limits } from '../../kernel/limits.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { readSheet } from '../../kernel/sheets/read-sheet.ts';
import { writeXlsxFile } from '../../kernel/sheets/write-sheet.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const PATH = '/api/open/product/import';

let test_app: TestApp;
let shop: TestShop;
let folder: string;

beforeAll(async () => {
  test_app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'ngorder-import-'));
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
  await rm(folder, { recursive: true });
});

async function send(content: Buffer | string, headers: Record<string, string> = {}): Promise<Answered> {
  const form = new FormData();
  form.set('file', new Blob([content]), 'produk.xlsx');
  const body = new Response(form);
  return shop.call('POST', PATH, Buffer.from(await body.arrayBuffer()), {
    'content-type': body.headers.get('content-type') ?? '',
    ...headers,
  });
}
/** A sheet by the records of its rows; the titles are those of the first. */
async function sheet(rows: Record<string, Cell>[]): Promise<Buffer> {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const path = join(folder, 'a.xlsx');
  await writeXlsxFile(
    path,
    'Produk',
    titles.map((header) => ({ header })),
    rows.map((row) => titles.map((title) => row[title] ?? '')),
  );
  return readFile(path);
}
const upload = async (rows: Record<string, Cell>[]) => expectOk(await send(await sheet(rows))).body.data;
const act = (id: number, what: 'apply' | 'undo', input: object = {}) =>
  shop.call('POST', `${PATH}/${id}/${what}`, input);
const look = async (id: number) => expectOk(await shop.call('GET', `${PATH}/${id}`)).body.data;
const errorsOf = async (id: number, headers: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', `${PATH}/${id}/rows`, { outcome: 'WRONG' }, headers)).body.data.map(
    (row: any) => [row.row, row.errors.map((fault: any) => `${fault.column}: ${fault.reason}`)],
  );
async function apply(id: number, input: object = {}) {
  expectOk(await act(id, 'apply', input));
  await test_app.runJobs();
  return look(id);
}
const products = async (filter: Record<string, string> = {}) =>
  expectOk(await shop.call('GET', '/api/open/product/search', { order_by: 'ASC', ...filter })).body.data;

const KAOS: Record<string, Cell>[] = [
  {
    'Nama produk': 'Kaos Ayu',
    Kategori: '',
    Warna: 'merah',
    SKU: 'KA-1',
    'Berat (gram)': 200,
    'Harga beli': 'Rp 30.000',
    Harga: '50.000',
    Grosir: '3-11: 48.000; 12-100: 45000',
    Stok: 7,
  },
  { 'Nama produk': 'Kaos Ayu', Warna: 'biru', SKU: 'KA-2', Harga: 52_000, Stok: 3 },
];

describe('a sheet of new products', () => {
  test('is first shown, changes nothing until it is applied, and then is as if each had been made alone', async () => {
    const before = (await products()).length;
    const made = await upload([...KAOS, { 'Nama produk': 'Tas', Harga: 9_000 }]);
    expect(made).toMatchObject({
      status: 'READY',
      counts: { rows: 3, created: 3, changed: 0, wrong: 0 },
      unknown_columns: [],
    });
    expect(await products()).toHaveLength(before);
    expect(await apply(made.id)).toMatchObject({ status: 'APPLIED', applied_at: expect.any(String) });
    const [kaos, tas] = await products();
    expect(kaos).toMatchObject({
      name: 'Kaos Ayu',
      product_type: 'S',
      publish_status: 'Y',
      has_variation: 'Y',
      total_stock: 10,
      wholesale_status: 'Y',
      wholesales: [
        { from: 3, to: 11, price: 48_000 },
        { from: 12, to: 100, price: 45_000 },
      ],
      variations: [
        { sku: 'KA-1', color: 'merah', weight: 200, price: 50_000, price_buy: 30_000, stock_quantity: 7 },
        { sku: 'KA-2', color: 'biru', price: 52_000, stock_quantity: 3 },
      ],
    });
    expect(tas).toMatchObject({ name: 'Tas', has_variation: 'N', total_stock: 0 });
    expect(tas.variations[0].sku).toMatch(/^TAS-/);
    const rows = expectOk(await shop.call('GET', `${PATH}/${made.id}/rows`)).body.data;
    expect(rows.map((row: any) => [row.row, row.outcome, row.product_id])).toEqual([
      [2, 'NEW', kaos.id],
      [3, 'NEW', kaos.id],
      [4, 'NEW', tas.id],
    ]);
  });

  test('tells every mistake by row, column and reason, in the language of who reads', async () => {
    const made = await upload([
      { 'Nama produk': 'Satu', Harga: 'lima', Stok: -1, Kategori: 'Tidak Ada' },
      { 'Nama produk': '', Harga: 1 },
      { 'Nama produk': 'Dua', SKU: 'S-1', Jenis: 'X', 'Ditampilkan (Y atau N)': 'mungkin', Grosir: 'banyak' },
      { 'Nama produk': 'Tiga', SKU: 's-1', Gambar: 'bukan-alamat' },
      { 'Nama produk': 'Empat', Deskripsi: 'a' },
      { 'Nama produk': 'empat', Deskripsi: 'b' },
    ]);
    expect(made.counts).toEqual({ rows: 6, created: 0, changed: 0, wrong: 6 });
    expect(await errorsOf(made.id, { 'accept-language': 'id' })).toEqual([
      [
        2,
        [
          'Kategori: Toko ini tidak punya kategori produk dengan nama ini. Buat dulu kategorinya.',
          'Harga: Bukan bilangan bulat.',
          'Stok: Bukan bilangan bulat.',
        ],
      ],
      [3, [expect.stringMatching(/^Nama produk: .*wajib/)]],
      [
        4,
        [
          'Ditampilkan (Y atau N): Harus Y atau N.',
          'Grosir: Harus seperti 3-11: 4500; 12-100: 4000.',
          expect.stringMatching(/^Jenis: .*S, R/),
        ],
      ],
      [5, ['SKU: SKU ini juga ada di baris 4.', expect.stringMatching(/^Gambar: /)]],
      [6, []],
      [7, ['Deskripsi: Berbeda dengan baris 6 dari produk yang sama.']],
    ]);
    expect((await act(made.id, 'apply')).body.code).toBe('import_has_faults');
    expect((await act(made.id, 'apply', { partial: true })).body.code).toBe('import_nothing');
  });

  test('with mistakes is applied as far as it is right, when that is asked for', async () => {
    const made = await upload([...KAOS, { 'Nama produk': 'Salah', Harga: 'x' }]);
    expect(await apply(made.id, { partial: 'true' })).toMatchObject({
      status: 'APPLIED',
      counts: { created: 2, wrong: 1 },
    });
    expect((await products()).map((product: any) => product.name)).toEqual(['Kaos Ayu']);
  });

  test('that has become wrong since it was shown is not applied at all, and says what is wrong', async () => {
    const made = await upload(KAOS);
    const taken = await addProduct(shop, { stocks: [1], variation: { sku: 'KA-2' } });
    expect(taken.product_id).toBeGreaterThan(0);
    const after = await apply(made.id);
    expect(after).toMatchObject({ status: 'READY', counts: { created: 0, wrong: 2 } });
    const job = expectOk(await shop.call('GET', `/api/account/job/${after.job_id}`)).body.data;
    expect(job).toMatchObject({ status: 'FAILED', errors: [{ code: 'import_has_faults' }] });
    expect(await products()).toHaveLength(1);
  });

  test('is applied once, however often that is asked for at once', async () => {
    const made = await upload(KAOS);
    const answers = await Promise.all([act(made.id, 'apply'), act(made.id, 'apply'), act(made.id, 'apply')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    await test_app.runJobs();
    expect(await products()).toHaveLength(1);
    expect((await act(made.id, 'apply')).body.code).toBe('import_status');
  });
});

describe('a sheet of products that the shop has', () => {
  test('changes what it says and leaves the rest, and knows the download of products as its own', async () => {
    const { id } = await upload(KAOS);
    await apply(id);
    const answer = await test_app.app.inject({
      url: '/api/open/product/download?without_being_sent=true',
      headers: { authorization: `Bearer ${shop.token}`, 'accept-language': 'id' },
    });
    const same = expectOk(await send(answer.rawPayload)).body.data;
    expect(same).toMatchObject({ counts: { changed: 2, created: 0, wrong: 0 }, unknown_columns: [] });
    const made = await upload([
      { 'Nama produk': 'Kaos Ayu Baru', SKU: 'ka-1', Harga: '55.000', Stok: 20, Deskripsi: 'Katun' },
    ]);
    expect(made.counts).toMatchObject({ changed: 1, wrong: 0 });
    await apply(made.id);
    const [kaos] = await products();
    expect(kaos).toMatchObject({
      name: 'Kaos Ayu Baru',
      description: 'Katun',
      total_stock: 23,
      wholesales: [{ price: 48_000 }, { price: 45_000 }],
      variations: [
        { sku: 'KA-1', color: 'merah', weight: 200, price: 55_000, price_buy: 30_000, stock_quantity: 20 },
        { sku: 'KA-2', price: 52_000, stock_quantity: 3 },
      ],
    });
  });

  test('does not put new variations into them, nor mixes two products up', async () => {
    await apply((await upload(KAOS)).id);
    await addProduct(shop, { stocks: [1], product: { name: 'Lain' }, variation: { sku: 'LAIN' } });
    const made = await upload([
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-1' },
      { 'Nama produk': 'Kaos Ayu', SKU: 'KA-9' },
      { 'Nama produk': 'Kaos Ayu', SKU: 'LAIN' },
    ]);
    expect(await errorsOf(made.id)).toEqual([
      [2, []],
      [3, [expect.stringContaining('The product exists (row 2)')]],
      [4, [expect.stringContaining('another product than row 2')]],
    ]);
  });

  test('of another shop are none of it', async () => {
    await apply((await upload(KAOS)).id);
    const own = shop;
    shop = await test_app.openShop();
    expect((await upload(KAOS)).counts).toMatchObject({ created: 2, changed: 0 });
    shop = own;
  });
});

describe('undoing', () => {
  test('deletes what was created and puts back what was changed, stock too', async () => {
    await apply((await upload(KAOS)).id);
    const before = await products();
    const made = await upload([
      { 'Nama produk': 'Kaos X', SKU: 'KA-1', Harga: 1, Stok: 99, Deskripsi: 'x' },
      { 'Nama produk': 'Baru', SKU: 'BARU', Harga: 1, Stok: 5 },
    ]);
    await apply(made.id);
    expect(await products()).toHaveLength(2);
    expectOk(await act(made.id, 'undo'));
    await test_app.runJobs();
    expect(await look(made.id)).toMatchObject({ status: 'UNDONE', undone_at: expect.any(String) });
    expect(await products()).toEqual(before);
    expect((await act(made.id, 'undo')).status).toBe(409);
    // The SKU is free again.
    expect((await upload([{ 'Nama produk': 'Baru', SKU: 'BARU' }])).counts.created).toBe(1);
  });

  test.each<[string, (ids: any) => Promise<Answered>]>([
    [
      'moved pieces',
      ({ variation_id }) =>
        shop.call('PATCH', '/api/open/product/update-stock', {
          variation_id,
          description: 'x',
          stock: [{ amount: 1, status: 'ADD', warehouse_id: 0 }],
        }),
    ],
    ['deleted it', ({ product_id }) => shop.call('DELETE', '/api/open/product', { id: [product_id] })],
    [
      'sold it',
      async ({ variation_id }) => {
        const stall = await openStall(shop);
        return shop.call(
          'POST',
          '/api/open/order',
          orderOf(stall, { products: [{ id: variation_id, qty: 1, product_status: 'S' }] }),
        );
      },
    ],
  ])('is refused where somebody has %s since, and changes nothing', async (_title, touch) => {
    const made = await upload(KAOS);
    await apply(made.id);
    const rows = expectOk(await shop.call('GET', `${PATH}/${made.id}/rows`)).body.data;
    expectOk(await touch(rows[0]));
    const before = await shopRows(test_app.services.db, shop.shop_id);
    const refused = await act(made.id, 'undo');
    expect(refused.body.code).toBe('import_touched');
    expect(refused.body.message).toContain('Kaos Ayu');
    expect(await shopRows(test_app.services.db, shop.shop_id)).toBe(before);
  });

  test('is refused also where somebody came between the asking and the job', async () => {
    const made = await upload(KAOS);
    await apply(made.id);
    expectOk(await act(made.id, 'undo'));
    const rows = expectOk(await shop.call('GET', `${PATH}/${made.id}/rows`)).body.data;
    expectOk(await shop.call('DELETE', '/api/open/product', { id: [rows[0].product_id] }));
    await test_app.runJobs();
    expect(await look(made.id)).toMatchObject({ status: 'APPLIED' });
  });
});

test('the template can be sent back as it is, as a workbook and as CSV, in both languages', async () => {
  for (const language of ['id', 'en'])
    for (const format of ['xlsx', 'csv']) {
      const answer = await test_app.app.inject({
        url: `${PATH}/template?format=${format}`,
        headers: { authorization: `Bearer ${shop.token}`, 'accept-language': language },
      });
      expect(answer.headers['content-disposition']).toContain(`.${format}`);
      const made = expectOk(await send(answer.rawPayload)).body.data;
      expect(made).toMatchObject({ counts: { rows: 2, created: 2, wrong: 0 }, unknown_columns: [] });
    }
});

test('the report is the sheet with what is wrong beside each row, and can be sent back corrected', async () => {
  const made = await upload([...KAOS, { 'Nama produk': 'Salah', Harga: 'x' }]);
  const answer = await test_app.app.inject({
    url: `${PATH}/${made.id}/report`,
    headers: { authorization: `Bearer ${shop.token}` },
  });
  const rows: Cell[][] = [];
  for await (const { cells } of readSheet(answer.rawPayload, 'file')) rows.push(cells);
  expect(rows[0]?.slice(0, 4)).toEqual(['Row', 'Result', 'What is wrong', 'Nama produk']);
  expect(rows.at(-1)?.slice(0, 4)).toEqual([4, 'wrong', 'Harga: Not a whole number.', 'Salah']);
  expect(expectOk(await send(answer.rawPayload)).body.data).toMatchObject({
    counts: { rows: 3, created: 2, wrong: 1 },
    unknown_columns: ['Row', 'Result', 'What is wrong'],
  });
});

test('a large sheet is checked by a job', async () => {
  const many = Array.from({ length: limits.import_rows_at_once + 1 }, (_, index) => ({
    'Nama produk': `Produk ${Math.floor(index / 3)}`,
    SKU: `P-${index}`,
    Stok: 1,
  }));
  const made = await upload(many);
  expect(made).toMatchObject({ status: 'CHECKING', job_id: expect.any(Number) });
  expect((await act(made.id, 'apply')).status).toBe(409);
  await test_app.runJobs();
  expect(await look(made.id)).toMatchObject({ status: 'READY', counts: { created: many.length } });
});

test('another shop has no part in it', async () => {
  const made = await upload(KAOS);
  const other = await test_app.openShop();
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/report'],
    ['POST', '/apply'],
    ['POST', '/undo'],
  ] as const)
    expect((await other.call(method, `${PATH}/${made.id}${path}`)).status, path).toBe(404);
  expect(expectOk(await other.call('GET', PATH)).body.data).toEqual([]);
});
