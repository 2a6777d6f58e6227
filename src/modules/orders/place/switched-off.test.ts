import { describe, expect, test } from 'vitest';
import { orderScene } from '../../../../test/order-scene.ts';
import { expectOk } from '../../../../test/stall.ts';

const scene = orderScene({ stall: { stocks: [10_000] } });
const { order, send: place, detail, lines } = scene;

/** J&T EZ. */
const SERVICE = 57;
const OFF =
  'The shop does not offer J&T EZ. Switch it on in the courier settings, or choose another courier.';
const MANUAL = 99;
const AT_SHOP = 98;

const expedition = { id: SERVICE, rate: 9_000 };
const turn = async (id: number, is_active: boolean) =>
  expectOk(await scene.shop.call('PATCH', '/api/open/setting/courier', { id, is_active }));
const edit = (order_id: number, change: object) =>
  scene.shop.call('PATCH', '/api/open/order', {
    order_id,
    customer_sender_id: scene.stall.customer_id,
    customer_receiver_id: scene.stall.customer_id,
    supplier_id: scene.stall.supplier_id,
    payment: { status: 'UNPAID' },
    products: lines(scene.stall, 2),
    ...change,
  });

describe('a courier service that the shop has switched off', () => {
  test('is in no new order and no changed one, and a quote says why', async () => {
    const of_others = expectOk(await place(order({ expedition: { id: 1, rate: 9_000 } }))).body.data.order_id;
    await turn(SERVICE, false);
    for (const refused of [await place(order({ expedition })), await edit(of_others, { expedition })]) {
      expect(refused.status).toBe(422);
      expect(refused.body.message).toEqual({ 'expedition.id': [OFF] });
    }
    const quoted = await scene.shop.call('POST', '/api/open/order/quote', order({ expedition }));
    expect(expectOk(quoted).body.data.problems).toMatchObject([
      { field: 'expedition.id', code: 'service_switched_off' },
    ]);
    await turn(SERVICE, true);
    expectOk(await place(order({ expedition })));
  });

  test('stays in the orders that have it', async () => {
    const id = expectOk(await place(order({ expedition }))).body.data.order_id;
    await turn(SERVICE, false);
    expectOk(await edit(id, { expedition: { ...expedition, rate: 11_000 } }));
    expect(await detail(id)).toMatchObject({ shipping_id: SERVICE, shipping_cost: 11_000 });
    await turn(SERVICE, true);
  });

  test('is in orders that bring an AWB number, whose courier was chosen elsewhere', async () => {
    await turn(SERVICE, false);
    for (const brought of [{ awb_number: 'JP1234567890' }, { marketplace_awb: 'JP1234567891' }])
      expect((await place(order({ expedition, ...brought }))).status).toBe(200);
    await turn(SERVICE, true);
  });

  test('leaves the courier that is entered by hand, and pickup at the shop', async () => {
    await turn(MANUAL, false);
    await turn(AT_SHOP, false);
    const by_hand = order({ expedition: { id: MANUAL, name: 'Ojek Pak Jono', rate: 9_000 } });
    expect((await place(by_hand)).status).toBe(200);
    expect((await place(order({ expedition: { id: AT_SHOP, rate: 0 } }))).status).toBe(200);
  });
});
