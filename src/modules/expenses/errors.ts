import { defineErrors } from '../../kernel/errors.ts';

export const expenseErrors = defineErrors({
  expense_too_large: {
    status: 422,
    en: 'The {field} times the quantity must not be greater than {limit}.',
    id: '{field} dikali jumlah maksimal {limit}.',
    explanation: 'The total of an expense is its amount times its quantity.',
  },
});
