import { beforeAll, describe, expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { addWarehouse, hire, type Staff } from '../../../../test/staff.ts';
import { addCustomer, addProduct, expectOk, orderOf, type Stall } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const { place, pay, detail, stockOf, ownProduct } = scene;
const { call, say, announce, receive, settle, cancel, returnOf, data, report, placeSent, soundness } =
  returnScene(scene);
let branch_id: number;

beforeAll(async () => {
  branch_id = await addWarehouse(scene.shop, scene.stall.supplier_id, 'Cabang');
});

describe('a parcel that comes back', () => {
  test('is announced, received into stock and settled, which cancels its order and books what it cost', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 4);
    const opened = await data(announce(id));
    expect(opened).toMatchObject({
      order_id: id,
      state: 'ANNOUNCED',
      source: 'STAFF',
      reason: 'Ditolak penerima',
      lines: [{ variation_id: at.variation_ids[0], quantity: 4, sellable: null }],
    });
    expect((await settle(opened.id)).body.code).toBe('return_not_received');
    expect(await data(call('PATCH', `shipping/return/${opened.id}`, { state: 'ON_THE_WAY' }))).toMatchObject({
      state: 'ON_THE_WAY',
    });
    const [variation_id] = at.variation_ids;
    const lines = [{ variation_id, damaged: 1, missing: 1 }];
    expect(await data(receive(opened.id, { lines, note: 'Dus penyok' }))).toMatchObject({
      state: 'RECEIVED',
      note: 'Dus penyok',
      lines: [{ quantity: 4, sellable: 2, damaged: 1, missing: 1, warehouse_id: 0 }],
      cost: 0,
      costs: null,
    });
    expect(await stockOf(at)).toBe(8);
    await soundness();
    const settled = await data(settle(opened.id, { return_fee: 3_000 }));
    expect(settled).toMatchObject({
      state: 'SETTLED',
      outcome: 'CANCEL',
      order_status: 'CANCELED',
      cost: 10_000 + 3_000 + 80_000,
      costs: { outbound_shipping: 10_000, return_fee: 3_000, lost_products: 80_000 },
    });
    expect(await stockOf(at)).toBe(8);
    expect(await detail(id)).toMatchObject({ order_status: 'CANCELED', return_cost: 93_000 });
    const history = await data(call('GET', `order/history?id=${id}`));
    expect(history.map(({ action }: any) => action).slice(0, 2)).toEqual(['canceled', 'return_received']);
    expect(history[0].difference).toMatchObject({ return_cost_idr: [0, 93_000] });
    expect(history[1].stock).toEqual([{ variation_id, warehouse_id: 0, delta: 2 }]);
    const movements = await data(call('GET', `product/history?id=${variation_id}`));
    expect(movements[0].detail.description).toMatch(/^Return PO#\d+$/);
    expect((await settle(opened.id)).body.code).toBe('return_state_other');
    await soundness();
  });

  test('goes to the warehouse that is chosen, by default to where it came from', async () => {
    const at = await ownProduct(10);
    const into = async (body: object) => {
      const { id } = await data(announce(await placeSent(at, 1)));
      return (await data(receive(id, body))).lines[0].warehouse_id;
    };
    expect(await into({})).toBe(0);
    expect(await into({ warehouse_id: branch_id })).toBe(branch_id);
    expect(
      (await receive((await data(announce(await placeSent(at, 1)))).id, { warehouse_id: 987_654 })).status,
    ).toBe(422);
    await soundness();
  });

  test('has each unit accounted for exactly once', async () => {
    const at = await ownProduct(10);
    const other = await ownProduct(10);
    const { id } = await data(announce(await placeSent(at, 3)));
    const [variation_id] = at.variation_ids;
    const codes = async (lines: object[]) => {
      const { status, body } = await receive(id, { lines });
      return [status, body.code];
    };
    const wrong = [422, 'return_not_accounted'];
    expect(await codes([{ variation_id, sellable: 2 }])).toEqual(wrong);
    expect(await codes([{ variation_id, sellable: 3, missing: 1 }])).toEqual(wrong);
    expect(await codes([{ variation_id, damaged: 4 }])).toEqual(wrong);
    expect(await codes([{ variation_id: other.variation_ids[0] }])).toEqual([422, 'field_not_found']);
    expect(await codes([{ variation_id }, { variation_id }])).toEqual([422, 'return_line_repeated']);
    expect(await codes([{ variation_id, sellable: 1, damaged: 2 }])).toEqual([200, undefined]);
    expect(await codes([])).toEqual([422, 'return_state_other']);
    expect(await stockOf(at)).toBe(8);
  });

  test('has been somewhere: before it leaves nothing can come back', async () => {
    const at = await ownProduct(10);
    const id = await place(at, 1);
    expect((await announce(id)).body.code).toBe('parcel_not_sent');
    expect((await announce(id, { shipment: 2 })).status).toBe(404);
    expectOk(await say(id, 'DELIVERED'));
    expectOk(await announce(id));
    expect((await announce(id)).body.code).toBe('return_exists');
  });

  test('is found by its AWB number, PO number and QR code', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1, { awb_number: 'JP-RETUR-1' });
    const opened = await data(announce(id));
    const { po_number } = await detail(id);
    for (const code of ['jp-retur-1', `${po_number}`, `PO#${po_number}`, `PO${po_number}/${id}/1`])
      expect((await data(call('GET', 'shipping/return/scan', { code }))).map((row: any) => row.id)).toEqual([
        opened.id,
      ]);
    expect(await data(call('GET', 'shipping/return/scan', { code: 'JP-RETUR-2' }))).toEqual([]);
  });
});

