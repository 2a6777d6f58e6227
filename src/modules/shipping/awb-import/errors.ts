import { defineErrors } from '../../../kernel/errors.ts';

export const awbImportErrors = defineErrors({
  awb_empty: {
    status: 422,
    en: 'The row has no AWB number.',
    id: 'Baris ini tidak memiliki nomor resi.',
    explanation:
      'Rows without an AWB number, such as totals or orders that are not shipped yet, are passed over.',
  },
  awb_row_total: {
    status: 422,
    en: 'The row sums up others.',
    id: 'Baris ini adalah jumlah dari baris lain.',
    explanation:
      'Rows that say TOTAL, Grand Total, Jumlah and the like are about no parcel, and are passed over.',
  },
  awb_formula: {
    status: 422,
    en: 'The cell of the AWB number is a formula without a stored value. Open the file in a spreadsheet application and save it, or copy the values.',
    id: 'Sel nomor resi berisi rumus tanpa nilai tersimpan. Buka dan simpan file di Excel atau aplikasi spreadsheet lain, atau salin nilainya.',
    explanation: 'Programs that write workbooks may store formulas without what they give.',
  },
  awb_shortened: {
    status: 422,
    en: '{value} was shortened by the spreadsheet application. Format the column as text and enter the AWB number again.',
    id: '{value} dipersingkat oleh aplikasi spreadsheet. Ubah format kolom menjadi teks, lalu isi ulang nomor resinya.',
    explanation:
      'Spreadsheet applications store numbers with 15 digits and show long ones like 1.23E+12, so digits are lost.',
  },
  awb_is_day: {
    status: 422,
    en: '{value} is a date, not an AWB number.',
    id: '{value} adalah tanggal, bukan nomor resi.',
    explanation:
      'The column was taken for dates by the spreadsheet application, or the columns were swapped.',
  },
  awb_format: {
    status: 422,
    en: '{value} is not an AWB number: 5 to 50 letters and digits without blanks, with a digit.',
    id: '{value} bukan nomor resi: 5 sampai 50 huruf dan angka tanpa spasi, dengan angka.',
    explanation: 'Hyphens, dots, slashes and underscores are allowed too. Write one AWB number in a cell.',
  },
  awb_row_without_order: {
    status: 422,
    en: 'The row has no order number, and no phone number that can be read. Couriers often mask phone numbers.',
    id: 'Baris ini tidak memiliki nomor pesanan atau nomor HP yang terbaca. Nomor HP sering disamarkan oleh kurir.',
    explanation: 'Fill in the PO number of the order, or the phone number of the receiver.',
  },
  awb_order_unknown: {
    status: 422,
    en: 'No order waiting for an AWB number matches {value}.',
    id: 'Tidak ada pesanan yang menunggu nomor resi untuk {value}.',
    explanation:
      'Orders are found by their PO number or ID, else by the phone number of the receiver, with name and day.',
  },
  awb_order_not_active: {
    status: 422,
    en: 'Order {po_number} is {status}, so it gets no AWB number.',
    id: 'Pesanan {po_number} berstatus {status}, sehingga tidak dapat diberi nomor resi.',
    explanation: 'Only accepted orders are shipped.',
  },
  awb_other_receiver: {
    status: 422,
    en: 'Order {po_number} has another receiver than the row.',
    id: 'Penerima pesanan {po_number} berbeda dari baris ini.',
    explanation:
      'The number fits an order, but neither phone nor name of the row is of its receiver or customer: it may be a number ' +
      'of the courier or marketplace.',
  },
  awb_several_orders: {
    status: 422,
    en: 'Several parcels match: {parcels}. Write the PO number, or for one of several parcels the text of its QR code.',
    id: 'Ada beberapa paket yang cocok: {parcels}. Isi nomor PO, atau teks kode QR bila pesanan memiliki beberapa paket.',
    explanation: 'An AWB number is only set where exactly one parcel can be meant.',
  },
  awb_day_unread: {
    status: 422,
    en: 'Several parcels match: {parcels}. The date {value} cannot be read. Write it as 2026-01-31, or write the PO number.',
    id: 'Beberapa paket cocok: {parcels}. Tanggal {value} tidak terbaca. Tulis seperti 2026-01-31, atau isi nomor PO.',
    explanation: 'The day tells orders of the same receiver apart, where it can be read.',
  },
  awb_order_has_other: {
    status: 422,
    en: 'Order {po_number} already has the AWB number {awb_number}.',
    id: 'Pesanan {po_number} sudah memiliki nomor resi {awb_number}.',
    explanation: 'An import never replaces AWB numbers. Change it at the order if it is wrong.',
  },
  awb_of_other_order: {
    status: 422,
    en: 'The AWB number is already on another order ({po_numbers}).',
    id: 'Nomor resi ini sudah dipakai pesanan lain ({po_numbers}).',
    explanation: 'Two parcels never have the same AWB number.',
  },
  awb_of_several_rows: {
    status: 422,
    en: 'The AWB number is in rows {rows}, for different orders.',
    id: 'Nomor resi ini ada di baris {rows} untuk pesanan yang berbeda.',
    explanation: 'Which of the rows is right, only who wrote them knows.',
  },
  awb_order_of_several_rows: {
    status: 422,
    en: 'Order {po_number} is in rows {rows}, with different AWB numbers.',
    id: 'Pesanan {po_number} ada di baris {rows} dengan nomor resi yang berbeda.',
    explanation: 'Which of the rows is right, only who wrote them knows.',
  },
  awb_row_repeated: {
    status: 422,
    en: 'The row says the same as row {row}.',
    id: 'Baris ini sama dengan baris {row}.',
    explanation: 'Lists with a row for each product repeat the AWB number of the order.',
  },
  awb_changed_since: {
    status: 422,
    en: 'Order {po_number} has been changed since the import, so its AWB number stays.',
    id: 'Pesanan {po_number} sudah berubah sejak impor, sehingga nomor resinya tetap.',
    explanation: 'It has another AWB number or shipping status now, or is not active anymore.',
  },
  awb_import_status: {
    status: 409,
    en: 'The import is {status}, so this is not possible now.',
    id: 'Impor berstatus {status}, sehingga tindakan ini belum dapat dilakukan.',
    explanation: 'An import is previewed first, then applied once. After that it can be undone once.',
  },
  awb_import_nothing: {
    status: 422,
    en: 'No row of the import sets an AWB number.',
    id: 'Tidak ada baris impor yang mengisi nomor resi.',
    explanation: 'All rows have errors, or say what the orders have already.',
  },
});
