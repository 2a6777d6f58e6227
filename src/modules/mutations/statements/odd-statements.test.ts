import { describe, expect, test } from 'vitest';
import { encodedAs } from '../../../../test/bank-statements/writing.ts';
import { xlsxOf } from '../../../../test/bank-statements/known.ts';
import { readStatement } from './read-statement.ts';

const TODAY = '2026-09-10';
const open = (file: string | Buffer, chosen = {}) =>
  readStatement(typeof file === 'string' ? Buffer.from(file) : file, chosen, TODAY);
/** As `2026-08-01 +150123 BUDI`; what is not read by its fault. */
async function read(file: string | Buffer, chosen = {}): Promise<string[]> {
  const { rows } = await open(file, chosen);
  return rows.map(({ facts, fault }) =>
    facts === null
      ? String(fault)
      : `${facts.day} ${facts.direction === 'CREDIT' ? '+' : '-'}${facts.amount_idr} ${facts.description}${facts.is_pending ? ' (PEND)' : ''}`,
  );
}
const refusal = async (file: string | Buffer, chosen = {}) => {
  const error = await open(file, chosen).catch((one: unknown) => one);
  return (error as { parts?: { code: string; values?: Record<string, unknown> }[] }).parts?.[0];
};

describe('days', () => {
  test('that are pending are those of the period, or of today, and say so', async () => {
    const rows = (above: string) =>
      read(
        `${above}Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n'31/08,A,0000,"1,000.00",CR,"5,000.00"\nPEND,B,0000,"2,000.00",CR,0\n'PEND,C,0000,"3,000.00",DB,`,
      );
    expect(await rows('Periode : 01/08/2026 - 31/08/2026\n')).toEqual([
      '2026-08-31 +1000 A',
      '2026-08-31 +2000 B (PEND)',
      '2026-08-31 -3000 C (PEND)',
    ]);
    expect(await rows('')).toEqual([
      '2026-08-31 +1000 A',
      `${TODAY} +2000 B (PEND)`,
      `${TODAY} -3000 C (PEND)`,
    ]);
  });

  test('without a year of a statement over new year are of both years', async () => {
    const text =
      'Periode : 15/12/2025 - 14/01/2026\nTanggal;Ket;Kredit\n31/12;A;1.000\n01/01;B;2.000\n14/01;C;3.000';
    expect(await read(text)).toEqual(['2025-12-31 +1000 A', '2026-01-01 +2000 B', '2026-01-14 +3000 C']);
    const december = await readStatement(
      Buffer.from('Tanggal;Ket;Kredit\n31/12;A;1.000\n02/01;B;1.000'),
      {},
      '2026-01-05',
    );
    expect(december.rows.map(({ facts }) => facts?.day)).toEqual(['2025-12-31', '2026-01-02']);
  });

  test('that lie ahead, or are none, are said, whatever else the row has', async () => {
    const text =
      'Tanggal;Ket;Kredit\n11/09/2026;A;1.000\n31/02/2026;B;1.000\nkemarin;C;1.000\n;DARI BUDI;1.000\n2026-09-10;E;1.000';
    expect(await read(text)).toEqual([
      'DAY_AHEAD',
      'DAY_UNREADABLE',
      'DAY_UNREADABLE',
      'DAY_UNREADABLE',
      '2026-09-10 +1000 E',
    ]);
  });

  test('have the time that stands with them, in the zone of the bank', async () => {
    const at = async (file: string) =>
      (await open(file)).rows.map(({ facts }) => facts?.at?.toISOString() ?? null);
    expect(
      await at(
        'Tanggal;Ket;Kredit\n10/07/26 23:44:44;A;1\n02 Agu 2026 10:15 WIB;A;1\n02/08/2026 08.05 WITA;A;1\n2026-08-02 00:00:00;A;1\n2026-08-02T01:02:03+07:00;A;1\n02/08/2026 01:15 PM;A;1\n02/08/2026 25:15;A;1',
      ),
    ).toEqual([
      '2026-07-10T16:44:44.000Z',
      '2026-08-02T03:15:00.000Z',
      '2026-08-02T00:05:00.000Z',
      null,
      '2026-08-01T18:02:03.000Z',
      '2026-08-02T06:15:00.000Z',
      null,
    ]);
    expect(
      await at('Tanggal;Jam;Ket;Kredit\n02/08/2026;10:15:30;A;1\n02/08/2026;101530;A;1\n02/08/2026;;A;1'),
    ).toEqual(['2026-08-02T03:15:30.000Z', '2026-08-02T03:15:30.000Z', null]);
  });
});

