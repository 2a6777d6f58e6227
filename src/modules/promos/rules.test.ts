import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOfProduct,
  promoApplies,
  promoDiscount,
  promoState,
  type Hindrance,
  type Promo,
  type PromoOrder,
} from './index.ts';

const START = new Date('2026-03-10T02:00:00Z');
const END = new Date('2026-03-11T02:00:00Z');
const at = (moment: Date, milliseconds = 0) => new Date(moment.getTime() + milliseconds);

const promo: Promo = {
  group: 'PROMO',
  type: 'PRODUCT',
  coupon_code: null,
  starts_at: START,
  ends_at: END,
  is_active: true,
  discount: { type: 'NOMINAL', amount_idr: 5_000 },
  quota: null,
  used: 0,
  usage_per_customer: null,
  minimum_product: null,
  minimum_transaction_idr: null,
  customer_category_codes: ['N', 'Y'],
  platforms: ['ORDER_APP', 'PRIVOR'],
  all_products: false,
  product_ids: [1, 2],
  courier_service_ids: [],
};
const facts: PromoOrder = {
  now: START,
  customer_category_code: 'N',
  used_by_customer: 0,
  platform: 'ORDER_APP',
  lines: [
    { product_id: 1, quantity: 2 },
    { product_id: 2, quantity: 1 },
    { product_id: 3, quantity: 9 },
  ],
  goods_idr: 100_000,
  courier_service_id: 1,
};
const reason = (change: Partial<Promo>, facts_change: Partial<PromoOrder> = {}) => {
  const answer = promoApplies({ ...promo, ...change }, { ...facts, ...facts_change });
  return answer.applies ? undefined : answer.reason;
};

describe('the state of a promo', () => {
  test.each<[string, Partial<Promo>, Date, string]>([
    ['a moment before it starts', {}, at(START, -1), 'SCHEDULED'],
    ['as it starts', {}, START, 'RUNNING'],
    ['a moment before it ends', {}, at(END, -1), 'RUNNING'],
    ['as it ends', {}, END, 'ENDED'],
    ['long after, without an end', { ends_at: null }, new Date('2036-01-01T00:00:00Z'), 'RUNNING'],
    ['with one use left', { quota: 5, used: 4 }, START, 'RUNNING'],
    ['with none left', { quota: 5, used: 5 }, START, 'USED_UP'],
    ['switched off', { is_active: false, quota: 5, used: 5 }, END, 'INACTIVE'],
  ])('%s', (_title, change, now, state) => {
    expect(promoState({ ...promo, ...change }, now)).toBe(state);
  });
});

describe('a promo applies', () => {
  test('where it runs and all that it asks for is met', () => {
    expect(promoApplies(promo, facts)).toEqual({ applies: true });
    expect(reason({ minimum_product: 3, minimum_transaction_idr: 100_000, usage_per_customer: 1 })).toBe(
      undefined,
    );
  });

  test.each<[string, Partial<Promo>, Partial<PromoOrder>, Hindrance]>([
    ['it is switched off', { is_active: false }, {}, 'INACTIVE'],
    ['its quota is used up', { quota: 1, used: 1 }, {}, 'USED_UP'],
    ['the customer category is not listed', {}, { customer_category_code: 'D' }, 'CUSTOMER_CATEGORY'],
    ['the platform is not listed', {}, { platform: 'STOREFRONT' }, 'PLATFORM'],
    ['the customer has used it up', { usage_per_customer: 2 }, { used_by_customer: 2 }, 'CUSTOMER_LIMIT'],
    ['none of its products is ordered', { product_ids: [4] }, {}, 'PRODUCT'],
    ['too few of its own pieces are ordered', { minimum_product: 4 }, {}, 'MINIMUM_PRODUCT'],
    ['the goods cost too little', { minimum_transaction_idr: 100_001 }, {}, 'MINIMUM_TRANSACTION'],
    ['the courier is another', { type: 'EXPEDITION', courier_service_ids: [2] }, {}, 'COURIER'],
    ['its code is not given', { group: 'COUPON', coupon_code: 'Hemat' }, {}, 'COUPON_CODE'],
    [
      'another code is given',
      { group: 'COUPON', coupon_code: 'Hemat' },
      { coupon_code: 'hema' },
      'COUPON_CODE',
    ],
  ])('not where %s', (_title, change, facts_change, why) => {
    expect(reason(change, facts_change)).toBe(why);
  });

  test('with its code in any letter case', () => {
    expect(reason({ group: 'COUPON', coupon_code: 'Hemat' }, { coupon_code: ' hEMAT ' })).toBe(undefined);
  });

  test('as an EXPEDITION of no products to any order that the courier takes', () => {
    const expedition = { type: 'EXPEDITION', courier_service_ids: [1], all_products: true } as const;
    expect(reason({ ...expedition, minimum_product: 12 })).toBe(undefined);
    expect(reason({ ...expedition, minimum_product: 13 })).toBe('MINIMUM_PRODUCT');
    expect(reason({ ...expedition, all_products: false, product_ids: [4] })).toBe('PRODUCT');
    expect(isOfProduct({ ...promo, product_ids: [] }, 1)).toBe(false);
    expect(isOfProduct({ ...promo, product_ids: [], all_products: true }, 1)).toBe(true);
  });
});

