import { afterAll, beforeEach } from 'vitest';
import { openCourierVendors } from '../../src/integrations/courier/index.ts';
import { lockOrderFor } from '../../src/modules/orders/index.ts';
import { bookingClock } from '../../src/modules/shipping/booking/work-bookings.ts';
import { cancelBooking, requestBooking } from '../../src/modules/shipping/bookings.ts';
import type { TestShop } from '../harness.ts';
import { orderScene, type OrderScene } from '../order-scene.ts';
import { expectOk } from '../stall.ts';
import { VENDOR_KEY, type BookedOrder, type CourierLoopback } from './courier-vendor.ts';
import { LOOPBACKS } from './courier-vendors.ts';
import { HTTP, openFaultProxy, type FaultProxy } from './fault-proxy.ts';

const SILENCE_MS = 400;

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export interface BookingScene extends OrderScene {
  name: 'biteship' | 'shipper';
  loopback: CourierLoopback;
  proxy: FaultProxy;
  /** Orders that stand in the vendor's book. */
  standing: () => BookedOrder[];
  /** Connects the scene's shop, or another one of its app; the vendor is asked by a new client. */
  connect: (shop?: TestShop) => Promise<any>;
  placePaid: () => Promise<number>;
  request: (order_id: number, service?: 'PICKUP' | 'DROP_OFF') => Promise<string>;
  cancel: (order_id: number) => Promise<string>;
  /** Does what is due, as the clock would in a while. */
  work: () => Promise<void>;
  bookings: (order_id: number) => Promise<any[]>;
  shipment: (order_id: number) => Promise<{ shipping_status: string | null; awb_number: string | null }>;
  listed: (query?: object, language?: string) => Promise<any[]>;
  retry: (id: number) => Promise<any>;
}

/** A shop that books its parcels with a vendor on this machine, behind a network that can be made faulty. */
export function bookingScene(name: 'biteship' | 'shipper'): BookingScene {
  let loopback: CourierLoopback;
  let proxy: FaultProxy;
  const orders = orderScene({
    async environment() {
      loopback = await LOOPBACKS[name].open();
      proxy = await openFaultProxy(loopback.port, HTTP);
      const url = `http://127.0.0.1:${proxy.port}`;
      return { BITESHIP_URL: url, SHIPPER_URL: url, RAJAONGKIR_URL: url };
    },
  });
  beforeEach(() => {
    loopback.reset();
    proxy.set(undefined);
  });
  afterAll(async () => {
    await proxy.close();
    loopback.close();
  });
  const query = async (text: string, values: unknown[]) =>
    (await orders.app.database.pool.query(text, values)).rows;
  const inOrder = (order_id: number, run: (context: any, order: any) => Promise<string>): Promise<string> =>
    orders.shop
      .context()
      .transaction(async (context) => run(context, await lockOrderFor(context, order_id, 'SHIP')));
  const scene = Object.assign(Object.create(orders) as OrderScene, {
    name,
    standing: () => [...loopback.orders.values()].filter((order) => LOOPBACKS[name].isStanding(order)),
    async connect(shop = orders.shop) {
      const { app } = orders;
      const url = `http://127.0.0.1:${proxy.port}`;
      const urls = { BITESHIP_URL: url, SHIPPER_URL: url, RAJAONGKIR_URL: url };
      // As in service, but for how long a vendor may be silent.
      app.services.ports.openCourierVendor = openCourierVendors(urls, app.services.log, {
        timeout_ms: SILENCE_MS,
      });
      const gambir = await shop.call('GET', '/api/open/region', {
        keyword: 'gambir',
        pagination_offset: '1',
      });
      const [supplier] = expectOk(await shop.call('GET', '/api/open/supplier')).body.data;
      expectOk(
        await shop.call('PATCH', '/api/open/supplier/update', {
          supplier_id: supplier.id,
          name: supplier.name,
          phone: '081234567890',
          address: 'Jl. Merdeka 1',
          district_id: gambir.body.data[0].id,
        }),
      );
      return expectOk(
        await shop.call('PUT', '/api/open/setting/courier/connection', { vendor: name, api_key: VENDOR_KEY }),
      ).body.data;
    },
    async placePaid() {
      const id = await orders.place(await orders.ownProduct());
      expectOk(await orders.pay(id, 210_000, 'PAID'));
      return id;
    },
    request: (order_id: number, service: 'PICKUP' | 'DROP_OFF' = 'PICKUP') =>
      inOrder(order_id, (context, order) => requestBooking(context, order, 1, { service })),
    cancel: (order_id: number) =>
      inOrder(order_id, async (context, order) => {
        const canceled = await cancelBooking(context, order, 1, 'Pembeli batal');
        return typeof canceled === 'object' ? `${canceled.asked} is asked` : canceled;
      }),
    async work() {
      await query(
        `update courier_bookings set next_try_at = now() - interval '1 second' where next_try_at is not null and shop_id = $1`,
        [orders.shop.shop_id],
      );
      // Woken or not, the clock has it worked.
      await bookingClock(orders.app.services).run();
    },
    bookings: (order_id: number) =>
      query('select * from courier_bookings where shop_id = $1 and order_id = $2 order by id', [
        orders.shop.shop_id,
        order_id,
      ]),
    shipment: async (order_id: number) =>
      (
        await query(
          'select shipping_status, awb_number from shipments where shop_id = $1 and order_id = $2',
          [orders.shop.shop_id, order_id],
        )
      )[0],
    listed: async (input: object = {}, language = 'id') =>
      expectOk(
        await orders.shop.call('GET', '/api/open/shipping/work', input, { 'accept-language': language }),
      ).body.data,
    retry: (id: number): Promise<any> => orders.shop.call('POST', `/api/open/shipping/work/${id}/retry`),
  });
  // They are there when the tests begin.
  const opened = { loopback: { get: () => loopback }, proxy: { get: () => proxy } };
  return Object.defineProperties(scene, opened) as BookingScene;
}
