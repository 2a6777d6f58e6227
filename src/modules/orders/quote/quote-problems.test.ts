import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { addProduct, expectOk, openStall, orderOf, type Stall } from '../../../../test/stall.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

let app: TestApp;
let shop: TestShop;
let stall: Stall;
/** The main one, another, and one that takes no orders. */
const warehouses: number[] = [0];
/** Two with stock in several warehouses, and one of other suppliers. */
const variations: number[] = [];

const MISSING = 999_999_999;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
  stall = await openStall(shop);
  for (const is_active of [true, false]) {
    const warehouse = { warehouse: `Gudang ${is_active}`, supplier_id: stall.supplier_id, is_active };
    const made = await shop.call('POST', '/api/open/warehouse', { ...warehouse, user_id: [shop.user_id] });
    warehouses.push(expectOk(made).body.data.id);
  }
  const stocks = [
    [2, 5, 9],
    [4, 3, 0],
  ];
  for (const [main = 0, ...others] of stocks) {
    const { variation_ids } = await addProduct(shop, { stocks: [main] });
    const [variation_id = 0] = variation_ids;
    const stock = others.map((amount, at) => ({ amount, status: 'ADD', warehouse_id: warehouses[at + 1] }));
    const change = { variation_id, description: 'Masuk', stock: stock.filter(({ amount }) => amount > 0) };
    expectOk(await shop.call('PATCH', '/api/open/product/update-stock', change));
    variations.push(variation_id);
  }
  const { variation_ids } = await addProduct(shop, { stocks: [1], product: { product_type: 'R' } });
  variations.push(...variation_ids);
});
afterAll(() => app.close());

const mostly = <T>(usual: T, other: T) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) });
const anyLine = fc.record({
  variation: fc.oneof({ weight: 9, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.constant(2) }),
  qty: fc.integer({ min: 1, max: 5 }),
  warehouse: fc.option(fc.nat(2), { nil: undefined, freq: 2 }),
  nominal: fc.option(mostly(1_000, 200_000), { nil: undefined, freq: 4 }),
});
const anyOrder = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
  receiver_exists: mostly(true, false),
  courier: mostly(1, MISSING),
  coupon_code: mostly<string | undefined>(undefined, 'KOSONG'),
  amount: fc.constantFrom(undefined, 1, 50_000_000),
  cost_of_goods_sales: mostly<number | undefined>(1_000, undefined),
});

test('a quote tells no problem of exactly those orders that are taken, and else all that they are refused for', async () => {
  let taken = 0;
  let short = 0;
  await fc.assert(
    fc.asyncProperty(
      anyOrder,
      async ({ lines, receiver_exists, courier, coupon_code, amount, ...payment }) => {
        const paid = { status: 'INSTALLMENT', amount, bank_id: stall.bank_id, date: '2026-01-05' };
        const body = orderOf(stall, {
          ...(!receiver_exists && { customer_receiver_id: MISSING }),
          products: lines.map(({ variation, qty, warehouse, nominal }) => ({
            id: variations[variation],
            qty,
            product_status: variation === 2 ? 'R' : 'S',
            ...(warehouse !== undefined && { warehouse_id: warehouses[warehouse] }),
            ...(nominal !== undefined && { type: 'NOMINAL', nominal }),
          })),
          expedition: { id: courier, rate: 10_000 },
          payment: { ...(amount === undefined ? { status: 'UNPAID' } : paid), ...payment },
          ...(coupon_code !== undefined && { coupon_code }),
        });
        const quoted = expectOk(await shop.call('POST', '/api/open/order/quote', body)).body.data;
        const answer = await shop.call('POST', '/api/open/order', body);
        const reported = new Set(quoted.problems.map((problem: any) => `${problem.field}: ${problem.text}`));
        const is_taken = answer.status === 200;
        if (is_taken) {
          taken += 1;
          expectOk(await shop.call('POST', '/api/open/order/cancel', { id: answer.body.data.order_id }));
        } else if (answer.body.code === 'stock_short') short += 1;
        const refused = is_taken
          ? []
          : Object.entries<unknown[]>(answer.body.message).flatMap(([field, texts]) =>
              texts.map((text) => `${field}: ${String(text)}`),
            );
        expect([200, 422]).toContain(answer.status);
        expect(reported.size === 0).toBe(is_taken);
        expect(refused.filter((text) => !reported.has(text))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(0);
  expect(short).toBeGreaterThan(0);
}, 60_000);

test('what decides no price is refused in a quote as in an order', async () => {
  const body = orderOf(stall, {});
  for (const wrong of [
    { order_date: '2026-02-30' },
    { source: 'IPHONE' },
    { note: 'x'.repeat(5_000) },
    { awb_number: 'x'.repeat(300) },
    { is_print: 'kadang' },
  ]) {
    const [quoted, made] = await Promise.all([
      shop.call('POST', '/api/open/order/quote', { ...body, ...wrong }),
      shop.call('POST', '/api/open/order', { ...body, ...wrong }),
    ]);
    expect([quoted.status, quoted.body.message]).toEqual([422, made.body.message]);
  }
});
