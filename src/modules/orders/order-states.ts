import type { RefusalPart } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';
import type { ShippingStatus } from './shipping-states.ts';

export type OrderStatus = 'UNCONFIRMED' | 'ACCEPTED' | 'REJECTED' | 'CANCELED' | 'EXPIRED';

export type OrderAction =
  | 'CONFIRM'
  | 'REJECT'
  | 'EXPIRE'
  | 'WITHDRAW'
  | 'REVIVE'
  | 'EDIT'
  | 'PAY'
  | 'REMOVE_PAYMENT'
  | 'ADD_AWB'
  | 'SHIP'
  | 'TRACK'
  | 'CANCEL'
  | 'REACTIVATE'
  | 'DELETE'
  | 'RETURN'
  | 'SETTLE_RETURN'
  | 'CHARGE';

interface Transition {
  from: readonly OrderStatus[];
  /** What the order is afterwards; undefined: what it was, or for DELETE nothing. */
  to?: OrderStatus;
  /** Not while a courier has the parcel, or has brought it to the receiver. */
  not_with_courier?: true;
  /** It can change what is counted of its sales (sales.ts), payments included. */
  changes_sales?: true;
}

const CLOSED = ['REJECTED', 'CANCELED', 'EXPIRED'] as const;

/** All actions on an order, and the states that allow them; everything else is impossible. */
export const ORDER_TRANSITIONS: Record<OrderAction, Transition> = {
  CONFIRM: { from: ['UNCONFIRMED'], to: 'ACCEPTED', changes_sales: true },
  REJECT: { from: ['UNCONFIRMED'], to: 'REJECTED' },
  EXPIRE: { from: ['UNCONFIRMED'], to: 'EXPIRED' },
  // By its buyer, before it is paid.
  WITHDRAW: { from: ['UNCONFIRMED'], to: 'CANCELED' },
  // It was paid after it had expired.
  REVIVE: { from: ['EXPIRED'], to: 'UNCONFIRMED' },
  EDIT: { from: ['ACCEPTED'], changes_sales: true },
  PAY: { from: ['ACCEPTED'], changes_sales: true },
  REMOVE_PAYMENT: { from: ['ACCEPTED'], changes_sales: true },
  ADD_AWB: { from: ['ACCEPTED'] },
  SHIP: { from: ['ACCEPTED'] },
  // Where a parcel is, is true whatever became of its order.
  TRACK: { from: ['UNCONFIRMED', 'ACCEPTED', ...CLOSED] },
  CANCEL: { from: ['ACCEPTED'], to: 'CANCELED', not_with_courier: true, changes_sales: true },
  REACTIVATE: { from: CLOSED, to: 'ACCEPTED', changes_sales: true },
  DELETE: { from: CLOSED, changes_sales: true },
  // Cancelling gives back all stock, so nothing is left to be received. What it cost can be settled in any case.
  RETURN: { from: ['ACCEPTED'], changes_sales: true },
  SETTLE_RETURN: { from: ['ACCEPTED', ...CLOSED], changes_sales: true },
  // What it costs, whatever became of it.
  CHARGE: { from: ['UNCONFIRMED', 'ACCEPTED', ...CLOSED] },
};

const WITH_COURIER: ReadonlySet<ShippingStatus> = new Set([
  'DROPOFF',
  'ON_PROCESS',
  'DELIVERED',
  'LOST',
  'SHIPMENT_PROBLEM',
]);

/** Whether the parcel has left, so that its products and receiver are final. A parcel that came back has not left. */
export function isWithCourier(shipping_status: ShippingStatus | null): boolean {
  return shipping_status !== null && WITH_COURIER.has(shipping_status);
}

/** Whether the courier has or had the parcel. */
export function hasLeft(shipping_status: ShippingStatus | null): boolean {
  return isWithCourier(shipping_status) || shipping_status === 'RETURNED';
}

/** Whether the courier has taken it, or had it: what was brought to the courier is not taken for sure. */
export function isCollected(shipping_status: ShippingStatus | null): boolean {
  return shipping_status !== 'DROPOFF' && hasLeft(shipping_status);
}

const ENDS: ReadonlySet<ShippingStatus | null> = new Set(['DELIVERED', 'RETURNED', 'LOST'] as const);

/** Whether the way of the parcel is over: it was delivered, came back, or was lost. */
export function hasEnded(shipping_status: ShippingStatus | null): boolean {
  return ENDS.has(shipping_status);
}

/** The status of an order after an action. */
export function statusAfter(action: OrderAction, order: { order_status: OrderStatus }): OrderStatus {
  return ORDER_TRANSITIONS[action].to ?? order.order_status;
}

/** Why an action can't be done with an order; undefined where it can. */
export function actionFault(
  action: OrderAction,
  order: { order_status: OrderStatus; shipping_status: ShippingStatus | null },
): RefusalPart | undefined {
  const { from, not_with_courier } = ORDER_TRANSITIONS[action];
  if (!from.includes(order.order_status))
    return orderErrors.part(from.includes('ACCEPTED') ? 'order_not_active' : 'order_status_other', 'id', {
      status: order.order_status,
      needed: from.join(', '),
    });
  if (not_with_courier === true && isWithCourier(order.shipping_status))
    return orderErrors.part('order_with_courier', 'id', { status: order.shipping_status ?? '' });
  return undefined;
}
