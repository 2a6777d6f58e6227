import { readdir } from 'node:fs/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  VENDOR_KEY,
  type BookedOrder,
  type CourierLoopback,
} from '../../../test/integrations/courier-vendor.ts';
import { bookOrder } from '../../../test/integrations/courier-vendor.ts';
import {
  bookingRequest,
  GAMBIR,
  LOOPBACKS,
  report,
  TAJINAN,
  vendorAt,
} from '../../../test/integrations/courier-vendors.ts';
import {
  FAULTS,
  HTTP,
  openFaultProxy,
  type Fault,
  type FaultProxy,
} from '../../../test/integrations/fault-proxy.ts';
import { CourierError, type CourierProblem, type CourierVendor, type RateRequest } from './port.ts';

const TRY_MS = 300;
const RATES: RateRequest = {
  origin: GAMBIR,
  destination: TAJINAN,
  weight_grams: 1_300,
  value_idr: 300_000,
  is_cod: false,
  courier_codes: ['jne', 'sicepat', 'ide'],
};

/** Why a vendor refuses; `done` where it does not. */
const outcome = (work: Promise<unknown>): Promise<CourierProblem | 'done'> =>
  work.then(
    () => 'done' as const,
    (error: unknown) => {
      if (error instanceof CourierError) return error.problem;
      throw error;
    },
  );

test('every vendor of the folder is held to the contract', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  const vendors = files.filter((name) => !/^(index|port)\.ts$|-/.test(name)).map((name) => name.slice(0, -3));
  expect(vendors.sort()).toEqual(Object.keys(LOOPBACKS).sort());
});

