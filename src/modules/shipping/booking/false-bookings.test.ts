import { beforeAll, expect, test } from 'vitest';
import { openCourierVendors } from '../../../integrations/courier/index.ts';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';

const scene = bookingScene('biteship');
const { placePaid, request, work, bookings, shipment, listed } = scene;

beforeAll(async () => void (await scene.connect()));

/** What the vendor answers to a booking. */
function answer(body: object): void {
  scene.loopback.behave(({ method, path }) =>
    method === 'POST' && path === '/v1/orders'
      ? { status: 200, body: { success: true, ...body } }
      : undefined,
  );
}

async function book(): Promise<number> {
  const id = await placePaid();
  await request(id);
  await work();
  return id;
}

test.each([
  ['a booking', { id: 'x'.repeat(10_000), courier: null }],
  ['its tracking', { id: 'pesanan-panjang', courier: { tracking_id: 'x'.repeat(10_000) } }],
])(
  '%s under an over-long ID is not understood: the shop reads it, and it is tried again',
  async (_, said) => {
    answer({ status: 'confirmed', ...said });
    const id = await book();
    expect(await shipment(id)).toEqual({ shipping_status: null, awb_number: null });
    const [work_item] = await listed({ order_id: id });
    expect(work_item).toMatchObject({ state: 'WAITING', problem: { code: 'vendor_unreadable' } });
    scene.loopback.behave(() => undefined);
    await work();
    expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
    expect(scene.standing()).toHaveLength(1);
  },
);

test('NUL and halves of characters in the IDs of a booking keep no parcel from its AWB number', async () => {
  const courier = { tracking_id: 'lacak\u0000', waybill_id: 'JNE0099001234567', routing_code: 'A\u0000B' };
  answer({ id: 'pesanan\u0000\ud800', status: 'confirmed', courier });
  const id = await book();
  expect(await shipment(id)).toEqual({
    shipping_status: 'PICKUP_REQUEST',
    awb_number: 'JNE0099001234567',
  });
  const [booking] = await bookings(id);
  expect(booking).toMatchObject({ vendor_booking_id: 'pesanan\ufffd\ufffd', routing_code: null });
});

test('a booking under way when the process ends counts as no try, and is booked once by the next process', async () => {
  const { services } = scene.app;
  const before = services.ports.openCourierVendor;
  const stopping = new AbortController();
  const { url } = scene.loopback;
  services.ports.openCourierVendor = openCourierVendors(
    { BITESHIP_URL: url, RAJAONGKIR_URL: url, SHIPPER_URL: url },
    services.log,
    { stopping: stopping.signal },
  );
  const id = await placePaid();
  await request(id);
  // Books it, and its answer is late.
  scene.loopback.behave(({ method, path }) =>
    method === 'POST' && path === '/v1/orders' ? { wait_ms: 20_000 } : undefined,
  );
  const working = work();
  while (scene.standing().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const began = performance.now();
  stopping.abort();
  await working;
  expect(performance.now() - began).toBeLessThan(3_000);
  expect((await bookings(id))[0]).toMatchObject({ state: 'WAITING', attempts: 0, may_be_booked: true });
  services.ports.openCourierVendor = before;
  scene.loopback.behave(() => undefined);
  await work();
  const [order, ...others] = scene.standing();
  expect(others).toEqual([]);
  expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: order?.awb });
});
