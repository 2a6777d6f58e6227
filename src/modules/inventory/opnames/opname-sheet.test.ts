import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { shopRows } from '../../../../test/shop-rows.ts';
import { countStatements } from '../../../../test/count-statements.ts';
import { addProduct, expectOk } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { limits } from '../../../kernel/limits.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import { readSheet } from '../../../kernel/sheets/read-sheet.ts';
import { writeXlsxFile, XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { inventoryLimits } from '../limits.ts';
import { storeTexts } from '../../../../test/search-texts.ts';

const PATH = '/api/open/stock-opname/import';
const TITLES = ['SKU', 'Gudang', 'Stok hasil hitung'];

let test_app: TestApp;
let shop: TestShop;
let folder: string;
/** Of SKU with 10 and 20 pieces. */
let ids: number[];
/** A warehouse beside the main one. */
let branch: number;

beforeAll(async () => {
  test_app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'ngorder-opname-'));
});
beforeEach(async () => {
  shop = await test_app.openShop();
  const made = await addProduct(shop, {
    stocks: [10, 20],
    product: { name: 'Kaos Ayu' },
    variation: { color: 'merah' },
  });
  ids = made.variation_ids;
  for (const [index, id] of ids.entries())
    await test_app.database.pool.query('update product_variations set sku = $1 where id = $2', [
      `A-${index + 1}`,
      id,
    ]);
  await storeTexts(test_app.database.pool, shop.shop_id);
  const { rows } = await test_app.database.pool.query(
    `insert into warehouses (shop_id, name, created_at) values ($1, 'Gudang Malang', now()) returning id`,
    [shop.shop_id],
  );
  branch = rows[0].id;
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db))
    expect(check.differences, check.title).toEqual([]);
  await test_app.close();
  await rm(folder, { recursive: true });
});

