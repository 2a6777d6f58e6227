import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../../doctor.ts';
import { awbImporter } from '../../../../test/awb-sheets.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk, today } from '../../../../test/stall.ts';
import { addWarehouse, hire, layIn } from '../../../../test/staff.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene({ stall: { stocks: [1_000_000, 1_000_000] } });
let imports: ReturnType<typeof awbImporter>;

async function place(change: object = {}) {
  const id = await scene.place(scene.stall, 1, change);
  return { id, po: (await scene.detail(id)).po_number as number };
}
const awbOf = async (id: number) => (await scene.detail(id)).awb_number;
const addAwb = async (id: number, awb_number: string) =>
  expectOk(await scene.shop.call('POST', '/api/open/order/awb-number/add', { id, awb_number }));
const counters = { awb: 0 };
const newAwb = () => `JY${3_000_000_000 + (counters.awb += 1)}`;
const outcomes = async (id: number) =>
  (await imports.rows(id)).map(({ outcome, reason }) =>
    reason === null ? outcome : `${outcome} ${reason.code}`,
  );
/** What there is of an order, without what differs from order to order. */
async function tracesOf(id: number, awb_number: string): Promise<string> {
  const { rows } = await scene.app.database.pool.query(
    `select to_jsonb(o) - array['id', 'po_number', 'created_at', 'updated_at'] as order,
       (select jsonb_agg(to_jsonb(s) - 'order_id') from shipments s where s.shop_id = $1 and s.order_id = $2) as shipments,
       (select jsonb_agg(to_jsonb(h) - array['order_id', 'created_at'] order by version) from order_changes h
         where h.shop_id = $1 and h.order_id = $2) as history,
       (select jsonb_agg(to_jsonb(e) - array['id', 'subject_id', 'position', 'created_at'] order by e.id)
         from outbox_events e where e.shop_id = $1 and e.subject_id = $2 and e.name = 'order.awb_added') as events
     from orders o where o.shop_id = $1 and o.id = $2`,
    [scene.shop.shop_id, id],
  );
  return JSON.stringify(rows[0], null, 1).replaceAll(awb_number, 'AWB');
}

beforeAll(() => {
  imports = awbImporter(scene.shop.call, scene.app);
});
afterAll(async () => {
  for (const check of await diagnose(scene.app.services.db))
    expect(check.differences, check.title).toEqual([]);
});

test('an imported number leaves the same order, history and events as one that is added by hand', async () => {
  const [by_hand, imported] = [await place(), await place()];
  const [one, two] = [newAwb(), newAwb()];
  await addAwb(by_hand.id, one);
  const { id } = await imports.upload(`PO;AWB\n${imported.po};${two}`);
  await imports.run(id, 'apply');
  const traces = await tracesOf(by_hand.id, one);
  expect(traces).toContain('"awb_added"');
  expect(traces).toContain('"order.awb_added"');
  expect(await tracesOf(imported.id, two)).toBe(traces);
  const found = await scene.shop.call('GET', '/api/open/order', { keyword: two, per_page: '10' });
  expect(found.body.data.map((order: any) => order.order_id ?? order.id)).toEqual([imported.id]);
});

test('everything is checked again when it is applied', async () => {
  const [fine, taken, gone, same] = [await place(), await place(), await place(), await place()];
  const used = await place();
  const awbs = Array.from({ length: 5 }, newAwb);
  const lines = [fine, taken, gone, same, used].map(({ po }, index) => `${po};${awbs[index]}`);
  const { id, counts } = await imports.upload(['PO;AWB', ...lines].join('\n'));
  expect(counts.matched).toBe(5);
  await addAwb(taken.id, newAwb());
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id: gone.id }));
  await addAwb(same.id, String(awbs[3]));
  await addAwb((await place()).id, String(awbs[4]));
  await imports.run(id, 'apply');
  expect(await outcomes(id)).toEqual([
    'APPLIED',
    'WRONG awb_order_has_other',
    'WRONG awb_order_not_active',
    'UNCHANGED',
    'WRONG awb_of_other_order',
  ]);
  expect(await awbOf(used.id)).toBeNull();
});

test('two people at once and the same file twice set each number once', async () => {
  const orders = await Promise.all(Array.from({ length: 30 }, () => place()));
  const file = ['PO;AWB', ...orders.map(({ po }) => `${po};${newAwb()}`)].join('\n');
  const [one, two] = await Promise.all([imports.upload(file), imports.upload(file)]);
  const answers = await Promise.all([one.id, two.id, one.id, two.id].map((id) => imports.act(id, 'apply')));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409, 409]);
  const [first, second] = [await imports.look(one.id), await imports.look(two.id)];
  expect(first.counts.applied + second.counts.applied).toBe(30);
  expect(first.counts.unchanged + second.counts.unchanged).toBe(30);
  for (const { id } of orders) {
    const { rows } = await scene.app.database.pool.query(
      `select count(*)::int as count from order_changes where shop_id = $1 and order_id = $2 and action = 'awb_added'`,
      [scene.shop.shop_id, id],
    );
    expect(rows[0].count).toBe(1);
  }
});

