import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { IMPORT, importer, KAOS } from '../../../test/import-sheets.ts';
import { shopRows } from '../../../test/shop-rows.ts';
import { addProduct, expectOk, openStall, orderOf } from '../../../test/stall.ts';
import { diagnose } from '../../doctor.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { readSheet } from '../../kernel/sheets/read-sheet.ts';
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
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
});

describe('a sheet of new products', () => {
  test('is first shown, changes nothing until it is applied, and then is as if each had been made alone', async () => {
    const before = (await seller.products()).length;
    const made = await seller.upload([...KAOS, { 'Nama produk': 'Tas', Harga: 9_000 }]);
    expect(made).toMatchObject({
      status: 'READY',
      counts: { rows: 3, created: 3, changed: 0, wrong: 0 },
      unknown_columns: [],
    });
    expect(await seller.products()).toHaveLength(before);
    expect(await seller.apply(made.id)).toMatchObject({ status: 'APPLIED', applied_at: expect.any(String) });
    const [kaos, tas] = await seller.products();
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
    const rows = expectOk(await shop.call('GET', `${IMPORT}/${made.id}/rows`)).body.data;
    expect(rows.map((row: any) => [row.row, row.outcome, row.product_id])).toEqual([
      [2, 'NEW', kaos.id],
      [3, 'NEW', kaos.id],
      [4, 'NEW', tas.id],
    ]);
  });

  test('tells every mistake by row, column and reason, in the language of who reads', async () => {
    const made = await seller.upload([
      { 'Nama produk': 'Satu', Harga: 'lima', Stok: -1, Kategori: 'x'.repeat(101) },
      { 'Nama produk': '', Harga: 1 },
      {
        'Nama produk': 'Dua',
        Harga: 1,
        SKU: 'S-1',
        'Jenis (S, R, atau PO)': 'X',
        'Ditampilkan (Y atau N)': 'mungkin',
        Grosir: 'banyak',
      },
      { 'Nama produk': 'Tiga', Harga: 1, SKU: 's-1', Gambar: 'bukan-alamat' },
      { 'Nama produk': 'Empat', Harga: 1, Warna: 'a', Deskripsi: 'a' },
      { 'Nama produk': 'empat', Harga: 1, Warna: 'b', Deskripsi: 'b' },
      { 'Nama produk': 'Lima', Stok: 1 },
      { 'Nama produk': 'Enam', Stok: 1, 'Ditampilkan (Y atau N)': 'N' },
    ]);
    expect(made.counts).toEqual({
      rows: 8,
      created: 1,
      changed: 0,
      unchanged: 0,
      wrong: 7,
      passed_over: 0,
    });
    expect(await seller.errorsOf(made.id, { 'accept-language': 'id' })).toEqual([
      [
        2,
        [
          'Harga: Harus satu nilai rupiah, misalnya 45000, 45.000, atau 45rb.',
          'Stok: Harus berupa bilangan bulat.',
          'Kategori: Nama kategori maksimal 100 karakter.',
        ],
      ],
      [3, [expect.stringMatching(/^Nama produk: .*wajib/)]],
      [
        4,
        [
          'Ditampilkan (Y atau N): Harus Y atau N.',
          'Grosir: Format harus seperti 3-11: 4500; 12-100: 4000.',
          expect.stringMatching(/^Jenis \(S, R, atau PO\): .*S, R/),
        ],
      ],
      [5, ['SKU: SKU ini juga ada di baris 4.', expect.stringMatching(/^Gambar: /)]],
      [6, [expect.stringMatching(/^Nama produk: Baris 7 dari produk yang sama masih salah/)]],
      [7, ['Deskripsi: Berbeda dengan baris 6 dari produk yang sama.']],
      [8, [expect.stringMatching(/^Harga: Produk yang ditampilkan harus punya harga/)]],
    ]);
    expect((await seller.act(made.id, 'apply')).body.code).toBe('import_has_faults');
    const all_wrong = await seller.upload([{ 'Nama produk': 'Satu', Harga: 'lima' }]);
    expect((await seller.act(all_wrong.id, 'apply', { partial: true })).body.code).toBe('import_nothing');
  });

  test('may be of preorders, whose time is read in both languages', async () => {
    const made = await seller.upload([
      { 'Nama produk': 'Tas', Harga: 9, Jenis: 'PO', Preorder: '7 days', Stok: 'Y' },
      { 'Nama produk': 'Topi', Harga: 9, Jenis: 'po', Preorder: '2 Minggu (2026-12-01 – 2026-12-31)' },
      { 'Nama produk': 'Syal', Harga: 9, Jenis: 'PO', Preorder: 'sebentar' },
      { 'Nama produk': 'Jaket', Harga: 9, Jenis: 'PO', Preorder: '50 minggu' },
      { 'Nama produk': 'Rok', Harga: 9, Jenis: 'PO' },
      { 'Nama produk': 'Sarung', Harga: 9, SKU: '8,99123E+12' },
    ]);
    expect(await seller.errorsOf(made.id, { 'accept-language': 'id' })).toEqual([
      [4, expect.arrayContaining(['Preorder: Format harus seperti 7 hari atau 2 minggu.'])],
      [5, [expect.stringMatching(/^Preorder: .*12/)]],
      [6, [expect.stringMatching(/^Preorder: .*PO/)]],
      [7, [expect.stringMatching(/^SKU: .*dipersingkat/)]],
    ]);
    await seller.apply(made.id, { partial: true });
    const settings = [];
    for (const { id } of await seller.products())
      settings.push(
        expectOk(await shop.call('GET', `/api/open/product/${id}/detail`)).body.data.preorder_setting,
      );
    expect(settings).toEqual([
      { type: 'day', number: 7, start_date: null, end_date: null },
      { type: 'week', number: 2, start_date: '2026-12-01', end_date: '2026-12-31' },
    ]);
    const answer = await test_app.app.inject({
      url: '/api/open/product/download?without_being_sent=true',
      headers: { authorization: `Bearer ${shop.token}`, 'accept-language': 'en' },
    });
    expect(expectOk(await seller.send(answer.rawPayload)).body.data.counts).toMatchObject({ unchanged: 2 });
  });

  test('with mistakes is applied as far as it is right, when that is asked for', async () => {
    const made = await seller.upload([...KAOS, { 'Nama produk': 'Salah', Harga: 'x' }]);
    expect(await seller.apply(made.id, { partial: 'true' })).toMatchObject({
      status: 'APPLIED',
      counts: { created: 2, wrong: 1 },
    });
    expect((await seller.products()).map((product: any) => product.name)).toEqual(['Kaos Ayu']);
  });

  test('that has become wrong since it was shown is not applied at all, and says what is wrong', async () => {
    const made = await seller.upload(KAOS);
    const taken = await addProduct(shop, { stocks: [1], variation: { sku: 'KA-2' } });
    expect(taken.product_id).toBeGreaterThan(0);
    const after = await seller.apply(made.id);
    expect(after).toMatchObject({ status: 'READY', counts: { created: 0, wrong: 2 } });
    const job = expectOk(await shop.call('GET', `/api/account/job/${after.job_id}`)).body.data;
    expect(job).toMatchObject({ status: 'FAILED', errors: [{ code: 'import_has_faults' }] });
    expect(await seller.products()).toHaveLength(1);
  });

  test('is applied once, however often that is asked for at once', async () => {
    const made = await seller.upload(KAOS);
    const answers = await Promise.all([
      seller.act(made.id, 'apply'),
      seller.act(made.id, 'apply'),
      seller.act(made.id, 'apply'),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    await test_app.runJobs();
    expect(await seller.products()).toHaveLength(1);
    expect((await seller.act(made.id, 'apply')).body.code).toBe('import_status');
  });
});

describe('undoing', () => {
  test('deletes what was created and puts back what was changed, stock too', async () => {
    await seller.apply((await seller.upload(KAOS)).id);
    const before = await seller.products();
    const made = await seller.upload([
      { 'Nama produk': 'Kaos X', SKU: 'KA-1', Harga: 1, Stok: 99, Deskripsi: 'x' },
      { 'Nama produk': 'Baru', SKU: 'BARU', Harga: 1, Stok: 5 },
    ]);
    await seller.apply(made.id);
    expect(await seller.products()).toHaveLength(2);
    expectOk(await seller.act(made.id, 'undo'));
    await test_app.runJobs();
    expect(await seller.look(made.id)).toMatchObject({ status: 'UNDONE', undone_at: expect.any(String) });
    expect(await seller.products()).toEqual(before);
    expect((await seller.act(made.id, 'undo')).status).toBe(409);
    // The SKU is free again.
    expect((await seller.upload([{ 'Nama produk': 'Baru', SKU: 'BARU', Harga: 1 }])).counts.created).toBe(1);
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
    [
      'edited it',
      ({ product_id, variation_id }) =>
        shop.call('PATCH', '/api/open/product', {
          id: product_id,
          name: 'Kaos Ayu',
          product_type: 'S',
          has_variation: 'Y',
          variations: [{ id: variation_id, price: 1 }],
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
    const made = await seller.upload(KAOS);
    await seller.apply(made.id);
    const rows = expectOk(await shop.call('GET', `${IMPORT}/${made.id}/rows`)).body.data;
    expectOk(await touch(rows[0]));
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const refused = await seller.act(made.id, 'undo');
    expect(refused.body.code).toBe('import_touched');
    expect(refused.body.message).toContain('Kaos Ayu');
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('is refused also where somebody came between the asking and the job', async () => {
    const made = await seller.upload(KAOS);
    await seller.apply(made.id);
    expectOk(await seller.act(made.id, 'undo'));
    const rows = expectOk(await shop.call('GET', `${IMPORT}/${made.id}/rows`)).body.data;
    expectOk(await shop.call('DELETE', '/api/open/product', { id: [rows[0].product_id] }));
    await test_app.runJobs();
    expect(await seller.look(made.id)).toMatchObject({ status: 'APPLIED' });
  });
});

test('the template can be sent back as it is, as a workbook and as CSV, in both languages', async () => {
  for (const language of ['id', 'en'])
    for (const format of ['xlsx', 'csv']) {
      const answer = await test_app.app.inject({
        url: `${IMPORT}/template?format=${format}`,
        headers: { authorization: `Bearer ${shop.token}`, 'accept-language': language },
      });
      expect(answer.headers['content-disposition']).toContain(`.${format}`);
      const made = expectOk(await seller.send(answer.rawPayload)).body.data;
      expect(made).toMatchObject({ counts: { rows: 2, created: 2, wrong: 0 }, unknown_columns: [] });
    }
});

test('the report is the sheet with what is wrong beside each row, and can be sent back corrected', async () => {
  const made = await seller.upload([...KAOS, { 'Nama produk': 'Salah', Harga: 'x' }]);
  const answer = await test_app.app.inject({
    url: `${IMPORT}/${made.id}/report`,
    headers: { authorization: `Bearer ${shop.token}` },
  });
  const rows: Cell[][] = [];
  for await (const { cells } of readSheet(answer.rawPayload, 'file')) rows.push(cells);
  expect(rows[0]?.slice(0, 4)).toEqual(['Row', 'Result', 'What is wrong', 'Nama produk']);
  expect(rows.at(-1)?.slice(0, 4)).toEqual([
    4,
    'wrong',
    'Harga: Must be one amount in rupiah, for example 45000, 45.000 or 45rb.',
    'Salah',
  ]);
  expect(expectOk(await seller.send(answer.rawPayload)).body.data).toMatchObject({
    counts: { rows: 3, created: 2, wrong: 1 },
    unknown_columns: ['Row', 'Result', 'What is wrong'],
  });
});

test('a large sheet is checked by a job', async () => {
  const many = Array.from({ length: productImportLimits.import_rows_at_once + 1 }, (_, index) => ({
    'Nama produk': `Produk ${Math.floor(index / 3)}`,
    Ukuran: String(index % 3),
    SKU: `P-${index}`,
    Harga: 1_000,
    Stok: 1,
  }));
  const made = await seller.upload(many);
  expect(made).toMatchObject({ status: 'CHECKING', job_id: expect.any(Number) });
  expect((await seller.act(made.id, 'apply')).status).toBe(409);
  await test_app.runJobs();
  expect(await seller.look(made.id)).toMatchObject({ status: 'READY', counts: { created: many.length } });
});

test('another shop has no part in it', async () => {
  const made = await seller.upload(KAOS);
  const other = await test_app.openShop();
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/report'],
    ['POST', '/apply'],
    ['POST', '/undo'],
  ] as const)
    expect((await other.call(method, `${IMPORT}/${made.id}${path}`)).status, path).toBe(404);
  expect(expectOk(await other.call('GET', IMPORT)).body.data).toEqual([]);
});
