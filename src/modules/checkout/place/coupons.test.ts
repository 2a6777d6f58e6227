import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { addPromo, couponInput, off, promoDetail, running } from '../../../../test/promo-input.ts';
import { expectOk, orderOf } from '../../../../test/stall.ts';
import { openStore } from '../../../../test/store-scene.ts';
import { addBuyer } from '../../../../test/visitors.ts';
import { findUseDifferences } from '../../promos/use-differences.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const coupon_code = 'SEKALI';

/** A store with a coupon that each customer uses once, and a buyer whose phone number a guest writes as well. */
async function openScene() {
  const store = await openStore(app);
  const selected_items = { products: [], platforms: ['ORDER_APP', 'STOREFRONT', 'PRIVOR'], couriers: [] };
  const limits = { usage_per_customer: 1 };
  const promo_id = await addPromo(
    store.shop,
    couponInput(coupon_code, running({ ...off(5_000), limits, selected_items })),
  );
  const buyer = await addBuyer(app, store.shop);
  const { rows } = await app.database.pool.query<{ phone: string }>(
    'select phone from customers where shop_id = $1 and id = $2',
    [store.shop.shop_id, buyer.customer_id],
  );
  const phone = rows[0]?.phone.replace(/^62/, '0') ?? '';
  const signed_in = { authorization: `Bearer ${buyer.token}` };
  const order = (headers?: Record<string, string>) =>
    store.visit('POST', '/checkout', store.checkout({ phone, coupon_code }), headers);
  const quote = async (headers?: Record<string, string>) => {
    const { payment: _, ...rest } = store.checkout({ phone, coupon_code });
    return (await store.visit('POST', '/quote', rest, headers)).status;
  };
  const people = { customer_sender_id: buyer.customer_id, customer_receiver_id: buyer.customer_id };
  const byStaff = () =>
    store.shop.call('POST', '/api/open/order', { ...orderOf(store.stall, people), coupon_code });
  return { ...store, promo_id, signed_in, order, quote, byStaff };
}

describe("a coupon's uses of a customer", () => {
  test('by the member are not told to a guest with the same number, who has those of guests', async () => {
    const { shop, promo_id, signed_in, order, quote, byStaff } = await openScene();
    expectOk(await order(signed_in));
    expect([await quote(), await quote(signed_in)]).toEqual([200, 422]);
    expect((await byStaff()).status).toBe(422);
    expectOk(await order());
    expect(await quote()).toBe(422);
    expect((await promoDetail(shop, promo_id)).used).toBe(2);
    expect(await findUseDifferences(shop.context().platform)).toEqual([]);
  });

  test('by a guest take nothing from the member with that number, however many order at once', async () => {
    const { shop, promo_id, signed_in, order, quote, byStaff } = await openScene();
    const guests = await Promise.all(Array.from({ length: 4 }, () => order()));
    expect(guests.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422]);
    expect(await quote(signed_in)).toBe(200);
    expectOk(await byStaff());
    expect(await quote(signed_in)).toBe(422);
    expect((await promoDetail(shop, promo_id)).used).toBe(2);
  });

  test("that a guest's order gives back, and takes again with an edit, stay those of guests", async () => {
    const { shop, stall, signed_in, order, quote } = await openScene();
    const { data } = expectOk(await order()).body;
    const { order_id } = data.orders[0];
    expectOk(
      await shop.call('PATCH', '/api/open/order/confirm', {
        id: data.payment_id,
        orders: [{ id: order_id, action: 'ACCEPT' }],
      }),
    );
    const { rows } = await app.database.pool.query<{ sender_id: string }>(
      'select sender_id from orders where shop_id = $1 and id = $2',
      [shop.shop_id, order_id],
    );
    const guest = Number(rows[0]?.sender_id);
    const products = [{ id: stall.variation_ids[0], qty: 2, product_status: 'S' }];
    const people = { customer_sender_id: guest, customer_receiver_id: guest };
    const { order_date: _, ...body } = orderOf(stall, { ...people, products });
    expectOk(await shop.call('PATCH', '/api/open/order', { order_id, ...body }));
    expect([await quote(), await quote(signed_in)]).toEqual([422, 200]);
    expectOk(await shop.call('POST', '/api/open/order/cancel', { id: order_id }));
    expect([await quote(), await quote(signed_in)]).toEqual([200, 200]);
    expect(await findUseDifferences(shop.context().platform)).toEqual([]);
  });
});

test('a coupon that asks for more says how much, as money is written', async () => {
  const store = await openStore(app);
  const selected_items = { products: [], platforms: ['STOREFRONT'], couriers: [] };
  const limits = { minimum_transaction: 1_500_000 };
  await addPromo(store.shop, couponInput(coupon_code, running({ ...off(5_000), limits, selected_items })));
  const { body } = await store.visit('POST', '/checkout', store.checkout({ coupon_code }));
  expect(body.message).toEqual({
    coupon_code: ['The order total is below the minimum of the promo of Rp1.500.000.'],
  });
});
