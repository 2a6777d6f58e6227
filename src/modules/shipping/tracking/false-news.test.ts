import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { expectOk } from '../../../../test/stall.ts';
import { shippingLimits } from '../limits.ts';
import { trackingClock } from './poll-due.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = bookingScene('biteship');

beforeAll(async () => void (await scene.connect()));

const query = async (text: string, values: unknown[]) =>
  (await scene.app.database.pool.query(text, values)).rows;

/** A booked parcel of which the vendor says this, heard by the clock. */
async function hear(history: object[]) {
  const id = await scene.placePaid();
  const pickup_request = [{ id }];
  expectOk(await scene.shop.call('POST', '/api/open/shipping/pickup-request', { pickup_request }));
  await scene.work();
  scene.loopback.behave(({ path }) =>
    path.startsWith('/v1/trackings/')
      ? { status: 200, body: { success: true, waybill_id: null, history } }
      : undefined,
  );
  await query('update tracking_polls set next_poll_at = null where shop_id = $1', [scene.shop.shop_id]);
  await trackingClock(scene.app.services).run();
  const [poll] = await query('select failures, problem, unchanged from tracking_polls where order_id = $1', [
    id,
  ]);
  const events = await query(
    `select description, location, happened_at from tracking_events where order_id = $1 order by happened_at`,
    [id],
  );
  return { id, poll, events, status: (await scene.shipment(id)).shipping_status };
}

const picked = (change: object = {}) => ({
  status: 'picked',
  note: 'Paket dijemput',
  updated_at: new Date(Date.now() - 60_000).toISOString(),
  ...change,
});

test.each([
  ['NUL', 'Paket\u0000dijemput', 'Paket\ufffddijemput'],
  ['half a character', 'Paket \ud83d', 'Paket \ufffd'],
  ['a picture where it is cut', `${'x'.repeat(499)}😀`, `${'x'.repeat(499)}\ufffd`],
])('news with %s move the parcel', async (_, note, stored) => {
  const { status, poll, events } = await hear([picked({ note })]);
  expect(status).toBe('ON_PROCESS');
  expect(poll).toMatchObject({ failures: 0, problem: null });
  expect(events.map(({ description }: any) => description)).toEqual([stored]);
});

test.each([
  '-005000-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1970-01-01',
  'kemarin',
])('news of %s say no time: they are left out, and the others move the parcel', async (updated_at) => {
  const { status, events } = await hear([picked({ status: 'delivered', updated_at }), picked()]);
  expect(status).toBe('ON_PROCESS');
  expect(events).toHaveLength(1);
});

test.each(['9999-12-31T00:00:00Z', '+275760-09-01T00:00:00Z'])(
  'news of %s have happened by now',
  async (at) => {
    const { status, events } = await hear([picked({ updated_at: at })]);
    expect(status).toBe('ON_PROCESS');
    expect(events[0].happened_at.getTime()).toBeLessThanOrEqual(Date.now());
  },
);

test('of more news than are kept, the last say where the parcel is', async () => {
  const count = 3 * shippingLimits.tracking_events;
  const begin = Date.now() - count * 60_000;
  const history = Array.from({ length: count }, (_, at) =>
    picked({
      note: `Singgah ${at}`,
      status: at === count - 1 ? 'delivered' : 'picked',
      updated_at: new Date(begin + at * 60_000).toISOString(),
    }),
  );
  const { status, events } = await hear(history);
  expect(status).toBe('DELIVERED');
  expect(events).toHaveLength(shippingLimits.tracking_events);
});
