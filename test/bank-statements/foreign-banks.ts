import {
  english,
  grouped,
  indonesian,
  lines,
  OPENING,
  sides,
  two,
  xlsxOf,
  type StatementFile,
} from './known.ts';
import { bothSides, cents, iso, oneAmount, plain, q, rowsOf, slash } from './writing.ts';

/** Statements of banks that the reader was not made for. */
export const FOREIGN_BANKS: readonly StatementFile[] = [
  {
    name: 'CIMB OCTO by semicolons',
    file: [
      'CIMB Niaga - Rekening Koran',
      'Nomor Rekening;800123456789',
      ...bothSides('Tanggal;Deskripsi;Debit;Kredit;Saldo', ';', (day) => `${two(day)}-Aug-2026`, plain, {
        none: '0',
      }),
    ].join('\n'),
  },
  {
    name: 'CIMB OCTO workbook',
    file: xlsxOf([
      ['PT Bank CIMB Niaga Tbk'],
      ['Nomor Rekening', '800123456789'],
      [],
      ['Tgl. Txn', 'Tgl. Valuta', 'Deskripsi', 'No. Ref/Cek', 'Debit', 'Kredit', 'Saldo'],
      ...rowsOf(({ day, text, amount, balance, place }) => [
        slash(day),
        slash(day),
        text,
        `${900 + place}`,
        ...sides(amount, english, '0.00'),
        english(balance),
      ]),
    ]),
  },
  {
    name: 'PermataNet',
    file: [
      'PermataNet - Account Statement',
      'Account No : 4100123456',
      'Posting Date,Eff Date,Transaction Desc,Debit,Credit,Balance',
      ...lines(({ day, text, amount, balance }) =>
        [slash(day), slash(day), text, ...sides(amount, cents, '0.00'), cents(balance)].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'Danamon',
    file: [
      'Danamon Cash Connect - Rekening Koran',
      'No. Rekening : 003600123456',
      ...bothSides('Tanggal,Keterangan,Debit,Kredit,Saldo', ',', slash, english),
    ].join('\r\n'),
  },
  {
    name: 'OCBC with deposits and withdrawals',
    file: [
      'OCBC Business - Account Statement',
      'Account Number,693800123456',
      'Transaction Date,Value Date,Description,Withdrawals,Deposits,Balance',
      ...lines(({ day, text, amount, balance }) =>
        [
          slash(day),
          slash(day),
          text,
          ...sides(amount, (one) => q(english(one)), ''),
          q(english(balance)),
        ].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'Panin with an opening row',
    file: xlsxOf([
      ['PaninBank Internet Banking'],
      ['No. Rekening : 1002003004'],
      ['Tgl Transaksi', 'Keterangan', 'Debet', 'Kredit', 'Saldo'],
      ['', 'Saldo Awal', '', '', OPENING],
      ...rowsOf(({ day, text, amount, balance }) => [
        slash(day),
        text,
        amount < 0 ? -amount : 0,
        amount > 0 ? amount : 0,
        balance,
      ]),
    ]),
  },
  {
    name: 'Mega',
    file: xlsxOf([
      ['PT Bank Mega Tbk'],
      ['Nomor Rekening : 010000123456'],
      ['Tanggal', 'Uraian', 'Mutasi Debet', 'Mutasi Kredit', 'Saldo'],
      ...rowsOf(({ day, text, amount, balance }) => [
        `${two(day)}-Aug-2026`,
        text,
        ...sides(amount, indonesian, '0,00'),
        indonesian(balance),
      ]),
    ]),
  },
  {
    name: 'Bank DKI with a column of times',
    file: [
      'PT Bank DKI - Cash Management System',
      'Nomor Rekening;10208001234',
      'Tanggal;Jam;Keterangan;Debet;Kredit;Saldo',
      ...lines(({ day, text, amount, balance }) =>
        [slash(day), '10:15:30', text, ...sides(amount, indonesian, '0,00'), indonesian(balance)].join(';'),
      ),
    ].join('\n'),
  },
  {
    name: 'Bank Jago with signed amounts',
    file: [
      'Bank Jago',
      'Tanggal & Waktu,Sumber/Tujuan,Rincian Transaksi,Catatan,Jumlah,Saldo',
      ...lines(({ day, text, amount, balance }) =>
        [
          `${two(day)} Agu 2026 08:30`,
          text,
          text,
          '',
          q(`${amount < 0 ? '-' : '+'}${grouped(amount, '.')}`),
          q(grouped(balance, '.')),
        ].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'Bank Jago in English',
    file: oneAmount(
      'Date & Time,Source/Destination,Transaction Details,Notes,Amount,Balance',
      ',',
      ({ day, text, amount, balance }) => [
        `${two(day)} Aug 2026 08:30`,
        text,
        text,
        '',
        `${amount < 0 ? '-' : ''}${grouped(amount, ',')}`,
        grouped(balance, ','),
      ],
    ).join('\n'),
  },
  {
    name: 'SeaBank',
    file: oneAmount(
      'Waktu Transaksi,Jenis Transaksi,Keterangan,Nominal,Saldo',
      ',',
      ({ day, text, amount, balance }) => [
        `${iso(day)} 12:01:02`,
        amount < 0 ? 'Transfer Keluar' : 'Transfer Masuk',
        text,
        String(amount),
        String(balance),
      ],
    ).join('\n'),
  },
  {
    name: 'blu',
    file: oneAmount('Tanggal,Deskripsi,Debit/Kredit,Nominal,Saldo', ',', ({ day, text, amount, balance }) => [
      slash(day),
      text,
      amount < 0 ? 'Debit' : 'Kredit',
      indonesian(amount),
      indonesian(balance),
    ]).join('\n'),
  },
  {
    name: 'BSI',
    file: [
      'Bank Syariah Indonesia',
      'Nomor Rekening,7123456789',
      'Trx Date,Trx Time,D/K,Amount,Description,Balance',
      ...lines(({ day, text, amount, balance }) =>
        [iso(day), '11:12:13', amount < 0 ? 'D' : 'K', cents(amount), text, cents(balance)].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'Muamalat',
    file: [
      'Tanggal Transaksi;Waktu Transaksi;Deskripsi;Nominal Debit;Nominal Kredit;Saldo Setelah Transaksi',
      ...lines(({ day, text, amount, balance }) =>
        [slash(day), '11.12', text, ...sides(amount, indonesian, '0'), indonesian(balance)].join(';'),
      ),
    ].join('\n'),
  },
  {
    name: 'BTN',
    file: [
      'Tgl Trans,Kode,Uraian,Debet (IDR),Kredit (IDR),Saldo (IDR)',
      ...lines(({ day, text, amount, balance }) =>
        [
          `${two(day)}/08/26`,
          '1001',
          text,
          ...sides(amount, (one) => q(english(one)), ''),
          q(english(balance)),
        ].join(','),
      ),
    ].join('\n'),
  },
  {
    name: 'HSBC',
    file: [
      'Post date;Transaction date;Details;Amount;Running balance',
      ...lines(({ day, text, amount, balance }) =>
        [`${two(day)} Aug 2026`, `${two(day)} Aug 2026`, text, String(amount), String(balance)].join(';'),
      ),
    ].join('\n'),
  },
  {
    name: 'Maybank',
    file: xlsxOf([
      ['Maybank2u Biz'],
      ['Account', '1234567890'],
      ['Transaction Date', 'Transaction Description', 'Debit Amount', 'Credit Amount', 'Account Balance'],
      ...rowsOf(({ day, text, amount, balance }) => [
        `${two(day)}/08/2026`,
        text,
        ...sides(amount, cents, ''),
        cents(balance),
      ]),
    ]),
  },
];
