import { defineErrors } from '../../../kernel/errors.ts';

export const codErrors = defineErrors({
  payout_too_long: {
    status: 422,
    en: 'A payout file can have at most {limit} rows.',
    id: 'File pencairan maksimal berisi {limit} baris.',
    explanation: 'Split the file and import its parts one after the other.',
  },
  payout_without_parcels: {
    status: 422,
    en: 'The file has no column of AWB numbers or PO numbers.',
    id: 'File tidak memiliki kolom nomor resi atau nomor pesanan.',
    explanation:
      'Parcels are found by their AWB number, else by their PO number: one of the two columns is needed.',
  },
  payout_status: {
    status: 409,
    en: 'This is not possible while the payout is {status}.',
    id: 'Tindakan ini tidak dapat dilakukan selama pencairan berstatus {status}.',
    explanation:
      'A payout is applied once, and undone after that. Wait until the job that works on it has finished.',
  },
  payout_in_bank: {
    status: 422,
    en: 'The money of this payout is on a bank account already.',
    id: 'Uang pencairan ini sudah masuk ke rekening bank.',
    explanation: 'Only what is kept with the vendor can be withdrawn.',
  },
  cod_nothing_open: {
    status: 422,
    en: 'Nothing of this parcel is open.',
    id: 'Tidak ada tagihan yang terbuka untuk paket ini.',
    explanation:
      'The parcel has no COD charges, or all of it was paid out. Give an amount to record it nevertheless.',
  },
  payout_of_nothing: {
    status: 422,
    en: 'The {field} field is required when there is no invoice_id.',
    id: '{field} wajib diisi jika invoice_id tidak diisi.',
    explanation: 'A payout by hand is of the parcels that it names, or of all open parcels of an invoice.',
  },
  payout_amount_negative: {
    status: 422,
    en: 'The courier owes {open} of this parcel, so it cannot have paid {amount}. Enter what it has paid, or 0 if it pays nothing.',
    id: 'Kurir masih harus membayar {open} untuk paket ini, jadi tidak mungkin membayar {amount}. Isi nominal yang dibayar, atau 0 jika tidak dibayar sama sekali.',
    explanation:
      'A courier takes money back only for a parcel of which it owes nothing. A payout of 0 is put into the queue, where ' +
      'accepting it writes off what the courier never pays.',
  },
  cod_line_resolved: {
    status: 409,
    en: 'This line is not in the queue any more.',
    id: 'Baris ini sudah tidak ada di antrean.',
    explanation: 'Somebody has resolved it, or its payout was undone.',
  },
  cod_line_without_parcel: {
    status: 422,
    en: 'No delivered COD parcel is known for this line. Match it with an order first, or ignore it.',
    id: 'Belum ada paket COD terkirim untuk baris ini. Cocokkan dengan pesanan terlebih dahulu, atau abaikan.',
    explanation: 'A difference can be accepted only for a parcel that was delivered, came back or was lost.',
  },
  payout_line_without_parcel: {
    status: 422,
    en: 'The row has no AWB number and no PO number.',
    id: 'Baris ini tidak memiliki nomor resi atau nomor pesanan.',
    explanation: 'A line is of one parcel. Rows that sum up others do nothing.',
  },
  payout_line_awb: {
    status: 422,
    en: 'The AWB number was shortened by a spreadsheet application, or is a formula without a stored value.',
    id: 'Nomor resi dipersingkat oleh aplikasi spreadsheet, atau berupa rumus tanpa nilai tersimpan.',
    explanation: 'Format the column as text and enter the number again, or add the PO number.',
  },
  payout_line_several: {
    status: 422,
    en: 'Several orders have the AWB number {awb_number}: {orders}. Match the line with one of them.',
    id: 'Nomor resi {awb_number} dipakai beberapa pesanan: {orders}. Cocokkan baris ini dengan salah satunya.',
    explanation: 'Of several none is taken. In the file, the PO number beside the AWB number decides.',
  },
  payout_line_part: {
    status: 422,
    en: 'The rows of this parcel, up to row {row}, together pay exactly what is open of it.',
    id: 'Baris-baris paket ini, sampai baris {row}, bersama-sama membayar persis tagihan yang terbuka.',
    explanation:
      'Couriers pay in parts, or write COD amount and fee into rows of their own. Nothing is to be done.',
  },
  payout_line_net: {
    status: 422,
    en: 'The net amount is not an amount in whole rupiah, or is too large.',
    id: 'Nominal bersih bukan jumlah dalam rupiah bulat, atau terlalu besar.',
    explanation: 'Write digits, also with dots, Rp and a minus: 287.520, Rp -12.000 or (12.000).',
  },
  payout_line_amount: {
    status: 422,
    en: 'The COD amount or the fee is not an amount in whole rupiah, or is too large.',
    id: 'Nilai COD atau biaya bukan jumlah dalam rupiah bulat, atau terlalu besar.',
    explanation:
      'Correct the cell, or import the file without reading the column: `columns` with `{"fee_idr": null}`.',
  },
  payout_line_sum: {
    status: 422,
    en: 'The row names no parcel, and its amount is the sum of those above.',
    id: 'Baris ini tidak menyebut paket, dan nominalnya sama dengan jumlah baris di atasnya.',
    explanation: 'It sums up the others. If it is a parcel, write its AWB number or PO number.',
  },
  payout_line_total: {
    status: 422,
    en: 'The row sums up others.',
    id: 'Baris ini adalah jumlah dari baris lain.',
    explanation:
      'Rows that say TOTAL, Grand Total, Jumlah and the like are about no parcel, and are passed over.',
  },
  payout_line_day: {
    status: 422,
    en: 'The date {value} cannot be read, so the line has none.',
    id: 'Tanggal {value} tidak terbaca, sehingga baris ini tanpa tanggal.',
    explanation: 'Write it as 2026-01-31 or 31/01/2026. The order is paid on the day of the payout anyway.',
  },
});
