import { defineErrors } from '../../kernel/errors.ts';

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
});