describe('the direction', () => {
  test('is told by the balance where nothing else tells it, in either order', async () => {
    const rows = ['01/08/2026;A;1.000;11.000', '01/08/2026;B;4.000;7.000', '02/08/2026;C;500;7.500'];
    const table = (list: string[]) => ['Tanggal;Keterangan;Jumlah;Saldo', ...list].join('\n');
    expect(await read(table(rows))).toEqual(['DIRECTION_UNKNOWN', '2026-08-01 -4000 B', '2026-08-02 +500 C']);
    expect(await read(table(rows.toReversed()))).toEqual([
      '2026-08-02 +500 C',
      '2026-08-01 -4000 B',
      'DIRECTION_UNKNOWN',
    ]);
  });

  test('is unknown where nothing tells it, and given where the column is named', async () => {
    const text = 'Tanggal;Keterangan;Jumlah\n01/08/2026;A;1.000\n01/08/2026;B;4.000';
    expect(await read(text)).toEqual(['DIRECTION_UNKNOWN', 'DIRECTION_UNKNOWN']);
    expect(await read(text, { credit: 'jumlah', amount: null })).toEqual([
      '2026-08-01 +1000 A',
      '2026-08-01 +4000 B',
    ]);
  });

  test('of a row with both sides is not guessed; what is taken back went the other way', async () => {
    const text =
      'Tanggal;Ket;Debet;Kredit\n01/08/2026;A;1.000;1.000\n01/08/2026;B;;-4.000\n01/08/2026;C;-500;0';
    expect(await read(text)).toEqual(['BOTH_SIDES', '2026-08-01 -4000 B', '2026-08-01 -500 C']);
  });

  test('is not taken from a column of kinds that says something else', async () => {
    const text = 'Tanggal;Tipe;Keterangan;Nominal\n01/08/2026;QRIS;A;+1.000\n01/08/2026;TRANSFER;B;-4.000';
    expect(await read(text)).toEqual(['2026-08-01 +1000 A', '2026-08-01 -4000 B']);
  });
});

describe('amounts', () => {
  test('in many writings are read, and what could mean another is not', async () => {
    const amounts = [
      ['1.500.123,00', 1_500_123],
      ['1,500,123.00', 1_500_123],
      ['150012300 CR', 150_012_300],
      ['1500123.9', 1_500_123],
      ['150.000', 150_000],
      ['150,000', 150_000],
      ['Rp150.000,-', 150_000],
      ['Rp. 150.000', 150_000],
      ['150.000 (CR)', 150_000],
      ['Cr. 150.000', 150_000],
      ["1'500'123.00", 1_500_123],
      ['1 500 123,00', 1_500_123],
      ['1.234.56', null],
      ['1234.567', null],
      ['1.50E+06', null],
      ['12,34,567', null],
      ['--5', null],
      ['(-5.000)', null],
      ['lima ribu', null],
      ['#REF!', null],
    ] as const;
    const text = ['Tanggal;Ket;Kredit', ...amounts.map(([written]) => `01/08/2026;A;"${written}"`)].join(
      '\n',
    );
    expect(await read(text)).toEqual(
      amounts.map(([, amount]) => (amount === null ? 'AMOUNT_UNREADABLE' : `2026-08-01 +${amount} A`)),
    );
  });

  test('of a trillion and more are none', async () => {
    expect(
      await read(
        'Tanggal;Ket;Kredit\n01/08/2026;A;1000000000000\n01/08/2026;B;999999999999\n01/08/2026;C;99999999999999999999',
      ),
    ).toEqual(['AMOUNT_TOO_LARGE', '2026-08-01 +999999999999 B', 'AMOUNT_UNREADABLE']);
  });

  test('that a comma without quotes parts are not read as others', async () => {
    const text =
      'Tanggal,Keterangan,Kredit,Saldo\n01/08/2026,TRSF,150,123.00,9,150,123.00\n01/08/2026,TRSF, BUDI,4000,5000';
    expect(await read(text)).toEqual(['CELLS_SHIFTED', '2026-08-01 +4000 TRSF, BUDI']);
  });
});

