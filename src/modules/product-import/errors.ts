import { defineErrors } from '../../kernel/errors.ts';

export const importErrors = defineErrors({
  import_number: {
    status: 422,
    en: 'Must be a whole number.',
    id: 'Harus berupa bilangan bulat.',
    explanation:
      'Amounts are whole numbers. Dots can be used as thousands separators, for example 1.250.000.',
  },
  import_yes_no: {
    status: 422,
    en: 'Must be Y or N.',
    id: 'Harus Y atau N.',
    explanation: 'Ya, Tidak, Yes and No are also accepted.',
  },
  import_category: {
    status: 422,
    en: 'The shop has no product category with this name. Create it first.',
    id: 'Kategori produk dengan nama ini tidak ditemukan. Buat kategorinya terlebih dahulu.',
    explanation: 'An import does not create categories, so that a typing error does not add a new one.',
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