test('of two files that give one number to different orders at once, one does', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [left, right] = [await place(), await place()];
    const awb = newAwb();
    const one = await imports.upload(`PO;AWB\n${left.po};${awb}`);
    const two = await imports.upload(`PO;AWB\n${right.po};${awb}`);
    await Promise.all([imports.act(one.id, 'apply'), imports.act(two.id, 'apply')]);
    expect([await awbOf(left.id), await awbOf(right.id)].filter((number) => number !== null)).toEqual([awb]);
  }
});

test('undoing removes what the import has set, and leaves what was changed since', async () => {
  const [fine, corrected, shipped] = [await place(), await place(), await place()];
  const had = await place();
  const own = newAwb();
  await addAwb(had.id, own);
  const lines = [fine, corrected, shipped].map(({ po }) => `${po};${newAwb()}`);
  const { id } = await imports.upload(['PO;AWB', ...lines, `${had.po};${own}`].join('\n'));
  await imports.run(id, 'apply');
  const other = newAwb();
  await addAwb(corrected.id, other);
  const status = { id: shipped.id, status: 'ON PROCESS' };
  expectOk(await scene.shop.call('PATCH', '/api/open/order/shipping-status', status));
  const undone = await imports.run(id, 'undo');
  expect(undone).toMatchObject({ status: 'UNDONE', counts: { undone: 1, kept: 2, unchanged: 1 } });
  expect(await outcomes(id)).toEqual([
    'UNDONE',
    'KEPT awb_changed_since',
    'KEPT awb_changed_since',
    'UNCHANGED',
  ]);
  expect(await awbOf(fine.id)).toBeNull();
  expect(await awbOf(corrected.id)).toBe(other);
  expect(await awbOf(shipped.id)).not.toBeNull();
  expect(await awbOf(had.id)).toBe(own);
  expect((await imports.act(id, 'undo')).status).toBe(409);
});

test('each parcel of a split order gets its own number', async () => {
  const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang Timur');
  const [one, two] = scene.stall.variation_ids as [number, number];
  await layIn(scene.shop, two, warehouse, 10);
  const products = [
    { id: one, qty: 1, product_status: 'S', warehouse_id: 0 },
    { id: two, qty: 1, product_status: 'S', warehouse_id: warehouse },
  ];
  const payment = { status: 'PAID', date: today(), bank_id: scene.stall.bank_id };
  const { id: order_id, po } = await place({ products, payment });
  expectOk(await scene.shop.call('POST', '/api/open/shipping/split', { order_id }));
  const [first, second] = [newAwb(), newAwb()];
  const unclear = await imports.upload(`PO;AWB\n${po};${newAwb()}`);
  expect(await outcomes(unclear.id)).toEqual(['WRONG awb_several_orders']);
  const { id } = await imports.upload(
    `PO;AWB\nPO${po}/${order_id}/2;${second}\nPO${po}/${order_id}/1;${first}`,
  );
  await imports.run(id, 'apply');
  expect(await awbOf(order_id)).toBe(`${first}, ${second}`);
  await imports.run(id, 'undo');
  expect(await awbOf(order_id)).toBeNull();
});

test('who works in a warehouse sees, and sets numbers of, its orders alone', async () => {
  const warehouse = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Gudang Barat');
  const [one] = scene.stall.variation_ids as [number];
  await layIn(scene.shop, one, warehouse, 10);
  const worker = await hire(scene.app, scene.shop, 'warehouse', [warehouse]);
  const theirs = awbImporter(worker.call, scene.app);
  const products = [{ id: one, qty: 1, product_status: 'S', warehouse_id: warehouse }];
  const [seen, unseen] = [await place({ products }), await place()];
  const taken = newAwb();
  await addAwb(unseen.id, taken);
  const { id } = await theirs.upload(`PO;AWB\n${seen.po};${newAwb()}\n${unseen.po};${newAwb()}`);
  const rows = await theirs.rows(id);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['MATCHED', 'WRONG']);
  expect(JSON.stringify(rows[1].candidates)).toBe('[]');
  const used = await theirs.upload(`PO;AWB\n${seen.po};${taken}`);
  const [row] = await theirs.rows(used.id);
  expect(row.reason.code).toBe('awb_of_other_order');
  expect(row.reason.text).not.toContain(String(unseen.po));
  const others = await imports.upload(`PO;AWB\n${unseen.po};${newAwb()}`);
  expect((await theirs.act(others.id, 'apply')).status).toBe(404);
  expect((await worker.call('GET', `/api/open/shipping/awb-import/${others.id}`)).status).toBe(404);
});
