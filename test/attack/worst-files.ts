import sharp from 'sharp';
import type { Route } from '../../src/kernel/http/route.ts';
import { pngHeader } from '../hostile-pictures.ts';
import { workbook } from '../workbook.ts';
import type { Size } from './attack.ts';

/** A file that is hard to read. */
export interface WorstFile {
  what: string;
  make: (size: Size) => Buffer | string | Promise<Buffer>;
}

/** @param most lines, or bytes, that fit in a file of 10 MB; a test of every day sends a tenth */
const many = (size: Size, most: number) => (size === 'full' ? most : Math.ceil(most / 10));

/** What is hard in any sheet. @param head titles, of which the first is needed */
function sheets(head: string[], row: string[], bytes: number): WorstFile[] {
  const csv = (lines: string) => `${head.join(';')}\n${lines}`;
  const cells = (texts: string[]) =>
    texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const titled = (rows: string) => `<row>${cells(head)}</row>${rows}`;
  const shared = row.map(() => '<c t="s"><v>0</v></c>').join('');
  const text = (size: Size, line: string) => csv(line.repeat(Math.floor(many(size, bytes) / line.length)));
  return [
    { what: 'empty lines', make: (size) => text(size, '\n') },
    { what: 'lines of separators', make: (size) => text(size, `${';'.repeat(150)}\n`) },
    { what: 'a line of separators', make: (size) => text(size, ';') },
    { what: 'a quote without end', make: (size) => csv(`"${'a\n'.repeat(many(size, bytes) / 2)}`) },
    { what: 'a head without end', make: (size) => `${head[0]};${'"a";'.repeat(many(size, bytes) / 4)}` },
    {
      what: 'UTF-16',
      make: (size) => Buffer.from(`\uFEFF${'a;\n'.repeat(many(size, bytes) / 6)}`, 'utf16le'),
    },
    {
      what: 'rows that are all wrong',
      make: (size) => csv(`${row.join(';')}\n`.repeat(many(size, 49_000))).slice(0, bytes),
    },
    {
      what: 'a long text that all cells share',
      make: (size) =>
        workbook({
          texts: `<si><t>${'a;'.repeat(5_000)}</t></si>`,
          rows: titled(`<row>${shared}</row>`.repeat(many(size, 40_000))),
        }),
    },
    {
      what: 'shared texts',
      make: (size) =>
        workbook({
          texts: unlike(many(size, 290_000), (n) => `<si><t>${n} ${'é'.repeat(100)}</t></si>`),
          rows: titled(''),
        }),
    },
    {
      what: 'tags without end',
      make: (size) => workbook({ rows: titled(unlike(many(size, 600_000), (n) => `<row/><!--${n}-->`)) }),
    },
    {
      what: 'formats of numbers',
      make: (size) =>
        workbook({
          rows: titled(''),
          styles: `<numFmts>${unlike(many(size, 300_000), (n) => `<numFmt numFmtId="${n}" formatCode="${'['.repeat(100)}${n}"/>`)}</numFmts>`,
        }),
    },
    {
      what: 'a cell without end',
      make: (size) =>
        workbook({
          rows: `<row><c t="inlineStr"><is><t>${unlike(many(size, 2_000_000), (n) => String(n))}</t></is></c></row>`,
        }),
    },
  ];
}

/** Parts that are each a little different, so that they are not packed to next to nothing. */
function unlike(count: number, part: (number: number) => string): string {
  const parts: string[] = [];
  for (let number = 0; number < count; number += 1)
    parts.push(part((number * 2_654_435_761) % 4_294_967_296));
  return parts.join('');
}

function rows(head: string, size: Size, most: number, row: (at: number) => string): string {
  return `${head}\n${Array.from({ length: many(size, most) }, (_, at) => `${row(at)}\n`).join('')}`;
}

const PRODUCT_HEAD = [
  'Nama produk',
  'SKU',
  'Warna',
  'Ukuran',
  'Harga',
  'Berat (gram)',
  'Grosir',
  'Gambar',
  'Stok',
];
const PRODUCT_ROW = ['x'.repeat(50), 'A B', 'x', 'x', 'banyak', '1,5', ';a;a', 'bukan', 'habis'];

const pictures: WorstFile[] = [
  { what: 'a header of 2 gigapixels', make: () => pngHeader(46_340, 46_340) },
  { what: 'the most pixels', make: (size) => picture(size === 'full' ? 7_000 : 2_000) },
  {
    what: 'noise',
    make: (size) =>
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(many(size, 2_000_000), 'x')]),
  },
];

