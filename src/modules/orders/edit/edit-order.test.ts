import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestApp, TestShop } from '../../../../test/harness.ts';
import { orderScene } from '../../../../test/order-scene.ts';
import { addPromo, promoDetail, promoInput } from '../../../../test/promo-input.ts';
import { addCustomer, expectOk, orderOf, today, type Stall } from '../../../../test/stall.ts';
import { diagnose } from '../../../doctor.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const scene = orderScene();
const { lines, place, pay, detail, stockOf, ownProduct } = scene;
let app: TestApp;
let shop: TestShop;
let stall: Stall;

beforeAll(() => {
  ({ app, shop, stall } = scene);
});

/** The whole order again, with a change. */
const edit = (order_id: number, at: Stall, qty: number, change: object = {}) => {
  const { order_date: _, ...body } = orderOf(at, { products: lines(at, qty), ...change });
  return shop.call('PATCH', '/api/open/order', { order_id, ...body });
};
const newest = async (id: number) =>
  expectOk(await shop.call('GET', `/api/open/order/history?id=${id}`)).body.data[0];
const setPrice = (at: Stall, price: number) =>
  shop.call('PATCH', '/api/open/product', {
    id: at.product_id,
    name: 'Sepatu',
    product_type: 'S',
    category_id: 0,
    has_variation: 'N',
    variations: [
      { id: at.variation_ids[0], sku: `P-${at.product_id}`, price, price_buy: 40_000, weight: 200 },
    ],
  });
async function soundness(): Promise<void> {
  const checks = await diagnose(app.services.db);
  expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
}

describe('an edit of quantities', () => {
  test('moves stock by the difference, prices anew, and is told with all that changed', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await edit(id, at, 5));
    expect(await stockOf(at)).toBe(5);
    expect(await detail(id)).toMatchObject({ total_amount: 510_000 });
    expect(await newest(id)).toMatchObject({
      action: 'edited',
      difference: { total_idr: [210_000, 510_000], quantity: [2, 5] },
      stock: [{ variation_id: at.variation_ids[0], warehouse_id: 0, delta: -3 }],
    });
    expectOk(await edit(id, at, 1));
    expect(await stockOf(at)).toBe(9);
    await soundness();
  });

  test('is refused with what is left where stock is short, and nothing changes', async () => {
    const at = await ownProduct(3);
    const id = await place(at, 2);
    const before = await detail(id);
    const { status, body } = await edit(id, at, 6, { note: 'lebih banyak' });
    expect(status).toBe(422);
    expect(body.message).toEqual({ 'products.0.qty': [expect.stringContaining(': 1 left')] });
    expect(await detail(id)).toEqual(before);
    expect(await stockOf(at)).toBe(1);
  });

  test('of many at once come one after the other', async () => {
    const at = await ownProduct(50);
    const id = await place(at, 1);
    await Promise.all([2, 3, 4, 5, 6, 7].map((qty) => edit(id, at, qty)));
    const { order_detail } = await detail(id);
    expect(await stockOf(at)).toBe(50 - order_detail[0].qty);
    await soundness();
  });
});

test('other goods take the place of those that are left out or flagged DELETE', async () => {
  const at = await ownProduct();
  const other = await ownProduct();
  const id = await place(at, 2);
  const products = [...lines(at, 2, { flag: 'DELETE' }), ...lines(other, 3, { flag: 'NEW' })];
  expectOk(await edit(id, at, 2, { products }));
  expect([await stockOf(at), await stockOf(other)]).toEqual([10, 7]);
  const { order_detail } = await detail(id);
  expect(order_detail.map(({ variation_id }: any) => variation_id)).toEqual(other.variation_ids);
});

describe('prices', () => {
  test('stay where goods, discounts and sender stay, whatever became of the product', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await setPrice(at, 150_000));
    expectOk(await edit(id, at, 2, { note: 'Titip satpam', expedition: { id: 1, rate: 12_000 } }));
    expect(await detail(id)).toMatchObject({ total_amount: 212_000, note: 'Titip satpam' });
    expectOk(await shop.call('DELETE', '/api/open/product', { id: [at.product_id] }));
    expectOk(await edit(id, at, 2, { note: 'Titip tetangga' }));
    expect(await detail(id)).toMatchObject({ total_amount: 210_000 });
    await soundness();
  });

  test('are those of today where a quantity changes', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await setPrice(at, 150_000));
    expectOk(await edit(id, at, 3));
    expect(await detail(id)).toMatchObject({ total_amount: 460_000 });
  });

  test('are those of the new sender', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    const reseller = await addCustomer(shop, 'Y');
    expectOk(await edit(id, at, 2, { customer_sender_id: reseller }));
    expect(await detail(id)).toMatchObject({ total_amount: 170_000 });
  });
});

