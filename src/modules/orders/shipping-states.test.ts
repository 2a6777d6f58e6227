import { expect, test } from 'vitest';
import { isWithCourier } from './order-states.ts';
import {
  shippingFault,
  SHIPPING_STEPS,
  type ShippingSource,
  type ShippingStatus,
} from './shipping-states.ts';

const STATUSES: ShippingStatus[] = [
  'READY_TO_SHIP',
  'PICKUP_REQUEST',
  'DROPOFF',
  'ON_PROCESS',
  'DELIVERED',
  'UNPICK',
  'RETURNED',
  'LOST',
  'INVALID',
  'SHIPMENT_PROBLEM',
];

const stepsOf = (from: ShippingStatus | null, source: ShippingSource) =>
  STATUSES.filter((to) => to !== from && shippingFault(from, to, source, 'status') === undefined).join(' ');

/** Each status with the steps that staff, courier and jobs may cause, written out once more. */
const ALLOWED: [ShippingStatus | null, staff: string, courier: string, job: string][] = [
  [
    null,
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    'READY_TO_SHIP ON_PROCESS DELIVERED UNPICK INVALID',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'READY_TO_SHIP',
    'PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    'ON_PROCESS DELIVERED UNPICK INVALID',
    'PICKUP_REQUEST DROPOFF',
  ],
  [
    'PICKUP_REQUEST',
    'READY_TO_SHIP DROPOFF ON_PROCESS DELIVERED',
    'READY_TO_SHIP ON_PROCESS DELIVERED UNPICK INVALID',
    'READY_TO_SHIP DROPOFF',
  ],
  [
    'UNPICK',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    'READY_TO_SHIP ON_PROCESS DELIVERED INVALID',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'INVALID',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    'READY_TO_SHIP ON_PROCESS DELIVERED UNPICK',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'DROPOFF',
    'READY_TO_SHIP ON_PROCESS DELIVERED',
    'ON_PROCESS DELIVERED RETURNED LOST INVALID SHIPMENT_PROBLEM',
    '',
  ],
  ['ON_PROCESS', 'READY_TO_SHIP DELIVERED', 'DELIVERED RETURNED LOST SHIPMENT_PROBLEM', ''],
  ['SHIPMENT_PROBLEM', 'READY_TO_SHIP ON_PROCESS DELIVERED', 'ON_PROCESS DELIVERED RETURNED LOST', ''],
  ['DELIVERED', 'READY_TO_SHIP ON_PROCESS', 'ON_PROCESS RETURNED SHIPMENT_PROBLEM', ''],
  ['RETURNED', 'READY_TO_SHIP', '', ''],
  ['LOST', '', 'ON_PROCESS DELIVERED RETURNED', ''],
];

test.each(ALLOWED)(
  'a parcel that is %s takes the steps of the table, by whom it says',
  (from, staff, courier, job) => {
    expect({
      staff: stepsOf(from, 'STAFF'),
      courier: stepsOf(from, 'COURIER'),
      job: stepsOf(from, 'JOB'),
    }).toEqual({ staff, courier, job });
  },
);

test('every status can be reached and left, and saying again what is known is no fault', () => {
  for (const status of STATUSES) {
    expect(
      Object.values(SHIPPING_STEPS).some((steps) => status in steps),
      status,
    ).toBe(true);
    expect(Object.keys(SHIPPING_STEPS[status]), status).not.toEqual([]);
    expect(shippingFault(status, status, 'STAFF', 'status')).toBeUndefined();
  }
});

const WRONG = ['UNPICK', 'INVALID', 'LOST', 'SHIPMENT_PROBLEM', 'RETURNED'] as const;

test.each(WRONG)('only a courier says that a parcel is %s', (to) => {
  const by = Object.values(SHIPPING_STEPS).flatMap((steps) => steps[to] ?? []);
  expect(new Set(by)).toEqual(new Set(['COURIER']));
});

test.each(STATUSES.filter((status) => !isWithCourier(status)))(
  'staff never say that a lost parcel is %s: its goods are not here',
  (to) => {
    expect(shippingFault('LOST', to, 'STAFF', 'status')).toMatchObject({ code: 'shipping_status_final' });
  },
);
