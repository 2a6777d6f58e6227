import { defineErrors } from '../../../kernel/errors.ts';

defineErrors({
  rate_weight: {
    status: 422,
    en: 'The {field} field is required, in kilograms. Or give weight_grams.',
    id: '{field} wajib diisi, dalam kilogram. Atau isi weight_grams.',
    explanation:
      '`weight` is in whole kilograms, as in the response; `weight_grams` is exact and takes precedence.',
  },
});
