import { defineErrors } from '../errors.ts';

export const sheetErrors = defineErrors({
  sheet_type: {
    status: 422,
    en: 'The {field} must be an Excel workbook (.xlsx) or a CSV file.',
    id: '{field} harus berupa buku kerja Excel (.xlsx) atau berkas CSV.',
    explanation: 'What the file is, is read from its content; its name counts for nothing.',
  },
  sheet_old: {
    status: 422,
    en: 'The {field} is an old (.xls) or encrypted workbook: save it as .xlsx without a password.',
    id: '{field} adalah buku kerja lama (.xls) atau berkata sandi: simpan sebagai .xlsx tanpa kata sandi.',
    explanation: 'Workbooks of Excel 97–2003 and encrypted ones can not be read.',
  },
  sheet_unreadable: {
    status: 422,
    en: 'The {field} is damaged and can not be read. Open it in a spreadsheet, save it as .xlsx and send it again.',
    id: '{field} rusak dan tidak terbaca. Buka di aplikasi lembar kerja, simpan sebagai .xlsx, lalu kirim lagi.',
    explanation: 'The file begins like a workbook or text, but is cut off or broken.',
  },
  sheet_empty: {
    status: 422,
    en: 'The {field} has no rows below its titles.',
    id: '{field} tidak punya baris di bawah judul kolom.',
    explanation: 'The first row of the first sheet has the titles of the columns; the rows below are read.',
  },
  column_missing: {
    status: 422,
    en: 'The {field} has no column {columns}. The first row must have the titles.',
    id: '{field} tidak punya kolom {columns}. Baris pertama harus berisi judul kolom.',
    explanation: 'Take the template: its titles may stand in any order and letter case, in either language.',
  },
  column_twice: {
    status: 422,
    en: 'The {field} has the column {column} twice.',
    id: '{field} punya dua kolom {column}.',
    explanation: 'It is not clear which of the two counts.',
  },
  sheet_too_large: {
    status: 422,
    en: 'The {field} is too large: at most {rows} rows, {columns} columns, {characters} characters in a row and {megabytes} MB of content are read.',
    id: '{field} terlalu besar: paling banyak {rows} baris, {columns} kolom, {characters} karakter per baris, dan isi {megabytes} MB.',
    explanation:
      'A workbook is compressed: what counts is the size of its content. Divide it over several files, and delete empty rows and columns that were formatted.',
  },
  sheet_slow: {
    status: 422,
    en: 'The {field} takes more than {seconds} seconds to read. Divide it over several files.',
    id: '{field} perlu lebih dari {seconds} detik untuk dibaca. Bagi menjadi beberapa berkas.',
    explanation:
      'The content is unusually hard to read. Open it in a spreadsheet, copy the cells to a new one, and send that.',
  },
});
