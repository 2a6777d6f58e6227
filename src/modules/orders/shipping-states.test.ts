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

/** What a courier can say of a parcel that it has, in the order of STATUSES. */
const FAR = 'ON_PROCESS DELIVERED RETURNED LOST SHIPMENT_PROBLEM';
const without = (all: string, status: string) =>
  all
    .split(' ')
    .filter((other) => other !== status)
    .join(' ');
const NEAR =
  'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED UNPICK RETURNED LOST INVALID SHIPMENT_PROBLEM';

/** Each status with the steps that staff, courier and jobs may cause, written out once more. */
const ALLOWED: [ShippingStatus | null, staff: string, courier: string, job: string][] = [
  [
    null,
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    NEAR,
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'READY_TO_SHIP',
    'PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    without(NEAR, 'READY_TO_SHIP'),
    'PICKUP_REQUEST DROPOFF',
  ],
  [
    'PICKUP_REQUEST',
    'READY_TO_SHIP DROPOFF ON_PROCESS DELIVERED',
    without(NEAR, 'PICKUP_REQUEST'),
    'READY_TO_SHIP DROPOFF',
  ],
  [
    'UNPICK',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    without(NEAR, 'UNPICK'),
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'INVALID',
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF ON_PROCESS DELIVERED',
    without(NEAR, 'INVALID'),
    'READY_TO_SHIP PICKUP_REQUEST DROPOFF',
  ],
  [
    'DROPOFF',
    'READY_TO_SHIP ON_PROCESS DELIVERED',
    'PICKUP_REQUEST ON_PROCESS DELIVERED UNPICK RETURNED LOST INVALID SHIPMENT_PROBLEM',
    '',
  ],
  ['ON_PROCESS', 'READY_TO_SHIP DELIVERED', without(FAR, 'ON_PROCESS'), ''],
  ['SHIPMENT_PROBLEM', 'READY_TO_SHIP ON_PROCESS DELIVERED', without(FAR, 'SHIPMENT_PROBLEM'), ''],
  ['DELIVERED', 'READY_TO_SHIP ON_PROCESS', without(FAR, 'DELIVERED'), ''],
  ['RETURNED', 'READY_TO_SHIP', '', ''],
  ['LOST', '', without(FAR, 'LOST'), ''],
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

test('what a courier can cause in several steps it can cause in one, so that a missing report loses nothing', () => {
  const by_courier = (from: ShippingStatus, to: ShippingStatus) =>
    shippingFault(from, to, 'COURIER', 'status') === undefined;
  const reported = STATUSES.filter((status) => status !== 'READY_TO_SHIP');
  const ways = STATUSES.flatMap((from) =>
    reported.flatMap((between) => reported.map((to) => [from, between, to] as const)),
  );
  const broken = ways.filter(
    ([from, between, to]) => by_courier(from, between) && by_courier(between, to) && !by_courier(from, to),
  );
  expect(broken).toEqual([]);
});
