import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const stockErrors = defineErrors({
  period_ends_early: {
    status: 422,
    en: 'The {field} must not be before the start_date.',
    id: '{field} tidak boleh sebelum start_date.',
    explanation: 'A period ends on the day on which it starts, or later.',
  },
  not_counted: {
    status: 422,
    en: 'The {field} is of product type {type}, whose pieces are not counted.',
    id: '{field} berjenis produk {type}, yang stoknya tidak dihitung.',
    explanation: 'Only product type S has amounts; R and PO say Y or N, which is set on the product.',
  },
  transfer_unequal: {
    status: 422,
    en: 'A transfer takes as much as it adds: {taken} taken, {added} added.',
    id: 'Pemindahan harus seimbang: {taken} diambil, {added} ditambahkan.',
    explanation: 'With move_warehouse_stock the entries with SUB are the sources of those with ADD.',
  },
  level_short: {
    status: 422,
    en: 'The warehouse has only {left} left of {name}.',
    id: 'Stok {name} di gudang ini tinggal {left}.',
    explanation: 'No warehouse goes below 0. Nothing of the request was done.',
  },
  sync_below_others: {
    status: 422,
    en: 'Other warehouses hold {elsewhere} already; the {field} can not be less.',
    id: 'Gudang lain sudah menyimpan {elsewhere}; {field} tidak boleh kurang dari itu.',
    explanation:
      'Syncing changes the main warehouse alone. Use update-stock to take from the others, naming the warehouse.',
  },
  warehouse_exists: {
    status: 422,
    en: 'A warehouse with this name exists already.',
    id: 'Gudang dengan nama ini sudah ada.',
    explanation: 'Names of warehouses are unique in a shop, in any letter case.',
  },
  main_warehouse: {
    status: 422,
    en: 'The main warehouse can not be deleted or made inactive, and stands where the active supplier does.',
    id: 'Gudang utama tidak dapat dihapus atau dinonaktifkan, dan selalu beralamat di supplier aktif.',
    explanation: 'Every shop keeps warehouse 0. Its name and the users it is given to can be changed.',
  },
  warehouse_not_empty: {
    status: 422,
    en: 'The warehouse still holds {left} pieces. Move them to another one first.',
    id: 'Gudang ini masih menyimpan {left} barang. Pindahkan dahulu ke gudang lain.',
    explanation:
      'Goods are never deleted with their warehouse. Move them by transfer or update-stock, or count 0.',
  },
});

mapConstraint('warehouses_name_unique', { code: 'warehouse_exists', field: 'warehouse' });
