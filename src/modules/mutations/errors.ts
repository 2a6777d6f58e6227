import { defineErrors } from '../../kernel/errors.ts';

export const mutationErrors = defineErrors({
  statement_columns: {
    status: 422,
    en: 'The {field} needs a column for the date, and one for the amount or for money that came in. Name them in `columns`; the file has: {titles}.',
    id: '{field} memerlukan kolom tanggal, serta kolom jumlah atau uang masuk. Sebutkan kolomnya di `columns`; judul kolom di file: {titles}.',
    explanation:
      'Columns of bank statements are recognised by their titles. Others can be named once, and are remembered for the bank account.',
  },
  statement_direction: {
    status: 422,
    en: 'The {field} does not say which amounts came in and which went out. Name the column of money that came in as `credit` in `columns`.',
    id: '{field} tidak menyebutkan mana uang masuk dan mana uang keluar. Sebutkan kolom uang masuk sebagai `credit` di `columns`.',
    explanation:
      'There is neither a column for each, nor CR and DB, nor a minus, and the balances do not tell it either.',
  },
  statement_account_needed: {
    status: 422,
    en: 'The {field} is needed: the statement does not name the number of exactly one bank account of the shop.',
    id: '{field} wajib diisi: mutasi ini tidak menyebutkan nomor tepat satu rekening toko Anda.',
    explanation: 'Choose the bank account that the statement is of.',
  },
  statement_of_other_account: {
    status: 422,
    en: 'The {field} is a statement of account {other}, but the chosen account has the number {account_number}.',
    id: '{field} adalah mutasi rekening {other}, sedangkan rekening yang dipilih bernomor {account_number}.',
    explanation:
      'Choose the bank account that the statement is of. If the numbers are right nevertheless, send `ignore_account_number`.',
  },
  statement_of_other_bank: {
    status: 422,
    en: 'The {field} looks like a statement of {other}, and the chosen account is at another bank.',
    id: '{field} tampaknya mutasi dari bank {other}, sedangkan rekening yang dipilih ada di bank lain.',
    explanation:
      'Choose the bank account that the statement is of. If it is right nevertheless, send `ignore_account_number`.',
  },
  statement_total: {
    status: 422,
    en: 'The row sums up others, or says the balance.',
    id: 'Baris ini adalah jumlah dari baris lain, atau keterangan saldo.',
    explanation: 'Totals and balances are no transactions, and are passed over.',
  },
  statement_without_amount: {
    status: 422,
    en: 'The row has no amount.',
    id: 'Baris ini tidak memiliki jumlah.',
    explanation: 'Notes and empty transactions are passed over.',
  },
  statement_day: {
    status: 422,
    en: 'The date of the row cannot be read. Write it as 2026-01-31.',
    id: 'Tanggal pada baris ini tidak terbaca. Tulis seperti 2026-01-31.',
    explanation: 'A transaction needs its day, by which payments are found.',
  },
  statement_day_ahead: {
    status: 422,
    en: 'The date of the row lies ahead.',
    id: 'Tanggal pada baris ini belum terjadi.',
    explanation: 'No bank has booked it: day and month may be the wrong way round, or the year is another.',
  },
  statement_amount: {
    status: 422,
    en: 'The amount of the row is not an amount, or could mean another.',
    id: 'Jumlah pada baris ini bukan angka yang valid, atau bisa berarti angka lain.',
    explanation: 'Amounts are written like 1.500.123,00 or 1,500,123.00.',
  },
  statement_amount_large: {
    status: 422,
    en: 'The amount of the row is larger than 999,999,999,999.',
    id: 'Jumlah pada baris ini lebih dari 999.999.999.999.',
    explanation: 'There may be another number in the column of amounts.',
  },
  statement_both_sides: {
    status: 422,
    en: 'The row has money that came in, and money that went out.',
    id: 'Baris ini memiliki uang masuk dan uang keluar sekaligus.',
    explanation: 'A transaction has one of them: the columns may have been chosen wrongly.',
  },
  statement_row_direction: {
    status: 422,
    en: 'The row does not say whether the amount came in or went out.',
    id: 'Baris ini tidak menyebutkan apakah uangnya masuk atau keluar.',
    explanation: 'Other rows have CR or DB, a minus, or balances that tell it.',
  },
  statement_shifted: {
    status: 422,
    en: 'The row has more cells than there are titles, and its amounts may be parted.',
    id: 'Baris ini memiliki lebih banyak sel daripada judul kolom, sehingga angkanya mungkin terpisah.',
    explanation: 'Amounts with commas need quotation marks in a CSV file that is separated by commas.',
  },
  mutation_kept_matched: {
    status: 422,
    en: 'The mutation was matched, so it stays.',
    id: 'Mutasi ini sudah dicocokkan, sehingga tetap disimpan.',
    explanation: 'Undo the match first. Matches that were undone are kept for the record.',
  },
  mutation_kept_shown: {
    status: 422,
    en: 'Another statement or a mutation service has shown the mutation too, so it stays.',
    id: 'Mutasi ini juga ada di file lain atau layanan mutasi, sehingga tetap disimpan.',
    explanation: 'Undoing one source does not remove what others have shown.',
  },
  mutation_import_status: {
    status: 409,
    en: 'The import is {status}, so this is not possible now.',
    id: 'Impor berstatus {status}, sehingga tindakan ini belum dapat dilakukan.',
    explanation: 'An import is previewed first, then applied once. After that it can be undone once.',
  },
  mutation_import_nothing: {
    status: 422,
    en: 'No row of the statement is new.',
    id: 'Tidak ada baris mutasi yang baru.',
    explanation: 'All rows are recorded already, or are no transactions.',
  },
});
