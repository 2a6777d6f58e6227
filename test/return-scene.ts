import { expect } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import type { ShippingStatus } from '../src/modules/orders/shipping-states.ts';
import { changeShipments, lockOrderFor } from '../src/modules/orders/index.ts';
import type { Answered } from './harness.ts';
import type { OrderScene } from './order-scene.ts';
import { expectOk, type Stall } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What is done with parcels that come back, in the shop of a scene. */
export function returnScene(scene: OrderScene) {
  const call = (method: string, path: string, body?: object) =>
    scene.shop.call(method, `/api/open/${path}`, body);
  const say = (id: number, status: string) => call('PATCH', 'order/shipping-status', { id, status });
  return {
    call,
    say,
    announce: (order_id: number, change: object = {}) =>
      call('POST', 'shipping/return', { order_id, reason: 'Ditolak penerima', ...change }),
    receive: (id: number, body: object = {}) => call('POST', `shipping/return/${id}/receive`, body),
    settle: (id: number, body: object = {}) => call('POST', `shipping/return/${id}/settle`, body),
    cancel: (id: number) => call('POST', 'order/cancel', { id }),
    /** The newest return of an order. */
    returnOf: async (order_id: number): Promise<any> => {
      const { rows } = await scene.app.database.pool.query(
        'select * from parcel_returns where shop_id = $1 and order_id = $2 order by id desc limit 1',
        [scene.shop.shop_id, order_id],
      );
      return rows[0];
    },
    data: async (answer: Promise<Answered>) => expectOk(await answer).body.data,
    /** What a courier reports. */
    report: (order_id: number, shipping_status: ShippingStatus, number = 1): Promise<void> =>
      scene.shop.context().transaction(async (inner) => {
        const order = await lockOrderFor(inner, order_id, 'SHIP');
        const change = { number, shipping_status };
        await changeShipments(inner, order, [change], { source: 'COURIER', field: 'status' });
      }),
    placeSent: async (at: Stall, qty = 2, change: object = {}): Promise<number> => {
      const id = await scene.place(at, qty, change);
      expectOk(await say(id, 'ON PROCESS'));
      return id;
    },
    /** Doctor finds nothing. */
    soundness: async (): Promise<void> => {
      const checks = await diagnose(scene.app.services.db);
      expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
    },
  };
}
