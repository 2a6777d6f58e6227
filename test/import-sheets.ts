import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '../src/kernel/sheets/cells.ts';
import { writeXlsxFile } from '../src/kernel/sheets/write-sheet.ts';
import type { Answered, TestApp, TestShop } from './harness.ts';
import { expectOk } from './stall.ts';
import { formWithFile } from './upload.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export const IMPORT = '/api/open/product/import';

/** Cells by the titles of their columns. */
export type SheetRecord = Record<string, Cell>;

/** A product of two variations. */
export const KAOS: SheetRecord[] = [
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

/** A sheet by the records of its rows, with the titles of them all. */
export async function sheetOf(rows: readonly SheetRecord[]): Promise<Buffer> {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-import-'));
  try {
    await writeXlsxFile(
      join(folder, 'a.xlsx'),
      'Produk',
      titles.map((header) => ({ header })),
      rows.map((row) => titles.map((title) => row[title] ?? '')),
    );
    return await readFile(join(folder, 'a.xlsx'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Imports of products as a shop does them. */
export function importer(test_app: TestApp, shop: Pick<TestShop, 'call'>) {
  const send = async (content: Buffer | string, headers: Record<string, string> = {}): Promise<Answered> => {
    const form = await formWithFile(content, 'produk.xlsx');
    return shop.call('POST', IMPORT, form.body, { ...form.headers, ...headers });
  };
  const act = (id: number, what: 'apply' | 'undo', input: object = {}) =>
    shop.call('POST', `${IMPORT}/${id}/${what}`, input);
  const look = async (id: number) => expectOk(await shop.call('GET', `${IMPORT}/${id}`)).body.data;
  const run = async (id: number, what: 'apply' | 'undo', input: object = {}) => {
    expectOk(await act(id, what, input));
    await test_app.runJobs();
    return look(id);
  };
  return {
    send,
    act,
    look,
    upload: async (rows: readonly SheetRecord[]) => expectOk(await send(await sheetOf(rows))).body.data,
    apply: (id: number, input: object = {}) => run(id, 'apply', input),
    undo: (id: number) => run(id, 'undo'),
    errorsOf: async (id: number, headers: Record<string, string> = {}) =>
      expectOk(await shop.call('GET', `${IMPORT}/${id}/rows`, { outcome: 'WRONG' }, headers)).body.data.map(
        (row: any) => [row.row, row.errors.map((fault: any) => `${fault.column}: ${fault.reason}`)],
      ),
    products: async (filter: Record<string, string> = {}) =>
      expectOk(await shop.call('GET', '/api/open/product/search', { order_by: 'ASC', ...filter })).body.data,
  };
}