function picture(side_px: number): Promise<Buffer> {
  const create = { width: side_px, height: side_px, channels: 3 as const, background: '#c33' };
  return sharp({ create }).png().toBuffer();
}

/** By operation, for each that takes a file. */
const WORST: Record<string, WorstFile[]> = {
  uploadImport: [
    ...sheets(PRODUCT_HEAD, PRODUCT_ROW, 10_000_000),
    {
      what: 'a product of 49,000 rows',
      make: (size) => `Nama produk;SKU;Harga;Stok\n${'Kaos;A-1;banyak;x\n'.repeat(many(size, 49_000))}`,
    },
  ],
  uploadTariffImport: sheets(
    ['Kurir', 'Layanan', 'Asal', 'Tujuan', 'Harga per kg', 'Berat minimum (kg)', 'Estimasi (hari)'],
    ['JNE', 'REG', 'Bandung', 'Bandung', 'murah', '0', 'lama'],
    10_000_000,
  ),
  uploadAwbImport: [
    ...sheets(
      ['No. Resi', 'No. Pesanan', 'Nama Penerima', 'No HP', 'Tanggal'],
      ['1,23E+12', 'x'.repeat(50), 'y'.repeat(50), 'z'.repeat(50), 'kemarin'],
      10_000_000,
    ),
    {
      what: 'right rows of people that nobody knows',
      make: (size) =>
        rows('No. Resi;Nama Penerima;No HP', size, 20_000, (at) => `JP${at};Siti ${at};0812${at}`),
    },
    {
      what: 'rows of one person',
      make: (size) => rows('No. Resi;Nama Penerima;No HP', size, 20_000, (at) => `JP${at};Siti;081234567890`),
    },
  ],
  importCodPayout: [
    ...sheets(
      ['No. Resi', 'Nilai COD', 'Nominal Bersih', 'Tanggal'],
      ['x'.repeat(50), 'banyak', '1,5,5', 'kemarin'],
      5_000_000,
    ),
    {
      what: 'right rows of parcels that nobody knows',
      make: (size) => rows('No. Resi;Nominal Bersih', size, 10_000, (at) => `JP${at};${90_000 + at}`),
    },
    {
      what: 'rows of one parcel',
      make: (size) => rows('No. Resi;Nominal Bersih', size, 10_000, (at) => `JP1;${90_000 + at}`),
    },
  ],
  uploadMutationImport: [
    ...sheets(
      ['Tanggal', 'Keterangan', 'Debet', 'Kredit', 'Saldo'],
      ['kemarin', 'x'.repeat(50), '1,5,5', '2.2.2', '-'],
      20_000_000,
    ),
    {
      what: 'right rows',
      make: (size) =>
        rows(
          'Tanggal;Keterangan;Kredit',
          size,
          100_000,
          (at) => `0${1 + (at % 9)}/01/2026;TRSF ${at};${90_000 + at}`,
        ),
    },
    {
      what: 'rows that are all alike',
      make: (size) =>
        rows('Tanggal;Keterangan;Kredit', size, 100_000, () => '05/01/2026;TRSF E-BANKING CR BUDI;50000'),
    },
    {
      what: 'descriptions that go on and on',
      make: (size) =>
        `Tanggal;Keterangan;Kredit\n05/01/2026;A;50000\n${';dan lagi;\n'.repeat(many(size, 99_000))}`,
    },
  ],
  importOpname: sheets(['SKU', 'Stok hasil hitung', 'Gudang'], ['TIDAK-ADA', '1', 'Bulan'], 2_000_000),
  uploadShopLogo: pictures,
  uploadProductImage: pictures,
  uploadProof: pictures,
};

/** The hardest files for a route that takes one. @throws where nobody has thought of any: then do */
export function worstFiles(route: Route): WorstFile[] {
  const files = WORST[route.operation];
  if (files === undefined)
    throw new Error(`no worst files for ${route.operation}: add them to worst-files.ts`);
  return files;
}

/** What else the form of a route must have, for the file to be read. */
const BESIDE: Record<string, Record<string, string>> = { importCodPayout: { courier: 'jne' } };

export function fieldsBeside({ operation }: Route): Record<string, string> {
  return BESIDE[operation] ?? {};
}
