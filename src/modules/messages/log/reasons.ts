import type { Bilingual } from '../../../kernel/http/answer.ts';

/** Why a message failed, was left out, or waits. */
export const REASONS: Readonly<Record<string, Bilingual>> = {
  ORDER_CHANGED: {
    id: 'Pesanan sudah berubah, sehingga pesan ini tidak berlaku lagi',
    en: 'The order has changed, so it is not true any more',
  },
  SWITCHED_OFF: { id: 'Pesan otomatis dimatikan', en: 'The message that is sent by itself was switched off' },
  OPTED_OUT: { id: 'Pelanggan tidak ingin menerima promo', en: 'The customer wants no promos' },
  NO_PHONE: { id: 'Nomor telepon tidak dapat dikirimi pesan', en: 'The phone number cannot be used' },
  DUPLICATE_NUMBER: {
    id: 'Nomor telepon sama dengan pelanggan lain',
    en: 'Another customer has the same phone number',
  },
  CUSTOMER_DELETED: { id: 'Pelanggan sudah dihapus', en: 'The customer was deleted' },
  EXPIRED: { id: 'Terlalu lama menunggu', en: 'It has waited too long' },
  UNCONNECTED: { id: 'Toko belum terhubung dengan vendor', en: 'The shop is not connected with the vendor' },
  WINDOW_CLOSED: {
    id: 'Pelanggan belum menulis dalam 24 jam terakhir, sehingga WhatsApp hanya menerima template yang disetujui',
    en: 'The customer has not written within 24 hours, so WhatsApp takes approved templates only',
  },
  KEY_REFUSED: {
    id: 'Vendor tidak menerima kunci toko',
    en: 'The vendor does not accept the key of the shop',
  },
  BALANCE_TOO_LOW: { id: 'Saldo di vendor tidak cukup', en: 'The balance at the vendor is too low' },
  PHONE_REFUSED: {
    id: 'Nomor ini tidak dapat dihubungi lewat WhatsApp',
    en: 'The number cannot be reached by WhatsApp',
  },
  TEMPLATE_REFUSED: {
    id: 'WhatsApp tidak menyetujui template ini',
    en: 'WhatsApp has not approved this template',
  },
  NO_WAY: { id: 'Pelanggan tidak memiliki email', en: 'The customer has no email' },
  REFUSED: { id: 'Vendor menolak pesan ini', en: 'The vendor refused the message' },
  BUSY: { id: 'Vendor sedang sibuk', en: 'The vendor is busy' },
  UNAVAILABLE: { id: 'Vendor tidak dapat dihubungi', en: 'The vendor cannot be reached' },
  ANSWER_LOST: {
    id: 'Vendor tidak menjawab, sehingga tidak diketahui apakah pesan terkirim',
    en: 'The vendor did not answer, so it is not known whether it was sent',
  },
};
