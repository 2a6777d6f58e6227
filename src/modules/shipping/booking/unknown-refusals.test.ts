import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
const { placePaid, request, cancel, work, bookings, shipment, listed, retry, standing } = scene;

beforeAll(async () => void (await scene.connect()));

/** A parcel that the vendor has booked, whose answer was lost. */
async function lost(): Promise<number> {
  const id = await placePaid();
  scene.loopback.behave(({ method, path }) =>
    method === 'POST' && path === '/v1/orders' ? 'hang up' : undefined,
  );
  await request(id);
  await work();
  expect([standing().length, await shipment(id)]).toEqual([1, { shipping_status: null, awb_number: null }]);
  return id;
}

/** The vendor refuses to book anything, by a code that is in none of its lists. */
function refuseAll(details?: object): void {
  const body = { success: false, error: 'Order cannot be created', code: 40_002_998, details };
  scene.loopback.behave(({ method, path }) =>
    method === 'POST' && path === '/v1/orders' ? { status: 400, body } : undefined,
  );
}

test('a refusal that names the booking of the key is that booking, whatever its code', async () => {
  const id = await lost();
  const [order] = standing();
  refuseAll({ order_id: order?.id, reference_id: order?.key });
  await work();
  expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: order?.awb });
  expect(await listed({ order_id: id })).toEqual([]);
  // One that is of another key is not taken for it.
  const other = await placePaid();
  await request(other);
  await work();
  expect(await shipment(other)).toEqual({ shipping_status: null, awb_number: null });
  expect((await bookings(other))[0]).toMatchObject({ state: 'FAILED', may_be_booked: false });
});

test('what may be booked is not taken for canceled by a refusal that is not known, and is canceled once it is found', async () => {
  const id = await lost();
  refuseAll();
  await cancel(id);
  await work();
  const [unsure] = await listed({ order_id: id });
  expect(unsure).toMatchObject({ state: 'FAILED', problem: { code: 'vendor_cancel_unsure' } });
  expect(unsure.problem.message).toContain('dashboard Biteship');
  expect((await bookings(id))[0]).toMatchObject({ may_be_booked: true });
  expect(standing()).toHaveLength(1);
  scene.loopback.behave(() => undefined);
  expectOk(await retry(unsure.id));
  await work();
  expect(scene.loopback.orders.size).toBe(1);
  expect(await cancel(id)).toBe('biteship is asked');
  await work();
  expect([standing(), (await bookings(id)).map(({ state }) => state)]).toEqual([[], ['CANCELED']]);
});

test('what may be booked for pickup is not booked for drop-off too, and is what the vendor has when it is found', async () => {
  const id = await lost();
  const anew = { pickup_request: [{ id, service: 'DROP_OFF' }] };
  expectOk(await scene.shop.call('POST', '/api/open/shipping/pickup-request', anew));
  scene.loopback.behave(() => undefined);
  await work();
  expect(scene.loopback.orders.size).toBe(1);
  expect((await shipment(id)).shipping_status).toBe('PICKUP_REQUEST');
});

test('what the shop has canceled at the vendor itself is canceled here at its second word', async () => {
  const id = await lost();
  refuseAll();
  await cancel(id);
  await work();
  expect(await cancel(id)).toBe('canceled');
  expect(await listed({ order_id: id })).toEqual([]);
  scene.loopback.behave(() => undefined);
  expect(await request(id)).toBe('requested');
  await work();
  // Anew, under another key.
  expect(new Set([...scene.loopback.orders.values()].map(({ key }) => key)).size).toBe(2);
});

test('what was never booked fails by such a refusal at once, and is taken back without asking', async () => {
  const id = await placePaid();
  refuseAll();
  await request(id);
  await work();
  expect(await listed({ order_id: id })).toMatchObject([
    { state: 'FAILED', problem: { code: 'vendor_refusal_unknown' } },
  ]);
  expect(await cancel(id)).toBe('canceled');
});
