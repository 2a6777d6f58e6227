import { defineErrors } from '../../kernel/errors.ts';

export const settingErrors = defineErrors({
  order_cost_amount: {
    status: 422,
    en: 'The {field} field is required when type is {type}.',
    id: '{field} wajib diisi jika type bernilai {type}.',
    explanation: 'NOMINAL needs an amount in rupiah, PERCENTAGE a percentage of the product total.',
  },
  order_cost_type: {
    status: 422,
    en: 'Set {field} to NOMINAL or PERCENTAGE to choose which of the two amounts applies.',
    id: 'Isi {field} dengan NOMINAL atau PERCENTAGE untuk menentukan nilai yang berlaku.',
    explanation: 'An order cost has one amount. If both are sent, `type` is required.',
  },
});
