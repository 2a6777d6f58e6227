import { defineErrors } from '../../kernel/errors.ts';

export const settingErrors = defineErrors({
  order_cost_amount: {
    status: 422,
    en: 'The {field} field is required when type is {type}.',
    id: '{field} wajib diisi bila type adalah {type}.',
    explanation: 'A NOMINAL cost has an amount in rupiah, a PERCENTAGE one a percentage of the goods.',
  },
});