describe('columns', () => {
  test.each([
    'Tanggal / Date;Keterangan / Description;Debet / Debit;Kredit / Credit;Saldo / Balance',
    'Tgl. Transaksi (WIB);Keterangan 1;Pengeluaran (Debet);Penerimaan (Kredit);Saldo Akhir',
    'TANGGAL TRANSAKSI;URAIAN;DEBIT (-);KREDIT (+);SALDO',
    'Trx Date;Trx Description;Transfer Keluar;Transfer Masuk;Closing Balance',
    'tanggal;keterangan;mutasi debit (rp);mutasi kredit (rp);saldo (rp)',
    'Posting Date;Transaction Remarks;Debit Amount;Credit Amount;Running Balance',
    'Tgl Mutasi;Berita;Db;Cr;Saldo',
    'Tanggal Buku;Rincian;Jumlah Debet;Jumlah Kredit;Sisa Saldo',
  ])('are known by %s', async (titles) => {
    expect(await read(`${titles}\n01/08/2026;A;;1.000;5.000\n01/08/2026;B;500;;4.500`)).toEqual([
      '2026-08-01 +1000 A',
      '2026-08-01 -500 B',
    ]);
  });

  test('that are not known are named in the refusal, and can be named by hand', async () => {
    const text = 'Kapan;Apa;Berapa\n01/08/2026;A;1.000';
    expect(await refusal(text)).toMatchObject({
      code: 'statement_columns',
      values: { titles: '"Kapan", "Apa", "Berapa"' },
    });
    expect(await read(text, { day: 'kapan', credit: 'Berapa', description: 'APA' })).toEqual([
      '2026-08-01 +1000 A',
    ]);
    expect(await refusal(text, { day: 'Kapan', credit: 'Tidak Ada' })).toMatchObject({
      code: 'column_missing',
    });
  });

  test('of the day by which interest counts are read only where there is no other', async () => {
    expect(await read('Tgl Valuta;Tanggal;Ket;Kredit\n02/08/2026;01/08/2026;A;1.000')).toEqual([
      '2026-08-01 +1000 A',
    ]);
    expect(await read('Value Date;Ket;Kredit\n02/08/2026;A;1.000')).toEqual(['2026-08-02 +1000 A']);
  });
});

describe('what is no statement', () => {
  test.each([
    ['nothing', '', 'sheet_type'],
    ['a page', '<html><table><tr><td>Tanggal</td></tr></table></html>', 'sheet_type'],
    ['a PDF', '%PDF-1.7 …', 'sheet_type'],
    ['titles alone', 'Tanggal;Keterangan;Kredit', 'sheet_empty'],
    ['a list of something else', 'Nama;Alamat\nBudi;Malang', 'statement_columns'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet_old'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 rusak'), 'sheet_unreadable'],
  ])('as %s is refused', async (_title, file, code) => {
    expect((await refusal(file))?.code).toBe(code);
  });

  test('has rows that say why they are none, and the rest is read', async () => {
    const rows = [
      ['Tanggal', 'Keterangan', 'Debet', 'Kredit', 'Saldo'],
      ['01/08/2026', 'SALDO AWAL', '', '', 5_000],
      ['01/08/2026', 'Tanpa jumlah', '', '', ''],
      ['01/08/2026', 'Nol', 0, 0, 5_000],
      ['01/08/2026', 'A', '', 1_000, 6_000],
      ['', 'Total', 0, 1_000, ''],
      ['', '', 0, 1_000, ''],
      ['Dicetak oleh Budi', '', '', '', ''],
    ];
    expect(await read(xlsxOf(rows))).toEqual([
      'WITHOUT_AMOUNT',
      'WITHOUT_AMOUNT',
      'WITHOUT_AMOUNT',
      '2026-08-01 +1000 A',
      'TOTAL',
      'TOTAL',
      'WITHOUT_AMOUNT',
    ]);
  });

  test('keeps no characters that no text can hold', async () => {
    const text = 'Tanggal;Keterangan;Kredit\n01/08/2026;A\u0000\u200BB\uD800;1.000';
    const [row] = (await open(encodedAs(text, 'utf16le'))).rows;
    expect(row?.facts?.description.isWellFormed()).toBe(true);
    expect(row?.facts?.description).not.toContain('\u0000');
  });
});
