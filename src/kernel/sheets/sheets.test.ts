import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook, workbookFiles, zip } from '../../../test/workbook.ts';
import { Refusal } from '../errors.ts';
import type { Cell, SheetRow } from './cells.ts';
import { readSheet } from './read-sheet.ts';
import { protectedXlsx, writeCsvFile, writeXlsxFile } from './write-sheet.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngorder-sheets-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer | string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(Buffer.from(bytes), 'file')) rows.push(row);
  return rows;
}
const cells = async (bytes: Buffer | string) => (await read(bytes)).map((row) => row.cells);

const ROWS: Cell[][] = [
  ['Sepatu "Ayu" é ✓ 👟', 12_500, 'SEP-MER'],
  ['=1+1', -3, '@cmd'],
  ['dua\nbaris; koma, titik', 0.5, ''],
];
const COLUMNS = [{ header: 'Nama' }, { header: 'Harga', is_number: true }, { header: 'SKU', is_open: true }];

describe('what is written is read back the same', () => {
  test('as a workbook', async () => {
    const path = join(folder, 'a.xlsx');
    await writeXlsxFile(path, 'Produk', COLUMNS, ROWS);
    expect(await cells(await readFile(path))).toEqual([
      ['Nama', 'Harga', 'SKU'],
      ROWS[0],
      ROWS[1],
      ['dua\nbaris; koma, titik', 0.5],
    ]);
  });

  test('as a workbook that can be filled in', async () => {
    expect(await cells(await protectedXlsx('Opname', COLUMNS, ROWS))).toEqual([
      ['Nama', 'Harga', 'SKU'],
      ROWS[0],
      ROWS[1],
      ['dua\nbaris; koma, titik', 0.5],
    ]);
  });

  test('as CSV, where a spreadsheet takes no text for a formula', async () => {
    const path = join(folder, 'a.csv');
    await writeCsvFile(path, COLUMNS, ROWS);
    const bytes = await readFile(path);
    expect(bytes.toString()).toContain("'=1+1");
    expect(bytes.toString()).not.toMatch(/(^|,)[=@]/m);
    expect(await cells(bytes)).toEqual([
      ['Nama', 'Harga', 'SKU'],
      ['Sepatu "Ayu" é ✓ 👟', '12500', 'SEP-MER'],
      ['=1+1', '-3', '@cmd'],
      ['dua\nbaris; koma, titik', '0.5'],
    ]);
  });
});

