import {
  english,
  grouped,
  indonesian,
  lines,
  sides,
  TRANSACTIONS,
  two,
  xlsxOf,
  type StatementFile,
} from './known.ts';
import { bothSides, cents, iso, oneAmount, plain, rowsOf, slash } from './writing.ts';

/** Statements with days, amounts and titles in other writings. */
export const FOREIGN_WRITINGS: readonly StatementFile[] = [
  {
    name: 'the time before the day',
    file: oneAmount('Waktu;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      `09:10 ${slash(day)}`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'without years, by the period above',
    file: [
      'PERIODE : 01-08-2026 s/d 31-08-2026',
      ...oneAmount('TANGGAL,KETERANGAN,CBG,MUTASI,SALDO', ',', ({ day, text, amount, balance }) => [
        `${two(day)}/08`,
        text,
        '0998',
        `${english(amount)} ${amount < 0 ? 'DB' : 'CR'}`,
        english(balance),
      ]),
    ].join('\n'),
  },
  {
    name: 'without years, by the month above',
    file: [
      'REKENING TAHAPAN',
      'PERIODE : AGUSTUS 2026',
      ...oneAmount('TANGGAL;KETERANGAN;CBG;MUTASI;SALDO', ';', ({ day, text, amount, balance }) => [
        `${two(day)}/08`,
        text,
        '0998',
        `${english(amount)} ${amount < 0 ? 'DB' : 'CR'}`,
        english(balance),
      ]),
    ].join('\n'),
  },
  {
    name: 'without years and period',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      `${two(day)}-Agu`,
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
  {
    name: 'titles in two rows',
    file: xlsxOf([
      ['Tanggal', 'Keterangan', 'Mutasi', null, 'Saldo'],
      [null, null, 'Debet', 'Kredit', null],
      ...rowsOf(({ day, text, amount, balance }) => [
        slash(day),
        text,
        amount < 0 ? -amount : null,
        amount > 0 ? amount : null,
        balance,
      ]),
    ]),
  },
  {
    name: 'titles with line breaks',
    file: oneAmount(
      '"Tanggal\nTransaksi","Keterangan","Debet\n(Rp)","Kredit\n(Rp)","Saldo\n(Rp)"',
      ',',
      ({ day, text, amount, balance }) => [slash(day), text, ...sides(amount, english, ''), english(balance)],
    ).join('\n'),
  },
  {
    name: 'titles with stars and capitals',
    file: oneAmount('*TANGGAL*,KETERANGAN :,DEBET*,KREDIT*', ',', ({ day, text, amount }) => [
      slash(day),
      text,
      ...sides(amount, english, ''),
    ]).join('\n'),
  },
  {
    name: 'a first column that is empty',
    file: oneAmount(',Tanggal,Keterangan,Debet,Kredit,Saldo', ',', ({ day, text, amount, balance }) => [
      '',
      slash(day),
      text,
      ...sides(amount, english, ''),
      english(balance),
    ]).join('\n'),
  },
  {
    name: 'empty rows between',
    file: bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian).join('\n\n;;;;\n'),
  },
  {
    name: 'commas in descriptions without quotes',
    file: [
      'Tanggal,Keterangan,Cabang,Jumlah,Saldo',
      ...lines(({ day, text, amount, balance }) =>
        [
          slash(day),
          text.replaceAll(' ', ', '),
          '0000',
          `${plain(amount)}.00 ${amount < 0 ? 'DB' : 'CR'}`,
          cents(balance),
        ].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'a description over several rows',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      slash(day),
      text.slice(0, text.indexOf(' ')),
      ...sides(amount, indonesian, ''),
    ])
      .flatMap((line, place) => {
        const text = TRANSACTIONS[place - 1]?.text;
        return text === undefined ? [line] : [line, `;${text.slice(text.indexOf(' ') + 1)};;`];
      })
      .join('\n'),
  },
  {
    name: 'sums below each day',
    file: [
      'Tanggal;Keterangan;Debet;Kredit;Saldo',
      ...lines(({ day, text, amount, balance }) =>
        [slash(day), text, ...sides(amount, indonesian, ''), indonesian(balance)].join(';'),
      ).flatMap((line) => [line, ';Subtotal;1.000,00;2.000,00;']),
      ';;17.465.000,00;55.800.369,00;',
      'TOTAL;;17.465.000,00;55.800.369,00;',
    ].join('\n'),
  },
  {
    name: 'a long head',
    file: [
      ...Array.from({ length: 20 }, (_, place) => `Keterangan umum baris ${place + 1}`),
      'Saldo Awal;100.000.000,00',
      'Total Kredit;55.800.369,00',
      ...bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian),
    ].join('\n'),
  },
  {
    name: 'a page title that is repeated',
    file: [
      'Tanggal;Keterangan;Debet;Kredit;Saldo',
      ...lines(({ day, text, amount, balance }) =>
        [slash(day), text, ...sides(amount, indonesian, ''), indonesian(balance)].join(';'),
      ).flatMap((line, place) =>
        place === 3
          ? ['Halaman 2 dari 2', 'Tanggal;Keterangan;Debet;Kredit;Saldo', 'SALDO PINDAHAN;;;;1,00', line]
          : [line],
      ),
    ].join('\n'),
  },
  {
    name: 'the second sheet of a workbook',
    file: xlsxOf([
      ['Tanggal Cetak', 'Keterangan'],
      [],
      ['Transaction Date', 'Remarks', 'DB/CR', 'Amount', 'Balance'],
      ...rowsOf(({ day, text, amount, balance }) => [
        iso(day),
        text,
        amount < 0 ? 'D' : 'C',
        Math.abs(amount),
        balance,
      ]),
    ]),
  },
  {
    name: 'newest first',
    file: [...bothSides('Tanggal;Keterangan;Debet;Kredit;Saldo', ';', slash, indonesian)]
      .toSorted(() => 0)
      .join('\n'),
  },
  {
    name: 'apostrophes before numbers',
    file: oneAmount('Tanggal,Keterangan,Debet,Kredit', ',', ({ day, text, amount }) => [
      `'${slash(day)}`,
      text,
      ...sides(amount, (one) => `'${plain(one)}`, ''),
    ]).join('\n'),
  },
  {
    name: 'numbers as formulas of text',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      `="${slash(day)}"`,
      text,
      ...sides(amount, (one) => `="${plain(one)}"`, ''),
    ]).join('\n'),
  },
  {
    name: 'IDR before amounts',
    file: oneAmount('Date;Description;Debit (IDR);Credit (IDR)', ';', ({ day, text, amount }) => [
      iso(day),
      text,
      ...sides(amount, (one) => `IDR ${english(one)}`, 'IDR 0.00'),
    ]).join('\n'),
  },
  {
    name: 'spaces that part thousands',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      ...sides(amount, (one) => `${grouped(one, ' ')},00`, ''),
    ]).join('\n'),
  },
  {
    name: 'a dash and comma behind',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      ...sides(amount, (one) => `Rp. ${grouped(one, '.')},-`, '-'),
    ]).join('\n'),
  },
  {
    name: 'one decimal place',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      ...sides(amount, (one) => `${plain(one)}.0`, '0.0'),
    ]).join('\n'),
  },
  {
    name: 'export of an accounting program',
    file: oneAmount(
      'Tanggal Mutasi,No. Bukti,Uraian,Debet,Kredit,Saldo Akhir',
      ',',
      ({ day, text, amount, balance, place }) => [
        slash(day),
        `BKM-${place}`,
        text,
        ...sides(amount, english, '0.00'),
        english(balance),
      ],
    ).join('\n'),
  },
  {
    name: 'export of a mutation service',
    file: oneAmount(
      'date,bank,account_number,type,amount,description,balance',
      ',',
      ({ day, text, amount, balance }) => [
        `${iso(day)} 00:00:00`,
        'bca',
        '0123456789',
        amount < 0 ? 'DB' : 'CR',
        plain(amount),
        text,
        plain(balance),
      ],
    ).join('\n'),
  },
  {
    name: 'a list with who sent it',
    file: oneAmount('Tanggal;Nama Pengirim;Berita;Masuk;Keluar', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      '',
      ...sides(amount, plain, '').toReversed(),
    ]).join('\n'),
  },
  {
    name: 'typed by hand',
    file: oneAmount('tgl ; ket ; masuk ; keluar', ';', ({ day, text, amount }) => [
      ` ${day}/8/26 `,
      ` ${text} `,
      ...sides(amount, (one) => ` ${grouped(one, '.')} `, '').toReversed(),
    ]).join('\n'),
  },
  {
    name: 'typed with a day for several rows',
    file: oneAmount('Tanggal;Keterangan;Debet;Kredit', ';', ({ day, text, amount }) => [
      slash(day),
      text,
      ...sides(amount, indonesian, ''),
    ]).join('\n'),
  },
];
