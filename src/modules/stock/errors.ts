import { defineErrors } from '../../kernel/errors.ts';

defineErrors({
  period_ends_early: {
    status: 422,
    en: 'The {field} must not be before the start_date.',
    id: '{field} tidak boleh sebelum start_date.',
    explanation: 'A period ends on the day on which it starts, or later.',
  },
});
