import { workbook } from '../workbook.ts';

/** A transaction that statements of tests are about. */
export interface Transaction {
  day: number;
  text: string;
  /** Below 0: it went out. */
  amount: number;
}

/** What stands in every statement of August 2026, with two equal transfers on one day. */
export const TRANSACTIONS: readonly Transaction[] = [
  { day: 1, text: 'TRSF E-BANKING CR 0108/FTSCY/WS95031 PT MITRA UNGGAS', amount: 55_500_123 },
  { day: 2, text: 'PEMBAYARAN LISTRIK PLN 5311', amount: -2_450_000 },
  { day: 5, text: 'BI-FAST DB CV CONTOH ABADI', amount: -15_000_000 },
  { day: 5, text: 'BI-FAST CR BUDI SANTOSO', amount: 150_123 },
  { day: 5, text: 'BI-FAST CR BUDI SANTOSO', amount: 150_123 },
  { day: 31, text: 'BIAYA ADM', amount: -15_000 },
];
export const OPENING = 100_000_000;
export const BALANCES = TRANSACTIONS.map((_, place) =>
  TRANSACTIONS.slice(0, place + 1).reduce((sum, { amount }) => sum + amount, OPENING),
);

export const two = (number: number) => String(number).padStart(2, '0');
/** 1,234,567.00 */
export const english = (amount: number) => `${grouped(amount, ',')}.00`;
/** 1.234.567,00 */
export const indonesian = (amount: number) => `${grouped(amount, '.')},00`;
export function grouped(amount: number, sign: string): string {
  return String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+(?!\d))/g, sign);
}
const quoted = (text: string) => `"${text}"`;

/** A line for each transaction. */
export function lines(
  write: (transaction: Transaction & { balance: number; place: number }) => string,
): string[] {
  return TRANSACTIONS.map((transaction, place) =>
    write({ ...transaction, balance: BALANCES[place] ?? 0, place }),
  );
}

/** Both sides of an amount, the other of which is `none`. */
export function sides(
  amount: number,
  write: (amount: number) => string,
  none: string,
): [debit: string, credit: string] {
  return amount < 0 ? [write(amount), none] : [none, write(amount)];
}

type XlsxCell = string | number | null;

