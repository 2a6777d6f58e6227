import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');

let address: string;
beforeAll(async () => {
  const { callback_url } = await scene.connect();
  address = new URL(callback_url).pathname;
});

const callBack = (body: object | string, path = address) =>
  scene.app.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

const jobs = async () =>
  (
    await scene.app.database.pool.query<{ id: number; status: string; result: unknown }>(
      `select id, status, result from shop_jobs where shop_id = $1 and name = 'courier-callback' order by id`,
      [scene.shop.shop_id],
    )
  ).rows;

async function booked() {
  const id = await scene.placePaid();
  expectOk(await scene.shop.call('POST', '/api/open/shipping/pickup-request', { pickup_request: [{ id }] }));
  await scene.work();
  const order = scene.standing().at(-1);
  if (order === undefined) throw new Error('nothing was booked');
  return { id, order };
}

/** As Biteship tells a status. */
const newsOf = (order: { id: string; awb: string | null }, status: string) => ({
  event: 'order.status',
  order_id: order.id,
  courier_waybill_id: order.awb,
  status,
});

test('a callback moves the parcel by what the vendor answers, once however often it is sent', async () => {
  const { id, order } = await booked();
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  const before = (await jobs()).length;
  const answers = await Promise.all([1, 2, 3].map(() => callBack(newsOf(order, 'picked'))));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  await scene.app.runJobs();
  expect((await scene.shipment(id)).shipping_status).toBe('ON_PROCESS');
  expect((await jobs()).length - before).toBe(1);
});

test('a callback that says what the vendor does not say changes nothing', async () => {
  const { id, order } = await booked();
  expect((await callBack(newsOf(order, 'delivered'))).statusCode).toBe(200);
  await scene.app.runJobs();
  expect((await jobs()).at(-1)).toMatchObject({ status: 'SUCCESS', result: { known: true } });
  expect((await scene.shipment(id)).shipping_status).toBe('PICKUP_REQUEST');
  expect(
    (await callBack({ event: 'order.status', order_id: 'tak-dikenal', status: 'delivered' })).statusCode,
  ).toBe(200);
  await scene.app.runJobs();
  expect((await jobs()).at(-1)?.result).toEqual({ known: false });
});

test('a callback is taken whatever has become of who connected the vendor', async () => {
  const { id, order } = await booked();
  const left = await hire(scene.app, scene.shop, 'admin');
  await scene.app.database.pool.query('update courier_connections set user_id = $1 where shop_id = $2', [
    left.user_id,
    scene.shop.shop_id,
  ]);
  expectOk(await scene.shop.call('DELETE', `/api/account/user/${left.user_id}`));
  report('biteship', order, 'collected', new Date(Date.now() - 60_000).toISOString());
  expect((await callBack(newsOf(order, 'picked'))).statusCode).toBe(200);
  await scene.app.runJobs();
  expect((await scene.shipment(id)).shipping_status).toBe('ON_PROCESS');
});

test('an AWB number that the courier gives later is read when the vendor calls', async () => {
  const { orders } = scene.loopback;
  const add = orders.set.bind(orders);
  vi.spyOn(orders, 'set').mockImplementation((order_id, order) =>
    add(order_id, Object.assign(order, { awb: '' })),
  );
  onTestFinished(() => void vi.restoreAllMocks());
  const { id, order } = await booked();
  expect(await scene.shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: null });
  order.awb = 'JNE-SUSULAN-1';
  expect((await callBack(newsOf(order, 'allocated'))).statusCode).toBe(200);
  await scene.app.runJobs();
  expect(await scene.shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: order.awb });
});

test.each([
  ['another address', newsOf({ id: '1', awb: null }, 'delivered'), '/api/callback/courier/abc_1'],
  ['an address without shop', newsOf({ id: '1', awb: null }, 'delivered'), '/api/callback/courier/abc'],
  ['what is no news', 'bukan json', undefined],
  ['an empty list', [], undefined],
])('%s is refused and does nothing', async (_title, body, path) => {
  const before = (await jobs()).length;
  const answer = await callBack(body, path ?? address);
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'callback_unverified']);
  expect((await jobs()).length).toBe(before);
});

test('a key that is replaced changes the address, and the old one opens nothing', async () => {
  const old = address;
  const { callback_url } = await scene.connect();
  address = new URL(callback_url).pathname;
  expect(address).not.toBe(old);
  const news = newsOf({ id: '1', awb: null }, 'delivered');
  expect((await callBack(news, old)).statusCode).toBe(401);
  expect((await callBack(news)).statusCode).toBe(200);
});

test.each(['tak\u0000dikenal', 'tak \ud800 dikenal'])(
  'a callback of a booking ID that no text can hold (%j) is taken, and names no booking',
  async (order_id) => {
    expect((await callBack(newsOf({ id: order_id, awb: null }, 'delivered'))).statusCode).toBe(200);
    await scene.app.runJobs();
    expect((await jobs()).at(-1)).toMatchObject({ status: 'SUCCESS', result: { known: false } });
  },
);

test.each([
  ['a booking ID of 200 KB', newsOf({ id: 'x'.repeat(200_000), awb: null }, 'delivered')],
  ['100,000 levels of lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['what we take no part in', { event: 'order.price', order_id: 'x' }],
])('a callback with %s is refused and does nothing', async (_title, body) => {
  const before = (await jobs()).length;
  const answer = await callBack(body);
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'callback_unverified']);
  expect((await jobs()).length).toBe(before);
});
