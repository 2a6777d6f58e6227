import { defineErrors } from '../../kernel/errors.ts';

export const packageErrors = defineErrors({
  package_limit: {
    status: 422,
    en: 'Your package {package} includes {limit} {what}. Order {upgrade} to add more.',
    id: 'Paket {package} Anda mencakup {limit} {what}. Pesan {upgrade} untuk menambah.',
    explanation:
      'The package of the shop has a limit. What there is stays, nothing can be added. The owner can order a larger package ' +
      'with POST /api/open/billing/order.',
  },
  package_needed: {
    status: 403,
    en: 'API keys are part of {needed}. The package of this shop is {package}: the owner can order {upgrade}, then the key works again.',
    id: 'API key termasuk dalam {needed}. Paket toko ini {package}: pemilik dapat memesan {upgrade}, lalu key berfungsi kembali.',
    explanation:
      'The package of the shop has ended or does not include API keys. Keys and data are kept. The owner can sign in and ' +
      'order a package with POST /api/open/billing/order; keys that have not expired work again when it is paid.',
  },
});
