import type { FollowupKind } from './kinds.ts';
import type { OrderFacts } from './order-facts.ts';

const CLOSED: ReadonlySet<string> = new Set(['CANCELED', 'REJECTED', 'EXPIRED']);
const LEFT: ReadonlySet<string> = new Set([
  'DROPOFF',
  'ON_PROCESS',
  'DELIVERED',
  'RETURNED',
  'LOST',
  'SHIPMENT_PROBLEM',
]);

/** Its way has come to an end, whichever. */
const ARRIVED: ReadonlySet<string> = new Set(['DELIVERED', 'RETURNED', 'LOST']);

/** Whether an order is not paid, and its buyer has not said that the money is on its way. */
function isUnpaid(order: OrderFacts): boolean {
  const { order_status, is_cod, paid_idr, total_idr, payment_state } = order;
  if (is_cod || paid_idr >= total_idr) return false;
  if (order_status === 'ACCEPTED') return true;
  return order_status === 'UNCONFIRMED' && payment_state === 'WAITING';
}

function isGoing({ order_status, is_cod, paid_idr, total_idr }: OrderFacts): boolean {
  return order_status === 'ACCEPTED' && (is_cod || paid_idr >= total_idr);
}

const hasLeft = ({ awb_number, shipping_status }: OrderFacts) =>
  awb_number !== null || (shipping_status !== null && LEFT.has(shipping_status));

/** Whether what a message says of an order is true. */
const STAGES: Readonly<Record<FollowupKind, (order: OrderFacts) => boolean>> = {
  REMINDER: isUnpaid,
  ORDER_PROCESSED: (order) => isGoing(order) && !hasLeft(order),
  ORDER_SHIPPED: ({ order_status, awb_number, shipping_status }) =>
    order_status === 'ACCEPTED' && awb_number !== null && !ARRIVED.has(shipping_status ?? ''),
  ORDER_COMPLETED: (order) => order.order_status === 'ACCEPTED' && order.shipping_status === 'DELIVERED',
  ORDER_CANCELED: (order) => CLOSED.has(order.order_status),
  PREORDER_DUE: (order) =>
    order.order_status === 'ACCEPTED' && order.estimated_ship_on !== null && !hasLeft(order),
};

/** Whether an order is at the stage that a message of this kind is about. Customers of marketplaces are told there. */
export function isAtStage(kind: FollowupKind, order: OrderFacts): boolean {
  return order.order_category !== 'SHOPEE' && STAGES[kind](order);
}