/** A workbook with these rows, in which texts are texts and numbers numbers. */
export function xlsxOf(rows: readonly (readonly XlsxCell[])[]): Buffer {
  const cellOf = (cell: XlsxCell) =>
    cell === null
      ? '<c/>'
      : typeof cell === 'number'
        ? `<c><v>${cell}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  return workbook({
    rows: rows.map((row, place) => `<row r="${place + 1}">${row.map(cellOf).join('')}</row>`).join(''),
  });
}

export interface StatementFile {
  name: string;
  /** The bank that it is known as. */
  bank?: string;
  account?: string;
  file: string | Buffer;
}

const rowsOf = (write: (transaction: Transaction & { balance: number; place: number }) => XlsxCell[]) =>
  TRANSACTIONS.map((transaction, place) => write({ ...transaction, balance: BALANCES[place] ?? 0, place }));

/** Files as the four banks give them, written from public descriptions; names and numbers are made up. */
export const STATEMENTS: readonly StatementFile[] = [
  {
    name: 'KlikBCA Individual',
    bank: 'bca',
    account: '0123456789',
    file: [
      `Account No.,=,'0123456789`,
      'Name,=,TOKO CONTOH',
      'Currency,=,IDR',
      '',
      'Date,Description,Branch,Amount,,Balance',
      ...lines(({ day, text, amount, balance }) =>
        [
          `'${two(day)}/08/2026`,
          text,
          `'0000`,
          `${Math.abs(amount)}.00`,
          amount < 0 ? 'DB' : 'CR',
          `${balance}.00`,
        ].join(','),
      ),
      'Starting Balance,=,100000000.00',
      'Credit,=,55800369.00',
      'Debet,=,17465000.00',
      'Ending Balance,=,138335369.00',
    ].join('\r\n'),
  },
  {
    name: 'KlikBCA Bisnis, without years',
    bank: 'bca',
    account: '0123456789',
    file: [
      '"Informasi Rekening - Mutasi Rekening"," "," "," "," ",',
      '',
      '"No. rekening : 0123456789"',
      '"Nama : PT CONTOH"',
      '"Periode : 01/08/2026 - 31/08/2026"',
      '"Kode Mata Uang : Rp"',
      '"Tanggal Transaksi","Keterangan","Cabang","Jumlah","Saldo"',
      ...lines(({ day, text, amount, balance }) =>
        [
          `${two(day)}/08`,
          `${text}   `,
          '0000',
          `${english(amount)} ${amount < 0 ? 'DB' : 'CR'}`,
          english(balance),
        ]
          .map(quoted)
          .join(','),
      ),
      '"Saldo Awal : 100,000,000.00"',
      '"Mutasi Debet : 17,465,000.00","3"',
      '"Mutasi Kredit : 55,800,369.00","3"',
      '"Saldo Akhir : 138,335,369.00"',
    ].join('\n'),
  },
  {
    name: 'Mandiri MCM, by semicolons',
    bank: 'mandiri',
    account: '1440012345678',
    file: [
      'AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance',
      ...lines(({ day, text, amount, balance }) => {
        const [debit, credit] = sides(amount, english, '0.00');
        return [
          '1440012345678',
          'IDR',
          `${two(day)}/08/2026 10.15.30`,
          text,
          '',
          credit,
          debit,
          english(balance),
        ].join(';');
      }),
    ].join('\r\n'),
  },
  {
    name: 'Mandiri, with two descriptions',
    bank: 'mandiri',
    account: '1440012345678',
    file: [
      'Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit',
      ...lines(({ day, text, amount }) => {
        const [debit, credit] = sides(amount, english, '.00');
        const date = `${two(day)}/08/26`;
        return [
          '1440012345678',
          date,
          date,
          '7820',
          quoted(`${text} `),
          quoted('  '),
          '',
          quoted(debit),
          quoted(credit),
        ].join(',');
      }),
    ].join('\n'),
  },
  {
    name: `Livin' by Mandiri`,
    bank: 'mandiri',
    file: xlsxOf([
      [`Bank Mandiri - Livin' by Mandiri`],
      ['Periode: 01 Agu 2026 - 31 Agu 2026'],
      [],
      ['Tanggal', 'Keterangan', 'Nominal', 'Saldo'],
      ['01 Agu 2026', 'SALDO AWAL', '', indonesian(OPENING)],
      ...rowsOf(({ day, text, amount, balance }) => [
        `${two(day)} Agu 2026`,
        text,
        (amount < 0 ? '-' : '+') + indonesian(amount),
        indonesian(balance),
      ]),
    ]),
  },
  {
    name: 'BRImo',
    bank: 'bri',
    account: '588010370815508',
    file: [
      'ID,NOREK,TGL_TRAN,TGL_EFEKTIF,JAM_TRAN,SEQ,DESK_TRAN,SALDO_AWAL_MUTASI,MUTASI_DEBET,MUTASI_KREDIT,SALDO_AKHIR_MUTASI,GLSIGN,TRUSER,KODE_TRAN,KODE_TRAN_TELLER,TRREMK,TLBDS1,TLBDS2,REMARK_CUSTOM',
      ...lines(({ day, text, amount, balance, place }) => {
        const [debit, credit] = sides(amount, (one) => `${Math.abs(one)}.00`, '0.00');
        const at = `2026-08-${two(day)} 13:14:15`;
        return [
          String(place),
          '588010370815508',
          at,
          at,
          '131415',
          '143801',
          text,
          `${balance - amount}.00`,
          debit,
          credit,
          `${balance}.00`,
          amount < 0 ? 'Db' : 'Cr',
          '8888079',
          '4',
          '6670',
          '',
          '',
          '',
          text,
        ]
          .map(quoted)
          .join(',');
      }),
    ].join('\n'),
  },
  {
    name: 'BRI internet banking',
    bank: 'bri',
    account: '000001000123509',
    file: [
      'PT. BANK RAKYAT INDONESIA (PERSERO) Tbk.',
      'Laporan Mutasi Rekening',
      'No. Rekening : 0000-01-000123-50-9',
      '',
      'Tanggal Transaksi,Uraian Transaksi,Teller,Debet,Kredit,Saldo',
      ...lines(({ day, text, amount, balance }) => {
        const [debit, credit] = sides(amount, indonesian, '0,00');
        return [
          `${two(day)}/08/26`,
          quoted(text),
          '0000123',
          quoted(debit),
          quoted(credit),
          quoted(indonesian(balance)),
        ].join(',');
      }),
    ].join('\n'),
  },
  {
    name: 'BRI QLola',
    bank: 'bri',
    account: '000001000123509',
    file: xlsxOf([
      ['QLola by BRI'],
      ['Laporan Mutasi Rekening'],
      ['Nomor Rekening', '0000-01-000123-50-9'],
      ['Periode', '01/08/2026 - 31/08/2026'],
      [],
      ['No', 'Tanggal Transaksi', 'Uraian Transaksi', 'Teller', 'Debet', 'Kredit', 'Saldo'],
      ...rowsOf(({ day, text, amount, balance, place }) => [
        place + 1,
        `${two(day)}-08-26`,
        text,
        '8888',
        amount < 0 ? -amount : 0,
        amount > 0 ? amount : 0,
        balance,
      ]),
      ['', 'Total', '', '', 17_465_000, 55_800_369, ''],
    ]),
  },
  {
    name: 'BNI Direct',
    bank: 'bni',
    account: '0000001234',
    file: [
      'BNI Direct - Mutasi Rekening',
      'Account No : 0000001234',
      'Account Name : PT CONTOH',
      'Period : 01/08/2026 - 31/08/2026',
      '',
      'Post Date,Branch,Journal No,Description,Debit,Credit,Balance',
      ...lines(({ day, text, amount, balance, place }) => {
        const [debit, credit] = sides(amount, english, '0.00');
        return [
          `${two(day)}/08/26 10:15:30`,
          '0998',
          String(7_000 + place),
          quoted(text),
          quoted(debit),
          quoted(credit),
          quoted(english(balance)),
        ].join(',');
      }),
    ].join('\n'),
  },
  {
    name: 'BNI, with a column of D and K',
    bank: 'bni',
    account: '0000001234',
    file: xlsxOf([
      ['Laporan Mutasi Rekening BNI'],
      ['No. Rekening : 0000001234'],
      [],
      ['Tanggal Transaksi', 'Keterangan', 'Jumlah', 'D/K', 'Saldo'],
      ['01-Aug-26', 'SALDO AWAL', '', '', OPENING],
      ...rowsOf(({ day, text, amount, balance }) => [
        `${two(day)}-Aug-26`,
        text,
        Math.abs(amount),
        amount < 0 ? 'D' : 'K',
        balance,
      ]),
    ]),
  },
  {
    name: 'BNI Mobile',
    bank: 'bni',
    file: xlsxOf([
      ['BNI Mobile Banking - Mutasi Rekening'],
      ['Tanggal', 'Keterangan', 'Tipe', 'Jumlah', 'Saldo'],
      ...rowsOf(({ day, text, amount, balance }) => [
        `${two(day)}/08/2026`,
        text,
        amount < 0 ? 'DB' : 'CR',
        Math.abs(amount),
        balance,
      ]),
    ]),
  },
];
