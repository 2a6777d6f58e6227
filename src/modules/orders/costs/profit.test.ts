import { afterEach, describe, expect, test } from 'vitest';
import { codOrder } from '../../../../test/cod-scene.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { returnScene } from '../../../../test/return-scene.ts';
import { hire } from '../../../../test/staff.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

/** What a seller relies on: what is left of an order is known to the rupiah, with all that it cost, and to nobody who sees no costs. */
const scene = orderScene();
const { call, receive, settle, returnOf, report, soundness } = returnScene(scene);

// A unit is sold at 100,000 and was bought at 40,000; shipping is 10,000, and JNE keeps 4 % of what it collects.
const profitOf = async (id: number) => (await scene.detail(id)).profit;
const setCosts = (id: number, costs: object) => call('PATCH', 'order/costs', { id, ...costs });
/** What a reader books is told to the next one by an event. */
async function settleBooks(): Promise<void> {
  await scene.app.readEvents();
  await scene.app.readEvents();
}
const history = async (id: number) => expectOk(await call('GET', `order/history?id=${id}`)).body.data;

afterEach(soundness);

describe('the profit of an order', () => {
  test('is what was sold less discounts, what the goods cost and what the courier gets', async () => {
    const at = await scene.ownProduct();
    const order_cost = [
      { name: 'Potongan', category: 'DISCOUNT', type: 'NOMINAL', nominal: 7_000 },
      { name: 'Bungkus', category: 'OTHER COST', type: 'NOMINAL', nominal: 2_500 },
    ];
    const products = scene.lines(at, 2, { discount: { type: 'NOMINAL', nominal: 1_000 } });
    const id = expectOk(await scene.send(orderOf(at, { products, order_cost }))).body.data.order_id;
    const { goods, discount, ...profit } = await profitOf(id);
    expect(goods - discount).toBe((await scene.detail(id)).total_amount - 10_000 - 2_500);
    expect(profit).toEqual({
      cost_of_goods: 80_000,
      shipping_charged: 10_000,
      shipping_paid: 10_000,
      is_shipping_paid_set: false,
      cod_charges: 0,
      gateway_fee: 0,
      marketplace_fee: 0,
      refund_fee: 0,
      return_cost: 0,
      profit: goods - discount - 80_000,
    });
  });

  test('follows what its seller says of shipping and fees; what is left out stays, and null is the tariff again', async () => {
    const id = await scene.place(await scene.ownProduct(), 2);
    const set = async (costs: object) => expectOk(await setCosts(id, costs)).body.data;
    expect(await set({ shipping_paid: 8_500, marketplace_fee: 12_000 })).toMatchObject({
      shipping_paid: 8_500,
      is_shipping_paid_set: true,
      profit: 120_000 + 1_500 - 12_000,
    });
    expect(await set({ gateway_fee: 4_500 })).toMatchObject({ shipping_paid: 8_500, profit: 105_000 });
    const changes = (await history(id)).length;
    expect(await set({ gateway_fee: 4_500 })).toEqual(await profitOf(id));
    expect((await history(id)).length).toBe(changes);
    expect(await set({ shipping_paid: null })).toMatchObject({
      is_shipping_paid_set: false,
      profit: 103_500,
    });
    expect((await history(id))[0]).toMatchObject({
      action: 'costs_changed',
      difference: { shipping_paid_idr: [8_500, null] },
    });
    for (const wrong of [{ gateway_fee: -1 }, { marketplace_fee: 'banyak' }, { shipping_paid: 1.5 }])
      expect((await setCosts(id, wrong)).status).toBe(422);
    expect((await setCosts(987_654, { gateway_fee: 1 })).status).toBe(404);
    expect(await profitOf(id)).toMatchObject({ profit: 103_500 });
  });

  test('is less by the COD fee of a delivered parcel', async () => {
    const id = await codOrder(scene.shop, await scene.ownProduct());
    expect(await profitOf(id)).toMatchObject({ cod_charges: 0, profit: 60_000 });
    await report(id, 'DELIVERED');
    await settleBooks();
    expect(await profitOf(id)).toMatchObject({ cod_charges: 5_000, profit: 55_000 });
  });

  test('of a COD parcel that came back has what the courier charged once, also when its return is settled', async () => {
    const id = await codOrder(scene.shop, await scene.ownProduct());
    await report(id, 'RETURNED');
    await settleBooks();
    expect(await profitOf(id)).toMatchObject({ cod_charges: 10_000, profit: 60_000 - 10_000 });
    const { id: return_id } = await returnOf(id);
    expectOk(await receive(return_id));
    expectOk(await settle(return_id));
    await settleBooks();
    expect(await scene.detail(id)).toMatchObject({ order_status: 'CANCELED' });
    expect(await profitOf(id)).toMatchObject({
      goods: 0,
      shipping_paid: 0,
      cod_charges: 0,
      return_cost: 10_000,
      profit: -10_000,
    });
  });
});

