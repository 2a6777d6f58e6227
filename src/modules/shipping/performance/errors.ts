import { defineErrors } from '../../../kernel/errors.ts';

export const performanceErrors = defineErrors({
  performance_period_long: {
    status: 422,
    en: 'The period can have at most {days} days.',
    id: 'Periode maksimal {days} hari.',
    explanation: 'Every parcel of the period is counted. Ask for a longer time in parts.',
  },
});
