import { beforeAll, describe, expect, test } from 'vitest';
import { bookingScene } from '../../../../test/integrations/booking-scene.ts';
import { report } from '../../../../test/integrations/courier-vendors.ts';
import { expectOk } from '../../../../test/stall.ts';
import { lockOrderFor } from '../../orders/index.ts';
import { requestBooking } from '../bookings.ts';

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
      expect(await cancel(id)).toBe('canceling');
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
      expect(await cancel(id)).toBe('canceling');
      scene.loopback.behave(() => undefined);
      await work();
      expect(standing()).toEqual([]);
      expect((await bookings(id)).map(({ state }) => state)).toEqual(['CANCELED']);
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
      expectOk(await post('cancel-pickup', { id, reason: 'Pembeli batal' }));
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
