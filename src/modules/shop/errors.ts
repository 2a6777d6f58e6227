import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

defineErrors({
  subdomain_taken: {
    status: 422,
    en: 'This subdomain is already taken.',
    id: 'Subdomain ini sudah digunakan.',
    explanation: 'Another shop uses it. Choose another one.',
  },
  origin: {
    status: 422,
    en: 'The {field} must be an origin like https://toko.example.com, without a path.',
    id: '{field} harus berupa origin seperti https://toko.example.com, tanpa path.',
    explanation: 'Scheme, host and, where it is not the usual one, port: what a browser sends as Origin.',
  },
  logo_address: {
    status: 422,
    en: 'The {field} must be the URL of a picture, starting with http:// or https://.',
    id: '{field} harus berupa URL gambar yang diawali http:// atau https://.',
    explanation:
      'Upload the picture first and send the URL from the response, or use the URL of a picture elsewhere.',
  },
});

mapConstraint('shop_subdomains_pkey', { code: 'subdomain_taken', field: 'subdomain' });
