import { defineErrors } from '../../kernel/errors.ts';

export const settingErrors = defineErrors({
  order_cost_amount: {
    status: 422,
    en: 'The {field} field is required when type is {type}.',
    id: '{field} wajib diisi bila type adalah {type}.',
    explanation: 'A NOMINAL cost has an amount in rupiah, a PERCENTAGE one a percentage of the goods.',
  },
  order_cost_type: {
    status: 422,
    en: 'Say in {field} which of nominal and percentage counts: NOMINAL or PERCENTAGE.',
    id: 'Sebutkan pada {field} mana yang berlaku, nominal atau percentage: NOMINAL atau PERCENTAGE.',
    explanation:
      'A cost has one amount. Where both are sent, type says which; where one is, that one counts.',
  },
});
