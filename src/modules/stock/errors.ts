import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const stockErrors = defineErrors({
  not_counted: {
    status: 422,
    en: 'The {field} has the product type {type}, whose stock is not counted.',
    id: '{field} berjenis produk {type}, yang stoknya tidak dihitung.',
    explanation:
      'Only products of type S have stock quantities. For R and PO, set the stock status (Y or N) on the ' +
      'product.',
  },
  level_changed: {
    status: 409,
    en: 'The stock of {name} in the warehouse is {found} now, not {expected}. Nothing was changed.',
    id: 'Stok {name} di gudang ini sekarang {found}, bukan {expected}. Tidak ada yang diubah.',
    explanation:
      'The request said in `expected` what the stock was, and somebody has sold, added or moved units since. Read it again and decide ' +
      'anew.',
  },
  transfer_unequal: {
    status: 422,
    en: 'A transfer must add as many units as it takes: {taken} taken, {added} added.',
    id: 'Jumlah transfer harus seimbang: {taken} diambil, {added} ditambahkan.',
    explanation: 'With move_warehouse_stock, the entries with SUB are the sources of those with ADD.',
  },
  level_short: {
    status: 422,
    en: 'Insufficient stock of {name}: {left} left in the warehouse.',
    id: 'Stok {name} di gudang ini hanya tersisa {left}.',
    explanation: 'The stock of a warehouse cannot be negative. Nothing was changed.',
  },
  sync_below_others: {
    status: 422,
    en: 'The {field} cannot be less than {elsewhere}, the stock of the other warehouses.',
    id: '{field} tidak boleh kurang dari {elsewhere}, yaitu jumlah stok di gudang lain.',
    explanation:
      'Syncing changes only the main warehouse. To reduce the stock of another warehouse, use update-stock ' +
      'with its ID.',
  },
  warehouse_exists: {
    status: 422,
    en: 'A warehouse with this name already exists.',
    id: 'Gudang dengan nama ini sudah ada.',
    explanation: 'Warehouse names are unique within a shop, ignoring letter case.',
  },
  main_warehouse: {
    status: 422,
    en: 'The main warehouse cannot be deleted or deactivated, and always has the address of the active supplier.',
    id: 'Gudang utama tidak dapat dihapus atau dinonaktifkan, dan alamatnya selalu mengikuti supplier aktif.',
    explanation: 'Every shop has warehouse 0. You can change its name and its assigned users.',
  },
  warehouse_not_empty: {
    status: 422,
    en: 'The warehouse still has {left} units in stock. Move them to another warehouse first.',
    id: 'Gudang ini masih memiliki {left} stok. Pindahkan ke gudang lain terlebih dahulu.',
    explanation:
      'Deleting a warehouse never deletes stock. Move it with a stock transfer or update-stock, or set it to 0 ' +
      'with a stock opname.',
  },
});

mapConstraint('warehouses_name_unique', { code: 'warehouse_exists', field: 'warehouse' });
