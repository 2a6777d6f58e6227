import { beforeEach, expect, test } from 'vitest';
import { codOrder } from '../../../../test/cod-scene.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = orderScene();
const { call, receive, settle, returnOf, data, report, placeSent, soundness } = returnScene(scene);

interface Revenue {
  net_sales: number;
  gross_profit: number;
  order_count: number;
}

const NOTHING: Revenue = { net_sales: 0, gross_profit: 0, order_count: 0 };
const revenue = async (): Promise<Revenue> => (await data(call('GET', 'order/admin-revenue')))[0] ?? NOTHING;

let before: Revenue;
beforeEach(async () => {
  before = await revenue();
});

/** What the revenue has changed by. */
async function change() {
  const after = await revenue();
  return {
    net_sales: after.net_sales - before.net_sales,
    gross_profit: after.gross_profit - before.gross_profit,
    order_count: after.order_count - before.order_count,
  };
}

const came = async (id: number) => {
  await report(id, 'RETURNED');
  await scene.app.readEvents();
  return (await returnOf(id)).id;
};

// A unit is sold at 100,000 and was bought at 80,000; shipping is 10,000, and JNE keeps 4 % of what it collects.

test('the COD fee of a delivered order lowers its profit', async () => {
  const id = await codOrder(scene.shop, await scene.ownProduct());
  expect(await change()).toEqual({ net_sales: 100_000, gross_profit: 60_000, order_count: 1 });
  await report(id, 'DELIVERED');
  await scene.app.readEvents();
  expect(await change()).toMatchObject({ net_sales: 100_000, gross_profit: 60_000 - 5_000 });
});

test('what a failed COD order is charged lowers the profit, once, whether its return is settled or not', async () => {
  await call('PATCH', 'setting/courier/charge', { courier_id: 1, return_fee_bp: 5_000 }).then(expectOk);
  const id = await codOrder(scene.shop, await scene.ownProduct());
  const return_id = await came(id);
  expect((await change()).gross_profit).toBe(60_000 - 10_000 - 5_000);
  expectOk(await receive(return_id));
  expectOk(await settle(return_id, { outcome: 'KEEP' }));
  expect((await change()).gross_profit).toBe(60_000 - 10_000 - 5_000);
  await call('PATCH', 'setting/courier/charge', { courier_id: 1, return_fee_bp: null }).then(expectOk);
});

test('what a return costs lowers the profit of its order, also where that is cancelled and counts nowhere else', async () => {
  const kept = await placeSent(await scene.ownProduct(), 2);
  const kept_return = await came(kept);
  expectOk(await receive(kept_return));
  expectOk(await settle(kept_return, { outcome: 'KEEP', return_fee: 3_000 }));
  const of_kept = { net_sales: 200_000, gross_profit: 120_000 - 13_000, order_count: 1 };
  expect(await change()).toEqual(of_kept);
  const canceled = await placeSent(await scene.ownProduct(), 1);
  const canceled_return = await came(canceled);
  expectOk(await receive(canceled_return));
  expectOk(await settle(canceled_return, { return_fee: 4_000 }));
  expect(await change()).toEqual({ ...of_kept, gross_profit: of_kept.gross_profit - 14_000 });
  await soundness();
});
