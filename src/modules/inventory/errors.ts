import { defineErrors } from '../../kernel/errors.ts';

export const inventoryErrors = defineErrors({
  same_warehouse: {
    status: 422,
    en: 'The {field} must be another warehouse than the origin.',
    id: '{field} harus gudang lain dari gudang asal.',
    explanation: 'A transfer moves goods from one warehouse to another.',
  },
  variation_twice: {
    status: 422,
    en: 'The {field} stands in the list twice.',
    id: '{field} tercantum dua kali.',
    explanation: 'Each variation has one line, as it is not clear which amount would count.',
  },
  variation_not_counted: {
    status: 422,
    en: 'The {field} is of a product whose pieces are not counted.',
    id: '{field} adalah produk yang stoknya tidak dihitung.',
    explanation: 'Only product type S has amounts.',
  },
  cells_wrong: {
    status: 422,
    en: '{count} cells of the file are wrong, so nothing was kept. Correct them, or send partial=true.',
    id: '{count} sel di berkas ini salah, jadi tidak ada yang disimpan. Perbaiki, atau kirim partial=true.',
    explanation: 'Each of them is named with its row and column; the first 200 are.',
  },
  nothing_counted: {
    status: 422,
    en: 'No row of the file has counted stock.',
    id: 'Tidak ada baris di berkas ini yang berisi stok hasil hitung.',
    explanation: 'Rows whose counted stock is empty were not counted, and are left out.',
  },
  counted_number: {
    status: 422,
    en: 'Not a whole number from 0 to {max}.',
    id: 'Bukan bilangan bulat dari 0 sampai {max}.',
    explanation: 'Stock is counted in whole pieces; thousands may be parted by dots.',
  },
  sku_missing: {
    status: 422,
    en: 'The SKU is empty.',
    id: 'SKU kosong.',
    explanation: 'A row names its variation by the SKU, or by the ID of the template.',
  },
  sku_unknown: {
    status: 422,
    en: 'No variation of the shop has this SKU.',
    id: 'Tidak ada variasi di toko ini dengan SKU ini.',
    explanation: 'It may have been deleted, or its SKU changed, since the template was made.',
  },
  sku_other_variation: {
    status: 422,
    en: 'The SKU belongs to another variation than the ID in this row.',
    id: 'SKU ini milik variasi lain, bukan variasi dengan ID di baris ini.',
    explanation: 'Rows may have got mixed up by sorting a part of the columns.',
  },
  sku_not_counted: {
    status: 422,
    en: 'The stock of this product is not counted.',
    id: 'Stok produk ini tidak dihitung.',
    explanation: 'Only product type S has amounts.',
  },
  warehouse_unknown: {
    status: 422,
    en: 'No warehouse has this name.',
    id: 'Tidak ada gudang dengan nama ini.',
    explanation: 'A row names its warehouse by name or ID; without one it is the main warehouse.',
  },
  counted_twice: {
    status: 422,
    en: 'The same variation and warehouse stand in row {row}.',
    id: 'Variasi dan gudang yang sama ada di baris {row}.',
    explanation: 'It is not clear which of the two amounts counts.',
  },
  transfer_short: {
    status: 422,
    en: 'The warehouse has only {left} left.',
    id: 'Stok di gudang asal tinggal {left}.',
    explanation: 'Nothing of the transfer was done. No warehouse goes below 0.',
  },
});
