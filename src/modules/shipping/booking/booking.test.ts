import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { VENDOR_TITLES } from '../../../integrations/courier/port.ts';
import { expectOk, openStall, orderOf } from '../../../../test/stall.ts';
import { lockOrderFor } from '../../orders/index.ts';
import { requestBooking } from '../bookings.ts';
import { shippingLimits } from '../limits.ts';
import { storeBooked } from './store-outcome.ts';
import { bookingClock } from './work-bookings.ts';

describe.each(['biteship', 'shipper'] as const)('with %s', (name) => {
  const scene = bookingScene(name);
  const { placePaid, request, cancel, work, bookings, shipment, listed, retry, standing } = scene;

  test('without a connection parcels are requested by hand', async () => {
    const id = await placePaid();
    expect(await request(id)).toBe('by_hand');
    expect(await bookings(id)).toEqual([]);
  });

  describe('connected', () => {
    beforeAll(async () => void (await scene.connect()));

    test('a parcel is booked after its request, and gets AWB number and status', async () => {
      const id = await placePaid();
      expect(await request(id)).toBe('requested');
      expect(scene.loopback.requests).toEqual([]);
      expect(await shipment(id)).toEqual({ shipping_status: null, awb_number: null });
      await scene.app.runJobs();
      const [order] = standing();
      expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: order?.awb });
      expect(JSON.stringify(order?.request)).toContain('Siti');
      expect(await listed()).toEqual([]);
      expect(await request(id)).toBe('requested');
      await work();
      expect(standing()).toHaveLength(1);
    });

    test('a request that is rolled back books nothing', async () => {
      const id = await placePaid();
      const lost = scene.shop.context().transaction(async (context) => {
        const order = await lockOrderFor(context, id, 'SHIP');
        await requestBooking(context, order, 1, { service: 'PICKUP' });
        throw new Error('lost');
      });
      await expect(lost).rejects.toThrow('lost');
      await work();
      expect([await bookings(id), standing()]).toEqual([[], []]);
    });

    test('while the vendor is down the parcel stays where it is, and the shop reads why and tries again', async () => {
      const id = await placePaid();
      scene.loopback.behave(() => ({ status: 503 }));
      await request(id);
      await work();
      expect(await shipment(id)).toEqual({ shipping_status: null, awb_number: null });
      const [waiting] = await listed();
      expect(waiting).toMatchObject({ order_id: id, state: 'WAITING', attempts: 1 });
      expect(waiting.problem).toMatchObject({ code: 'vendor_unavailable' });
      expect(waiting.problem.message).toContain(waiting.vendor.name);
      scene.loopback.behave(() => undefined);
      expectOk(await retry(waiting.id));
      await scene.app.runJobs();
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
      expect(await listed()).toEqual([]);
      expect((await retry(waiting.id)).status).toBe(404);
    });

    test('what the vendor refuses fails with a sentence that names it, and can be tried again', async () => {
      const id = await placePaid();
      scene.loopback.behave(({ method, path }) =>
        method === 'POST' && path.endsWith('/order')
          ? { status: 402 }
          : path === '/v1/orders'
            ? { status: 402 }
            : undefined,
      );
      await request(id);
      await work();
      expect(await shipment(id)).toEqual({ shipping_status: null, awb_number: null });
      const [failed] = await listed({ state: 'FAILED' });
      expect(failed).toMatchObject({ order_id: id, state: 'FAILED', next_try_at: null });
      expect(failed.problem.message).toMatch(/^Saldo di (Biteship|Shipper) tidak cukup/);
      await work();
      expect(await listed({ state: 'FAILED' })).toEqual([failed]);
      scene.loopback.behave(() => undefined);
      expectOk(await retry(failed.id));
      await work();
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
    });

    test('a request is taken back before the vendor knows of it, and a booking is canceled there', async () => {
      const id = await placePaid();
      await request(id);
      expect(await cancel(id)).toBe('canceled');
      expect(await cancel(id)).toBe('none');
      await work();
      expect(standing()).toEqual([]);
      await request(id);
      await work();
      expect(await cancel(id)).toBe(`${name} is asked`);
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
      await expect(request(id)).rejects.toMatchObject({ status: 409 });
      await work();
      expect(standing()).toEqual([]);
      expect(await shipment(id)).toEqual({ shipping_status: 'READY_TO_SHIP', awb_number: null });
      await request(id);
      await work();
      expect(standing()).toHaveLength(1);
    });

    test('what the courier has is not canceled: the booking stands, and says why', async () => {
      const id = await placePaid();
      await request(id);
      await work();
      const [order] = standing();
      if (order !== undefined) report(name, order, 'collected', '2026-11-18T03:00:00.000Z');
      await cancel(id);
      await work();
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST', awb_number: order?.awb });
      expect((await listed()).find(({ order_id }) => order_id === id)).toMatchObject({
        state: 'BOOKED',
        problem: { code: 'vendor_too_late' },
      });
    });

    test('a booking whose answer was lost is found again, and canceled where it is not wanted any more', async () => {
      const id = await placePaid();
      scene.loopback.behave(({ method, path }) =>
        method === 'POST' && /orders?$/.test(path) ? 'hang up' : undefined,
      );
      await request(id);
      await work();
      expect(standing()).toHaveLength(1);
      expect(await cancel(id)).toBe(`${name} is asked`);
      scene.loopback.behave(() => undefined);
      await work();
      expect(standing()).toEqual([]);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
    });

    test('a booking that ran out of tries says why, and is found by its key when staff have it tried again', async () => {
      const id = await placePaid();
      let is_done = false;
      scene.loopback.behave(({ method, path }) => {
        if (!/orders?$/.test(path)) return undefined;
        if (is_done) return { status: 429 };
        is_done = method === 'POST';
        return is_done ? 'hang up' : undefined;
      });
      await request(id);
      for (let attempt = 0; attempt < shippingLimits.booking_tries; attempt += 1) await work();
      const [failed] = await listed({ order_id: id });
      expect(failed).toMatchObject({ state: 'FAILED', attempts: shippingLimits.booking_tries });
      expect(failed).toMatchObject({ next_try_at: null, problem: { code: 'vendor_busy' } });
      expect([standing().length, await shipment(id)]).toEqual([
        1,
        { shipping_status: null, awb_number: null },
      ]);
      const requested = scene.loopback.requests.length;
      await work();
      expect(scene.loopback.requests).toHaveLength(requested);

      scene.loopback.behave(() => undefined);
      expectOk(await retry(failed.id));
      await work();
      expect(scene.loopback.orders.size).toBe(1);
      const [order] = standing();
      expect(await shipment(id)).toEqual({ shipping_status: 'PICKUP_REQUEST', awb_number: order?.awb });
      expect(await listed({ order_id: id })).toEqual([]);
    });

    test('a vendor that fails on and on is left alone: what is due with it waits with the reason, and loses no try', async () => {
      scene.loopback.behave(() => ({ status: 503 }));
      for (let count = 0; count < 30; count += 1) await request(await placePaid());
      await work();
      const requested = scene.loopback.requests.length;
      expect(requested).toBeLessThan(30);
      const waiting = await listed({ state: 'WAITING', per_page: '100' });
      expect(waiting).toHaveLength(30);
      for (const one of waiting)
        expect(one).toMatchObject({ state: 'WAITING', problem: { code: 'vendor_unavailable' } });
      expect(waiting.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(15);
      // However often it is looked at, nobody asks it, and nothing ends.
      for (let count = 0; count < shippingLimits.booking_tries + 1; count += 1) await work();
      expect(scene.loopback.requests).toHaveLength(requested);
      expect(await listed({ state: 'FAILED' })).toEqual([]);
      scene.loopback.behave(() => undefined);
      await scene.connect();
      await work();
      expect(standing()).toHaveLength(30);
    });

    test('a request that is taken back in the moment before the vendor is asked is not booked', async () => {
      const id = await placePaid();
      await request(id);
      const holder = await scene.app.database.pool.connect();
      onTestFinished(() => holder.release(true));
      // What is told of the parcel can not be read before it is taken back.
      await holder.query('begin; lock table order_lines in access exclusive mode');
      const working = work();
      await expect.poll(async () => (await bookings(id))[0].attempts).toBe(1);
      expect(await cancel(id)).toBe('canceled');
      await holder.query('commit');
      await working;
      expect(scene.loopback.orders.size).toBe(0);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
    });

    test('what another process has booked meanwhile stays booked, wherever the parcel is by then', async () => {
      const id = await placePaid();
      await request(id);
      const [before] = await bookings(id);
      await work();
      const [order] = standing();
      const { vendor_booking_id, awb_number } = (await bookings(id))[0];
      expectOk(
        await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }),
      );
      const booked = { key: before.key, vendor_booking_id, awb_number, is_canceled: false };
      await storeBooked(scene.shop.context(), before, {
        ...booked,
        vendor_tracking_id: null,
        routing_code: null,
      });
      await work();
      expect(standing()).toEqual([order]);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['BOOKED']);
      expect(await shipment(id)).toEqual({ shipping_status: 'ON_PROCESS', awb_number: order?.awb });
    });

    test('a booking that fails by a fault of ours keeps no other from its turn, and is worked again', async () => {
      for (const id of [await placePaid(), await placePaid()]) await request(id);
      const { ports } = scene.app.services;
      const open = ports.openCourierVendor;
      ports.openCourierVendor = () => {
        ports.openCourierVendor = open;
        throw new TypeError('cannot read properties');
      };
      await work();
      expect(standing()).toHaveLength(1);
      expect(await listed({ state: 'WAITING' })).toMatchObject([{ attempts: 1, problem: null }]);
      await work();
      expect(standing()).toHaveLength(2);
    });

    test('a shop with many parcels at a slow vendor keeps no other shop from its turn', async () => {
      const ids: number[] = [];
      for (let count = 0; count < 12; count += 1) ids.push(await placePaid());
      for (const id of ids) await request(id);
      const other = await scene.app.openShop();
      const stall = await openStall(other);
      await scene.connect(other);
      const placed = expectOk(await other.call('POST', '/api/open/order', orderOf(stall)));
      await other.context().transaction(async (context) => {
        const order = await lockOrderFor(context, placed.body.data.order_id, 'SHIP');
        await requestBooking(context, order, 1, { service: 'PICKUP' });
      });
      scene.loopback.behave(() => ({ wait_ms: 250 }));
      await bookingClock(scene.app.services, 400).run();
      const states = await scene.app.database.pool.query(
        `select shop_id = $1 as is_other, state, count(*)::int as count from courier_bookings
         where order_id = any($2) or shop_id = $1 group by 1, 2`,
        [other.shop_id, ids],
      );
      expect(states.rows).toContainEqual({ is_other: true, state: 'BOOKED', count: 1 });
      expect(states.rows.find(({ state }) => state === 'WAITING')?.count).toBeGreaterThan(0);
      scene.loopback.behave(() => undefined);
      await work();
      expect(standing()).toHaveLength(13);
    });

    test('an order that is canceled while the vendor books it has nothing booked in the end', async () => {
      const id = await placePaid();
      scene.loopback.behave(({ path }) => (/orders?$/.test(path) ? { wait_ms: 150 } : undefined));
      await request(id);
      const working = work();
      await new Promise((resolve) => setTimeout(resolve, 60));
      expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id, orderpay: false }));
      await working;
      await work();
      expect(standing()).toEqual([]);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
    });

    test('what is booked for an order that is cancelled later is canceled with the vendor', async () => {
      const id = await placePaid();
      await request(id);
      await work();
      expect(standing()).toHaveLength(1);
      expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id, orderpay: false }));
      await scene.app.readEvents();
      await work();
      expect(standing()).toEqual([]);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
    });

    test('pickup is requested of the vendor and cancelled there by the operations of the shop', async () => {
      const id = await placePaid();
      const post = (path: string, body: object) =>
        scene.shop.call('POST', `/api/open/shipping/${path}`, body);
      expectOk(await post('pickup-request', { pickup_request: [{ id, service: 'PICKUP' }] }));
      expect(await shipment(id)).toEqual({ shipping_status: null, awb_number: null });
      await work();
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
      const { body } = expectOk(await post('cancel-pickup', { id, reason: 'Pembeli batal' }));
      const title = VENDOR_TITLES[name];
      expect(body).toMatchObject({
        response: 'Success',
        message: `Cancellation requested from ${title}. The parcel stays as it is until ${title} confirms.`,
        data: id,
      });
      expect(await shipment(id)).toMatchObject({ shipping_status: 'PICKUP_REQUEST' });
      await work();
      expect([standing(), await shipment(id)]).toEqual([
        [],
        { shipping_status: 'READY_TO_SHIP', awb_number: null },
      ]);
      expectOk(await post('pickup-request', { pickup_request: [{ id, service: 'PICKUP' }] }));
      expectOk(await post('cancel-pickup', { id, reason: 'Pembeli batal' }));
      await work();
      expect(standing()).toEqual([]);
    });

    test('however many look at once, a parcel is booked once', async () => {
      const ids = await Promise.all([placePaid(), placePaid(), placePaid()]);
      await Promise.all(ids.flatMap((id) => [request(id), request(id)]));
      await Promise.all(Array.from({ length: 6 }, () => work()));
      expect(standing()).toHaveLength(3);
      expect(new Set(standing().map(({ key }) => key)).size).toBe(3);
    });
  });
});
