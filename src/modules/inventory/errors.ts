import { defineErrors } from '../../kernel/errors.ts';

export const inventoryErrors = defineErrors({
  same_warehouse: {
    status: 422,
    en: 'The {field} must not be the warehouse of origin.',
    id: '{field} tidak boleh sama dengan gudang asal.',
    explanation: 'A stock transfer moves stock from one warehouse to another.',
  },
  variation_twice: {
    status: 422,
    en: 'The {field} is listed twice.',
    id: '{field} tercantum dua kali.',
    explanation: 'Each variation can be listed only once.',
  },
  variation_not_counted: {
    status: 422,
    en: 'The stock of {field} is not counted.',
    id: 'Stok {field} tidak dihitung.',
    explanation: 'Only products of type S have stock quantities.',
  },
  cells_wrong: {
    status: 422,
    en: '{count} cells of the file have errors, so nothing was imported. Correct them, or send partial=true.',
    id: 'Ada {count} sel yang salah, sehingga tidak ada data yang diimpor. Perbaiki, atau kirim partial=true.',
    explanation: 'The response lists the row and column of each error, up to 200.',
  },
  nothing_counted: {
    status: 422,
    en: 'No row of the file has a counted quantity.',
    id: 'Tidak ada stok hasil hitung di file ini.',
    explanation: 'Rows without a counted quantity are ignored.',
  },
  counted_number: {
    status: 422,
    en: 'Must be a whole number from 0 to {max}.',
    id: 'Harus berupa bilangan bulat dari 0 sampai {max}.',
    explanation: 'Stock is counted in whole units. Dots can be used as thousands separators.',
  },
  sku_missing: {
    status: 422,
    en: 'The SKU is empty.',
    id: 'SKU masih kosong.',
    explanation: 'Each row must have the SKU of a variation, or its ID from the template.',
  },
  sku_unknown: {
    status: 422,
    en: 'No variation of the shop has this SKU.',
    id: 'Tidak ada variasi dengan SKU ini di toko.',
    explanation:
      'The variation may have been deleted, or its SKU changed, after the template was downloaded.',
  },
  sku_other_variation: {
    status: 422,
    en: 'The SKU and the ID in this row belong to different variations.',
    id: 'SKU dan ID di baris ini milik variasi yang berbeda.',
    explanation: 'This can happen when only some of the columns were sorted.',
  },
  sku_not_counted: {
    status: 422,
    en: 'The stock of this product is not counted.',
    id: 'Stok produk ini tidak dihitung.',
    explanation: 'Only products of type S have stock quantities.',
  },
  warehouse_unknown: {
    status: 422,
    en: 'No warehouse has this name.',
    id: 'Tidak ada gudang dengan nama ini.',
    explanation: 'Enter the name or ID of a warehouse. If it is empty, the main warehouse is used.',
  },
  counted_twice: {
    status: 422,
    en: 'The same variation and warehouse are also in row {row}.',
    id: 'Variasi dan gudang yang sama juga ada di baris {row}.',
    explanation: 'Each combination of variation and warehouse can be listed only once.',
  },
  transfer_short: {
    status: 422,
    en: 'Insufficient stock: {left} left in the warehouse.',
    id: 'Stok di gudang asal hanya tersisa {left}.',
    explanation: 'Nothing was transferred. The stock of a warehouse cannot be negative.',
  },
});
