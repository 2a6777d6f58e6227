import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

defineErrors({
  subdomain_taken: {
    status: 422,
    en: 'This subdomain is taken.',
    id: 'Subdomain ini sudah dipakai.',
    explanation: 'Another shop uses it. Choose another.',
  },
  logo_address: {
    status: 422,
    en: 'The {field} must be the address of a picture, beginning with http:// or https://.',
    id: '{field} harus berupa alamat gambar yang diawali http:// atau https://.',
    explanation:
      'Upload the picture first and send the address from the answer, or the address of one elsewhere.',
  },
});

mapConstraint('shops_subdomain_unique', { code: 'subdomain_taken', field: 'subdomain' });