describe('the return of a parcel that the courier reports', () => {
  test('opens by itself, once, and is closed when the parcel goes out anew', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1);
    await report(id, 'RETURNED');
    await scene.app.readEvents();
    await scene.app.readEvents();
    const first = await returnOf(id);
    expect(first).toMatchObject({ state: 'ON_THE_WAY', source: 'COURIER' });
    expectOk(await say(id, 'READY TO SHIP'));
    await scene.app.readEvents();
    expect(await returnOf(id)).toMatchObject({ id: first.id, state: 'CANCELED' });
    expectOk(await say(id, 'ON PROCESS'));
    await report(id, 'RETURNED');
    await scene.app.readEvents();
    expect((await returnOf(id)).id).not.toBe(first.id);
  });

  test('that staff have announced is the same, and closed when the parcel is delivered after all', async () => {
    const at = await ownProduct(10);
    const [coming, delivered] = [await placeSent(at, 1), await placeSent(at, 1)];
    const opened = [await data(announce(coming)), await data(announce(delivered))];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await report(coming, 'RETURNED');
    await report(delivered, 'DELIVERED');
    await scene.app.readEvents();
    expect(await returnOf(coming)).toMatchObject({ id: opened[0].id, state: 'ON_THE_WAY' });
    expect(await returnOf(delivered)).toMatchObject({ id: opened[1].id, state: 'CANCELED' });
  });

  test('that was received before the news is read is not opened again', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1);
    await report(id, 'RETURNED');
    const opened = await data(announce(id));
    expectOk(await receive(opened.id));
    await scene.app.readEvents();
    expect(await returnOf(id)).toMatchObject({ id: opened.id, state: 'RECEIVED' });
    expectOk(await settle(opened.id));
    await scene.app.readEvents();
    expect(await returnOf(id)).toMatchObject({ id: opened.id, state: 'SETTLED' });
  });

  test('of a parcel that a customer sends back after delivery stays, however late the delivery is read', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1);
    await report(id, 'DELIVERED');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const opened = await data(announce(id));
    await scene.app.readEvents();
    expect(await returnOf(id)).toMatchObject({ id: opened.id, state: 'ANNOUNCED' });
  });
});

