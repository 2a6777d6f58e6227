import { defineErrors } from '../../kernel/errors.ts';

export const reportErrors = defineErrors({
  report_one_filter: {
    status: 422,
    en: 'Choose one of order_category, user_id and expedition_id.',
    id: 'Pilih salah satu dari order_category, user_id, dan expedition_id.',
    explanation:
      'The orders behind a figure are listed for all of it, or for one part of it. Get Orders takes several filters at once.',
  },
});
