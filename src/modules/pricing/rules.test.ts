import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  priceLines,
  priceOrder,
  tierPrice,
  wholesaleStep,
  type Charge,
  type PricedGoods,
  type QuantityStep,
} from './rules.ts';

const goods = (change: Partial<PricedGoods> = {}): PricedGoods => ({
  variation_id: 1,
  product_id: 1,
  price_idr: 100_000,
  price1_idr: 95_000,
  price2_idr: 0,
  price3_idr: 90_000,
  price_reseller_idr: 80_000,
  discount_idr: 0,
  wholesale_enabled: false,
  wholesales: [],
  ...change,
});
const buyer = (
  code: 'N' | 'Y' | 'D' | '1' | '2' | '3' = 'N',
  discount_access = true,
  wholesale_access = true,
) => ({
  code,
  discount_access,
  wholesale_access,
});

describe('tiers', () => {
  test('the category of the customer picks the price', () => {
    expect((['N', 'Y', 'D', '1', '3'] as const).map((code) => tierPrice(goods(), code))).toEqual([
      100_000, 80_000, 80_000, 95_000, 90_000,
    ]);
  });
  test('a tier price of 0 is not set: the normal price applies', () => {
    expect(tierPrice(goods(), '2')).toBe(100_000);
    expect(tierPrice(goods({ price_reseller_idr: 0 }), 'Y')).toBe(100_000);
  });
});

describe('wholesale', () => {
  const steps = [
    { from_quantity: 10, to_quantity: 19, price_idr: 85_000 },
    { from_quantity: 20, to_quantity: 99, price_idr: 75_000 },
  ];
  const sold = goods({ wholesale_enabled: true, wholesales: steps });

  test('the step whose from..to holds the quantity applies; beyond the last none does', () => {
    expect([9, 10, 19, 20, 99, 100].map((quantity) => wholesaleStep(sold, quantity)?.price_idr)).toEqual([
      undefined,
      85_000,
      85_000,
      75_000,
      75_000,
      undefined,
    ]);
  });
  test('quantities of all variations of the product count together', () => {
    const other = { ...sold, variation_id: 2 };
    const lines = [
      { goods: sold, quantity: 6, discount: undefined },
      { goods: other, quantity: 4, discount: undefined },
    ];
    expect(priceLines(lines, buyer()).map((line) => line.price_idr)).toEqual([85_000, 85_000]);
  });
  test('a step that is not lower than the tier does not replace it', () => {
    const [line] = priceLines([{ goods: sold, quantity: 10, discount: undefined }], buyer('Y'));
    expect(line).toMatchObject({ price_idr: 80_000, price_reason: 'TIER' });
  });
  test('a category without wholesale access pays its tier', () => {
    const [line] = priceLines([{ goods: sold, quantity: 20, discount: undefined }], buyer('N', true, false));
    expect(line?.price_idr).toBe(100_000);
  });
});

describe('discounts', () => {
  test('the product discount comes off each unit, for categories with access to it', () => {
    const sold = goods({ discount_idr: 5_000 });
    const [with_access] = priceLines([{ goods: sold, quantity: 3, discount: undefined }], buyer());
    const [without] = priceLines([{ goods: sold, quantity: 3, discount: undefined }], buyer('N', false));
    expect(with_access).toMatchObject({
      discount_idr: 5_000,
      subtotal_idr: 285_000,
      discount_reason: 'PRODUCT',
    });
    expect(without).toMatchObject({ discount_idr: 0, subtotal_idr: 300_000, discount_reason: 'NONE' });
  });
  test('a discount of the line replaces the product discount', () => {
    const sold = goods({ discount_idr: 5_000 });
    const [nominal] = priceLines(
      [{ goods: sold, quantity: 1, discount: { type: 'NOMINAL', nominal_idr: 2_000 } }],
      buyer(),
    );
    const [percentage] = priceLines(
      [{ goods: sold, quantity: 1, discount: { type: 'PERCENTAGE', percentage: 15 } }],
      buyer(),
    );
    expect(nominal?.discount_idr).toBe(2_000);
    expect(percentage?.discount_idr).toBe(15_000);
  });
  test('a discount never exceeds the price that it lowers', () => {
    const [line] = priceLines(
      [{ goods: goods({ discount_idr: 500_000 }), quantity: 2, discount: undefined }],
      buyer(),
    );
    expect(line).toMatchObject({ discount_idr: 100_000, subtotal_idr: 0 });
  });
});

