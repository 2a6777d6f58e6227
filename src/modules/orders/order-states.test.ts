import { describe, expect, test } from 'vitest';
import {
  actionFault,
  isWithCourier,
  ORDER_TRANSITIONS,
  statusAfter,
  type OrderAction,
  type OrderStatus,
} from './order-states.ts';

const STATUSES: OrderStatus[] = ['UNCONFIRMED', 'ACCEPTED', 'REJECTED', 'CANCELED', 'EXPIRED'];

/** What can be done with an order of each status, written out once more. */
const ALLOWED: Record<OrderStatus, OrderAction[]> = {
  UNCONFIRMED: ['CONFIRM', 'REJECT', 'EXPIRE', 'WITHDRAW', 'TRACK', 'CHARGE'],
  ACCEPTED: [
    'EDIT',
    'PAY',
    'REMOVE_PAYMENT',
    'ADD_AWB',
    'SHIP',
    'TRACK',
    'CANCEL',
    'RETURN',
    'SETTLE_RETURN',
    'CHARGE',
  ],
  REJECTED: ['TRACK', 'REACTIVATE', 'DELETE', 'SETTLE_RETURN', 'CHARGE'],
  CANCELED: ['TRACK', 'REACTIVATE', 'DELETE', 'SETTLE_RETURN', 'CHARGE'],
  EXPIRED: ['REVIVE', 'TRACK', 'REACTIVATE', 'DELETE', 'SETTLE_RETURN', 'CHARGE'],
};

describe.each(STATUSES)('an order that is %s', (order_status) => {
  test.each(Object.keys(ORDER_TRANSITIONS) as OrderAction[])(
    'takes %s only where the table says so',
    (action) => {
      const fault = actionFault(action, { order_status, shipping_status: null });
      expect(fault === undefined).toBe(ALLOWED[order_status].includes(action));
      expect(fault?.values?.['status'] ?? order_status).toBe(order_status);
    },
  );
});

test('each action leads where the table says, and the others leave the order as it is', () => {
  const led: Partial<Record<OrderAction, OrderStatus>> = {
    CONFIRM: 'ACCEPTED',
    REJECT: 'REJECTED',
    EXPIRE: 'EXPIRED',
    WITHDRAW: 'CANCELED',
    REVIVE: 'UNCONFIRMED',
    CANCEL: 'CANCELED',
    REACTIVATE: 'ACCEPTED',
  };
  for (const action of Object.keys(ORDER_TRANSITIONS) as OrderAction[])
    for (const order_status of ORDER_TRANSITIONS[action].from)
      expect(statusAfter(action, { order_status })).toBe(led[action] ?? order_status);
});

test('an order whose parcel has left can not be cancelled; one whose parcel came back can', () => {
  const fault = (shipping_status: Parameters<typeof isWithCourier>[0]) =>
    actionFault('CANCEL', { order_status: 'ACCEPTED', shipping_status })?.code;
  for (const left of ['DROPOFF', 'ON_PROCESS', 'DELIVERED', 'LOST', 'SHIPMENT_PROBLEM'] as const)
    expect(fault(left)).toBe('order_with_courier');
  for (const here of [null, 'READY_TO_SHIP', 'PICKUP_REQUEST', 'UNPICK', 'RETURNED', 'INVALID'] as const)
    expect(fault(here)).toBeUndefined();
});
