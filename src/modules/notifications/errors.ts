import { defineErrors } from '../../kernel/errors.ts';

export const notificationErrors = defineErrors({
  too_many_streams: {
    status: 429,
    en: 'There are {limit} streams of notifications open already. Close some of them, or try again later.',
    id: 'Sudah ada {limit} aliran notifikasi yang terbuka. Tutup sebagian, atau coba lagi nanti.',
    explanation:
      'A user, a shop and the server can have a limited number of streams open. Pages of one browser can share one.',
  },
  streams_closed: {
    status: 503,
    en: 'The server is being restarted. Please try again in a moment.',
    id: 'Server sedang dimulai ulang. Silakan coba lagi sebentar lagi.',
    explanation:
      'Streams are opened by another process, or after the restart. Nothing is missed: name the last event.',
  },
});
