import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk, type Stall } from '../../../../test/stall.ts';

const scene = orderScene({ stall: { stocks: [10_000] } });
const { order, send: place, detail, lines } = scene;
let app: TestApp;
let shop: TestShop;
let stall: Stall;
let courier_id: number;

const CUSTOM = '/api/open/setting/courier/custom';
const create = async (body: object, of = shop): Promise<number> =>
  expectOk(await of.call('POST', CUSTOM, body)).body.data.id;

beforeAll(async () => {
  ({ app, shop, stall } = scene);
  courier_id = await create({ name: 'Kurir Toko', fee: 12_000 });
});

const placed = async (change: object): Promise<number> =>
  expectOk(await place(order(change))).body.data.order_id;
const edit = (order_id: number, change: object) =>
  shop.call('PATCH', '/api/open/order', {
    order_id,
    customer_sender_id: stall.customer_id,
    customer_receiver_id: stall.customer_id,
    supplier_id: stall.supplier_id,
    payment: { status: 'UNPAID' },
    products: lines(stall, 2),
    ...change,
  });
const quote = async (change: object) =>
  expectOk(await shop.call('POST', '/api/open/order/quote', order(change))).body.data;

describe("an order by a courier of the shop's own", () => {
  test('has its name and costs its fee, unless a rate is given by hand', async () => {
    const id = await placed({ expedition: { id: courier_id } });
    expect(await detail(id)).toMatchObject({
      shipping_logistic: 'Kurir Toko',
      shipping_id: courier_id,
      shipping_cost: 12_000,
      total_amount: 212_000,
    });
    const by_hand = await placed({ expedition: { id: String(courier_id), rate: 5_000 } });
    expect((await detail(by_hand)).shipping_cost).toBe(5_000);
    expect((await detail(await placed({ expedition: { id: courier_id, rate: 0 } }))).shipping_cost).toBe(0);
  });

  test('is quoted alike, and the quote says whose fee it is', async () => {
    const quoted = await quote({ expedition: { id: courier_id } });
    expect(quoted).toMatchObject({ shipping: 12_000, total: 212_000, problems: [] });
    const [rate] = quoted.shipping_explanation.steps;
    expect(rate).toMatchObject({
      rule: 'RATE',
      amount: 12_000,
      text: 'Fee of the custom courier Kurir Toko: Rp12.000.',
    });
    const by_hand = await quote({ expedition: { id: courier_id, rate: 5_000 } });
    expect(by_hand.shipping_explanation.steps[0].text).toMatch(/as entered: Rp5\.000/);
  });

  test('can be edited to it and away from it; what the order has stays when the fee changes', async () => {
    const own = await create({ name: 'Ojek', fee: 7_000 });
    const id = await placed({ expedition: { id: 1, rate: 10_000 } });
    expectOk(await edit(id, { expedition: { id: own } }));
    expect(await detail(id)).toMatchObject({ shipping_logistic: 'Ojek', shipping_cost: 7_000 });
    expectOk(await shop.call('PATCH', CUSTOM, { id: own, name: 'Ojek', fee: 9_000 }));
    expectOk(await edit(id, { expedition: { id: own }, note: 'Titip satpam' }));
    expect(await detail(id)).toMatchObject({ shipping_cost: 7_000, note: 'Titip satpam' });
    expectOk(await edit(id, { expedition: { id: 1, rate: 11_000 } }));
    expect(await detail(id)).toMatchObject({ shipping_logistic: 'JNE', shipping_cost: 11_000 });
  });

  test('stays readable and can be edited when the courier is deleted, but no new order has it', async () => {
    const own = await create({ name: 'Kurir Lama', fee: 6_000 });
    const id = await placed({ expedition: { id: own } });
    expectOk(await shop.call('DELETE', `${CUSTOM}/${own}`));
    expect(await detail(id)).toMatchObject({ shipping_logistic: 'Kurir Lama', shipping_id: own });
    expectOk(await edit(id, { expedition: { id: own }, note: 'Masih bisa' }));
    const answer = await place(order({ expedition: { id: own } }));
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(['expedition.id']);
  });

  test('is found by the number of the courier', async () => {
    const own = await create({ name: 'Kurir Cari', fee: 6_000 });
    const id = await placed({ expedition: { id: own } });
    const { body } = expectOk(await shop.call('GET', `/api/open/order?expedition_id=${own}`));
    expect(body.data.map(({ order_id }: any) => order_id)).toEqual([id]);
  });

  test("cannot be by another shop's courier, and a service of a courier needs a rate", async () => {
    const other = await app.openShop();
    const foreign = await create({ name: 'Kurir Lain', fee: 1 }, other);
    const refused = await place(order({ expedition: { id: foreign } }));
    expect([refused.status, Object.keys(refused.body.message)]).toEqual([422, ['expedition.id']]);
    const without = await place(order({ expedition: { id: 1 } }));
    expect([without.status, Object.keys(without.body.message)]).toEqual([422, ['expedition.rate']]);
  });

  test('costs placing no further statement', async () => {
    const count = async (expedition: object) => {
      const before = app.database.statements.sent;
      await placed({ expedition });
      return app.database.statements.sent - before;
    };
    await count({ id: 1, rate: 1 });
    expect(await count({ id: courier_id })).toBe(await count({ id: 1, rate: 1 }));
  });
});