describe('a CSV file', () => {
  test.each([
    [
      'commas',
      'a,b\n1,"x;y"\n',
      [
        ['a', 'b'],
        ['1', 'x;y'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1,5;"x ""y"""\r\n',
      [
        ['a', 'b'],
        ['1,5', 'x "y"'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1;2,3\t4',
      [
        ['a', 'b'],
        ['1;2,3', '4'],
      ],
    ],
    [
      'a mark of its encoding',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['rows of different lengths', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
  ])('with %s', async (_title, text, rows) => {
    expect(await cells(text)).toEqual(rows);
  });

  test('in the encodings that Excel writes', async () => {
    expect(await cells(Buffer.from('a,b\né,1', 'latin1'))).toEqual([
      ['a', 'b'],
      ['é', '1'],
    ]);
    expect(await cells(Buffer.from('\uFEFFa\tb\né\t1', 'utf16le'))).toEqual([
      ['a', 'b'],
      ['é', '1'],
    ]);
  });

  test('has rows counted as a person counts them, empty ones too', async () => {
    expect((await read('a,b\n\n,\n"1\n2",3')).map((row) => row.number)).toEqual([1, 4]);
  });
});

describe('a workbook', () => {
  test('gives numbers, days, answers of formulas and texts as a person sees them', async () => {
    const book = workbook({
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="&quot;hari&quot; 0"/></numFmts>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>',
      texts: '<si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r><rPh><t>futari</t></rPh></si>',
      rows:
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"><v>0.30000000000000004</v></c>' +
        '<c r="E2" s="1"><v>46000</v></c><c r="F2" s="2"><v>46000.5</v></c><c r="G2" s="3"><v>7</v></c></row>' +
        '<row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="str"><f>"x"</f><v>x</v></c><c r="C5" t="b"><v>1</v></c>' +
        '<c r="D5" t="inlineStr"><is><t> a_x000D_&amp;b </t></is></c><c r="E5"><v>812345678901234</v></c></row>',
    });
    expect(await read(book)).toEqual([
      { number: 2, cells: ['satu', 'dua', '', 0.3, '2025-12-09', '2025-12-09 12:00:00', 7] },
      { number: 5, cells: [2, 'x', 'TRUE', 'a\r&b', 812_345_678_901_234] },
    ]);
  });
});

/** Beyond every limit of its own, and yet few bytes: so it is the limit that is met. */
const MANY = 310_000;
const cell = '<c><v>1</v></c>';
const manyAttributes = () => Array.from({ length: MANY }, (_, at) => ` a${at}=""`).join('');
describe('what is no sheet, or meant to harm, is refused at once and takes no memory:', () => {
  test.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'sheet_type'],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'sheet_type'],
    ['a web page', () => Buffer.from('<html><script>alert(1)</script>'), 'sheet_type'],
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'sheet_type'],
    ['an old or encrypted workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet_old'],
    [
      'a workbook cut off',
      () => workbook({ rows: `<row>${cell}</row>` }).subarray(0, 900),
      'sheet_unreadable',
    ],
    [
      'a workbook with other content than it had when it was packed',
      () => {
        const book = workbook({ rows: `<row>${cell}</row>` });
        // The checksum stands in the directory, 30 bytes before the name.
        const at = book.lastIndexOf('xl/worksheets/sheet1.xml') - 30;
        book.writeUInt32LE(book.readUInt32LE(at) ^ 1, at);
        return book;
      },
      'sheet_unreadable',
    ],
    [
      'a shared text that is not there',
      () => workbook({ rows: '<row><c t="s"><v>999999</v></c></row>', texts: '<si><t>a</t></si>' }),
      'sheet_unreadable',
    ],
    ['another ZIP file', () => Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'sheet_unreadable'],
    ['XML that does not end', () => workbook({ rows: '<row><c>' }), 'sheet_unreadable'],
    ['a bomb that says so', () => workbook({ rows: ' '.repeat(200_000_000) }), 'sheet_too_large'],
    [
      'a bomb that lies',
      () => workbook({ rows: ' '.repeat(200_000_000) }, { 'xl/worksheets/sheet1.xml': 1_000 }),
      'sheet_unreadable',
    ],
    [
      'rows packed to next to nothing',
      () => workbook({ rows: `<row>${cell}</row>`.repeat(3_000_000) }),
      'sheet_too_large',
    ],
    ['rows without end', () => workbook({ rows: `<row>${cell}</row>`.repeat(MANY / 3) }), 'sheet_too_large'],
    ['empty rows without end', () => workbook({ rows: '<row/>'.repeat(MANY) }), 'sheet_too_large'],
    ['a row without end', () => workbook({ rows: `<row>${'<c/>'.repeat(MANY)}</row>` }), 'sheet_too_large'],
    [
      'a cell far out in every row',
      () => workbook({ rows: '<row><c r="XFD1"><v>1</v></c></row>'.repeat(MANY / 10) }),
      'sheet_too_large',
    ],
    [
      'a text without end',
      () => workbook({ rows: `<row><c t="inlineStr"><is><t>${'a'.repeat(MANY)}` }),
      'sheet_too_large',
    ],
    [
      'shared texts without end',
      () => workbook({ rows: '', texts: '<si><t>a</t></si>'.repeat(MANY) }),
      'sheet_too_large',
    ],
    ['empty lines without end', () => Buffer.from(`a;b\n${'\n'.repeat(1_900_000)}`), 'sheet_too_large'],
    [
      'lines of nothing but commas',
      () => Buffer.from(`a,b\n${',,,,,\n'.repeat(300_000)}`),
      'sheet_too_large',
    ],
    ['a line without end', () => Buffer.from(`a;b\n${';'.repeat(1_900_000)}`), 'sheet_too_large'],
    ['a quote without end', () => Buffer.from(`a;b\n"${'\n'.repeat(1_900_000)}`), 'sheet_unreadable'],
    ['a title without end', () => Buffer.from('a'.repeat(1_900_000)), 'sheet_unreadable'],
    ['tags within tags', () => workbook({ rows: '<row>'.repeat(MANY) }), 'sheet_unreadable'],
    ['attributes without end', () => workbook({ rows: `<row${manyAttributes()}/>` }), 'sheet_unreadable'],
    [
      'a long text that many cells share',
      () =>
        workbook({
          texts: `<si><t>${'a'.repeat(30_000)}</t></si>`,
          rows: '<row><c t="s"><v>0</v></c></row>'.repeat(2_000),
        }),
      'sheet_too_large',
    ],
    ['a row of no number', () => workbook({ rows: '<row r="1e300"><c/></row>' }), 'sheet_unreadable'],
    ['a row twice', () => workbook({ rows: `<row r="2">${cell}</row>`.repeat(2) }), 'sheet_unreadable'],
    [
      'entities that multiply',
      () =>
        workbook({
          prologue: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
          rows: '<row><c t="inlineStr"><is><t>&b;</t></is></c></row>',
        }),
      'sheet_unreadable',
    ],
  ])('%s', async (_title, make, code) => {
    const bytes = make();
    expect(bytes.length).toBeLessThan(2_000_000);
    const memory = process.memoryUsage().rss;
    // Of the processor's time: what runs beside the test takes none of it.
    const began = process.cpuUsage();
    const refusal: unknown = await read(bytes).catch((error: unknown) => error);
    const { user, system } = process.cpuUsage(began);
    const took_ms = (user + system) / 1_000;
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).parts).toMatchObject([{ code, field: 'file' }]);
    // The aim is a second; a slow machine is given more.
    expect(took_ms).toBeLessThan(3_000);
    // What they unpack to would take gigabytes; the rows read so far and garbage are in this.
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000);
  });
});