describe('the discount', () => {
  const percent = (percentage: number, max_idr: number | null = null) => ({
    discount: { type: 'PERCENTAGE', percentage, max_idr } as const,
  });

  test('of a percentage is rounded half up', () => {
    expect(promoDiscount(percent(5), [50, 49, 30, 0])).toEqual([3, 2, 2, 0]);
  });

  test('of a percentage is bounded for each amount by itself', () => {
    expect(promoDiscount(percent(50, 20_000), [100_000, 30_000])).toEqual([20_000, 15_000]);
  });

  test('of a nominal is never more than what it lowers', () => {
    expect(promoDiscount(promo, [20_000, 3_000])).toEqual([5_000, 3_000]);
  });

  const discounts = fc.oneof(
    fc.record({
      type: fc.constant('PERCENTAGE' as const),
      percentage: fc.integer({ min: 1, max: 100 }),
      max_idr: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    }),
    fc.record({
      type: fc.constant('NOMINAL' as const),
      amount_idr: fc.integer({ min: 1, max: 999_999_999_999 }),
    }),
  );

  test('is a whole amount from 0 to what it lowers and to its maximum, and grows with the amount', () => {
    const amounts = fc.integer({ min: 0, max: 999_999_999_999 });
    fc.assert(
      fc.property(discounts, amounts, amounts, (discount, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const [off_less = -1, off_more = -1] = promoDiscount({ discount }, [less, more]);
        expect(Number.isSafeInteger(off_less)).toBe(true);
        expect(off_less).toBeGreaterThanOrEqual(0);
        expect(off_more).toBeLessThanOrEqual(more);
        expect(off_more).toBeGreaterThanOrEqual(off_less);
        const most = discount.type === 'NOMINAL' ? discount.amount_idr : (discount.max_idr ?? more);
        expect(off_more).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test('whatever makes an order larger never takes a promo away from it', () => {
  const quantities = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      quantities,
      fc.nat(9),
      fc.nat(50_000),
      fc.nat(4),
      (quantity, minimum_product, minimum, more) => {
        const request = { ...promo, minimum_product, minimum_transaction_idr: minimum };
        const lines = quantity.map((pieces, index) => ({ product_id: index + 1, quantity: pieces }));
        const small = { ...facts, lines, goods_idr: minimum };
        const large = {
          ...small,
          lines: lines.map((line) => ({ ...line, quantity: line.quantity + more })),
          goods_idr: minimum + more,
        };
        const is_within = promoApplies(request, large).applies || !promoApplies(request, small).applies;
        expect(is_within).toBe(true);
      },
    ),
  );
});
