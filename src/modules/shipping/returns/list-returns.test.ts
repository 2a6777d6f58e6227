import { expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const { detail, ownProduct } = scene;
const { call, announce, data, placeSent } = returnScene(scene);

test('the list has a filter for state, courier, period and keyword, and counts each state', async () => {
  const shop_list = async (input: object = {}) => expectOk(await call('GET', 'shipping/return', input)).body;
  const at = await ownProduct(10);
  const id = await placeSent(at, 1, {
    expedition: { id: 349, rate: 10_000, name: 'SAP', auto_pickup: false },
  });
  const opened = await data(announce(id));
  const { po_number } = await detail(id);
  const ids = async (input: object) => (await shop_list(input)).data.map((row: any) => row.id);
  expect(await ids({ courier: 'sap' })).toEqual([opened.id]);
  expect(await ids({ courier: 'SAP', state: 'SETTLED' })).toEqual([]);
  expect(await ids({ keyword: `PO${po_number}` })).toEqual([opened.id]);
  expect(await ids({ courier: 'SAP', start_date: '2090-01-01' })).toEqual([]);
  expect(await ids({ courier: 'SAP', end_date: '2090-01-01' })).toEqual([opened.id]);
  expect((await shop_list({ courier: 'SAP', state: 'SETTLED' })).counts).toEqual({
    ANNOUNCED: 1,
    ON_THE_WAY: 0,
    RECEIVED: 0,
    SETTLED: 0,
    CANCELED: 0,
  });
  const { data: all, meta, counts } = await shop_list({ per_page: '2' });
  expect(all[0].id).toBe(opened.id);
  expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count)).toBe(
    meta.pagination.total,
  );
});
