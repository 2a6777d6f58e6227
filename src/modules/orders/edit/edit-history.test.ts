import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEditScene, type EditScene } from '../../../../test/edit-scene.ts';
import { startTestApp, type TestApp } from '../../../../test/harness.ts';
import { expectOk, today } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let scene: EditScene;

beforeAll(async () => {
  app = await startTestApp();
  scene = await openEditScene(app);
});
afterAll(async () => {
  expect(await scene.differences()).toEqual([]);
  await app.close();
});

const paid = (amount: number, date = today()) => ({
  status: 'INSTALLMENT',
  amount,
  date,
  bank_id: scene.stall.bank_id,
});
const pay = async (id: number, amount: number, date = today()) =>
  expectOk(
    await scene.shop.call('PATCH', '/api/open/order/quick-payment', { id, payment: paid(amount, date) }),
  );
const unpay = async (id: number, payment_id: number) =>
  expectOk(await scene.shop.call('DELETE', `/api/open/order/installment/${id}`, { payment_id }));
const payments = async (id: number): Promise<any[]> =>
  expectOk(await scene.shop.call('GET', `/api/open/order/payment-history?id=${id}&status=ORDER`)).body.data;
const cancelAndReturn = async (id: number) => {
  expectOk(await scene.shop.call('POST', '/api/open/order/cancel', { id, paid_as: 'REFUNDED' }));
  expectOk(await scene.shop.call('POST', '/api/open/order-cancel/return', { id }));
};

describe('the history tells', () => {
  test('of each payment that is recorded or removed its number, account, amount and day', async () => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at)]);
    const recorded = (amount_idr: number) => ({
      payment_id: expect.any(Number),
      bank_id: scene.stall.bank_id,
      amount_idr,
      paid_on: today(),
    });
    const difference = async () => (await scene.newest(id)).difference;
    await pay(id, 50_000);
    expect(await difference()).toMatchObject({ paid_idr: [0, 50_000], payment: [null, recorded(50_000)] });
    expectOk(await scene.edit(id, [scene.line(at)], { payment: paid(80_000) }));
    expect(await difference()).toMatchObject({
      paid_idr: [50_000, 80_000],
      payment: [null, recorded(30_000)],
    });
    const [first, second] = await payments(id);
    await unpay(id, first.payment_id);
    const { payment } = await difference();
    expect(payment).toEqual([{ ...recorded(50_000), payment_id: first.payment_id }, null]);
    await cancelAndReturn(id);
    expect(await difference()).toMatchObject({
      paid_idr: [30_000, 0],
      payments: [[{ ...recorded(30_000), payment_id: second.payment_id }], []],
    });
  });

  test('of costs that took the place of others their names and amounts, and of none that stay', async () => {
    const at = await scene.product();
    const cost = (name: string, nominal: number) => ({
      name,
      category: 'OTHER COST',
      type: 'NOMINAL',
      nominal,
    });
    const id = await scene.place([scene.line(at)], { order_cost: [cost('Kardus', 2_000)] });
    expectOk(await scene.edit(id, [scene.line(at)], { order_cost: [cost('Kayu', 2_000)] }));
    expect((await scene.newest(id)).difference).toEqual({
      order_cost: [
        [{ name: 'Kardus', category: 'OTHER COST', amount_idr: 2_000 }],
        [{ name: 'Kayu', category: 'OTHER COST', amount_idr: 2_000 }],
      ],
    });
    expectOk(await scene.edit(id, [scene.line(at)], { note: 'sama' }));
    expect((await scene.newest(id)).difference).toEqual({ note: ['', 'sama'] });
  });

  test('of lines their goods, warehouse, prices, discount and promo', async () => {
    const at = await scene.product();
    const id = await scene.place([scene.line(at)]);
    expectOk(await scene.edit(id, [scene.line(at, { type: 'NOMINAL', nominal: 1_000 })]));
    const line = {
      variation_id: at.variation_ids[0],
      name: expect.stringMatching(/^Sepatu/),
      sku: expect.stringMatching(/^SKU/),
      warehouse_id: 0,
      quantity: 2,
      price_idr: 100_000,
      discount_idr: 0,
      discount_type: null,
      promo_id: null,
    };
    expect((await scene.newest(id)).difference.lines).toEqual([
      [line],
      [{ ...line, discount_idr: 1_000, discount_type: 'NOMINAL' }],
    ]);
  });
});

describe('the day on which a preorder ships', () => {
  const preorder = (setting: object = {}) =>
    scene.product(0, {
      product: { product_type: 'PO', preorder_setting: { type: 'day', number: 10, ...setting } },
    });
  const day = async (id: number) => (await scene.detail(id)).estimated_ship_date;
  const line = { product_status: 'PO' };

  test('is counted from the first payment by its date, whatever is recorded, edited, removed or given back', async () => {
    const at = await preorder();
    const id = await scene.place([scene.line(at, line)]);
    await pay(id, 10_000, '2026-03-10');
    await pay(id, 10_000, '2026-03-05');
    expect(await day(id)).toBe('2026-03-15');
    expect((await scene.newest(id)).difference).toMatchObject({
      estimated_ship_on: ['2026-03-20', '2026-03-15'],
    });
    const edited = { payment: paid(30_000, '2026-03-01') };
    expectOk(await scene.edit(id, [scene.line(at, { ...line, qty: 3 })], edited));
    expect(await day(id)).toBe('2026-03-11');
    const [first, second, third] = await payments(id);
    await unpay(id, third.payment_id);
    expect(await day(id)).toBe('2026-03-15');
    await unpay(id, second.payment_id);
    expect(await day(id)).toBe('2026-03-20');
    await unpay(id, first.payment_id);
    expect(await day(id)).toBeNull();
    await pay(id, 10_000, '2026-03-10');
    await cancelAndReturn(id);
    expect(await day(id)).toBeNull();
  });

  test('is not before the period of the other preorders of the order has ended', async () => {
    const [free, bound] = [
      await preorder(),
      await preorder({ start_date: '2026-02-01', end_date: '2026-03-01' }),
    ];
    const id = await scene.place([scene.line(free, line), scene.line(bound, line)]);
    expect(await day(id)).toBe('2026-03-11');
    await pay(id, 10_000, '2026-04-01');
    expect(await day(id)).toBe('2026-04-11');
    const [only] = await payments(id);
    await unpay(id, only.payment_id);
    expect(await day(id)).toBe('2026-03-11');
    expectOk(await scene.edit(id, [scene.line(free, line)]));
    expect(await day(id)).toBeNull();
  });
});
