import type { Bilingual } from '../../kernel/http/answer.ts';

/** What customers are told, whether or not it is of an order. */
export const CUSTOMER_KINDS = ['CUSTOM_NOTIFICATION', 'PROMO'] as const;
/** What they are told of an order when it has come so far. */
export const FOLLOWUP_KINDS = [
  'REMINDER',
  'ORDER_PROCESSED',
  'ORDER_SHIPPED',
  'ORDER_COMPLETED',
  'ORDER_CANCELED',
  'PREORDER_DUE',
] as const;
export const MESSAGE_KINDS = [...CUSTOMER_KINDS, ...FOLLOWUP_KINDS] as const;

export type FollowupKind = (typeof FOLLOWUP_KINDS)[number];
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Those of which an order has one each; the message of a customer kind can be sent of an order too. */
export const ORDER_KINDS = [
  'REMINDER',
  'ORDER_PROCESSED',
  'ORDER_SHIPPED',
  'ORDER_COMPLETED',
  'ORDER_CANCELED',
  'PREORDER_DUE',
  'PROMO',
] as const;

export const KIND_TITLES: Readonly<Record<MessageKind, Bilingual>> = {
  CUSTOM_NOTIFICATION: { id: 'Kirim Pemberitahuan', en: 'Send a notification' },
  PROMO: { id: 'Kirim Promo', en: 'Send a promo' },
  REMINDER: { id: 'Ingatkan Pembayaran', en: 'Remind of the payment' },
  ORDER_PROCESSED: { id: 'Pesanan Diproses', en: 'Order is processed' },
  ORDER_SHIPPED: { id: 'Pesanan Dikirim', en: 'Order is shipped' },
  ORDER_COMPLETED: { id: 'Pesanan Diterima', en: 'Order has arrived' },
  ORDER_CANCELED: { id: 'Pesanan Dibatalkan', en: 'Order is cancelled' },
  PREORDER_DUE: { id: 'Preorder Siap Dikirim', en: 'Preorder is due' },
};

/** What leaves first. */
export const LANES = { SINGLE: 0, FOLLOWUP: 1, BROADCAST: 2 } as const;