describe('the list', () => {
  const listed = async (query: Record<string, string>) => {
    const { data } = expectOk(await call('GET', `order?${new URLSearchParams(query).toString()}`)).body;
    return data.map(({ profit }: any) => profit) as number[];
  };

  test('sorts by profit and filters by it, with other filters and keywords too', async () => {
    const at = await scene.ownProduct(100);
    const receiver = { customer_receiver_id: at.customer_id };
    for (const fee of [125_000, 85_000, 110_000])
      expectOk(
        await setCosts(await scene.place(at, 2, { ...receiver, note: 'laba' }), { marketplace_fee: fee }),
      );
    const all = await listed({ order_by: 'PROFIT', per_page: '100' });
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(all).toEqual(expect.arrayContaining([35_000, 10_000, -5_000]));
    expect(await listed({ profit_max: '-1' })).toEqual(all.filter((profit) => profit < 0).toReversed());
    expect(await listed({ order_by: 'PROFIT', profit_min: '10000', profit_max: '35000' })).toEqual(
      all.filter((profit) => profit >= 10_000 && profit <= 35_000),
    );
    const unpaid = { order_by: 'PROFIT', keyword: 'siti', payment_status: 'UNPAID', per_page: '100' };
    expect(await listed(unpaid)).toEqual(all);
    const pages = [];
    for (let page = 1; (page - 1) * 2 < all.length; page += 1)
      pages.push(...(await listed({ order_by: 'PROFIT', per_page: '2', pagination_offset: String(page) })));
    expect(pages).toEqual(all);
    const far = { order_by: 'PROFIT', start_date: '2020-01-01', end_date: '2020-12-31' };
    expect(await listed(far)).toEqual([]);
    const cursor = await call('GET', 'order?order_by=PROFIT&cursor=2026-01-01_5');
    expect([cursor.status, Object.keys(cursor.body.message)]).toEqual([422, ['cursor']]);
  });

  test('tells, sorts and filters nothing by it for who sees no costs', async () => {
    const admin = await hire(scene.app, scene.shop, 'admin');
    const ask = (method: string, path: string, input?: object) =>
      admin.call(method, `/api/open/${path}`, input);
    const id = await scene.place(await scene.ownProduct(), 1);
    expectOk(await setCosts(id, { marketplace_fee: 1_234 }));
    const rows = expectOk(await ask('GET', 'order')).body.data;
    expect(new Set(rows.map(({ profit }: any) => profit))).toEqual(new Set([null]));
    expect(expectOk(await ask('GET', `order/detail?id=${id}`)).body.data.profit).toBeNull();
    const [changed] = expectOk(await ask('GET', `order/history?id=${id}`)).body.data;
    expect([changed.action, changed.difference]).toEqual(['costs_changed', {}]);
    for (const filter of ['order_by=PROFIT', 'profit_min=0', 'profit_max=0']) {
      expect((await ask('GET', `order?${filter}`)).status).toBe(403);
      expect((await ask('GET', `order/download?without_being_sent=true&${filter}`)).status).toBe(403);
    }
    expect((await ask('PATCH', 'order/costs', { id, gateway_fee: 1 })).status).toBe(403);
  });
});
