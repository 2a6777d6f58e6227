import type { DeclaredEvent } from '../../../kernel/events.ts';
import type { ReadEvent } from '../../../kernel/event-readers.ts';
import type { MessageName } from '../message-types.ts';

/** Whose state a message says. */
export type SubjectKind = 'order' | 'customer' | 'product' | 'variation';

/** A message that an event is to become. */
export interface PlannedMessage {
  type: MessageName;
  kind: SubjectKind;
  id: number;
  /** Of a payment. */
  payment?: { id?: number; amount: number };
  /** Only where this covers the total of the order. */
  paid?: number;
  /** All that is said of what was deleted. */
  gone?: object;
}

/** What an event says beyond its payload: found in the rows before. */
export interface EventFacts {
  /** Variations that it moved. */
  moved: readonly number[];
  /** Products whose variations it deleted. */
  products: readonly number[];
  /** Paid when the order was placed, in rupiah. */
  paid_at_once: number;
}

const ORDER_TYPES = {
  'order.created': 'order.created',
  'order.edited': 'order.updated',
  'order.return_settled': 'order.updated',
  'order.confirmed': 'order.confirmed',
  'order.rejected': 'order.rejected',
  'order.expired': 'order.expired',
  'order.canceled': 'order.canceled',
  'order.revived': 'order.reactivated',
  'order.reactivated': 'order.reactivated',
  'order.awb_added': 'shipment.updated',
  'order.shipping_changed': 'shipment.updated',
  'order.turned_back': 'shipment.updated',
  'order.return_received': 'shipment.returned',
} as const satisfies Partial<Record<DeclaredEvent, MessageName>>;

const CUSTOMER_TYPES = {
  'customer.created': 'customer.created',
  'customer.account_requested': 'customer.created',
  'customer.updated': 'customer.updated',
  'customer.account_set': 'customer.updated',
  'customer.rejected': 'customer.updated',
  'customer.accepted': 'customer.updated',
  'customer.activated': 'customer.updated',
  'customer.blocked': 'customer.updated',
  'customer.unblocked': 'customer.updated',
} as const satisfies Partial<Record<DeclaredEvent, MessageName>>;

/** Events of orders with which stock comes or goes. */
export const STOCK_OF_ORDERS: readonly DeclaredEvent[] = [
  'order.created',
  'order.edited',
  'order.rejected',
  'order.expired',
  'order.canceled',
  'order.revived',
  'order.reactivated',
  'order.return_received',
];

/** Other events of stock: the subject is the variation, the transfer or the opname. */
export const STOCK_EVENTS = ['stock.changed', 'stock.transferred', 'stock.counted'] as const;

/** All events of the product that become messages. */
export const TRANSLATED: readonly DeclaredEvent[] = [
  ...(Object.keys(ORDER_TYPES) as DeclaredEvent[]),
  'order.paid',
  'order.payment_removed',
  'order.deleted',
  ...(Object.keys(CUSTOMER_TYPES) as DeclaredEvent[]),
  'customer.deleted',
  'product.created',
  'product.updated',
  'product.variations_deleted',
  'product.deleted',
  ...STOCK_EVENTS,
];

/**
 * The messages of an event, in the order in which receivers get them.
 * @param facts of the event
 */
export function planMessages(event: ReadEvent, facts: EventFacts): PlannedMessage[] {
  return [...ownMessages(event, facts), ...paymentMessages(event, facts), ...stockMessages(facts)];
}

function ownMessages(
  { name, subject_id: id, payload }: ReadEvent,
  { products }: EventFacts,
): PlannedMessage[] {
  if (name in ORDER_TYPES)
    return [{ type: ORDER_TYPES[name as keyof typeof ORDER_TYPES], kind: 'order', id }];
  if (name in CUSTOMER_TYPES)
    return [{ type: CUSTOMER_TYPES[name as keyof typeof CUSTOMER_TYPES], kind: 'customer', id }];
  if (name === 'customer.deleted') return [{ type: name, kind: 'customer', id, gone: { customer_id: id } }];
  if (name === 'product.created' || name === 'product.updated') return [{ type: name, kind: 'product', id }];
  if (name === 'product.variations_deleted')
    return products.map((product_id) => ({ type: 'product.updated', kind: 'product', id: product_id }));
  if (name === 'product.deleted')
    return (payload as { product_ids: number[] }).product_ids.map((product_id) => {
      return { type: name, kind: 'product', id: product_id, gone: { product_id } };
    });
  if (name !== 'order.deleted') return [];
  const { po_number } = payload as { po_number: number };
  return [{ type: name, kind: 'order', id, gone: { order_id: id, po_number } }];
}

/** Whatever an order is paid by, it shows in what is paid of it. */
function paymentMessages(
  { name, subject_id, payload }: ReadEvent,
  { paid_at_once }: EventFacts,
): PlannedMessage[] {
  if (!name.startsWith('order.') || name === 'order.deleted') return [];
  const order = { kind: 'order', id: subject_id } as const;
  const said = payload as { paid_idr?: [number, number]; id?: number; amount_idr?: number };
  if (name === 'order.payment_removed')
    return [
      { ...order, type: 'payment.removed', payment: { id: said.id ?? 0, amount: said.amount_idr ?? 0 } },
    ];
  const [before, after] = name === 'order.created' ? [0, paid_at_once] : (said.paid_idr ?? [0, 0]);
  if (after <= before) return [];
  return [
    { ...order, type: 'payment.received', payment: { amount: after - before } },
    { ...order, type: 'order.paid', paid: after },
  ];
}

function stockMessages({ moved }: EventFacts): PlannedMessage[] {
  return moved.map((id) => ({ type: 'stock.changed', kind: 'variation', id }));
}