describe('the whole order', () => {
  test('total = lines + shipping − shipping promo + other costs + insurance − discounts', () => {
    const charges: Charge[] = [
      { category: 'OTHER COST', type: 'NOMINAL', nominal_idr: 1_200 },
      { category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 2 },
      { category: 'DISCOUNT', type: 'NOMINAL', nominal_idr: 3_000 },
      { category: 'INSURANCE', type: 'NOMINAL', nominal_idr: 2_000 },
    ];
    expect(
      priceOrder([{ subtotal_idr: 120_025 }], charges, { cost_idr: 23_000, discount_idr: 1_000 }),
    ).toEqual({
      goods_idr: 120_025,
      charge_amounts_idr: [1_200, 2_401, 3_000, 2_000],
      charges_idr: 1_200,
      insurance_idr: 2_000,
      discount_idr: 5_401,
      total_idr: 120_025 + 22_000 + 1_200 + 2_000 - 5_401,
    });
  });

  test('for any lines, tiers, steps, discounts and charges the total is the sum of its parts and never below 0', () => {
    const amount = fc.integer({ min: 0, max: 50_000_000 });
    const line = fc.record({
      goods: fc.record({
        variation_id: fc.integer({ min: 1, max: 9 }),
        product_id: fc.integer({ min: 1, max: 3 }),
        price_idr: amount,
        price1_idr: amount,
        price2_idr: amount,
        price3_idr: amount,
        price_reseller_idr: amount,
        discount_idr: amount,
        wholesale_enabled: fc.boolean(),
        wholesales: fc.constantFrom<QuantityStep[]>(
          [],
          [{ from_quantity: 3, to_quantity: 500, price_idr: 70_000 }],
        ),
      }),
      quantity: fc.integer({ min: 1, max: 1_000 }),
      discount: fc.option(
        fc.oneof(
          fc.record({ type: fc.constant('NOMINAL' as const), nominal_idr: amount }),
          fc.record({
            type: fc.constant('PERCENTAGE' as const),
            percentage: fc.integer({ min: 0, max: 100 }),
          }),
        ),
        { nil: undefined },
      ),
    });
    const charge = fc.oneof(
      fc.record({
        category: fc.constantFrom('DISCOUNT' as const, 'OTHER COST' as const, 'INSURANCE' as const),
        type: fc.constant('NOMINAL' as const),
        nominal_idr: amount,
      }),
      fc.record({
        category: fc.constantFrom('DISCOUNT' as const, 'OTHER COST' as const, 'INSURANCE' as const),
        type: fc.constant('PERCENTAGE' as const),
        percentage: fc.integer({ min: 0, max: 100 }),
      }),
    );
    const customer = fc.record({
      code: fc.constantFrom(
        'N' as const,
        'Y' as const,
        'D' as const,
        '1' as const,
        '2' as const,
        '3' as const,
      ),
      discount_access: fc.boolean(),
      wholesale_access: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.array(charge, { maxLength: 8 }),
        customer,
        amount,
        (lines, charges, who, cost_idr) => {
          const prices = priceLines(lines, who);
          const order = priceOrder(prices, charges, { cost_idr, discount_idr: 0 });
          for (const [index, price] of prices.entries()) {
            expect(price.discount_idr).toBeLessThanOrEqual(price.price_idr);
            expect(price.subtotal_idr).toBe(
              (price.price_idr - price.discount_idr) * (lines[index]?.quantity ?? 0),
            );
          }
          const parts =
            order.goods_idr + cost_idr + order.charges_idr + order.insurance_idr - order.discount_idr;
          expect(order.total_idr).toBe(Math.max(0, parts));
          expect(order.charge_amounts_idr.reduce((left, right) => left + right, 0)).toBe(
            order.charges_idr + order.insurance_idr + order.discount_idr,
          );
          expect(priceOrder(priceLines(lines, who), charges, { cost_idr, discount_idr: 0 })).toEqual(order);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
