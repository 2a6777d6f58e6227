import type { Language } from '../../kernel/language.ts';
import type { MessageKind } from './kinds.ts';

/** What a new shop begins with, and what is told where a shop has deleted its template. */
export const DEFAULT_TEMPLATES: Readonly<Record<Language, Readonly<Record<MessageKind, string>>>> = {
  id: {
    CUSTOM_NOTIFICATION:
      'Halo kak {%buyer%}, hari ini toko {%shopname%} libur. Semua chat akan kami balas begitu toko buka kembali. Terima kasih.',
    PROMO:
      'Halo kak {%buyer%}, ada promo baru di {%shopname%}. Balas pesan ini untuk memesan.\n\nBalas BERHENTI jika tidak ingin menerima promo lagi.',
    REMINDER:
      'Halo kak {%buyer%}, pesanan {%invoice%} di {%shopname%} menunggu pembayaran:\n\n{%products%}\n\n{%payment%}\n\nAbaikan pesan ini jika sudah membayar. Terima kasih.',
    ORDER_PROCESSED:
      'Halo kak {%buyer%}, pesanan {%invoice%} sudah kami terima dan sedang kami siapkan:\n\n{%products%}\n\nTerima kasih sudah belanja di {%shopname%}.',
    ORDER_SHIPPED:
      'Halo kak {%buyer%}, pesanan {%invoice%} sudah dikirim dengan {%courier%}.\nNomor resi: {%awb%}\nPenerima: {%receiver%}\n\nTerima kasih, {%shopname%}.',
    ORDER_COMPLETED:
      'Halo kak {%buyer%}, pesanan {%invoice%} sudah sampai. Semoga cocok. Kalau ada kendala, balas saja pesan ini.\n\nTerima kasih, {%shopname%}.',
    ORDER_CANCELED:
      'Halo kak {%buyer%}, pesanan {%invoice%} di {%shopname%} dibatalkan. Hubungi kami jika masih ingin memesan.',
    PREORDER_DUE:
      'Halo kak {%buyer%}, preorder {%invoice%} dijadwalkan dikirim pada {%shipdate%}:\n\n{%products%}\n\nTerima kasih sudah menunggu, {%shopname%}.',
  },
  en: {
    CUSTOM_NOTIFICATION:
      'Hi {%buyer%}, {%shopname%} is closed today. We will answer all messages as soon as we are open again. Thank you.',
    PROMO:
      'Hi {%buyer%}, there is a new promo at {%shopname%}. Reply to this message to order.\n\nReply STOP if you want no more promos.',
    REMINDER:
      'Hi {%buyer%}, your order {%invoice%} at {%shopname%} is waiting for your payment:\n\n{%products%}\n\n{%payment%}\n\nPlease ignore this message if you have paid. Thank you.',
    ORDER_PROCESSED:
      'Hi {%buyer%}, we have received your order {%invoice%} and are preparing it:\n\n{%products%}\n\nThank you for shopping at {%shopname%}.',
    ORDER_SHIPPED:
      'Hi {%buyer%}, your order {%invoice%} was shipped with {%courier%}.\nAWB number: {%awb%}\nReceiver: {%receiver%}\n\nThank you, {%shopname%}.',
    ORDER_COMPLETED:
      'Hi {%buyer%}, your order {%invoice%} has arrived. We hope you like it. If anything is wrong, just reply to this message.\n\nThank you, {%shopname%}.',
    ORDER_CANCELED:
      'Hi {%buyer%}, your order {%invoice%} at {%shopname%} was cancelled. Contact us if you still want to order.',
    PREORDER_DUE:
      'Hi {%buyer%}, your preorder {%invoice%} is due to be shipped on {%shipdate%}:\n\n{%products%}\n\nThank you for waiting, {%shopname%}.',
  },
};
