import { defineErrors } from '../../kernel/errors.ts';

export const importErrors = defineErrors({
  import_number: {
    status: 422,
    en: 'Must be a whole number.',
    id: 'Harus berupa bilangan bulat.',
    explanation:
      'Amounts are whole numbers. Dots can be used as thousands separators, for example 1.250.000.',
  },
  import_rupiah: {
    status: 422,
    en: 'Must be one amount in rupiah, for example 45000, 45.000 or 45rb.',
    id: 'Harus satu nilai rupiah, misalnya 45000, 45.000, atau 45rb.',
    explanation:
      'Not a range, not another currency, and nothing that could be two amounts: 45.00 is 45 or, cut off, 45.000.',
  },
  import_yes_no: {
    status: 422,
    en: 'Must be Y or N.',
    id: 'Harus Y atau N.',
    explanation: 'Ya, Tidak, Yes and No are also accepted.',
  },
  import_category: {
    status: 422,
    en: 'The name of a category can have at most 100 characters.',
    id: 'Nama kategori maksimal 100 karakter.',
    explanation: 'Categories that the shop does not have yet are added when the import is applied.',
  },
  import_categories: {
    status: 422,
    en: 'The shop can have at most {limit} categories, so this one cannot be added.',
    id: 'Toko hanya dapat memiliki {limit} kategori, sehingga kategori ini tidak dapat ditambahkan.',
    explanation: 'Use one of the existing categories, or leave the cell empty.',
  },
  import_wholesale: {
    status: 422,
    en: 'Must look like 3-11: 4500; 12-100: 4000.',
    id: 'Format harus seperti 3-11: 4500; 12-100: 4000.',
    explanation: 'Lowest and highest quantity, then the unit price. Separate steps with semicolons.',
  },
  import_preorder: {
    status: 422,
    en: 'Must look like 7 days or 2 weeks.',
    id: 'Format harus seperti 7 hari atau 2 minggu.',
    explanation:
      'Processing time in days or weeks. It can be followed by a period: 7 days (2026-12-01 – 2026-12-31).',
  },
  import_shortened: {
    status: 422,
    en:
      'The spreadsheet application has shortened this number. Format the column as text and enter the number ' +
      'again.',
    id:
      'Angka ini dipersingkat oleh aplikasi spreadsheet. Ubah format kolom menjadi teks, lalu ketik ulang ' +
      'angkanya.',
    explanation:
      'Spreadsheet applications display long numbers like 8,99E+12 and save them that way as CSV, so digits ' +
      'are lost.',
  },
  import_differs: {
    status: 422,
    en: 'Differs from row {row} of the same product.',
    id: 'Berbeda dengan baris {row} dari produk yang sama.',
    explanation:
      'Fields of the product are taken from its first row and can be left empty in the rows below.',
  },
  import_too_long: {
    status: 422,
    en: 'The product has more than {limit} rows.',
    id: 'Produk ini memiliki lebih dari {limit} baris.',
    explanation:
      'Consecutive rows with the same product name form one product, which can have at most 200 variations.',
  },
  import_add_variation: {
    status: 422,
    en:
      'The product already exists (row {row}). Add the variation by editing the product, or enter one of its ' +
      'existing SKUs in this row.',
    id:
      'Produk ini sudah ada (baris {row}). Tambahkan variasi lewat ubah produk, atau isi baris ini dengan SKU ' +
      'yang sudah ada.',
    explanation: 'The rows of a product must either all be new, or all have SKUs that exist in the shop.',
  },
  import_other_product: {
    status: 422,
    en: 'This SKU does not belong to the product of row {row}.',
    id: 'SKU ini bukan milik produk di baris {row}.',
    explanation: 'Consecutive rows with the same product name form one product.',
  },
  import_apart: {
    status: 422,
    en: 'Row {row} belongs to the same product. All rows of a product must be consecutive and have the same name.',
    id: 'Baris {row} adalah produk yang sama. Semua baris produk harus berurutan dan bernama sama.',
    explanation: 'Sort the sheet by product name.',
  },
  import_sku_twice: {
    status: 422,
    en: 'This SKU is also in row {row}.',
    id: 'SKU ini juga ada di baris {row}.',
    explanation: 'Each variation must have exactly one row.',
  },
  import_same_product: {
    status: 422,
    en: 'Row {row} of the same product has an error. A product is imported with all its rows, or not at all.',
    id: 'Baris {row} dari produk yang sama masih salah. Produk diimpor beserta semua barisnya, atau tidak sama sekali.',
    explanation: 'Correct that row. Nothing is wrong with this one.',
  },
  import_twin: {
    status: 422,
    en: 'Looks the same as row {row}: variations of a product must differ in color or size.',
    id: 'Sama dengan baris {row}: variasi satu produk harus berbeda warna atau ukurannya.',
    explanation:
      'Letter case and spaces do not count. If it is another product, give it another name; if it is the same ' +
      'variation, remove one of the rows.',
  },
  import_twin_stored: {
    status: 422,
    en: 'The product already has a variation with this color and size: SKU {sku}.',
    id: 'Produk ini sudah punya variasi dengan warna dan ukuran ini: SKU {sku}.',
    explanation: 'Variations of a product must differ in color or size. Letter case and spaces do not count.',
  },
  import_price_missing: {
    status: 422,
    en: 'A product that is published needs a price. Enter it, or write N in the column Published.',
    id: 'Produk yang ditampilkan harus punya harga. Isi harganya, atau tulis N di kolom Ditampilkan.',
    explanation:
      'An import never publishes a product for 0 rupiah. Products that had no price before stay as they are.',
  },
  import_price_unread: {
    status: 422,
    en:
      'No column of the file was recognised as the price, and a product that is published needs one. Say which ' +
      'column it is, or write N in a column Published.',
    id:
      'Tidak ada kolom di file ini yang dikenali sebagai harga, padahal produk yang ditampilkan harus punya harga. ' +
      'Tentukan kolomnya, atau tulis N di kolom Ditampilkan.',
    explanation: 'Columns are mapped with `POST /api/open/product/import/{id}/columns`.',
  },
  import_formula: {
    status: 422,
    en: 'This formula has no calculated value. Open the file in a spreadsheet application and save it, or enter the value.',
    id: 'Rumus ini tidak punya hasil yang tersimpan. Buka file di Excel lalu simpan, atau ketik nilainya.',
    explanation:
      'Programs that write workbooks may leave formulas uncalculated. What a formula would give is never guessed.',
  },
  import_error_cell: {
    status: 422,
    en: 'The cell has the error {error} instead of a value.',
    id: 'Sel ini berisi galat {error}, bukan nilai.',
    explanation: 'Correct the formula, or enter the value.',
  },
  import_day: {
    status: 422,
    en:
      'The spreadsheet application has turned this into a date. Format the column as text and enter it again, for ' +
      'example 3-4.',
    id:
      'Isi sel ini diubah menjadi tanggal oleh aplikasi spreadsheet. Ubah format kolom menjadi teks, lalu ketik ' +
      'ulang, misalnya 3-4.',
    explanation:
      'A size like 3-4 or 36-37 becomes a date as it is typed. What was typed can not be told from it.',
  },
  import_surplus: {
    status: 422,
    en: 'The row has more cells than there are titles. Put a value that contains the separator in quotation marks.',
    id: 'Baris ini punya lebih banyak sel daripada judul kolom. Apit isi yang memuat tanda pemisah dengan tanda kutip.',
    explanation:
      'In a CSV file separated by commas, 45,000 is two cells. If what stands there are remarks, map the column to null.',
  },
  import_cell_long: {
    status: 422,
    en: 'A cell of this column can have at most {limit} characters.',
    id: 'Isi sel di kolom ini maksimal {limit} karakter.',
    explanation:
      'Only descriptions and lists of pictures can be longer. Map the column if it is one of these.',
  },
  import_kilograms: {
    status: 422,
    en: 'Must be a weight in kilograms, for example 0.25.',
    id: 'Harus berupa berat dalam kilogram, misalnya 0,25.',
    explanation: 'The title of the column says that it is in kilograms.',
  },
  import_parent_alone: {
    status: 422,
    en: 'The file has no rows of the variations of this product.',
    id: 'File ini tidak memuat baris variasi dari produk ini.',
    explanation: 'Export the product with its variations.',
  },
  import_orphan: {
    status: 422,
    en: 'The file has no row of the product that this variation belongs to.',
    id: 'File ini tidak memuat baris produk induk dari variasi ini.',
    explanation:
      'Export the product with its variations. Variations that the shop has are updated by their SKU.',
  },
  import_passed_parent: {
    status: 422,
    en: 'Passed over: the row describes the product; its variations have rows of their own.',
    id: 'Dilewati: baris ini menjelaskan produk; variasinya ada di baris masing-masing.',
    explanation: 'Name, description, category and pictures are taken from it.',
  },
  import_passed_picture: {
    status: 422,
    en: 'Passed over: the row has only a picture of the product. Pictures are of variations: put it in one of their rows.',
    id: 'Dilewati: baris ini hanya berisi gambar produk. Gambar milik variasi: letakkan di baris variasinya.',
    explanation: 'Shopify exports have a row for each further picture of a product.',
  },
  import_passed_section: {
    status: 422,
    en: 'Passed over: the row is a heading.',
    id: 'Dilewati: baris ini hanya judul bagian.',
    explanation: 'A name between marks, as == BOOKS ==, and nothing else.',
  },
  import_passed_kind: {
    status: 422,
    en: 'Passed over: sets of products, and products that another shop sells, cannot be imported.',
    id: 'Dilewati: paket produk dan produk yang dijual toko lain tidak dapat diimpor.',
    explanation: 'WooCommerce calls them grouped and external.',
  },
  import_passed_empty: {
    status: 422,
    en: 'Passed over: there is nothing in the columns that are read.',
    id: 'Dilewati: tidak ada isi di kolom-kolom yang dibaca.',
    explanation: 'Only columns that are not read have content.',
  },
  import_passed_total: {
    status: 422,
    en: 'Passed over: the row sums up those above.',
    id: 'Dilewati: baris ini menjumlahkan baris di atasnya.',
    explanation: 'A row named Total or Jumlah, without a SKU and a price.',
  },
  import_passed_titles: {
    status: 422,
    en: 'Passed over: the row repeats the titles of the columns.',
    id: 'Dilewati: baris ini mengulang judul kolom.',
    explanation: 'Sheets that were put together repeat them.',
  },
  import_passed_explanation: {
    status: 422,
    en: 'Passed over: the row explains the columns.',
    id: 'Dilewati: baris ini menjelaskan kolom.',
    explanation: 'Templates of marketplaces have such rows below their titles.',
  },
  import_column_twice: {
    status: 422,
    en: 'Column {column} is already read as this. Choose one of them.',
    id: 'Kolom {column} sudah dibaca sebagai ini. Pilih salah satu.',
    explanation: 'Only pictures can be in several columns.',
  },
  import_column_unknown: {
    status: 422,
    en: 'The file has no column {column}.',
    id: 'File ini tidak punya kolom {column}.',
    explanation: 'Columns are numbered from 1 on, as listed in `columns` of the import.',
  },
  import_column_hidden: {
    status: 422,
    en: 'The column is not read, and somebody else uploaded the file: your role cannot see what is in it.',
    id: 'Kolom ini tidak dibaca dan file diunggah orang lain: peran Anda tidak dapat melihat isinya.',
    explanation:
      'A column that is not read could hold purchase prices. Upload the file yourself, or ask the owner.',
  },
  import_warehouse_unknown: {
    status: 422,
    en: 'There is no warehouse with the ID {warehouse_id} besides the main one.',
    id: 'Tidak ada gudang dengan ID {warehouse_id} selain gudang utama.',
    explanation: 'The stock of the main warehouse is `stock`.',
  },
  import_read_as: {
    status: 422,
    en: 'Must be one of {allowed}, or stock@ID with the ID of a warehouse.',
    id: 'Harus salah satu dari {allowed}, atau stock@ID dengan ID gudang.',
    explanation: 'null: the column is not read.',
  },
  import_name_unmapped: {
    status: 422,
    en: 'Say which column has the product names.',
    id: 'Tentukan kolom mana yang berisi nama produk.',
    explanation: 'Without names nothing can be checked. All other columns are optional.',
  },
  import_status: {
    status: 409,
    en: 'The import is {status}, so this is not possible now.',
    id: 'Impor berstatus {status}, sehingga tindakan ini belum dapat dilakukan.',
    explanation: 'An import is checked first, then applied once. After that it can be undone once.',
  },
  import_has_faults: {
    status: 422,
    en: '{count} rows have errors. Correct the file and upload it again, or apply it with partial=true.',
    id: 'Ada {count} baris yang salah. Perbaiki file dan unggah lagi, atau terapkan dengan partial=true.',
    explanation: 'The rows of the import show the errors of each cell.',
  },
  import_nothing: {
    status: 422,
    en: 'The import contains no changes to apply.',
    id: 'Tidak ada perubahan yang dapat diterapkan dari impor ini.',
    explanation: 'All rows have errors, or are the same as the current data.',
  },
  import_touched: {
    status: 409,
    en:
      'The import cannot be undone: {count} of its products have since been changed, sold or moved, including ' +
      '{name}.',
    id: 'Impor tidak dapat dibatalkan: {count} produk sudah diubah, terjual, atau dipindahkan, termasuk {name}.',
    explanation:
      'Undoing would discard the later changes. Correct the products with another import, or one by one.',
  },
});
