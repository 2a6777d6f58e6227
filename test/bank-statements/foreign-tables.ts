import { english, indonesian, sides, two, xlsxOf, type StatementFile } from './known.ts';
import {
  bothSides,
  cents,
  encodedAs,
  iso,
  MON,
  oneAmount,
  plain,
  rowsOf,
  rupiah,
  serial,
  short,
  slash,
} from './writing.ts';

/** Statements that programs and people have written in other shapes. */
export const FOREIGN_TABLES: readonly StatementFile[] = [
  {
    name: 'a table by tabs in UTF-16 LE',
    file: encodedAs(
      bothSides('Tanggal\tKeterangan\tDebet\tKredit\tSaldo', '\t', slash, plain, { none: '0' }).join('\r\n'),
      'utf16le',
    ),
  },
  {
    name: 'a table by tabs in UTF-16 BE',
    file: encodedAs(
      bothSides('Tanggal\tKeterangan\tDebet\tKredit\tSaldo', '\t', slash, indonesian).join('\r\n'),
      'utf16be',
    ),
  },
  {
    name: 'UTF-8 with a byte order mark',
    file: encodedAs(
      bothSides('Tanggal,Keterangan,Debet,Kredit,Saldo', ',', slash, english).join('\n'),
      'utf8bom',
    ),
  },
  {
    name: 'Latin-1 with an accent above',
    file: encodedAs(
      [
        'Café “Tengah”'.replaceAll(/[“”]/g, '"'),
        'Rekening Koran – Résumé'.replace('–', '-'),
        ...bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian),
      ].join('\r\n'),
      'latin1',
    ),
  },
  { name: 'pipes', file: bothSides('Tanggal|Keterangan|Debet|Kredit|Saldo', '|', slash, english).join('\n') },
  {
    name: 'a line that names the separator',
    file: ['sep=;', ...bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian)].join(
      '\r\n',
    ),
  },
  {
    name: 'titles with commas above a table by semicolons',
    file: [
      'Rekening Koran, PT Contoh, Agustus 2026',
      ...bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian, { none: '0,00' }),
    ].join('\n'),
  },
  {
    name: 'balance first, day last',
    file: oneAmount('Saldo;Kredit;Debet;Keterangan;Tanggal', ';', ({ day, text, amount, balance }) => [
      indonesian(balance),
      ...sides(amount, indonesian, '').toReversed(),
      text,
      slash(day),
    ]).join('\n'),
  },
  {
    name: 'a number before each row',
    file: oneAmount('No,Tgl,Uraian,Keluar,Masuk,Saldo', ',', ({ day, text, amount, balance, place }) => [
      String(place + 1),
      slash(day),
      text,
      ...sides(amount, english, '-'),
      english(balance),
    ]).join('\n'),
  },
  {
    name: 'uang masuk and uang keluar',
    file: oneAmount(
      'Tanggal;Keterangan;Uang Masuk;Uang Keluar;Sisa Saldo',
      ';',
      ({ day, text, amount, balance }) => [
        slash(day),
        text,
        ...sides(amount, rupiah, '').toReversed(),
        rupiah(balance),
      ],
    ).join('\n'),
  },
  {
    name: 'pemasukan and pengeluaran with Rp',
    file: oneAmount('Tanggal,Catatan,Pemasukan,Pengeluaran', ',', ({ day, text, amount }) => [
      iso(day),
      text,
      ...sides(amount, short, '').toReversed(),
    ]).join('\n'),
  },
  {
    name: 'money in and money out',
    file: oneAmount('Date,Details,Paid In,Paid Out,Balance', ',', ({ day, text, amount, balance }) => [
      iso(day),
      text,
      ...sides(amount, cents, '').toReversed(),
      cents(balance),
    ]).join('\n'),
  },
  {
    name: 'amounts with CR before them',
    file: oneAmount('Tanggal,Keterangan,Jumlah', ',', ({ day, text, amount }) => [
      slash(day),
      text,
      `${amount < 0 ? 'DB' : 'CR'} ${english(amount)}`,
    ]).join('\n'),
  },
  {
    name: 'amounts with CR close behind',
    file: oneAmount('Tanggal,Keterangan,Jumlah', ',', ({ day, text, amount }) => [
      slash(day),
      text,
      `${plain(amount)}${amount < 0 ? 'DB' : 'CR'}`,
    ]).join('\n'),
  },
  {
    name: 'only what went out is marked',
    file: oneAmount('Tanggal,Keterangan,Mutasi,Saldo', ',', ({ day, text, amount, balance }) => [
      `${two(day)}/08/2026`,
      text,
      `${english(amount)}${amount < 0 ? ' DB' : ''}`,
      english(balance),
    ]).join('\n'),
  },
  {
    name: 'brackets around what went out',
    file: oneAmount('Date,Description,Amount (IDR)', ',', ({ day, text, amount }) => [
      iso(day),
      text,
      amount < 0 ? `(${english(amount)})` : english(amount),
    ]).join('\n'),
  },
  {
    name: 'a minus behind',
    file: oneAmount('Tanggal;Keterangan;Nominal', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      `${indonesian(amount)}${amount < 0 ? '-' : ''}`,
    ]).join('\n'),
  },
  {
    name: 'a typographic minus',
    file: oneAmount('Tanggal;Keterangan;Nominal', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      `${amount < 0 ? '\u2212' : ''}${indonesian(amount)}`,
    ]).join('\n'),
  },
  {
    name: 'numbers with a minus in a workbook',
    file: xlsxOf([
      ['Tanggal', 'Keterangan', 'Jumlah'],
      ...rowsOf(({ day, text, amount }) => [iso(day), text, amount]),
    ]),
  },
  {
    name: 'days as serial numbers',
    file: xlsxOf([
      ['Tanggal', 'Keterangan', 'Debet', 'Kredit', 'Saldo'],
      ...rowsOf(({ day, text, amount, balance }) => [
        serial(day),
        text,
        amount < 0 ? -amount : 0,
        amount > 0 ? amount : 0,
        balance,
      ]),
    ]),
  },
  {
    name: 'the month first',
    file: oneAmount('Date,Description,Credit,Debit', ',', ({ day, text, amount }) => [
      `08/${two(day)}/2026`,
      text,
      ...sides(amount, cents, '').toReversed(),
    ]).join('\n'),
  },
  {
    name: 'days by dots',
    file: oneAmount('Tanggal;Uraian;Debet;Kredit', ';', ({ day, text, amount }) => [
      `${two(day)}.08.2026`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'days with Indonesian months',
    file: oneAmount('Tanggal;Uraian;Debet;Kredit', ';', ({ day, text, amount }) => [
      `${day} Agustus 2026`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'days with weekdays',
    file: oneAmount('Tanggal;Uraian;Debet;Kredit', ';', ({ day, text, amount }) => [
      `Senin, ${day} ${MON} 2026`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'days with short weekdays',
    file: oneAmount('Tanggal;Uraian;Debet;Kredit', ';', ({ day, text, amount }) => [
      `Sen, ${day} ${MON} 2026`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'days as eight digits',
    file: oneAmount('TGL;KETERANGAN;DEBET;KREDIT', ';', ({ day, text, amount }) => [
      `202608${two(day)}`,
      text,
      ...sides(amount, plain, '0'),
    ]).join('\n'),
  },
  {
    name: 'ISO moments with a zone',
    file: oneAmount('timestamp,description,type,amount', ',', ({ day, text, amount }) => [
      `${iso(day)}T09:10:11+07:00`,
      text,
      amount < 0 ? 'debit' : 'credit',
      plain(amount),
    ]).join('\n'),
  },
];
