import { beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import type { Answered } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { storeTallies } from '../../../../test/order-tallies.ts';
import { addWarehouse, hire, layIn, type Staff } from '../../../../test/staff.ts';
import { expectOk, today } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [1_000, 1_000] } });
const PATH = '/api/open/order/work';
let worker: Staff;

type Call = (method: string, path: string, input?: object) => Promise<Answered>;

const tabs = async (call: Call, input: object = {}): Promise<any[]> =>
  expectOk(await call('GET', PATH, input)).body.data;

const counts = async (call: Call = scene.shop.call) =>
  Object.fromEntries(
    (await tabs(call)).filter(({ count }) => count > 0).map(({ tab, count }) => [tab, count]),
  );

/** Those whose list has another total. */
async function unequal(call: Call, input: object = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { tab, count, opens } of await tabs(call, input)) {
    const { total } = expectOk(await call('GET', opens.path, opens.query)).body.meta.pagination;
    if (total !== count) found.push({ tab, count, total });
  }
  return found;
}

const paid = () => ({ payment: { status: 'PAID', date: today(), bank_id: scene.stall.bank_id } });
const withAwb = (n: number) => ({ ...paid(), awb_number: `JP85077168${n}` });
const query = (text: string, values: unknown[]) => scene.app.database.pool.query(text, values);

beforeAll(async () => {
  const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang Timur');
  await layIn(scene.shop, scene.stall.variation_ids[0] ?? 0, warehouse, 50);
  worker = await hire(scene.app, scene.shop, 'warehouse', [warehouse]);
  const { place, stall, shop } = scene;
  const of_east = { products: [scene.line({ warehouse_id: warehouse })] };
  await place(stall, 1, { order_date: today(-90) });
  await scene.pay(await place(stall), 1_000);
  for (const change of [{}, of_east]) await place(stall, 1, { ...paid(), ...change });
  await place(stall, 1, { ...withAwb(10), ...of_east });
  await place(stall, 1, { ...withAwb(11), is_print: true });
  const move = async (n: number, status: string) =>
    expectOk(
      await shop.call('PATCH', '/api/open/order/shipping-status', {
        id: await place(stall, 1, withAwb(n)),
        status,
      }),
    );
  await move(12, 'ON PROCESS');
  await move(13, 'DELIVERED');
  const returned = await place(stall, 1, withAwb(14));
  await query(`update orders set shipping_status = 'RETURNED' where shop_id = $1 and id = $2`, [
    shop.shop_id,
    returned,
  ]);
  await storeTallies(scene.app.database.pool, shop.shop_id);
  expectOk(await shop.call('POST', '/api/open/order/cancel', { id: await place(stall) }));
});

describe('the tabs of an order list', () => {
  test('each order is in one tab, of whatever day it is, in the order in which work is done', async () => {
    expect(await counts()).toEqual({
      UNPAID: 1,
      PARTLY_PAID: 1,
      TO_PROCESS: 2,
      TO_PRINT: 1,
      TO_HAND_OVER: 1,
      SHIPPED: 1,
      DONE: 1,
      RETURNED: 1,
      CANCELED: 1,
    });
    const { rows } = await query('select count(*)::int as orders from orders where shop_id = $1', [
      scene.shop.shop_id,
    ]);
    const listed = await tabs(scene.shop.call);
    expect(listed.reduce((sum, { count }) => sum + count, 0)).toBe(rows[0].orders);
    expect(listed.every(({ is_exact }) => is_exact)).toBe(true);
  });

  test('the list that a tab opens has as many orders as the tab says, for the owner and in a warehouse', async () => {
    expect(await unequal(scene.shop.call)).toEqual([]);
    expect(await unequal(scene.shop.call, { start_date: today(-30), end_date: today() })).toEqual([]);
    expect(await unequal(worker.call)).toEqual([]);
  });

  test('who works in a warehouse counts the orders of it', async () => {
    expect(await counts(worker.call)).toEqual({ TO_PROCESS: 1, TO_PRINT: 1 });
  });

  test('a parcel goes from tab to tab as it is printed and leaves', async () => {
    const before = await counts();
    const id = await scene.place(scene.stall, 1, withAwb(20));
    const moved = async () => {
      const now = await counts();
      return Object.keys(now).filter((tab) => now[tab] !== before[tab]);
    };
    expect(await moved()).toEqual(['TO_PRINT']);
    expectOk(await scene.shop.call('POST', '/api/open/shipping/label', { order_ids: [id] }));
    expect(await moved()).toEqual(['TO_HAND_OVER']);
    for (const [status, tab] of [
      ['ON PROCESS', 'SHIPPED'],
      ['DELIVERED', 'DONE'],
    ]) {
      expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', { id, status }));
      expect(await moved()).toEqual([tab]);
    }
  });

  test('all tabs are counted in one statement', async () => {
    expect(await countStatements(scene.app, () => tabs(scene.shop.call))).toBe(1);
    expect(await countStatements(scene.app, () => tabs(worker.call))).toBe(1);
  });
});
