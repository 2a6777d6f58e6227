import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';
import { shippingLimits } from '../limits.ts';
import { trackingClock } from './poll-due.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');

beforeAll(async () => void (await scene.connect()));

const post = (path: string, body: object = {}) => scene.shop.call('POST', `/api/open/shipping/${path}`, body);
const listed = async (input: object = {}) =>
  expectOk(await scene.shop.call('GET', '/api/open/shipping/tracking', input)).body.data;
const query = async (text: string, values: unknown[]) =>
  (await scene.app.database.pool.query(text, values)).rows;

/** Runs the clock with what is not ended due. */
async function tick(clocks = 1): Promise<void> {
  await query(
    `update tracking_polls set next_poll_at = now() - interval '1 second' where next_poll_at is not null and shop_id = $1`,
    [scene.shop.shop_id],
  );
  await Promise.all(Array.from({ length: clocks }, () => trackingClock(scene.app.services).run()));
}

/** A parcel that the vendor has booked, by the request of staff. */
async function booked(): Promise<{ id: number; order: any }> {
  const id = await scene.placePaid();
  const answer = expectOk(await post('pickup-request', { pickup_request: [{ id }] })).body;
  expect(answer).toMatchObject({ success_data: [id], waiting_data: [id], failed_data: [] });
  await scene.work();
  return { id, order: scene.standing().at(-1) };
}

test('a requested parcel is booked once, its tracking moves it, and its courier is asked by the clock', async () => {
  const { id, order } = await booked();
  expect((await post('pickup-request', { pickup_request: [{ id }] })).body.code).toBe(
    'parcel_already_requested',
  );
  expect(await scene.shipment(id)).toMatchObject({
    shipping_status: 'PICKUP_REQUEST',
    awb_number: order.awb,
  });
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  await tick();
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'ON_PROCESS' });
  const [row] = await listed();
  expect(row).toMatchObject({ order_id: id, vendor: 'Biteship', failures: 0, problem: null });
  report('biteship', order, 'unheard of', new Date(Date.now() - 50_000).toISOString());
  report('biteship', order, 'delivered', new Date(Date.now() - 40_000).toISOString());
  await tick(3);
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'DELIVERED' });
  const tracked = await scene.shop.call('GET', '/api/open/expedition/tracking', {
    order_id: String(id),
    awb_number: order.awb,
    expedition_id: '1',
  });
  expect(tracked.body.data.history.map(({ effect }: any) => effect)).toContain('UNKNOWN');
  expect(tracked.body.data.status).toBe('DELIVERED');
  const checks = await diagnose(scene.app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
});

test('while a vendor is down the parcel stays where it was, the shop reads why, and refreshing asks again', async () => {
  const { id, order } = await booked();
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  scene.loopback.behave(() => ({ status: 503 }));
  expectOk(await post(`tracking/${id}/refresh`));
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
  const [failed] = await listed({ is_failed: 'true' });
  expect(failed).toMatchObject({
    order_id: id,
    failures: 1,
    problem: { code: 'vendor_unavailable', message: expect.stringContaining('Biteship') },
  });
  scene.loopback.behave(() => undefined);
  const { data } = expectOk(await post(`tracking/${id}/refresh`)).body;
  expect(data).toMatchObject({ shipping_status: 'ON_PROCESS', failures: 0, problem: null });
});

test('who looks at a parcel reads what its vendor says, which is asked no more than every ten minutes', async () => {
  const { id, order } = await booked();
  const parcel = { order_id: String(id), awb_number: order.awb, expedition_id: '1' };
  const track = async () =>
    expectOk(await scene.shop.call('GET', '/api/open/expedition/tracking', parcel)).body.data;
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  expect(await track()).toMatchObject({ status: 'ON_PROCESS', awb_number: order.awb });
  const requested = scene.loopback.requests.length;
  report('biteship', order, 'delivered', new Date(Date.now() - 30_000).toISOString());
  expect(await track()).toMatchObject({ status: 'ON_PROCESS' });
  expect(scene.loopback.requests).toHaveLength(requested);
});

test('refreshing takes an Idempotency-Key, as every request that changes something', async () => {
  const { id } = await booked();
  const path = `/api/open/shipping/tracking/${id}/refresh`;
  const answer = await scene.shop.call('POST', path, {}, { 'idempotency-key': 'segarkan-1' });
  expect(expectOk(answer).body.data).toMatchObject({ order_id: id, problem: null });
});