async function send(
  content: Buffer | string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answered> {
  const form = new FormData();
  form.set('file', new Blob([content]), 'hitung.xlsx');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const body = new Response(form);
  return shop.call('POST', PATH, Buffer.from(await body.arrayBuffer()), {
    'content-type': body.headers.get('content-type') ?? '',
    ...headers,
  });
}
async function workbook(rows: Cell[][], titles: string[] = TITLES): Promise<Buffer> {
  const path = join(folder, 'a.xlsx');
  await writeXlsxFile(
    path,
    'Stok',
    titles.map((header) => ({ header })),
    rows,
  );
  return readFile(path);
}
const levels = async (): Promise<Record<string, number>> => {
  const { rows } = await test_app.database.pool.query(
    `select v.sku || '@' || l.warehouse_id as place, l.quantity from stock_levels l
     join product_variations v on v.id = l.variation_id where l.shop_id = $1 and l.quantity > 0`,
    [shop.shop_id],
  );
  return Object.fromEntries(rows.map((row) => [row.place, Number(row.quantity)]));
};
const template = (input: object, headers: Record<string, string> = {}) =>
  test_app.app.inject({
    url: `${PATH}?${new URLSearchParams(input as Record<string, string>).toString()}`,
    headers: { authorization: `Bearer ${shop.token}`, ...headers },
  });

describe('the template', () => {
  test('has what the system holds, lets only the counted stock be edited, and is taken back filled in', async () => {
    await addProduct(shop, { stocks: [1], product: { product_type: 'R', name: 'Titipan' } });
    const answer = await template({ warehouse_id: '0' }, { 'accept-language': 'id' });
    expect(answer.headers).toMatchObject({
      'content-type': XLSX_TYPE,
      'content-disposition': 'attachment; filename="stok-opname-0.xlsx"',
    });
    const rows: Cell[][] = [];
    for await (const { cells } of readSheet(answer.rawPayload, 'file')) rows.push(cells);
    expect(rows).toEqual([
      ['ID variasi', 'SKU', 'Produk', 'Variasi', 'Gudang', 'Stok sistem', 'Stok hasil hitung'],
      [ids[0], 'A-1', 'Kaos Ayu', 'merah 36', 'Gudang Utama', 10],
      [ids[1], 'A-2', 'Kaos Ayu', 'merah 37', 'Gudang Utama', 20],
    ]);
    const [titles = [], first = [], second = []] = rows;
    const filled = await workbook([[...first, 7], second], titles.map(String));
    const made = expectOk(await send(filled, { description: 'Opname Maret' })).body;
    expect(made).toMatchObject({
      response: 'Success',
      message: 'Import is in progress',
      data: {
        opnames: [
          {
            description: 'Opname Maret',
            variation_total: 1,
            progress_status: 'SUCCESS',
            job_id: null,
            warehouse: { id: 0, name: 'Gudang Utama' },
          },
        ],
        skipped: [],
        skipped_total: 0,
      },
    });
    expect(await levels()).toEqual({ 'A-1@0': 7, 'A-2@0': 20 });
  });

  test('is empty beyond the last page, and of another shop or a missing warehouse there is none', async () => {
    const rows: Cell[][] = [];
    const beyond = await template({ warehouse_id: '0', pagination_offset: '2' });
    for await (const { cells } of readSheet(beyond.rawPayload, 'file')) rows.push(cells);
    expect(rows).toHaveLength(1);
    const other = await test_app.openShop();
    const foreign = await other.call('GET', PATH, { warehouse_id: String(branch) });
    expect(Object.keys(foreign.body.message)).toEqual(['warehouse_id']);
  });
});

describe('a filled-in sheet', () => {
  test('may be CSV, in any order of columns, letter case and language, for several warehouses', async () => {
    const csv = 'Counted Stock;warehouse;catatan;sku\n1.250;gudang malang;x;a-1\n3;0;;A-2\n4;;;a-1\n';
    const { opnames } = expectOk(await send(csv)).body.data;
    expect(opnames.map((opname: any) => [opname.warehouse.id, opname.variation_total])).toEqual([
      [0, 2],
      [branch, 1],
    ]);
    expect(await levels()).toEqual({ 'A-1@0': 4, 'A-2@0': 3, [`A-1@${branch}`]: 1_250 });
  });

  const WRONG: Cell[][] = [
    ['A-9', '', 1],
    ['A-1', 'Gudang Lain', 1],
    ['A-2', '', 'lima'],
    ['A-2', '', '12,5'],
    ['A-2', '', -1],
    ['', '', 5],
    ['A-1', '', 6],
    ['a-1', 'gudang utama', 7],
  ];

  test('with mistakes is not kept at all, and each is told with its row, column and reason', async () => {
    const before = await shopRows(test_app.database.pool, shop.shop_id);
    const answer = await send(await workbook(WRONG), {}, { 'accept-language': 'id' });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual({
      file: [expect.stringContaining('7 sel')],
      'file.2.SKU': ['Tidak ada variasi dengan SKU ini di toko.'],
      'file.3.Gudang': ['Tidak ada gudang dengan nama ini.'],
      'file.4.Stok hasil hitung': [expect.stringContaining('Harus berupa bilangan bulat')],
      'file.5.Stok hasil hitung': [expect.stringContaining('Harus berupa bilangan bulat')],
      'file.6.Stok hasil hitung': [expect.stringContaining('Harus berupa bilangan bulat')],
      'file.7.SKU': ['SKU masih kosong.'],
      'file.9.SKU': ['Variasi dan gudang yang sama juga ada di baris 8.'],
    });
    expect(await shopRows(test_app.database.pool, shop.shop_id)).toBe(before);
  });

  test('with mistakes and partial=true is kept as far as it is right, and the rest is told', async () => {
    const { data } = expectOk(await send(await workbook(WRONG), { partial: 'true' })).body;
    expect(data.skipped_total).toBe(7);
    expect(data.skipped[0]).toEqual({
      row: 2,
      column: 'SKU',
      reason: 'No variation of the shop has this SKU.',
    });
    expect(data.opnames).toMatchObject([{ variation_total: 1 }]);
    expect(await levels()).toEqual({ 'A-1@0': 6, 'A-2@0': 20 });
  });

  test('whose rows were mixed up is noticed: SKU and ID must name the same variation', async () => {
    const titles = ['ID variasi', 'SKU', 'Stok hasil hitung'];
    const mixed = await workbook([[ids[1] ?? 0, 'A-1', 5]], titles);
    expect(Object.keys((await send(mixed)).body.message)).toEqual(['file', 'file.2.SKU']);
    const by_id = await workbook([[ids[1] ?? 0, '', 5]], titles);
    expectOk(await send(by_id));
    expect((await levels())['A-2@0']).toBe(5);
  });

  test('knows nothing of another shop', async () => {
    const other = await test_app.openShop();
    const own = shop;
    shop = other;
    const foreign = await send(await workbook([['A-1', 'Gudang Malang', 5]]));
    expect(Object.keys(foreign.body.message)).toEqual(['file', 'file.2.SKU', 'file.2.Gudang']);
    const by_id = await send(await workbook([[ids[0] ?? 0, 5]], ['ID variasi', 'Stok hasil hitung', 'SKU']));
    expect(Object.keys(by_id.body.message)).toEqual(['file', 'file.2.SKU']);
    shop = own;
    expect((await levels())['A-1@0']).toBe(10);
  });

  test.each([
    ['without the columns it needs', 'nama,jumlah\nKaos,5\n', 'file'],
    ['without rows', 'SKU,Counted stock\n', 'file'],
    ['with nothing counted', 'SKU,Counted stock\nA-1,\n', 'file'],
    ['that is no sheet', '<html></html>', 'file'],
  ])('%s is refused', async (_title, content, field) => {
    const answer = await send(content);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual([field]);
  });

  test('of more than 2 MB is refused', async () => {
    expect((await send(Buffer.alloc(limits.upload_bytes + 1, 'a'))).status).toBe(413);
  });

  test('with many rows is set by a job, in as many statements as one with few', async () => {
    const rows: Cell[][] = [];
    const many = inventoryLimits.adjustment_lines_at_once + 100;
    while (rows.length < many) {
      const { variation_ids } = await addProduct(shop, { stocks: Array.from({ length: 200 }, () => 1) });
      rows.push(...variation_ids.map((id): Cell[] => [id, '', 3]));
    }
    const titles = ['Variation ID', 'SKU', 'Counted stock'];
    const sent: number[] = [];
    for (const count of [1, 10, 100]) {
      const sheet = await workbook(rows.slice(0, count), titles);
      sent.push(await countStatements(test_app, async () => expectOk(await send(sheet))));
    }
    expect(new Set(sent).size).toBe(1);
    const { data } = expectOk(await send(await workbook(rows, titles))).body;
    expect(data.opnames).toMatchObject([{ progress_status: 'ON PROGRESS', job_id: expect.any(Number) }]);
    await test_app.runJobs();
    const detail = await shop.call('GET', `/api/open/stock-opname/${data.opnames[0].id}/detail`);
    expect(detail.body.data).toMatchObject({ progress_status: 'SUCCESS', processed: rows.length });
  });
});
