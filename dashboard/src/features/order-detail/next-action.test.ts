import { expect, test } from 'vitest';
import { nextAction } from './next-action.ts';
import type { Parcel } from './order-queries.ts';

const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  shipment: 1,
  warehouse: null,
  is_handled: true,
  shipping_status: 'READY_TO_SHIP',
  awb_number: null,
  cod_amount: 0,
  label_prints: 0,
  service: { pickup: true, drop_off: true },
  requested_service: null,
  requested_at: null,
  left_at: null,
  ended_at: null,
  promised_days: null,
  is_removed: false,
  is_cancel_reason_required: false,
  booking: null,
  history: [],
  ...change,
});
const order = (change: object = {}) => ({
  order_status: 'ACCEPTED',
  remaining_amount: 0,
  is_cod: false,
  ...change,
});
const anything = () => true;
const ofWarehouse = (permission: string) => permission === 'orders.ship';

test('an order is first confirmed, then paid, then shipped', () => {
  const name = (change: object, ...parcels: Parcel[]) => nextAction(order(change), parcels, anything)?.name;
  expect(name({ order_status: 'UNCONFIRMED', remaining_amount: 5 }, parcel())).toBe('CONFIRM');
  expect(name({ remaining_amount: 5 }, parcel())).toBe('PAY');
  expect(name({}, parcel())).toBe('AWB');
  expect(name({}, parcel({ awb_number: 'JP1' }))).toBe('SHIPPED');
  expect(name({}, parcel({ awb_number: 'JP1', shipping_status: 'ON_PROCESS' }))).toBe('DELIVERED');
  expect(name({}, parcel({ awb_number: 'JP1', shipping_status: 'DELIVERED' }))).toBeUndefined();
  expect(name({ order_status: 'CANCELED' }, parcel())).toBe('REACTIVATE');
});

test('what the courier collects is paid after it has arrived', () => {
  const cod = order({ is_cod: true, remaining_amount: 90_000 });
  expect(nextAction(cod, [parcel()], anything)?.name).toBe('AWB');
  expect(nextAction(cod, [parcel({ shipping_status: 'DELIVERED' })], anything)?.name).toBe('PAY');
});

test('goods that the buyer comes for need no AWB number', () => {
  const fetched = parcel({ service: { pickup: false, drop_off: false } });
  expect(nextAction(order(), [fetched], anything)?.name).toBe('DELIVERED');
});

test('nobody is offered what the role may not do, or another warehouse does', () => {
  const hidden = order({ remaining_amount: null });
  expect(nextAction(order({ order_status: 'UNCONFIRMED' }), [parcel()], ofWarehouse)).toBeUndefined();
  expect(nextAction(order({ order_status: 'CANCELED' }), [parcel()], ofWarehouse)).toBeUndefined();
  expect(nextAction(hidden, [parcel()], ofWarehouse)?.name).toBe('AWB');
  const parcels = [parcel({ is_handled: false }), parcel({ shipment: 2, awb_number: 'JP2' })];
  expect(nextAction(hidden, parcels, ofWarehouse)).toMatchObject({
    name: 'SHIPPED',
    parcel: { shipment: 2 },
  });
  expect(nextAction(hidden, [parcel({ is_handled: false })], ofWarehouse)).toBeUndefined();
});

test('a parcel that a vendor is asked to book waits for its number', () => {
  const booking = { vendor: 'Biteship', state: 'WAITING', problem: null };
  expect(nextAction(order(), [parcel({ booking })], anything)).toBeUndefined();
});
