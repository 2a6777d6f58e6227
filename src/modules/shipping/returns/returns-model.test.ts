import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { addWarehouse } from '../../../../test/staff.ts';
import { addProduct, expectOk, orderOf, type Stall } from '../../../../test/stall.ts';

const scene = orderScene();
const { call, say, announce, receive, settle, cancel, returnOf, report, soundness } = returnScene(scene);
let branch_id: number;

beforeAll(async () => {
  branch_id = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Cabang');
});

const STOCK = 40;

const WHAT = [
  'place',
  'split',
  'send',
  'deliver',
  'courier_returns',
  'announce',
  'call_off',
  'read',
  'receive',
  'receive',
  'settle',
  'keep',
  'cancel',
  'reactivate',
  'resend',
  'edit',
  'delete',
] as const;

const step = fc.record({
  what: fc.constantFrom(...WHAT),
  which: fc.nat(5),
  parcel: fc.integer({ min: 1, max: 2 }),
  damaged: fc.nat(2),
  missing: fc.nat(2),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A product of which half is in the main warehouse, and half in another. */
async function wideProduct(): Promise<Stall> {
  const warehouse_stock = [0, branch_id].map((warehouse_id) => ({ warehouse_id, stock: STOCK / 2 }));
  const goods = await addProduct(scene.shop, {
    stocks: [0],
    product: { is_warehouse: '1' },
    variation: { warehouse_stock },
  });
  return { ...scene.stall, ...goods };
}

const lines = (at: Stall, qty: number) =>
  [0, branch_id].map((warehouse_id) => ({ id: at.variation_ids[0], qty, product_status: 'S', warehouse_id }));

/** What is done in a step; it is refused where it is impossible, and never fails. */
async function take(
  at: Stall,
  ids: number[],
  { what, which, parcel, damaged, missing }: Step,
): Promise<void> {
  const id = ids[which % Math.max(1, ids.length)] ?? 0;
  const return_id = async () => (await returnOf(id))?.id ?? 987_654;
  const body = orderOf(at, { products: lines(at, 1 + (which % 3)) });
  const { order_date: _date, is_print: _print, source: _source, ...edited } = body;
  const run: Record<Step['what'], () => Promise<{ status: number; text: string; body: any } | void>> = {
    place: () => scene.send(body),
    split: () => call('POST', 'shipping/split', { order_id: id }),
    send: () => say(id, 'ON PROCESS'),
    deliver: () => say(id, 'DELIVERED'),
    courier_returns: () => report(id, 'RETURNED', parcel).catch(() => undefined),
    announce: () => announce(id, { shipment: parcel }),
    call_off: async () => call('PATCH', `shipping/return/${await return_id()}`, { state: 'CANCELED' }),
    read: () => scene.app.readEvents(),
    receive: async () =>
      receive(await return_id(), {
        lines: [{ variation_id: at.variation_ids[0], damaged, missing }],
        ...(which % 2 === 0 && { warehouse_id: branch_id }),
      }),
    settle: async () => settle(await return_id()),
    keep: async () => settle(await return_id(), { outcome: 'KEEP' }),
    cancel: () => cancel(id),
    reactivate: () => call('POST', 'order-cancel/return', { id }),
    resend: () => call('POST', `shipping/resend/${id}`, { shipment: parcel }),
    edit: () => call('PATCH', 'order', { order_id: id, ...edited }),
    delete: () => call('DELETE', `order-cancel/${id}`),
  };
  const answer = await run[what]();
  if (answer === undefined) return;
  expect(answer.status, `${what}: ${answer.text}`).toBeLessThan(500);
  if (what === 'place' && answer.status === 200) ids.push(answer.body.data.order_id);
}

/** Units of a product: in stock, held by active orders, and lost with what came back, of orders that are there or were. */
async function unitsOf(at: Stall): Promise<{ stock: number; ledger: number; held: number; lost: number }> {
  const { rows } = await scene.app.database.pool.query(
    `select
      (select sum(quantity) from stock_levels where shop_id = $1 and variation_id = $2)::int as stock,
      (select sum(quantity_in - quantity_out) from stock_ledger where shop_id = $1 and variation_id = $2)::int as ledger,
      (select coalesce(sum(l.quantity - l.returned_quantity), 0) from order_lines l
        join orders o on o.shop_id = l.shop_id and o.id = l.order_id and o.order_status = 'ACCEPTED'
        where l.shop_id = $1 and l.variation_id = $2)::int as held,
      (select coalesce(sum(damaged + missing), 0) from parcel_return_lines
        where shop_id = $1 and variation_id = $2)::int as lost`,
    [scene.shop.shop_id, at.variation_ids[0]],
  );
  return rows[0];
}

test('whatever is done with orders and their returns, each unit is in stock, sold, or lost, and none twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const at = await wideProduct();
      const ids: number[] = [];
      expectOk(
        await scene.send(orderOf(at, { products: lines(at, 2) })).then((answer) => {
          ids.push(answer.body.data.order_id);
          return answer;
        }),
      );
      let lost_with_deleted = 0;
      for (const one of steps) {
        const before = await unitsOf(at);
        await take(at, ids, one);
        const after = await unitsOf(at);
        // With an order its returns are deleted; what was lost stays lost.
        if (one.what === 'delete') lost_with_deleted += before.lost - after.lost;
        expect(after.stock).toBe(after.ledger);
        expect(after.stock + after.held + after.lost + lost_with_deleted, one.what).toBe(STOCK);
      }
      await soundness();
    }),
    { numRuns: 40 },
  );
}, 300_000);
