import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { addAwb, codOrder, report, sendPayoutFile } from './cod-scene.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { expectOk, openStall, type Stall } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export const PAYOUT = '/api/open/shipping/payout';
/** What a delivered parcel of 110,000 brings, with 3 % COD fee and 10,000 shipping. */
export const NET = 96_700;

/** A shop whose COD parcels go by JNE, and its payouts: another one for each test. */
export interface PayoutScene {
  app: TestApp;
  shop: TestShop;
  stall: Stall;
  /** An order with an AWB number. */
  sent: (awb_number: string) => Promise<number>;
  /** Orders with these AWB numbers that are delivered. */
  delivered: (...awb_numbers: string[]) => Promise<number[]>;
  /** Sends a payout file of money that came in at a bank. */
  upload: (content: string, fields?: Record<string, string>) => Promise<Answered>;
  /** The same, and what it is a preview of. */
  uploaded: (content: string, fields?: Record<string, string>) => Promise<any>;
  apply: (id: number) => Promise<any>;
  undo: (id: number) => Promise<any>;
  lines: (id: number) => Promise<any[]>;
  queue: (filter?: object) => Promise<any[]>;
  order: (id: number) => Promise<any>;
  /** The parcels that are not closed. */
  parcels: (filter?: object) => Promise<any[]>;
}

/** Opens a shop before each test of a file, and looks after all of them whether the books agree. */
export function payoutScene(): PayoutScene {
  const get = async (path: string, input: object = {}) =>
    expectOk(await scene.shop.call('GET', path, input)).body.data;
  const post = async (path: string) => expectOk(await scene.shop.call('POST', path)).body.data;
  const scene: PayoutScene = {
    app: undefined as never,
    shop: undefined as never,
    stall: undefined as never,
    async sent(awb_number) {
      const id = await codOrder(scene.shop, scene.stall);
      await addAwb(scene.shop, id, awb_number);
      return id;
    },
    async delivered(...awb_numbers) {
      const ids: number[] = [];
      for (const awb_number of awb_numbers) ids.push(await scene.sent(awb_number));
      for (const id of ids) await report(scene.shop, id, 'DELIVERED');
      await scene.app.readEvents();
      return ids;
    },
    upload: (content, fields = {}) => {
      const bank_id = String(scene.stall.bank_id);
      return sendPayoutFile(scene.shop, content, {
        courier: 'JNE',
        paid_on: '2026-01-09',
        bank_id,
        ...fields,
      });
    },
    uploaded: async (content, fields) => expectOk(await scene.upload(content, fields)).body.data,
    apply: (id) => post(`${PAYOUT}/${id}/apply`),
    undo: (id) => post(`${PAYOUT}/${id}/undo`),
    lines: (id) => get(`${PAYOUT}/${id}/lines`),
    queue: (filter) => get(`${PAYOUT}/queue`, filter),
    order: (id) => get('/api/open/order/detail', { id: String(id) }),
    parcels: (filter) => get('/api/open/shipping/cod/parcels', filter),
  };
  beforeAll(async () => {
    scene.app = await startTestApp();
  });
  beforeEach(async () => {
    scene.shop = await scene.app.openShop();
    scene.stall = await openStall(scene.shop, { stocks: [100_000] });
    const charge = { courier_id: 1, cod_fee_bp: 300, cod_fee_minimum_idr: 0, return_fee_bp: 5_000 };
    expectOk(await scene.shop.call('PATCH', '/api/open/setting/courier/charge', charge));
  });
  afterAll(async () => {
    for (const { title, differences } of await diagnose(scene.app.services.db))
      expect(differences, title).toEqual([]);
    await scene.app.close();
  });
  return scene;
}
