import { defineErrors } from '../errors.ts';

export const sheetErrors = defineErrors({
  sheet_type: {
    status: 422,
    en: 'The {field} must be an Excel workbook (.xlsx) or a CSV file.',
    id: '{field} harus berupa file Excel (.xlsx) atau CSV.',
    explanation: 'The file type is detected from the content. The file name is ignored.',
  },
  sheet_old: {
    status: 422,
    en: 'The {field} is an old (.xls) or encrypted workbook. Save it as .xlsx without a password.',
    id: '{field} adalah file Excel lama (.xls) atau dilindungi kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    explanation: 'Excel 97–2003 workbooks and encrypted workbooks are not supported.',
  },
  sheet_unreadable: {
    status: 422,
    en:
      'The {field} is damaged and cannot be read. Open it in a spreadsheet application, save it as .xlsx and ' +
      'upload it again.',
    id:
      '{field} rusak dan tidak dapat dibaca. Buka di Excel atau aplikasi spreadsheet lain, simpan sebagai ' +
      '.xlsx, lalu unggah lagi.',
    explanation: 'The file starts like a workbook or text file, but is incomplete or corrupt.',
  },
  sheet_empty: {
    status: 422,
    en: 'The {field} has no rows below the column titles.',
    id: '{field} tidak memiliki data di bawah judul kolom.',
    explanation:
      'The first row of the first sheet contains the column titles; data starts in the second row.',
  },
  column_missing: {
    status: 422,
    en: 'The {field} is missing the column {columns}. The first row must contain the column titles.',
    id: '{field} tidak memiliki kolom {columns}. Baris pertama harus berisi judul kolom.',
    explanation:
      'Use the template. Column titles can be in any order and letter case, in English or Indonesian.',
  },
  column_unsure: {
    status: 422,
    en: 'Several columns of the {field} may be {column}: {titles}. Name the one that is.',
    id: 'Beberapa kolom di {field} mungkin merupakan {column}: {titles}. Sebutkan kolom yang benar.',
    explanation:
      'The titles do not tell which one is meant. Where an import takes the field `columns`, name the column in it; else ' +
      'rename it as in the template.',
  },
  column_choice: {
    status: 422,
    en: 'The {field} must be a JSON object of column titles, such as {"price": "Harga Jual"}.',
    id: '{field} harus berupa objek JSON berisi judul kolom, misalnya {"price": "Harga Jual"}.',
    explanation: 'Write the title as it stands in the file; null means that the file has no such column.',
  },
  column_chosen_twice: {
    status: 422,
    en: 'The column "{title}" is named for two. A column is one thing only.',
    id: 'Kolom "{title}" dipilih untuk dua hal. Satu kolom hanya untuk satu hal.',
    explanation: 'In `columns`, each title of the file can be named once.',
  },
  column_left_out: {
    status: 422,
    en: 'This column is needed: name its title, or leave the key out so that it is recognised.',
    id: 'Kolom ini wajib ada: tulis judulnya, atau jangan sertakan kuncinya agar dikenali sendiri.',
    explanation: 'In `columns`, null stands for a column that is not read. This one has to be.',
  },
  column_twice: {
    status: 422,
    en: 'The {field} has the column {column} twice.',
    id: 'Kolom {column} ada dua kali di {field}.',
    explanation: 'Each column can occur only once.',
  },
  sheet_too_large: {
    status: 422,
    en:
      'The {field} is too large. The maximum is {rows} rows, {columns} columns, {characters} characters in a ' +
      'row and {megabytes} MB of content.',
    id:
      '{field} terlalu besar. Maksimal {rows} baris, {columns} kolom, {characters} karakter per baris, dan ' +
      '{megabytes} MB isi.',
    explanation:
      'Workbooks are compressed, and the limit applies to the uncompressed content. Split the data into ' +
      'several files, and delete empty rows and columns that have formatting.',
  },
  sheet_slow: {
    status: 422,
    en: 'The {field} takes more than {seconds} seconds to read. Split it into several files.',
    id: '{field} membutuhkan lebih dari {seconds} detik untuk dibaca. Bagi menjadi beberapa file.',
    explanation: 'The content is unusually complex. Copy the cells into a new spreadsheet and upload that.',
  },
});
