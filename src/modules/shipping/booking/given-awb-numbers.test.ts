import { beforeAll, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = bookingScene('biteship');
const { placePaid, request, cancel, work, bookings, shipment, listed, retry } = scene;

beforeAll(async () => void (await scene.connect()));

let given = 0;

/** The vendor books all, and gives this AWB number. */
function give(waybill_id: string, routing_code = 'MLG-01') {
  scene.loopback.behave(({ method, path }) => {
    if (!path.startsWith('/v1/orders')) return undefined;
    const id = path.split('/')[3] ?? `given${(given += 1)}`;
    const courier = { tracking_id: id, waybill_id, routing_code };
    return method === 'POST' && path.endsWith('/cancel')
      ? undefined
      : { status: 200, body: { success: true, id, status: 'confirmed', reference_id: null, courier } };
  });
}

async function bookedWith(awb_number: string): Promise<number> {
  const id = await placePaid();
  give(awb_number);
  await request(id);
  await work();
  return id;
}

test.each([
  ['markup', '<script>alert(1)</script>1'],
  ['control characters', 'JNE\u0000123456'],
  ['a line break', 'JNE123\n456'],
  ['an over-long text', `JNE${'1'.repeat(60)}`],
  ['a text without digits', 'PENDING'],
])('%s that a vendor gives as AWB number is not taken, and the booking says so', async (_, awb_number) => {
  const id = await bookedWith(awb_number);
  expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: null });
  const [work_item] = await listed({ order_id: id }, 'en');
  expect(work_item).toMatchObject({
    state: 'BOOKED',
    next_try_at: null,
    problem: { code: 'vendor_awb_unusable', message: expect.stringContaining('Biteship') },
  });
  const [booking] = await bookings(id);
  expect([booking.awb_number, booking.vendor_booking_id]).toEqual([null, expect.any(String)]);
  give('JNE0077001234567');
  await scene.app.database.pool.query('update shipments set awb_number = null where awb_number = $1', [
    'JNE0077001234567',
  ]);
  expectOk(await retry(work_item.id));
  await work();
  expect(await shipment(id)).toMatchObject({ awb_number: 'JNE0077001234567' });
  expect(await listed({ order_id: id })).toEqual([]);
});

test('an AWB number that another parcel of the shop has is not given to a second one, however it is written', async () => {
  const first = await bookedWith('JNE55500012345');
  const second = await bookedWith('jne55500012345');
  expect(await shipment(first)).toMatchObject({ awb_number: 'JNE55500012345' });
  expect(await shipment(second)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: null });
  expect(await listed({ order_id: second })).toMatchObject([
    { state: 'BOOKED', problem: { code: 'vendor_awb_taken' } },
  ]);
  const by_hand = { id: second, awb_number: 'JNE55500099999' };
  expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', by_hand));
  expectOk(await retry((await listed({ order_id: second }))[0].id));
  await work();
  expect(await listed({ order_id: second })).toEqual([]);
  expect(await shipment(second)).toMatchObject({ awb_number: 'JNE55500099999' });
});

test('of two parcels that get the same AWB number at once, one has it', async () => {
  const ids = [await placePaid(), await placePaid(), await placePaid()];
  give('JNE66600012345');
  for (const id of ids) await request(id);
  await Promise.all([work(), work(), work()]);
  const numbers = await Promise.all(ids.map(async (id) => (await shipment(id)).awb_number));
  expect(numbers.filter((awb_number) => awb_number !== null)).toEqual(['JNE66600012345']);
  const problems = await Promise.all(ids.map(async (id) => (await bookings(id))[0].problem));
  expect(problems.filter((problem) => problem === 'awb_taken')).toHaveLength(2);
});

test('a routing code that no label can show is left out, and the parcel is booked', async () => {
  const id = await placePaid();
  give('JNE77700012345', 'MLG\u0000<01>');
  await request(id);
  await work();
  expect(await shipment(id)).toMatchObject({ awb_number: 'JNE77700012345' });
  expect((await bookings(id))[0].routing_code).toBeNull();
});

test('of a cancellation that the vendor refuses it is said that it is not cancelled, not that the parcel is wrong', async () => {
  const id = await placePaid();
  scene.loopback.behave(({ path }) => (path.endsWith('/cancel') ? { status: 400 } : undefined));
  await request(id);
  await work();
  const before = await shipment(id);
  expect(await cancel(id)).toBe('biteship is asked');
  await work();
  expect(await shipment(id)).toEqual(before);
  const [english] = await listed({ order_id: id }, 'en');
  expect(english).toMatchObject({ state: 'BOOKED', problem: { code: 'vendor_cancel_refused' } });
  expect(english.problem.message).toBe(
    'Biteship does not cancel this booking: the courier may already have the parcel. Ask Biteship, or wait for the parcel.',
  );
  expect((await listed({ order_id: id }))[0].problem.message).toMatch(
    /^Biteship tidak membatalkan pemesanan ini/,
  );
});