test('others have their turn while a sheet is read', async () => {
  const lines = Buffer.from(`a;b\n${'x;1\n'.repeat(40_000)}`);
  let turns = 0;
  let is_reading = true;
  const turn = () => {
    turns += 1;
    if (is_reading) setImmediate(turn);
  };
  setImmediate(turn);
  const began = performance.now();
  await read(lines);
  is_reading = false;
  // Slices of 8 ms, and what a step takes beyond that; a busy machine is given more.
  expect((performance.now() - began) / turns).toBeLessThan(30);
});

test('no cell holds what a database can not store', async () => {
  const text = `a;b\n${'x'.repeat(5_000)};1\ny\0;2\n`;
  expect((await cells(text)).at(-1)).toEqual(['y\uFFFD', '2']);
  const inline = '<c t="inlineStr"><is><t>_xD800__x0000_</t></is></c>';
  expect(await cells(workbook({ rows: `<row>${inline}</row>` }))).toEqual([['\uFFFD\uFFFD']]);
});

test('signs that no XML may hold, as careless programs write them, leave the rest readable', async () => {
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = [inline('Gamis\v\0 \u{1F457}\uFFFE'), inline('a&#11;b'), inline('M ]]> L')].join('');
  expect(await cells(workbook({ rows: `<row>${row}</row>` }))).toEqual([
    ['Gamis\uFFFD\uFFFD \u{1F457}\uFFFD', 'a&#11;b', 'M ]]> L'],
  ]);
});

test('a blank line before the first line of XML leaves a workbook readable', async () => {
  const files = workbookFiles({ rows: '<row><c><v>7</v></c></row>' });
  const late = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, `\n${xml}`]));
  expect(await cells(zip(late))).toEqual([[7]]);
});

test('reading does not run ahead of who reads: memory stays flat', async () => {
  const cells_of = (row: number) =>
    Array.from({ length: 20 }, (_, at) => `<c t="inlineStr"><is><t>Sepatu ${row * at}</t></is></c>`).join('');
  const book = workbook({
    rows: Array.from({ length: 20_000 }, (_, row) => `<row>${cells_of(row)}</row>`).join(''),
  });
  let most = 0;
  let read_rows = 0;
  const before = process.memoryUsage().rss;
  for await (const _row of readSheet(book, 'file')) {
    read_rows += 1;
    if (read_rows % 500 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  expect(read_rows).toBe(20_000);
  expect(most - before).toBeLessThan(80_000_000);
});
