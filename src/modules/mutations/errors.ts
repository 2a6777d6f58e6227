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
  statement_currency: {
    status: 422,
    en: 'The {field} is a statement in {currency}, and only rupiah can be recorded.',
    id: '{field} adalah mutasi dalam mata uang {currency}, sedangkan yang dapat dicatat hanya rupiah.',
    explanation: 'Its amounts would be taken for rupiah. Import the statement of an account in rupiah.',
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
  statement_balance: {
    status: 422,
    en: 'The row says that the amount came in or went out, but its balance shows the opposite.',
    id: 'Arah uang pada baris ini (masuk atau keluar) bertentangan dengan saldonya.',
    explanation:
      'The balance after it rose where the amount went out, or fell where it came in: the columns of money that came in and went out ' +
      'may be exchanged.',
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
  mutation_waits_pending: {
    status: 422,
    en: 'The bank has not booked it yet.',
    id: 'Bank belum membukukannya.',
    explanation: 'It is looked at again when a statement or service shows it as booked.',
  },
  mutation_waits_unknown_account: {
    status: 422,
    en: 'Its account number is none of the shop.',
    id: 'Nomor rekeningnya bukan rekening toko Anda.',
    explanation: 'Add the bank account, then match the mutation.',
  },
  mutation_waits_unknown: {
    status: 422,
    en: 'No payment has this amount.',
    id: 'Tidak ada pembayaran dengan jumlah ini.',
    explanation: 'Buyers forget the unique code, or pay orders that were not placed in the store.',
  },
  mutation_waits_several: {
    status: 422,
    en: 'Several payments have this amount.',
    id: 'Ada beberapa pembayaran dengan jumlah ini.',
    explanation: 'Choose the one that it is of.',
  },
  mutation_waits_paid_already: {
    status: 422,
    en: 'The payment with this amount is paid already.',
    id: 'Pembayaran dengan jumlah ini sudah dibayar.',
    explanation:
      'The buyer may have paid twice: matched with the payment it becomes balance of the customer.',
  },
  mutation_waits_late: {
    status: 422,
    en: 'The payment with this amount had ended long before.',
    id: 'Pembayaran dengan jumlah ini sudah lama berakhir.',
    explanation:
      'Matched with the payment it revives the orders if their stock is there, else it becomes balance of the customer.',
  },
  mutation_waits_early: {
    status: 422,
    en: 'The payment with this amount was made later.',
    id: 'Pembayaran dengan jumlah ini baru dibuat setelahnya.',
    explanation: 'It may be money for something else.',
  },
  mutation_waits_ended: {
    status: 422,
    en: 'The payment with this amount was cancelled or rejected, or its order was reactivated after it had expired.',
    id: 'Pembayaran dengan jumlah ini sudah dibatalkan atau ditolak, atau pesanannya diaktifkan kembali setelah kedaluwarsa.',
    explanation:
      'Matched with the payment it becomes balance of the customer; an active order is matched itself.',
  },
  mutation_waits_other_bank: {
    status: 422,
    en: 'It came in on another account than the buyer was told.',
    id: 'Uangnya masuk ke rekening lain dari yang ditunjukkan kepada pembeli.',
    explanation: 'Match it with the payment if it is of it.',
  },
  mutation_waits_wrong_amount: {
    status: 422,
    en: 'The amount is not what was to be paid.',
    id: 'Jumlahnya tidak sesuai dengan yang harus dibayar.',
    explanation: 'The payment was changed meanwhile.',
  },
  mutation_waits_refused: {
    status: 422,
    en: 'An order of the payment with this amount does not allow it.',
    id: 'Pesanan dari pembayaran dengan jumlah ini tidak mengizinkannya.',
    explanation: 'Look at the orders of the payment.',
  },
  mutation_waits_ahead: {
    status: 422,
    en: 'The mutation service gave it a date that lies ahead.',
    id: 'Layanan mutasi memberinya tanggal yang belum terjadi.',
    explanation: 'Check it with the bank before you match it.',
  },
  mutation_waits_same_id: {
    status: 422,
    en: 'The mutation service reported it under the ID of another mutation.',
    id: 'Layanan mutasi melaporkannya dengan ID milik mutasi lain.',
    explanation:
      'One of both may be a mistake, or corrects the other. Check it with the bank before you match it.',
  },
  mutation_waits_rest: {
    status: 422,
    en: 'A part of it is matched, the rest waits.',
    id: 'Sebagian sudah dicocokkan, sisanya menunggu.',
    explanation: 'Match the rest, or ignore it.',
  },
  mutation_waits_undone: {
    status: 422,
    en: 'Its match was undone, or it was ignored before.',
    id: 'Pencocokannya dibatalkan, atau sebelumnya diabaikan.',
    explanation: 'It is not matched by itself any more.',
  },
  mutation_outgoing: {
    status: 422,
    en: 'The mutation is money that went out, so it pays nothing.',
    id: 'Mutasi ini adalah uang keluar, sehingga tidak membayar apa pun.',
    explanation: 'Only money that came in can be matched or ignored.',
  },
  mutation_decided: {
    status: 409,
    en: 'The mutation is {state}, so this is not possible now. Undo that first.',
    id: 'Mutasi ini berstatus {state}, sehingga tindakan ini belum dapat dilakukan. Batalkan statusnya dulu.',
    explanation: 'Somebody else may have decided it a moment ago.',
  },
  mutation_match_one: {
    status: 422,
    en: 'Give either `payment_id` or {field}.',
    id: 'Isi salah satu: `payment_id` atau {field}.',
    explanation: 'A match is with one payment of a buyer, or with orders.',
  },
  mutation_payment_method: {
    status: 422,
    en: 'The {field} is a payment by {method}, which no bank transfer pays.',
    id: '{field} adalah pembayaran lewat {method}, yang tidak dibayar dengan transfer bank.',
    explanation: 'Only payments by transfer are matched with mutations.',
  },
  mutation_too_small: {
    status: 422,
    en: 'Rp{rest} is left of the mutation, but the {field} is of Rp{asked}, and its orders alone of Rp{needed}.',
    id: 'Sisa mutasi ini Rp{rest}, sedangkan {field} sebesar Rp{asked}, dan pesanannya saja Rp{needed}.',
    explanation: 'A payment is paid by one mutation that covers its orders; the unique code may be missing.',
  },
  mutation_order_twice: {
    status: 422,
    en: 'The {field} is named twice.',
    id: '{field} disebut dua kali.',
    explanation: 'Each order is named once, with the whole amount that is for it.',
  },
  mutation_order_matched: {
    status: 422,
    en: 'The order is matched with Rp{amount} of this mutation already.',
    id: 'Pesanan ini sudah dicocokkan dengan Rp{amount} dari mutasi ini.',
    explanation: 'Undo that match to match another amount.',
  },
  mutation_rest: {
    status: 422,
    en: 'Only Rp{rest} is left of the mutation.',
    id: 'Sisa mutasi ini hanya Rp{rest}.',
    explanation: 'The amounts of all matches are at most the amount of the mutation.',
  },
  mutation_account_unknown: {
    status: 422,
    en: 'The mutation is of account {account_number}, which is none of the shop. Add that bank account first.',
    id: 'Mutasi ini dari rekening {account_number} yang bukan rekening toko Anda. Tambahkan rekeningnya dulu.',
    explanation: 'A payment of an order names the bank account that it came in on.',
  },
  mutation_order_deleted: {
    status: 422,
    en: 'Order {order} was deleted since, so the match cannot be undone.',
    id: 'Pesanan {order} sudah dihapus, sehingga pencocokannya tidak dapat dibatalkan.',
    explanation: 'With a deleted order its payments are gone.',
  },
  mutation_order_refunded: {
    status: 422,
    en: 'What the match has paid of order {order} was refunded since, so the match cannot be undone.',
    id: 'Yang dibayar dengan pencocokan ini pada pesanan {order} sudah dikembalikan, sehingga pencocokannya tidak dapat dibatalkan.',
    explanation:
      'An order that is reactivated after its refund is unpaid. The money of the mutation came in and was given back, so it pays nothing else.',
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
