import { expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = orderScene();

const add = (order_id: number, input: object) =>
  scene.shop.call('POST', '/api/open/shipping/tracking', { order_id, ...input });
const track = (order_id: number, awb_number: string, shop = scene.shop) =>
  shop.call('GET', '/api/open/expedition/tracking', { order_id, awb_number, expedition_id: 1 });
const placed = async (awb_number: string) => scene.place(await scene.ownProduct(), 2, { awb_number });

test('staff pass on what a local courier says, and the parcel is tracked by it', async () => {
  const id = await placed('LOKAL-1');
  const moved = { status: 'on_process', description: 'Diterima kurir', location: 'Malang' };
  const happened_at = '2026-01-02 10:58';
  expect(expectOk(await add(id, { ...moved, happened_at })).body.data).toEqual({
    order_id: id,
    shipment: 1,
    shipping_status: 'ON_PROCESS',
    effect: 'MOVED',
  });
  expectOk(await add(id, { status: 'DELIVERED', happened_at: '2026-01-03 12:48' }));
  const late = expectOk(await add(id, { status: 'SHIPMENT_PROBLEM', happened_at: '2026-01-03 09:00' })).body;
  expect(late.data).toMatchObject({ shipping_status: 'DELIVERED', effect: 'MOVED' });
  const { body } = expectOk(await track(id, 'lokal-1'));
  expect(body).toMatchObject({ '0': 200, response: 'success' });
  expect(body.data).toMatchObject({
    awb_number: 'LOKAL-1',
    rate_name: 'REG',
    logistic_name: 'JNE',
    delivery_date: '2026-01-02 10:58',
    receiver_name: 'Siti',
    receiver_city: expect.stringContaining('Tajinan'),
    status: 'DELIVERED',
    date_received: '2026-01-03',
    time_received: '12:48',
    consignees_name: null,
  });
  expect(body.data.history).toEqual([
    {
      date: '2026-01-02 10:58:00',
      desc: 'ON_PROCESS',
      location: 'Diterima kurir [Malang]',
      status: 'ON_PROCESS',
      effect: 'MOVED',
      awb_number: null,
    },
    expect.objectContaining({ desc: 'SHIPMENT_PROBLEM' }),
    expect.objectContaining({ desc: 'DELIVERED', effect: 'MOVED' }),
  ]);
});

test.each(['RETURNED', 'LOST', 'SHIPMENT_PROBLEM'])(
  'for a courier without vendor staff say that it is %s',
  async (status) => {
    const id = await placed(`LOKAL-${status}`);
    expect(expectOk(await add(id, { status })).body.data.shipping_status).toBe(status);
    expect((await scene.detail(id)).order_id).toBe(id);
  },
);

test('what has not happened yet, and what is no status, is refused', async () => {
  const id = await placed('LOKAL-2');
  const later = await add(id, { status: 'DELIVERED', happened_at: '2099-01-01 10:00' });
  expect([later.status, later.body.code]).toEqual([422, 'tracking_in_future']);
  expect((await add(id, { status: 'READY_TO_SHIP' })).status).toBe(422);
  expect((await add(id, { status: 'DELIVERED', shipment: 2 })).status).toBe(404);
});

test('the parcel of another shop, or another number, does not exist', async () => {
  const id = await placed('LOKAL-3');
  const other = await scene.app.openShop();
  expect((await track(id, 'LOKAL-3', other)).status).toBe(404);
  expect((await track(id, 'LOKAL-4')).status).toBe(404);
  const answer = await other.call('POST', '/api/open/shipping/tracking', {
    order_id: id,
    status: 'DELIVERED',
  });
  expect(answer.status).toBe(404);
});

test('what staff have set stands in the history of the parcel, by its time', async () => {
  const id = await placed('LOKAL-SET');
  expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }));
  const by_staff = { location: 'Set by staff', effect: 'MOVED', awb_number: null };
  const history = async () => expectOk(await track(id, 'LOKAL-SET')).body.data.history;
  const date = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(await history()).toEqual([{ ...by_staff, date, desc: 'ON_PROCESS', status: 'ON_PROCESS' }]);
  expectOk(await add(id, { status: 'ON_PROCESS', happened_at: '2026-01-02 10:58' }));
  expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'DELIVERED' }));
  expect(await history()).toEqual([
    expect.objectContaining({ desc: 'ON_PROCESS', date: '2026-01-02 10:58:00' }),
    { ...by_staff, date, desc: 'DELIVERED', status: 'DELIVERED' },
  ]);
});
