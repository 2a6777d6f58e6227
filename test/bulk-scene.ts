import { afterAll, beforeAll, expect } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { startTestApp, type Answered, type TestApp, type TestAppOptions, type TestShop } from './harness.ts';
import { expectOk, openStall, orderOf, type Stall } from './stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export const BULK_PATH = '/api/open/bulk/order';

/** What each order of the scene costs: one piece of each of two variations, and shipping. */
export const BULK_ORDER_IDR = 210_000;

/** A shop with orders of which much is done at once. */
export interface BulkScene {
  app: TestApp;
  shop: TestShop;
  stall: Stall;
  /** Places orders. @returns their IDs, the oldest first */
  orders: (count: number, change?: object) => Promise<number[]>;
  /** What pays all that remains. */
  pay: (chosen: object) => object;
  start: (input: object, call?: TestShop['call']) => Promise<any>;
  preview: (input: object) => Promise<any>;
  get: (id: number) => Promise<any>;
  /** Each order of a run, in a line: `12 DONE 210000`, or with the codes of its reasons. */
  rows: (id: number, query?: Record<string, string>) => Promise<any[]>;
  post: (id: number, what: 'stop' | 'retry', input?: object) => Promise<Answered>;
  query: (text: string, values?: unknown[]) => Promise<any[]>;
}

/** Opens the scene before all tests of a file; after them the data of the shop is as doctor wants it. */
export function bulkScene(options: TestAppOptions = {}): BulkScene {
  const at = {} as BulkScene;
  beforeAll(async () => {
    at.app = await startTestApp(options);
    at.shop = await at.app.openShop();
    at.stall = await openStall(at.shop, { stocks: [100_000, 100_000] });
  });
  afterAll(async () => {
    await at.app.readEvents();
    for (const check of await diagnose(at.app.services.db))
      expect(check.differences, check.title).toEqual([]);
    await at.app.close();
  });
  at.orders = async (count, change = {}) => {
    const ids: number[] = [];
    for (let placed = 0; placed < count; placed += 10) {
      const some = Array.from({ length: Math.min(10, count - placed) }, () =>
        at.shop.call('POST', '/api/open/order', orderOf(at.stall, { ...change })),
      );
      for (const answer of await Promise.all(some)) ids.push(expectOk(answer).body.data.order_id);
    }
    return ids.toSorted((a, b) => a - b);
  };
  at.pay = (chosen) => ({ action: 'PAY', bank_id: at.stall.bank_id, date: '2026-01-05', ...chosen });
  at.start = async (input, call = at.shop.call) => expectOk(await call('POST', BULK_PATH, input)).body.data;
  at.preview = async (input) => expectOk(await at.shop.call('POST', `${BULK_PATH}/preview`, input)).body.data;
  at.get = async (id) => expectOk(await at.shop.call('GET', `${BULK_PATH}/${id}`)).body.data;
  at.rows = async (id, query = {}) =>
    expectOk(await at.shop.call('GET', `${BULK_PATH}/${id}/rows`, { per_page: '100', ...query })).body.data;
  at.post = (id, what, input = {}) => at.shop.call('POST', `${BULK_PATH}/${id}/${what}`, input);
  at.query = async (text, values = [at.shop.shop_id]) =>
    (await at.app.database.pool.query(text, values)).rows;
  return at;
}
