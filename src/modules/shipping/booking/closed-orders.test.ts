import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
const { shipment, bookings, work } = scene;

beforeAll(async () => void (await scene.connect()));

const call = (method: string, path: string, body: object) =>
  scene.shop.call(method, `/api/open/${path}`, body);
const request = (id: number) => call('POST', 'shipping/pickup-request', { pickup_request: [{ id }] });
const cancelOrder = (id: number) => call('POST', 'order/cancel', { id, paid_as: 'BALANCE' });
const reactivate = (id: number) => call('POST', 'order-cancel/return', { id });
const statesOf = async (id: number) => (await bookings(id)).map(({ state }) => state);

test('an order that was cancelled with its booking is ready to ship again, without its number, when it is made active', async () => {
  const id = await scene.placePaid();
  expectOk(await request(id));
  await work();
  expect(await shipment(id)).toMatchObject({
    shipping_status: 'PICKUP_REQUEST',
    awb_number: expect.any(String),
  });
  expectOk(await cancelOrder(id));
  await scene.app.readEvents();
  await work();
  expect(await statesOf(id)).toEqual(['CANCELED']);
  expectOk(await reactivate(id));
  expect(await shipment(id)).toEqual({ shipping_status: 'READY_TO_SHIP', awb_number: null });
  expectOk(await request(id));
  await work();
  expect(await statesOf(id)).toEqual(['CANCELED', 'BOOKED']);
});

test('the booking of a parcel that came back is not canceled with the vendor when its order is cancelled', async () => {
  const id = await scene.placePaid();
  expectOk(await request(id));
  await work();
  expectOk(await call('POST', 'shipping/tracking', { order_id: id, status: 'RETURNED' }));
  expectOk(await cancelOrder(id));
  scene.loopback.requests.length = 0;
  await scene.app.readEvents();
  await work();
  expect(scene.loopback.requests).toEqual([]);
  expect([await statesOf(id), await scene.listed({ order_id: id })]).toEqual([['CANCELED'], []]);
  expectOk(await call('DELETE', `order-cancel/${id}`, {}));
});

test('a pickup that is requested after an order was made active again is booked, however late its cancellation is read', async () => {
  const id = await scene.placePaid();
  expectOk(await cancelOrder(id));
  expectOk(await reactivate(id));
  expectOk(await request(id));
  await scene.app.readEvents();
  await work();
  expect(await statesOf(id)).toEqual(['BOOKED']);
});