describe('an order with a received return', () => {
  async function received(at: Stall, lines: object[] = []) {
    const id = await placeSent(at, 3);
    const opened = await data(announce(id));
    expectOk(await receive(opened.id, { lines }));
    return { id, return_id: opened.id as number };
  }

  test('is not shipped again, and its products are not changed', async () => {
    const at = await ownProduct(10);
    const { id } = await received(at);
    expect((await say(id, 'READY TO SHIP')).body.code).toBe('goods_returned');
    expect((await call('POST', `shipping/resend/${id}`)).body.code).toBe('goods_returned');
    const edit = (change: Record<string, unknown>) => {
      const { order_date: _date, is_print: _print, source: _source, ...body } = orderOf(at, change);
      return call('PATCH', 'order', { order_id: id, ...body });
    };
    const products = scene.lines(at, 3);
    expect((await edit({ products: scene.lines(at, 1) })).body.code).toBe('goods_returned');
    const customer_sender_id = await addCustomer(scene.shop, 'D', 'Tuti', '0812-3456-7899');
    expect((await edit({ products, customer_sender_id })).body.code).toBe('goods_returned');
    expectOk(await edit({ products, note: 'Kembali' }));
    expect((await announce(id)).body.code).toBe('return_exists');
    expect(await stockOf(at)).toBe(10);
    await soundness();
  });

  test('gives back by cancelling only what was not accounted for, and takes by reactivating only that', async () => {
    const at = await ownProduct(10);
    const [variation_id] = at.variation_ids;
    const { id, return_id } = await received(at, [{ variation_id, damaged: 2 }]);
    expect(await stockOf(at)).toBe(8);
    expectOk(await cancel(id));
    expect(await stockOf(at)).toBe(8);
    expectOk(await settle(return_id));
    await soundness();
    expectOk(await call('POST', 'order-cancel/return', { id }));
    expect(await stockOf(at)).toBe(8);
    expect((await say(id, 'READY TO SHIP')).body.code).toBe('goods_returned');
    await soundness();
    expectOk(await cancel(id));
    expectOk(await call('DELETE', `order-cancel/${id}`));
    expect(await returnOf(id)).toBeUndefined();
    expect(await stockOf(at)).toBe(8);
    await soundness();
  });

  test('that was cancelled before its parcel is back is not received, as its stock is back, but settled', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 3);
    await report(id, 'RETURNED');
    await scene.app.readEvents();
    const { id: return_id } = await returnOf(id);
    expectOk(await cancel(id));
    expect((await receive(return_id)).body.code).toBe('order_not_active');
    expect((await settle(return_id, { outcome: 'KEEP' })).status).toBe(422);
    expect(await data(settle(return_id))).toMatchObject({
      state: 'SETTLED',
      outcome: 'CANCEL',
      cost: 10_000,
    });
    expect(await stockOf(at)).toBe(10);
    await soundness();
  });

  test('is kept where that is chosen, with what the customer paid', async () => {
    const at = await ownProduct(10);
    const { id, return_id } = await received(at);
    expectOk(await pay(id, 310_000, 'PAID'));
    expect(await data(settle(return_id, { outcome: 'KEEP', return_fee: 4_000 }))).toMatchObject({
      outcome: 'KEEP',
      order_status: 'ACCEPTED',
      costs: { outbound_shipping: 0, return_fee: 4_000, lost_products: 0 },
    });
    expect(await detail(id)).toMatchObject({ return_cost: 4_000, payment_status: 'PAID' });
    await soundness();
  });
});

test('products that are not in stock are accounted for without moving any', async () => {
  const goods = await addProduct(scene.shop, { stocks: [0], product: { product_type: 'R' } });
  const [id] = goods.variation_ids;
  const order_id = await placeSent({ ...scene.stall, ...goods }, 3, {
    products: [{ id, qty: 3, product_status: 'R' }],
    payment: { status: 'UNPAID', cost_of_goods_sales: 100_000 },
  });
  const opened = await data(announce(order_id));
  expectOk(await receive(opened.id, { lines: [{ variation_id: id, missing: 1 }] }));
  expect((await data(settle(opened.id))).costs.lost_products).toBe(33_333);
  await soundness();
});