describe.each(Object.keys(LOOPBACKS) as (keyof typeof LOOPBACKS)[])('%s', (name) => {
  let loopback: CourierLoopback;
  let proxy: FaultProxy;
  let vendor: CourierVendor;

  beforeAll(async () => {
    loopback = await LOOPBACKS[name].open();
    proxy = await openFaultProxy(loopback.port, HTTP);
  });
  beforeEach(() => {
    loopback.reset();
    proxy.set(undefined);
    vendor = vendorAt(name, `http://127.0.0.1:${proxy.port}`, TRY_MS);
  });
  afterAll(async () => {
    await proxy.close();
    loopback.close();
  });

  test('tells a key that works from one that does not', async () => {
    await expect(vendor.testKey()).resolves.toBeUndefined();
    const stranger = vendorAt(name, loopback.url, TRY_MS, 'kunci-lain');
    expect(await outcome(stranger.testKey())).toBe('key_refused');
    expect(await outcome(stranger.rates(RATES))).toBe('key_refused');
  });

  test('answers prices in our words, and leaves out services that we do not know', async () => {
    const rates = await vendor.rates(RATES);
    const prices = rates.map((rate) => [rate.courier_code, rate.service_code, rate.shipping_idr]);
    expect(prices).toEqual([
      ['jne', 'REG', 18_000],
      ['sicepat', 'REG', 20_000],
    ]);
    for (const rate of rates) expect(rate.max_days).toBeGreaterThanOrEqual(rate.min_days ?? 0);
  });

  test('answers no prices of couriers that it does not know, without asking', async () => {
    expect(await vendor.rates({ ...RATES, courier_codes: ['jxpress'] })).toEqual([]);
    expect(loopback.requests).toEqual([]);
  });

  test('asks for an area once', async () => {
    await vendor.rates(RATES);
    const before = loopback.requests.length;
    await vendor.rates({ ...RATES, weight_grams: 5_000 });
    expect(loopback.requests.length - before).toBe(1);
  });

  test('takes of areas with one name the one in the city, and refuses rather than guesses', async () => {
    const sukajadi = { district_code: 147101, district: 'Sukajadi', province: 'Riau' };
    expect(
      await outcome(vendor.rates({ ...RATES, destination: { ...sukajadi, city: 'Kota Pekanbaru' } })),
    ).toBe('done');
    const elsewhere = { ...sukajadi, district_code: 1, city: 'Kota Medan' };
    expect(await outcome(vendor.rates({ ...RATES, destination: elsewhere }))).toBe('destination_unknown');
    expect(await outcome(vendor.rates({ ...RATES, origin: elsewhere }))).toBe('origin_unknown');
  });

  test('ends with the signal that it is given, with its reason', async () => {
    loopback.behave(() => 'silence');
    const reason = new Error('too late');
    const signal = AbortSignal.any([AbortSignal.abort(reason)]);
    await expect(vendor.rates(RATES, signal)).rejects.toBe(reason);
  });

  test.each<[string, Parameters<CourierLoopback['behave']>[0], CourierProblem]>([
    ['is busy', () => ({ status: 429 }), 'busy'],
    ['is out of order', () => ({ status: 503 }), 'unavailable'],
    ['says nothing', () => 'silence', 'unavailable'],
    ['hangs up', () => 'hang up', 'unavailable'],
    ['answers what is no JSON', () => 'garbage', 'unreadable'],
    ['answers JSON of another shape', () => ({ status: 200, body: [1] }), 'unreadable'],
    ['answers null', () => ({ status: 200, body: null }), 'unreadable'],
  ])('a vendor that %s is one that may be better later', async (_title, behave, problem) => {
    loopback.behave(behave);
    expect(await outcome(vendor.testKey())).toBe(problem);
    expect(new CourierError(name, problem, '').is_transient).toBe(true);
  });

  test('says what it has not got, and does nothing like it', async () => {
    const callback = Buffer.from('{"event":"order.status","order_id":"1"}');
    const { can } = vendor;
    const drop_off = { collection: 'DROP_OFF' } as const;
    expect((await outcome(vendor.book(bookingRequest('a', drop_off)))) !== 'not_offered').toBe(can.drop_off);
    expect((await outcome(vendor.book(bookingRequest('b')))) === 'done').toBe(can.booking);
    expect((await outcome(vendor.cancel('1', 'Salah'))) !== 'not_offered').toBe(can.cancellation);
    expect(vendor.bookingOfCallback(callback) !== undefined).toBe(can.webhooks);
    expect(loopback.orders.size).toBe(Number(can.booking) + Number(can.drop_off));
  });

  describe('tracking', () => {
    async function trackedParcel(): Promise<{
      order: BookedOrder;
      track: () => ReturnType<CourierVendor['track']>;
    }> {
      const booking = vendor.can.booking ? await vendor.book(bookingRequest('lacak-1')) : undefined;
      const order =
        loopback.orders.get(booking?.vendor_booking_id ?? '') ??
        bookOrder(loopback.orders, { key: '', status: 'ON PROCESS', request: {} });
      const request = {
        awb_number: order.awb,
        courier_code: 'jne',
        vendor_booking_id: booking?.vendor_booking_id,
        vendor_tracking_id: booking?.vendor_tracking_id ?? undefined,
        receiver_phone: '6281234567890',
      };
      return { order, track: () => vendor.track(request) };
    }

    test('tells what happened in order, what we do not know with no status, and the same again with the same ids', async () => {
      const { order, track } = await trackedParcel();
      report(name, order, 'delivered', '2026-11-20T05:00:00.000Z');
      report(name, order, 'collected', '2026-11-18T03:00:00.000Z');
      order.history.reverse();
      order.history.push(order.history.splice(0, 1)[0] as (typeof order.history)[number]);
      report(name, order, 'unheard of', '2026-11-21T05:00:00.000Z');
      const news = await track();
      const moments = news.map(({ happened_at }) => happened_at.getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      const last = news.at(-1);
      expect([last?.code, last?.status]).toEqual([LOOPBACKS[name].words['unheard of'], null]);
      expect(news.map(({ status }) => status)).toContain('ON_PROCESS');
      expect(new Set(news.map(({ event_id }) => event_id)).size).toBe(news.length);
      expect((await track()).map(({ event_id }) => event_id)).toEqual(news.map(({ event_id }) => event_id));
    });

    test('tells that a parcel was delivered, and when', async () => {
      const { order, track } = await trackedParcel();
      report(name, order, 'delivered', '2026-11-20T05:00:00.000Z');
      const last = (await track()).at(-1);
      expect(last?.status).toBe('DELIVERED');
      expect(last?.happened_at.toISOString()).toBe('2026-11-20T05:00:00.000Z');
    });

    test('knows nothing of a parcel that the courier does not know', async () => {
      const request = { awb_number: 'TIDAKADA', courier_code: 'jne', vendor_booking_id: 'tidakada' };
      expect(await vendor.track(request)).toEqual([]);
    });
  });
});

describe.each(['biteship', 'shipper'] as const)('%s books', (name) => {
  let loopback: CourierLoopback;
  let proxy: FaultProxy;
  let vendor: CourierVendor;
  const standing = () => [...loopback.orders.values()].filter((order) => LOOPBACKS[name].isStanding(order));

  beforeAll(async () => {
    loopback = await LOOPBACKS[name].open();
    proxy = await openFaultProxy(loopback.port, HTTP);
  });
  beforeEach(() => {
    loopback.reset();
    proxy.set(undefined);
    vendor = vendorAt(name, `http://127.0.0.1:${proxy.port}`, TRY_MS);
  });
  afterAll(async () => {
    await proxy.close();
    loopback.close();
  });

  test('once under a key, and returns the same booking to whoever books it again', async () => {
    const booking = await vendor.book(bookingRequest('toko-1'));
    expect(booking).toMatchObject({ key: 'toko-1', is_canceled: false });
    expect(booking.awb_number).toMatch(/^AWB/);
    expect(await vendor.book(bookingRequest('toko-1'))).toEqual(booking);
    expect(standing().map(({ id }) => id)).toEqual([booking.vendor_booking_id]);
    expect((await vendor.book(bookingRequest('toko-2'))).vendor_booking_id).not.toBe(
      booking.vendor_booking_id,
    );
  });

  test('with insurance where the courier takes no parcel without, and with COD', async () => {
    const sicepat = { courier_code: 'sicepat', service_code: 'REG', cod_idr: 318_000 };
    await vendor.book(bookingRequest('toko-1', sicepat));
    expect(JSON.stringify(standing()[0]?.request)).toContain('318000');
  });

  test('a service that it does not have, and without money, never; and says it without its words', async () => {
    const unknown = vendor.book(bookingRequest('a', { courier_code: 'jxpress', service_code: 'Regular' }));
    expect(['service_unknown', 'no_rate']).toContain(await outcome(unknown));
    const broke = vendor.book(bookingRequest('b', { note: 'saldo habis' }));
    const error = await broke.catch((reason: unknown) => reason);
    expect(String(error)).toBe(`Error: ${name}: balance_too_low`);
    expect(standing()).toEqual([]);
  });

  test('cancels, and cancels again, and not what the courier has', async () => {
    const { vendor_booking_id } = await vendor.book(bookingRequest('toko-1'));
    await vendor.cancel(vendor_booking_id, 'Pembeli batal');
    await vendor.cancel(vendor_booking_id, 'Pembeli batal');
    expect(standing()).toEqual([]);
    expect((await vendor.book(bookingRequest('toko-1'))).is_canceled).toBe(true);
    expect((await vendor.readBooking(vendor_booking_id))?.is_canceled).toBe(true);
    const away = await vendor.book(bookingRequest('toko-2'));
    report(name, standing()[0] as BookedOrder, 'collected', '2026-11-18T03:00:00.000Z');
    expect(await outcome(vendor.cancel(away.vendor_booking_id, 'Pembeli batal'))).toBe('too_late');
    expect(await vendor.readBooking('tidakada')).toBeUndefined();
  });

  test('tells that a parcel comes back to the sender', async () => {
    const booking = await vendor.book(bookingRequest('toko-1'));
    report(name, standing()[0] as BookedOrder, 'returning', '2026-11-22T05:00:00.000Z');
    const { vendor_booking_id, vendor_tracking_id, awb_number } = booking;
    const news = await vendor.track({
      awb_number: awb_number ?? '',
      courier_code: 'jne',
      vendor_booking_id,
      vendor_tracking_id: vendor_tracking_id ?? undefined,
    });
    expect(news.at(-1)).toMatchObject({ is_returning: true, status: 'SHIPMENT_PROBLEM' });
  });

  test('reads of a callback which booking it is of, and nothing of what is none', () => {
    const say = (body: unknown) => vendor.bookingOfCallback(Buffer.from(JSON.stringify(body)));
    const bodies = {
      biteship: { event: 'order.status', order_id: 'order1', courier_waybill_id: 'AWB1', status: 'picked' },
      shipper: { auth: '5d41', tracking_id: 'order1', order_id: 'x', status_date: '2026-11-18', awb: 'AWB1' },
    };
    expect(say(bodies[name])).toBe('order1');
    for (const other of [{}, null, [], 'x', { event: 'order.price', pesanan: 'order1' }])
      expect(say(other)).toBeUndefined();
    expect(vendor.bookingOfCallback(Buffer.from('bukan json'))).toBeUndefined();
  });

  test.each(FAULTS)(
    'under a network with the fault "%s" once, or says that it may be repeated: then there is one',
    async (fault: Fault) => {
      // Areas are known by then, so that the fault meets the booking.
      await vendor.rates(RATES);
      proxy.set(fault);
      const started = performance.now();
      const first = await outcome(vendor.book(bookingRequest('toko-1')));
      const took_ms = performance.now() - started;
      console.log(`${name}, ${fault}: ${first} with ${standing().length} booked, ${Math.round(took_ms)} ms`);
      expect(['done', 'unavailable', 'unreadable']).toContain(first);
      expect(took_ms).toBeLessThan(10 * TRY_MS);
      proxy.set(undefined);
      const booking = await vendor.book(bookingRequest('toko-1'));
      expect(standing().map(({ id }) => id)).toEqual([booking.vendor_booking_id]);
    },
  );
});

test('a key stands in no log line, error or text of a vendor', () => {
  const vendor = vendorAt('biteship', 'http://127.0.0.1:9', TRY_MS);
  expect(JSON.stringify(vendor) + inspect(vendor, { depth: 9 })).not.toContain(VENDOR_KEY);
});
