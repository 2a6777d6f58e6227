import { defineErrors } from '../../kernel/errors.ts';

export const webhookErrors = defineErrors({
  webhook_url: {
    status: 422,
    en: 'The {field} must be a web address like https://example.com/hooks, of at most 2,000 characters.',
    id: '{field} harus berupa alamat web seperti https://example.com/hooks, paling banyak 2.000 karakter.',
    explanation: 'Events are sent there by HTTP. Write the whole address, with https:// at the beginning.',
  },
  webhook_url_https: {
    status: 422,
    en: 'The {field} must begin with https://.',
    id: '{field} harus diawali https://.',
    explanation:
      'What is sent is data of the shop, which others could read on the way without TLS. Only to networks that the operator has named in WEBHOOK_NETWORKS it is sent without.',
  },
  webhook_url_user: {
    status: 422,
    en: 'The {field} must not contain a user name or password.',
    id: '{field} tidak boleh memuat nama pengguna atau kata sandi.',
    explanation:
      'Addresses appear in lists. Receivers recognise what comes from this shop by its signature: see docs/webhooks.md.',
  },
  webhook_url_private: {
    status: 422,
    en: 'The {field} leads to a private network or to the server itself. It must be reachable from the internet.',
    id: '{field} mengarah ke jaringan privat atau ke server itu sendiri. Alamat harus dapat diakses dari internet.',
    explanation:
      'Webhooks go to the public internet only, unless the operator allows private networks with WEBHOOK_NETWORKS. Names are checked again whenever something is sent.',
  },
  webhook_off: {
    status: 409,
    en: 'The webhook is switched off. Switch it on first.',
    id: 'Webhook ini tidak aktif. Aktifkan terlebih dahulu.',
    explanation: 'Nothing is sent to a webhook that is switched off.',
  },
});
