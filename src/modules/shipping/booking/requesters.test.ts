import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { hire, type Staff } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
const { shipment, bookings, work } = scene;

beforeAll(async () => void (await scene.connect()));

const request = (who: Pick<Staff, 'call'>, id: number) =>
  who.call('POST', '/api/open/shipping/pickup-request', { pickup_request: [{ id }] });
const statesOf = async (id: number) => (await bookings(id)).map(({ state }) => state);

test('what somebody requested who does not work in the shop any more is booked', async () => {
  const left = await hire(scene.app, scene.shop, 'admin');
  const id = await scene.placePaid();
  expectOk(await request(left, id));
  expectOk(await scene.shop.call('DELETE', `/api/account/user/${left.user_id}`));
  await work();
  expect(await statesOf(id)).toEqual(['BOOKED']);
  expect((await shipment(id)).shipping_status).toBe('PICKUP_REQUEST');
});

test('what somebody requested who works in another warehouse now is booked, and canceled, as for all others', async () => {
  const moved = await hire(scene.app, scene.shop, 'warehouse', [0]);
  const [first, second] = [await scene.placePaid(), await scene.placePaid()];
  expectOk(await request(moved, first));
  await work();
  expectOk(await request(moved, second));
  await scene.app.database.pool.query('delete from user_warehouses where shop_id = $1 and user_id = $2', [
    scene.shop.shop_id,
    moved.user_id,
  ]);
  await work();
  expect(await statesOf(second)).toEqual(['BOOKED']);
  expectOk(
    await scene.shop.call('POST', '/api/open/shipping/cancel-pickup', { id: first, reason: 'Stok rusak' }),
  );
  await work();
  expect(await statesOf(first)).toEqual(['CANCELED']);
  expect(await shipment(first)).toEqual({ shipping_status: 'READY_TO_SHIP', awb_number: null });
});