test('each parcel of a split order comes back by itself; the order is kept while another was delivered', async () => {
  const goods = await addProduct(scene.shop, {
    stocks: [0],
    product: { is_warehouse: '1' },
    variation: {
      warehouse_stock: [
        { warehouse_id: 0, stock: 50 },
        { warehouse_id: branch_id, stock: 50 },
      ],
    },
  });
  const at = { ...scene.stall, ...goods };
  const [variation] = goods.variation_ids;
  const products = [0, branch_id].map((warehouse_id) => ({
    id: variation,
    qty: 2,
    product_status: 'S',
    warehouse_id,
  }));
  const { order_id: id } = await data(scene.send(orderOf(at, { products })));
  expectOk(await call('POST', 'shipping/split', { order_id: id }));
  expectOk(await say(id, 'ON PROCESS'));
  await report(id, 'DELIVERED', 1);
  await report(id, 'RETURNED', 2);
  await scene.app.readEvents();
  const { id: return_id, shipment } = await returnOf(id);
  expect(shipment).toBe(2);
  expect(await data(receive(return_id))).toMatchObject({
    lines: [{ quantity: 2, warehouse_id: branch_id, sellable: 2 }],
  });
  expect((await settle(return_id, { outcome: 'CANCEL' })).body.code).toBe('order_with_courier');
  expect(await data(settle(return_id))).toMatchObject({ outcome: 'KEEP', cost: 5_000 });
  expect(await stockOf(at)).toBe(98);
  await soundness();
});

describe('people', () => {
  let admin: Staff;
  let worker: Staff;
  let stranger: Staff;
  beforeAll(async () => {
    admin = await hire(scene.app, scene.shop, 'admin');
    worker = await hire(scene.app, scene.shop, 'warehouse', [0]);
    stranger = await hire(scene.app, scene.shop, 'warehouse', [branch_id]);
  });

  test('who work in a warehouse receive into theirs only, and see no other returns', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1);
    const opened = await data(announce(id));
    const path = `/api/open/shipping/return/${opened.id}`;
    expect((await stranger.call('POST', `${path}/receive`, {})).status).toBe(404);
    expect((await stranger.call('GET', path)).status).toBe(404);
    const list = expectOk(await stranger.call('GET', '/api/open/shipping/return', { per_page: '100' })).body;
    expect(list.data.map((row: any) => row.order_id)).not.toContain(id);
    const wrong = await worker.call('POST', `${path}/receive`, { warehouse_id: branch_id });
    expect(Object.keys(wrong.body.message)).toEqual(['warehouse_id']);
    expectOk(await worker.call('POST', `${path}/receive`, { warehouse_id: 0 }));
    expect((await worker.call('POST', `${path}/settle`, {})).status).toBe(403);
  });

  test('who do not see costs settle by the charge rules, and see no amount', async () => {
    const at = await ownProduct(10);
    const id = await placeSent(at, 1);
    const opened = await data(announce(id));
    expectOk(await receive(opened.id));
    const path = `/api/open/shipping/return/${opened.id}`;
    const refused = await admin.call('POST', `${path}/settle`, { return_fee: 0 });
    expect([refused.status, refused.body.code]).toEqual([403, 'field_hidden']);
    const settled = expectOk(await admin.call('POST', `${path}/settle`, {})).body.data;
    expect([settled.cost, settled.costs]).toEqual([null, null]);
    const seen = expectOk(await admin.call('GET', `/api/open/order/detail?id=${id}`)).body.data;
    expect(seen.return_cost).toBeNull();
    expect((await admin.call('GET', `/api/open/order/history?id=${id}`)).text).not.toContain('return_cost');
    expect((await detail(id)).return_cost).toBe(10_000);
  });

  test('who receive the same parcel at once receive it once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const at = await ownProduct(10);
      const opened = await data(announce(await placeSent(at, 2)));
      const answers = await Promise.all(Array.from({ length: 6 }, () => receive(opened.id)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await stockOf(at)).toBe(10);
    }
    await soundness();
  });

  test('who cancel the order while others receive or settle its parcel give nothing back twice', async () => {
    for (let round = 0; round < 8; round += 1) {
      const at = await ownProduct(10);
      const id = await placeSent(at, 2);
      await report(id, 'RETURNED');
      await scene.app.readEvents();
      const { id: return_id } = await returnOf(id);
      if (round % 2 === 1) expectOk(await receive(return_id));
      const answers = await Promise.all([
        cancel(id),
        round % 2 === 1 ? settle(return_id) : receive(return_id),
      ]);
      for (const { status } of answers) expect([200, 422]).toContain(status);
      expect(await stockOf(at)).toBe(10);
    }
    await soundness();
  });
});