test('while many wait to hear of a parcel from a silent vendor, an order is placed at once', async () => {
  const { id, order } = await booked();
  const stall = await scene.ownProduct();
  scene.loopback.behave(() => 'silence');
  const parcel = { order_id: String(id), awb_number: order.awb, expedition_id: '1' };
  const tracking = Array.from({ length: 20 }, () =>
    scene.shop.call('GET', '/api/open/expedition/tracking', parcel),
  );
  const first = await Promise.race([
    scene.place(stall).then(() => 'placed'),
    ...tracking.map(async (answer) => (await answer).status),
  ]);
  expect(first).toBe('placed');
  for (const answer of tracking) expectOk(await answer);
  // By a client that does not leave the vendor alone for a while.
  await scene.connect();
});

test('two processes never ask of the same parcel at once', async () => {
  await booked();
  await tick();
  scene.loopback.requests.length = 0;
  await tick(4);
  const asked = scene.loopback.requests.filter((request) => request.includes('/v1/trackings/'));
  const polled = await listed();
  expect(asked.length).toBeLessThanOrEqual(
    polled.filter(({ next_poll_at }: any) => next_poll_at !== null).length,
  );
  expect(asked.length).toBeGreaterThan(0);
});

test('a shop whose vendor does not answer has its share of a run and no more; the rest waits for another', async () => {
  for (let parcel = 0; parcel < 6; parcel += 1) await booked();
  await query(`delete from tracking_polls where shop_id = $1`, [scene.shop.shop_id]);
  scene.loopback.requests.length = 0;
  scene.loopback.behave(() => 'silence');
  await trackingClock(scene.app.services, { shop_ms: 100 }).run();
  const asked = new Set(scene.loopback.requests).size;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(shippingLimits.tracked_at_once);
  const waiting = await query(
    'select failures, next_poll_at > now() as later from tracking_polls where shop_id = $1',
    [scene.shop.shop_id],
  );
  expect(waiting.length).toBeGreaterThan(shippingLimits.tracked_at_once);
  expect(waiting.filter(({ failures }) => failures > 0).length).toBeLessThanOrEqual(asked);
  expect(waiting.every(({ later }) => later)).toBe(true);
});

test('a shop of whose parcels none are due keeps no other from its turn, whatever has become of who connected it', async () => {
  const { id, order } = await booked();
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  await tick();
  const quiet = await scene.app.openShop();
  await scene.connect(quiet);
  report('biteship', order, 'delivered', new Date(Date.now() - 30_000).toISOString());
  await query(`update tracking_polls set next_poll_at = now() - interval '1 second' where order_id = $1`, [
    id,
  ]);
  await query(`update users set status = 'REMOVED' where shop_id = $1`, [scene.shop.shop_id]);
  await trackingClock(scene.app.services, { most_shops: 1 }).run();
  await query(`update users set status = 'ACTIVE' where shop_id = $1`, [scene.shop.shop_id]);
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'DELIVERED' });
});

test('a request that the vendor has booked is cancelled there, and the parcel is ready to ship once it is', async () => {
  const { id } = await booked();
  expectOk(await post('cancel-pickup', { id, reason: 'Stok rusak' }));
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
  await scene.work();
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'READY_TO_SHIP', awb_number: null });
});

test('a parcel that came back is booked anew under another number', async () => {
  const { id, order } = await booked();
  expectOk(await post('tracking', { order_id: id, status: 'RETURNED' }));
  expectOk(await post(`resend/${id}`));
  expect(await scene.shipment(id)).toMatchObject({ shipping_status: 'READY_TO_SHIP', awb_number: null });
  expectOk(await post('pickup-request', { pickup_request: [{ id }] }));
  await scene.work();
  const { awb_number } = await scene.shipment(id);
  expect(awb_number).not.toBeNull();
  expect(awb_number).not.toBe(order.awb);
});

test('a parcel without AWB number, and one that no vendor tracks, are not refreshed', async () => {
  const id = await scene.placePaid();
  expect((await post(`tracking/${id}/refresh`)).body.code).toBe('parcel_without_awb');
  expect((await post('tracking/999999999/refresh')).status).toBe(404);
});

test('a vendor that fails on and on is left alone: the parcels that it tracks wait, and count no failure', async () => {
  for (let count = 0; count < 30; count += 1) await booked();
  scene.loopback.behave(() => ({ status: 503 }));
  scene.loopback.requests.length = 0;
  await tick();
  const requested = scene.loopback.requests.length;
  expect(requested).toBeLessThan(30);
  const failed = (await listed({ is_failed: 'true', per_page: '100' })).length;
  expect(failed).toBeLessThan(15);
  await tick(1);
  expect(scene.loopback.requests).toHaveLength(requested);
  expect(await listed({ is_failed: 'true', per_page: '100' })).toHaveLength(failed);
  scene.loopback.behave(() => undefined);
  await scene.connect();
  await tick(24);
  expect(await listed({ is_failed: 'true', per_page: '100' })).toEqual([]);
});
