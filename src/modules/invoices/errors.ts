import { defineErrors } from '../../kernel/errors.ts';

export const invoiceErrors = defineErrors({
  receivable_day_ahead: {
    status: 422,
    en: 'The {field} must not be after today ({today}).',
    id: '{field} tidak boleh setelah hari ini ({today}).',
    explanation: 'A statement says what is owed at the end of a day that has begun: today or before.',
  },
});
