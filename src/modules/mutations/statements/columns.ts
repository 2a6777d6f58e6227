import type { SoughtColumn, TitleWords } from '../../../kernel/sheets/match-titles.ts';

export type StatementColumn =
  | 'day'
  | 'time'
  | 'description'
  | 'amount'
  | 'direction'
  | 'credit'
  | 'debit'
  | 'balance'
  | 'reference'
  | 'account';

/** @param titles parted by commas, those that fit best first */
function column(
  key: StatementColumn,
  titles: string,
  words?: TitleWords,
  more: Partial<SoughtColumn<StatementColumn>> = {},
): SoughtColumn<StatementColumn> {
  return { key, titles: titles.split(', '), ...(words && { words }), ...more };
}

/** What may stand beside every kind of amount. */
const MONEY =
  'mutasi mutation jumlah nominal nilai amount amt rp idr rupiah transaksi transaction trx txn uang dana transfer d k c';

/** Several columns may tell of a transaction. */
const DESCRIPTIONS_MOST = 4;

/**
 * The columns of bank statements, by the titles that BCA, Mandiri, BRI, BNI and other Indonesian banks give them in files of
 * internet banking, mobile banking and cash management, in Indonesian and English.
 */
export const STATEMENT_COLUMNS: readonly SoughtColumn<StatementColumn>[] = [
  column(
    'day',
    'Tanggal Transaksi, Transaction Date, TGL_TRAN, Tgl Transaksi, Tgl Trx, Tgl Txn, Txn Date, Trx Date, Trans Date, Tanggal, Tgl, ' +
      'Date, Tanggal & Waktu, Date & Time, Tanggal/Waktu, Date/Time, Tanggal dan Waktu, Tanggal Jam, Transaction Date & Time, ' +
      'Tanggal & Waktu Transaksi, Posting Date, Post Date, PostDate, Tanggal Posting, Tgl Posting, Tanggal Mutasi, Tanggal Buku, ' +
      'Tanggal Pembukuan, Booking Date, Tanggal Kirim, Waktu Transaksi, Transaction Time, Datetime, Timestamp, Waktu, ' +
      // What counts for interest is another day, and says more than none.
      'Tanggal Valuta, Tgl Valuta, Tgl Val, Value Date, Val Date, Tanggal Efektif, Effective Date, Eff Date, TGL_EFEKTIF',
    {
      says: 'tanggal tgl date',
      beside:
        'transaksi transaction trx txn trans tran posting post mutasi buku pembukuan bank waktu jam time kirim rekening wib',
    },
    { is_needed: true },
  ),
  column('time', 'Jam, Jam Transaksi, JAM_TRAN, Pukul, Time, Waktu, Transaction Time, Waktu Transaksi'),
  column(
    'description',
    'Keterangan, Deskripsi, Description, Uraian, Uraian Transaksi, Rincian Transaksi, Rincian, DESK_TRAN, REMARK_CUSTOM, ' +
      'Keterangan Transaksi, Deskripsi Transaksi, Transaction Description, Transaction Desc, Transaction Details, Detail Transaksi, ' +
      'Remarks, Remark, AdditionalDesc, Additional Desc, Additional Description, Narasi, Narrative, Narration, Particulars, ' +
      'Berita, Berita Transfer, Catatan, Notes, Note, Memo, Detail, Details, Sumber/Tujuan, Source/Destination, Pengirim, ' +
      'Nama Pengirim, Sender, Sender Name, Nama, Nama Lawan Transaksi, Counterparty, Transaksi, Transaction, Pesan, TRREMK',
    {
      says: 'keterangan ket deskripsi desk description desc uraian rincian remark remarks narasi narrative berita catatan detail details',
      beside:
        'transaksi transaction trx txn tran mutasi bank transfer tambahan additional lengkap nama pengirim custom 1 2 3 4',
    },
    { most: DESCRIPTIONS_MOST },
  ),
  column(
    'amount',
    'Jumlah, Nominal, Amount, Mutasi, Nilai, Jumlah Transaksi, Nominal Transaksi, Transaction Amount, Nilai Transaksi, Jumlah Mutasi, ' +
      'Nominal Mutasi, Nilai Mutasi, Jumlah (IDR), Amount (IDR), Nominal (IDR), Jumlah Uang, Besar Mutasi',
    {
      says: 'jumlah nominal amount amt nilai',
      beside: 'mutasi mutation transaksi transaction trx txn rp idr rupiah uang',
    },
  ),
  column(
    'direction',
    'DB/CR, CR/DB, D/K, K/D, D/C, C/D, DC, DR/CR, CR/DR, Debit/Kredit, Debet/Kredit, Kredit/Debit, Kredit/Debet, Debit/Credit, ' +
      'Credit/Debit, Debit Kredit, Debet Kredit, Debit or Credit, GLSIGN, Jenis Mutasi, Tipe Mutasi, Mutation Type, Posisi, Arah, Sign, ' +
      'Tipe, Type, Jenis, Tipe Transaksi, Jenis Transaksi, Transaction Type, Kode, Tanda',
  ),
  column(
    'credit',
    'Kredit, Credit, MUTASI_KREDIT, Mutasi Kredit, Credit Amount, Jumlah Kredit, Nominal Kredit, CR, KR, Uang Masuk, Dana Masuk, Masuk, ' +
      'Pemasukan, Penerimaan, Deposit, Deposits, Setoran, Money In, Paid In, Incoming, Amount(CR), Amount CR, Kredit (IDR), Credit (IDR)',
    { says: 'kredit credit cr kr masuk pemasukan penerimaan deposit', beside: `${MONEY} in` },
  ),
  column(
    'debit',
    'Debit, Debet, MUTASI_DEBET, MUTASI_DEBIT, Mutasi Debet, Mutasi Debit, Debit Amount, Jumlah Debet, Jumlah Debit, Nominal Debit, ' +
      'DB, DR, Uang Keluar, Dana Keluar, Keluar, Pengeluaran, Withdrawal, Withdrawals, Penarikan, Tarikan, Money Out, Paid Out, ' +
      'Outgoing, Amount(DR), Amount DR, Debit (IDR), Debet (IDR)',
    { says: 'debit debet db dr keluar pengeluaran penarikan withdrawal', beside: `${MONEY} out` },
  ),
  column(
    'balance',
    'Saldo, Balance, SALDO_AKHIR_MUTASI, Saldo Akhir, Close Balance, Closing Balance, Ending Balance, Running Balance, Saldo Berjalan, ' +
      'Sisa Saldo, Saldo Setelah Transaksi, Balance After, Saldo (IDR), Balance (IDR), Account Balance, Saldo Rekening',
    {
      says: 'saldo balance',
      beside: 'akhir mutasi close closing ending end running berjalan sisa rp idr rekening',
    },
  ),
  column(
    'reference',
    'No. Referensi, Nomor Referensi, Referensi, Reference No, Reference Number, Reference, No. Ref, Ref, Journal No, Journal No., ' +
      'No. Jurnal, No. Bukti, Transaction ID, ID Transaksi, No. Transaksi, No. Ref/Cek, Cheque No, SEQ',
  ),
  column(
    'account',
    'Account No, Account No., AccountNo, Account Number, NOREK, No. Rekening, No Rekening, Nomor Rekening, No. Rek, No Rek, Rekening, ' +
      'Account, Rekening Tujuan',
  ),
];

export const STATEMENT_COLUMN_KEYS = STATEMENT_COLUMNS.map(({ key }) => key);

/** Where each column stands, the leftmost first. */
export type ColumnIndexes = Record<StatementColumn, number[]>;
