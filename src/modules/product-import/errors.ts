import { defineErrors } from '../../kernel/errors.ts';

export const importErrors = defineErrors({
  import_number: {
    status: 422,
    en: 'Not a whole number.',
    id: 'Bukan bilangan bulat.',
    explanation: 'Amounts are whole numbers; thousands may be parted by dots, as 1.250.000.',
  },
  import_yes_no: {
    status: 422,
    en: 'Must be Y or N.',
    id: 'Harus Y atau N.',
    explanation: 'Ya and Tidak, Yes and No do as well.',
  },
  import_category: {
    status: 422,
    en: 'The shop has no product category of this name. Create it first.',
    id: 'Toko ini tidak punya kategori produk dengan nama ini. Buat dulu kategorinya.',
    explanation: 'A slip of typing would make a category of its own, so that none is created by an import.',
  },
  import_wholesale: {
    status: 422,
    en: 'Must be like 3-11: 4500; 12-100: 4000.',
    id: 'Harus seperti 3-11: 4500; 12-100: 4000.',
    explanation: 'From how many to how many pieces, and the price of one; steps are parted by semicolons.',
  },
  import_preorder: {
    status: 422,
    en: 'Must be like 7 days or 2 weeks.',
    id: 'Harus seperti 7 hari atau 2 minggu.',
    explanation:
      'Days or weeks that processing takes; a period may follow: 7 days (2026-12-01 – 2026-12-31).',
  },
  import_shortened: {
    status: 422,
    en: 'A spreadsheet has shortened these digits. Format the column as text, and type them again.',
    id: 'Angka ini disingkat oleh aplikasi lembar kerja. Format kolomnya sebagai teks, lalu ketik ulang.',
    explanation:
      'A spreadsheet shows long digits like 8,99E+12, and saves them so as CSV: the digits are lost.',
  },
  import_differs: {
    status: 422,
    en: 'Differs from row {row} of the same product.',
    id: 'Berbeda dengan baris {row} dari produk yang sama.',
    explanation:
      'What belongs to the product as a whole stands in its first row, and may be left empty below.',
  },
  import_too_long: {
    status: 422,
    en: 'The product has more than {limit} rows.',
    id: 'Produk ini punya lebih dari {limit} baris.',
    explanation:
      'Rows next to each other with the same product name are one product, of 200 variations at most.',
  },
  import_add_variation: {
    status: 422,
    en: 'The product exists (row {row}): add variations by editing it, or give this row an SKU that it has.',
    id: 'Produk ini sudah ada (baris {row}): tambahkan variasi dengan mengubah produknya, atau isi SKU yang ada.',
    explanation: 'Rows of one product are either all new, or all name variations that the shop has.',
  },
  import_other_product: {
    status: 422,
    en: 'This SKU belongs to another product than row {row}.',
    id: 'SKU ini milik produk lain, bukan produk di baris {row}.',
    explanation: 'Rows next to each other with the same product name are one product.',
  },
  import_apart: {
    status: 422,
    en: 'Row {row} is of the same product: its rows must stand next to each other, with the same name.',
    id: 'Baris {row} adalah produk yang sama: barisnya harus berurutan dengan nama yang sama.',
    explanation: 'Sort the sheet by product name.',
  },
  import_sku_twice: {
    status: 422,
    en: 'The SKU stands in row {row} too.',
    id: 'SKU ini juga ada di baris {row}.',
    explanation: 'Each variation has one row.',
  },
  import_status: {
    status: 409,
    en: 'The import is {status}: this can not be done now.',
    id: 'Impor berstatus {status}: ini tidak dapat dilakukan sekarang.',
    explanation: 'An import is checked, then applied once, and may then be undone once.',
  },
  import_has_faults: {
    status: 422,
    en: '{count} rows are wrong. Correct the file and send it again, or apply with partial=true.',
    id: '{count} baris salah. Perbaiki berkas dan kirim lagi, atau terapkan dengan partial=true.',
    explanation: 'The rows of the import tell what is wrong in which cell.',
  },
  import_nothing: {
    status: 422,
    en: 'The import has nothing to apply.',
    id: 'Tidak ada yang dapat diterapkan dari impor ini.',
    explanation: 'Its rows are wrong, or say what the shop has already.',
  },
  import_touched: {
    status: 409,
    en: 'The import can not be undone: {count} of its products were changed, sold or moved since, {name} among them.',
    id: 'Impor tidak dapat dibatalkan: {count} produknya sudah diubah, terjual, atau dipindah, di antaranya {name}.',
    explanation:
      'Undoing would lose what was done since. Correct the products by another import, or one by one.',
  },
});
