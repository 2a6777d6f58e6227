import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
const { call, settle, receive, data, soundness } = returnScene(scene);

beforeAll(async () => void (await scene.connect()));

type Reported = Parameters<typeof report>[2];

/** A parcel that the vendor has booked, and of which it says something, so many minutes ago. */
async function booked() {
  const id = await scene.placePaid();
  expectOk(await call('POST', 'shipping/pickup-request', { pickup_request: [{ id }] }));
  await scene.work();
  const order = scene.standing().at(-1);
  if (order === undefined) throw new Error('nothing was booked');
  return {
    id,
    hears: async (what: Reported, minutes_ago: number): Promise<void> => {
      report('biteship', order, what, new Date(Date.now() - minutes_ago * 60_000).toISOString());
      expectOk(await call('POST', `shipping/tracking/${id}/refresh`));
      await scene.app.readEvents();
    },
  };
}

const returnsOf = async (order_id: number) =>
  (await data(call('GET', 'shipping/return'))).filter(
    (row: { order_id: number }) => row.order_id === order_id,
  );

test('a parcel that its courier brings back has a return at once, which goes on when it has come back', async () => {
  const { id, hears } = await booked();
  await hears('collected', 60);
  expect(await returnsOf(id)).toEqual([]);
  await hears('returning', 50);
  const [opened] = await returnsOf(id);
  expect(opened).toMatchObject({
    state: 'ON_THE_WAY',
    source: 'COURIER',
    shipping_status: 'SHIPMENT_PROBLEM',
  });
  expect((await scene.detail(id)).order_progress_status).not.toBe('DELIVERED');
  await hears('returning', 40);
  expectOk(await call('POST', 'shipping/tracking', { order_id: id, status: 'RETURNED' }));
  await scene.app.readEvents();
  expect(await returnsOf(id)).toEqual([{ ...opened, shipping_status: 'RETURNED' }]);
  await data(receive(opened.id));
  await data(settle(opened.id));
  expect(await returnsOf(id)).toMatchObject([{ id: opened.id, state: 'SETTLED' }]);
  await soundness();
});

test('a return that staff have announced is on its way once the courier brings the parcel', async () => {
  const { id, hears } = await booked();
  await hears('collected', 60);
  const { id: announced } = await data(call('POST', 'shipping/return', { order_id: id, reason: 'Ditolak' }));
  await hears('returning', 50);
  expect(await returnsOf(id)).toMatchObject([{ id: announced, state: 'ON_THE_WAY', source: 'STAFF' }]);
});

test('a parcel that is delivered after all does not come back, and later hubs say nothing new', async () => {
  const { id, hears } = await booked();
  await hears('collected', 60);
  await hears('returning', 50);
  const [opened] = await returnsOf(id);
  expectOk(await call('PATCH', `shipping/return/${opened.id}`, { state: 'CANCELED' }));
  await hears('returning', 40);
  expect(await returnsOf(id)).toMatchObject([{ id: opened.id, state: 'CANCELED' }]);
  await hears('delivered', 30);
  expect(await returnsOf(id)).toHaveLength(1);
  const other = await booked();
  await other.hears('collected', 60);
  await other.hears('delivered', 30);
  await other.hears('returning', 50);
  expect(await returnsOf(other.id)).toEqual([]);
  await other.hears('returning', 20);
  expect(await returnsOf(other.id)).toMatchObject([{ state: 'ON_THE_WAY' }]);
  await soundness();
});
