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
  transfer_short: {
    status: 422,
    en: 'The warehouse has only {left} left.',
    id: 'Stok di gudang asal tinggal {left}.',
    explanation: 'Nothing of the transfer was done. No warehouse goes below 0.',
  },
});
