import { beforeAll, expect, test } from 'vitest';
import { openEditScene, type EditScene } from '../../../../test/edit-scene.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk, today } from '../../../../test/stall.ts';

let app: TestApp;
let scene: EditScene;

beforeAll(async () => {
  app = await startTestApp();
  scene = await openEditScene(app);
  return () => app.close();
});

const preview = (order_id: number, products: object[], change: object = {}) =>
  scene.shop.call('POST', '/api/open/order/edit/preview', {
    order_id,
    customer_sender_id: scene.stall.customer_id,
    customer_receiver_id: scene.stall.customer_id,
    supplier_id: scene.stall.supplier_id,
    expedition: { id: 1, rate: 10_000 },
    payment: { status: 'UNPAID' },
    products,
    ...change,
  });

/** All that an edit writes, as it is stored. */
async function stored(): Promise<unknown> {
  const tables = ['orders', 'order_lines', 'order_charges', 'order_changes', 'stock_levels', 'outbox_events'];
  const rows = tables.map((table) => `(select json_agg(t) from ${table} t where shop_id = $1) as ${table}`);
  return (await app.database.pool.query(`select ${rows.join(', ')}`, [scene.shop.shop_id])).rows;
}

test('what a preview shows is what the edit then does, and the preview itself changes nothing', async () => {
  const at = await scene.product(10);
  const id = await scene.place([scene.line(at)]);
  const before = await stored();
  const order_cost = [{ name: 'Kemasan', category: 'OTHER COST', type: 'NOMINAL', nominal: 5_000 }];
  const shown = expectOk(await preview(id, [scene.line(at, { qty: 5 })], { order_cost })).body.data;
  expect(await stored()).toEqual(before);
  expect(shown).toMatchObject({
    order_id: id,
    version: 1,
    before: { goods: 200_000, total: 210_000, remaining: 210_000, payment_status: 'UNPAID' },
    after: {
      goods: 500_000,
      other_cost: 5_000,
      total: 515_000,
      lines: [{ variation_id: at.variation_ids[0], qty: 5, price: 100_000, subtotal: 500_000 }],
      order_cost: [{ name: 'Kemasan', amount: 5_000 }],
    },
    stock: [{ variation_id: at.variation_ids[0], warehouse_id: 0, delta: -3, left: 5 }],
  });
  expectOk(await scene.edit(id, [scene.line(at, { qty: 5 })], { order_cost, version: shown.version }));
  expect(await scene.total(id)).toBe(shown.after.total);
  expect((await scene.newest(id)).stock).toEqual([
    { variation_id: at.variation_ids[0], warehouse_id: 0, delta: -3 },
  ]);
});

test('a preview is refused as the edit would be, beside the line at fault', async () => {
  const at = await scene.product(3);
  const id = await scene.place([scene.line(at)]);
  const before = await stored();
  const answer = await preview(id, [scene.line(at, { qty: 9 })]);
  expect([answer.status, answer.body.code]).toEqual([422, 'stock_short']);
  expect(Object.keys(answer.body.message)).toEqual(['products.0.qty']);
  expect(await stored()).toEqual(before);
});

test('an edit of what somebody else has changed since is refused, and says who it was; nothing is lost', async () => {
  const at = await scene.product();
  const id = await scene.place([scene.line(at)]);
  const { version } = await scene.detail(id);
  expectOk(
    await scene.shop.call('PATCH', '/api/open/order/quick-payment', {
      id,
      payment: { status: 'INSTALLMENT', amount: 50_000, date: today(), bank_id: scene.stall.bank_id },
    }),
  );
  for (const answer of [
    await preview(id, [scene.line(at, { qty: 3 })], { version }),
    await scene.edit(id, [scene.line(at, { qty: 3 })], { version }),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'order_changed']);
    expect(answer.text).toContain(today());
  }
  expect(await scene.total(id)).toBe(210_000);
  const now = await scene.detail(id);
  expect(now.version).toBe(version + 1);
  expectOk(await scene.edit(id, [scene.line(at, { qty: 3 })], { version: now.version }));
  expect(await scene.total(id)).toBe(310_000);
});
