import { defineErrors } from '../../kernel/errors.ts';

export const notificationErrors = defineErrors({
  too_many_streams: {
    status: 429,
    en: 'There are {limit} streams of notifications open already. Close some of them, or try again later.',
    id: 'Sudah ada {limit} aliran notifikasi yang terbuka. Tutup sebagian, atau coba lagi nanti.',
    explanation:
      'A user, a shop and the server can have a limited number of streams open. Pages of one browser can share one.',
  },
  push_address: {
    status: 422,
    en: 'The {field} is no push subscription: it must be an https address in the public internet with the keys p256dh and auth, as a browser gives them.',
    id: '{field} bukan langganan push: harus berupa alamat https di internet publik dengan kunci p256dh dan auth, seperti yang diberikan browser.',
    explanation: 'Send what `PushSubscription.toJSON()` of a browser gives.',
  },
  streams_closed: {
    status: 503,
    en: 'The server is being restarted. Please try again in a moment.',
    id: 'Server sedang dimulai ulang. Silakan coba lagi sebentar lagi.',
    explanation:
      'Streams are opened by another process, or after the restart. Nothing is missed: name the last event.',
  },
});
