import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOLD_MS, longestHold } from '../../../test/event-loop.ts';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { IMPORT, importer } from '../../../test/import-sheets.ts';
import { expectOk } from '../../../test/stall.ts';
import { workbook } from '../../../test/workbook.ts';
import { productImportLimits } from './limits.ts';

let test_app: TestApp;
let seller: ReturnType<typeof importer>;

beforeAll(async () => {
  test_app = await startTestApp();
  seller = importer(test_app, await test_app.openShop());
});
afterAll(() => test_app.close());

/** One for each kind of reading that there is. */
const TITLES = [
  'Nama produk',
  'SKU',
  'Harga',
  'Stok',
  'Warna',
  'Ukuran',
  'Tipe',
  'Parent',
  'Nama Variasi 1',
  'Varian untuk Variasi 1',
  'Nama Variasi 2',
  'Varian untuk Variasi 2',
  'Grosir',
  'Gambar',
  'Preorder',
  'Published',
  'Berat (gram)',
  'Berat (kg)',
  'Deskripsi',
  'Diskon',
  'Variasi',
];

/** Texts that are long to read for whoever looks for their end again and again. */
function hostile(characters: number): string[] {
  const many = (part: string) => part.repeat(characters / part.length);
  const between = (start: string, end: string) => `${start}${many(' ')}${end}`;
  return [
    between('a', 'b'),
    between('1-2:', 'x\ny'),
    between('1-2', 'b'),
    between('7 hari (', 'x'),
    between('a -', 'b'),
    many('1'),
    many('1.'),
    many('1x'),
    many('a - '),
    many(';1-2:'),
    many('_ '),
    many('\\('),
    `1-jan${many('a')}!`,
  ];
}

test(
  'no cell, whatever is in it and in whatever column, is read for long',
  { timeout: 120_000 },
  async () => {
    const rows = TITLES.flatMap((column) =>
      hostile(4_000).flatMap((text) =>
        ['', 'variation', 'variable', 'simple'].map((kind) => {
          const cells: Record<string, string> = {
            'Nama produk': 'Kaos - Merah',
            Harga: '1000',
            Tipe: kind,
            Parent: kind === '' ? '' : 'id:1',
            'Nama Variasi 1': 'Warna',
            'Varian untuk Variasi 1': 'Merah',
            [column]: text,
          };
          return TITLES.map((title) => `"${cells[title] ?? ''}"`).join(';');
        }),
      ),
    );
    const took: number[] = [];
    const hold_ms = await longestHold(async () => {
      const began = performance.now();
      const { id } = expectOk(await seller.send([TITLES.join(';'), ...rows].join('\n'))).body.data;
      await test_app.runJobs();
      took.push(performance.now() - began);
      expect((await seller.look(id)).status).toBe('READY');
    });
    expect(hold_ms).toBeLessThan(HOLD_MS);
    // One cell that is read in the square of its length takes tenths of a second.
    expect(Math.min(...took) / rows.length).toBeLessThan(20);
  },
);

test('titles are looked for without making others wait, however many and long the rows are', async () => {
  const title = (at: number) => `Harga (reseller) ${'x y_*'.repeat(40)} ${at}`.slice(0, 200);
  const row = `<row>${[...Array(200).keys()].map((at) => `<c t="inlineStr"><is><t>${title(at)}</t></is></c>`).join('')}</row>`;
  const more = Array.from({ length: 9 }, (_, at) => ({ name: `Lembar ${at}`, rows: row.repeat(40) }));
  const book = workbook({ rows: row.repeat(40), more });
  expect(await longestHold(async () => void (await seller.send(book)))).toBeLessThan(HOLD_MS);
});

test('what is kept and shown of a file is short, however long its cells are', async () => {
  const other = await test_app.openShop();
  const long = (at: number) => `${at}${'👟'.repeat(8_000)}`;
  const banner = Array.from({ length: 20 }, (_, at) => `a${'👟'.repeat(120)};${at}`);
  const rows = Array.from({ length: 20 }, (_, at) => `Topi ${at};${long(at)};${long(at)};${long(at)}`);
  const head = `Nama;Harga;x${'👟'.repeat(150)};Catatan`;
  const made = expectOk(await importer(test_app, other).send([...banner, head, ...rows].join('\n')));
  expect(made.body.data.counts).toMatchObject({ rows: 20, wrong: 20 });
  expect(made.text.length).toBeLessThan(20_000);
  expect((await other.call('GET', IMPORT)).text.length).toBeLessThan(20_000);
});

test('a cell that is too long is wrong, and says how long it may be; descriptions and pictures may be longer', async () => {
  const limit = productImportLimits.import_cell_characters;
  const cells = ['Topi', '1000', 'x'.repeat(limit + 1), 'kata '.repeat(300).trim()];
  const { id } = expectOk(await seller.send(`Nama;Harga;Grosir;Deskripsi\n${cells.join(';')}`)).body.data;
  expect(await seller.errorsOf(id)).toEqual([
    [2, [`Grosir: A cell of this column can have at most ${limit} characters.`]],
  ]);
});