describe('promos', () => {
  const limited = (at: Stall, change: object = {}) =>
    promoInput({
      start_date: `${today()} 00:00`,
      end_date: '',
      limits: { promo_limit: 1, minimum_product: 2 },
      discount: { type: 'NOMINAL', amount: 5_000 },
      all_products: false,
      selected_items: { products: [at.product_id], platforms: ['ORDER_APP'] },
      ...change,
    });

  test('stay with the order that has them, and are counted once', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(shop, limited(at));
    const id = await place(at, 2, { products: lines(at, 2, { promo_id }) });
    expectOk(
      await shop.call('PATCH', '/api/open/promo', { id: promo_id, ...limited(at, { is_active: false }) }),
    );
    const products = [...lines(at, 2), ...lines(at, 3)];
    expectOk(await edit(id, at, 2, { products }));
    expect(await detail(id)).toMatchObject({ total_amount: 2 * 95_000 + 3 * 100_000 + 10_000 });
    expect((await promoDetail(shop, promo_id)).used).toBe(1);
    await soundness();
  });

  test('are dropped, and given back, where the order as it is now can not have them', async () => {
    const at = await ownProduct();
    const promo_id = await addPromo(shop, limited(at));
    const id = await place(at, 2, { products: lines(at, 2, { promo_id }) });
    expectOk(await edit(id, at, 1));
    expect(await detail(id)).toMatchObject({ total_amount: 110_000 });
    expect((await promoDetail(shop, promo_id)).used).toBe(0);
    expect((await edit(id, at, 1, { products: lines(at, 1, { promo_id }) })).status).toBe(422);
  });
});

describe('payments', () => {
  test('stay, and an edit that would leave less than is paid is refused', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await pay(id, 150_000));
    const { status, body } = await edit(id, at, 1);
    expect([status, body.code]).toEqual([422, 'edit_below_paid']);
    expectOk(await edit(id, at, 3));
    expect(await detail(id)).toMatchObject({ total_amount: 310_000 });
    await soundness();
  });

  test('that are missing to the amount of the edit are recorded once, however often it is sent', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await pay(id, 50_000));
    const payment = { status: 'PAID', date: today(), bank_id: stall.bank_id };
    expectOk(await edit(id, at, 2, { payment }));
    expectOk(await edit(id, at, 2, { payment: { ...payment, amount: 210_000 } }));
    const paid = await shop.call('GET', `/api/open/order/payment-history?id=${id}&status=ORDER`);
    expect(paid.body.data.map(({ nominal }: any) => nominal)).toEqual(['Rp50.000', 'Rp160.000']);
    await soundness();
  });
});

describe('a parcel that has left', () => {
  test('keeps its goods and receiver; note, shipping and AWB can change', async () => {
    const at = await ownProduct();
    const id = await place(at, 2);
    expectOk(await shop.call('PATCH', '/api/open/order/shipping-status', { id, status: 'ON PROCESS' }));
    expect((await edit(id, at, 3)).body.message).toHaveProperty('products');
    const other = await addCustomer(shop);
    expect((await edit(id, at, 2, { customer_receiver_id: other })).body.message).toHaveProperty(
      'customer_receiver_id',
    );
    expectOk(await edit(id, at, 2, { note: 'Resi menyusul', awb_number: 'JP77' }));
    expect(await detail(id)).toMatchObject({ note: 'Resi menyusul' });
  });
});

test('costs that are not sent stay, and a percentage follows the goods', async () => {
  const at = await ownProduct();
  const order_cost = [{ name: 'Admin', category: 'OTHER COST', type: 'PERCENTAGE', percentage: 10 }];
  const id = await place(at, 2, { order_cost });
  const { order_cost: _, ...body } = orderOf(at, { products: lines(at, 3) });
  expectOk(await shop.call('PATCH', '/api/open/order', { order_id: id, ...body }));
  expect(await detail(id)).toMatchObject({ total_amount: 340_000 });
});

test('the same edit twice changes nothing the second time but the history', async () => {
  const at = await ownProduct();
  const id = await place(at, 2);
  expectOk(await edit(id, at, 4, { note: 'empat' }));
  const { updated_at: _at, version: _version, ...once } = await detail(id);
  expectOk(await edit(id, at, 4, { note: 'empat' }));
  expect(await detail(id)).toMatchObject(once);
  expect(await newest(id)).toMatchObject({ difference: {}, stock: [] });
});

test('whatever is edited, paid, cancelled and made active again, rows, money and stock agree', async () => {
  const at = await ownProduct(30);
  const other = await ownProduct(30);
  const step = fc.record({
    what: fc.constantFrom('edit', 'edit', 'edit', 'pay', 'cancel', 'return'),
    qty: fc.integer({ min: 1, max: 20 }),
    others: fc.nat(8),
    rate: fc.integer({ min: 0, max: 30_000 }),
    settles: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const id = await place(at, 1);
      for (const { what, qty, others, rate, settles } of steps) {
        const products = [...lines(at, qty), ...(others > 0 ? lines(other, others) : [])];
        const payment = settles
          ? { status: 'PAID', date: today(), bank_id: stall.bank_id }
          : { status: 'UNPAID' };
        const run = {
          edit: () => edit(id, at, qty, { products, payment, expedition: { id: 1, rate } }),
          pay: () => pay(id, qty * 1_000),
          cancel: () => shop.call('POST', '/api/open/order/cancel', { id, paid_as: 'REFUNDED' }),
          return: () => shop.call('POST', '/api/open/order-cancel/return', { id }),
        };
        const { status, text } = await run[what]();
        expect(status, text).toBeLessThan(500);
      }
      await soundness();
      await shop.call('POST', '/api/open/order/cancel', { id });
    }),
    { numRuns: 25 },
  );
  expect([await stockOf(at), await stockOf(other)]).toEqual([30, 30]);
}, 120_000);
