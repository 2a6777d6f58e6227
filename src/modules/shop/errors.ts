import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const shopErrors = defineErrors({
  subdomain_taken: {
    status: 422,
    en: 'This subdomain is taken.',
    id: 'Subdomain ini sudah dipakai.',
    explanation: 'Another shop uses it. Choose another.',
  },
});

mapConstraint('shops_subdomain_unique', { code: 'subdomain_taken', field: 'subdomain' });
