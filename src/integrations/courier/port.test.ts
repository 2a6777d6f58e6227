import { expect, test } from 'vitest';
import { CourierError, eventId, type CourierProblem, type CourierVendor } from './port.ts';

test("a vendor's own words stand in no message", () => {
  const error = new CourierError('shipper', 'request_refused', 'Phone 0812 is on our black list');
  expect(String(error)).not.toContain('black list');
});

test.each<[CourierProblem, boolean]>([
  ['unavailable', true],
  ['unreadable', true],
  ['busy', true],
  ['key_refused', false],
  ['balance_too_low', false],
  ['no_rate', false],
])('%s may be better in a while: %s', (problem, is_transient) => {
  expect(new CourierError('biteship', problem, '').is_transient).toBe(is_transient);
});

test('the same news has the same id, and of another parcel, vendor or time another one', () => {
  const said: [CourierVendor['name'], string, string, number] = ['biteship', 'JP1', 'picked', 1];
  expect(eventId(...said)).toBe(eventId(...said));
  const others = [
    eventId('shipper', 'JP1', 'picked', 1),
    eventId('biteship', 'JP2', 'picked', 1),
    eventId('biteship', 'JP1', 'picked', 2),
    eventId('biteship', 'JP1', 'picked1'),
  ];
  expect(new Set([eventId(...said), ...others]).size).toBe(5);
});
