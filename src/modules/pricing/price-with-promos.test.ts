import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../../kernel/money.ts';
import { priceWithPromos, type KnownPromo, type OrderRequest } from './price-with-promos.ts';
import type { Charge, PricedGoods } from './rules.ts';

const NOW = new Date('2026-03-15T03:00:00Z');

const goodsOf = (change: Partial<PricedGoods> = {}): PricedGoods => ({
  variation_id: 1,
  product_id: 1,
  price_idr: 100_000,
  price1_idr: 0,
  price2_idr: 0,
  price3_idr: 0,
  price_reseller_idr: 80_000,
  discount_idr: 0,
  wholesale_enabled: false,
  wholesales: [],
  ...change,
});

const promoOf = (change: Partial<KnownPromo> = {}): KnownPromo => ({
  id: 1,
  name: 'Promo',
  group: 'PROMO',
  type: 'PRODUCT',
  coupon_code: null,
  starts_at: new Date('2026-03-01T00:00:00Z'),
  ends_at: null,
  is_active: true,
  discount: { type: 'NOMINAL', amount_idr: 10_000 },
  quota: null,
  used: 0,
  usage_per_customer: null,
  minimum_product: null,
  minimum_transaction_idr: null,
  customer_category_codes: ['N', 'Y', 'D', '1', '2', '3'],
  platforms: ['ORDER_APP'],
  all_products: true,
  product_ids: [],
  courier_service_ids: [],
  used_by_customer: 0,
  ...change,
});

const requestOf = (change: Partial<OrderRequest> = {}): OrderRequest => ({
  lines: [{ goods: goodsOf(), quantity: 1, discount: undefined, promo_id: undefined }],
  customer: { code: 'N', discount_access: true, wholesale_access: true },
  charges: [],
  shipping: { cost_idr: 20_000, courier_service_id: 1, promo_id: undefined },
  coupon_code: undefined,
  promos: [],
  now: NOW,
  platform: 'ORDER_APP',
  ...change,
});

describe('promos of shipping', () => {
  const shippingPromo = (id: number, amount_idr: number, change: Partial<KnownPromo> = {}) =>
    promoOf({
      id,
      type: 'EXPEDITION',
      all_products: true,
      discount: { type: 'NOMINAL', amount_idr },
      courier_service_ids: [1],
      ...change,
    });
  const coupon = { group: 'COUPON', coupon_code: 'ONGKIR' } as const;

  test('of a named promo and a coupon the better one counts, of equal ones the older', () => {
    const shipping = { cost_idr: 20_000, courier_service_id: 1, promo_id: 5 };
    const with_coupon = (amount_idr: number) =>
      priceWithPromos(
        requestOf({
          shipping,
          coupon_code: 'ongkir',
          promos: [shippingPromo(3, amount_idr, coupon), shippingPromo(5, 8_000)],
        }),
      ).shipping;
    expect(with_coupon(9_000)).toEqual({ promo_id: 3, discount_idr: 9_000 });
    expect(with_coupon(7_000)).toEqual({ promo_id: 5, discount_idr: 8_000 });
    expect(with_coupon(8_000)).toEqual({ promo_id: 3, discount_idr: 8_000 });
  });

  test('shipping is never lowered below 0', () => {
    const { order, shipping } = priceWithPromos(
      requestOf({
        shipping: { cost_idr: 6_000, courier_service_id: 1, promo_id: 5 },
        promos: [shippingPromo(5, 8_000)],
      }),
    );
    expect(shipping.discount_idr).toBe(6_000);
    expect(order.total_idr).toBe(100_000);
  });
});

test('a minimum transaction looks at the lines before promos', () => {
  const promo = promoOf({ minimum_transaction_idr: 100_000 });
  const lines = [{ goods: goodsOf(), quantity: 1, discount: undefined, promo_id: 1 }];
  expect(priceWithPromos(requestOf({ lines, promos: [promo] })).lines[0]).toMatchObject({
    discount_idr: 10_000,
    promo_id: 1,
  });
  const { promos } = priceWithPromos(
    requestOf({ lines, promos: [{ ...promo, minimum_transaction_idr: 100_001 }] }),
  );
  expect(promos).toEqual([expect.objectContaining({ hindrance: 'MINIMUM_TRANSACTION', is_used: false })]);
});

const amount = fc.integer({ min: 0, max: 2_000_000 });
const goods = fc
  .tuple(fc.integer({ min: 1, max: 4 }), amount, amount, amount, fc.boolean(), amount, fc.nat(60_000))
  .map(([product_id, price_idr, price1_idr, price_reseller_idr, wholesale_enabled, step_idr, discount_idr]) =>
    goodsOf({
      product_id,
      price_idr,
      price1_idr,
      price_reseller_idr,
      wholesale_enabled,
      discount_idr,
      wholesales: [{ from_quantity: 3, to_quantity: 40, price_idr: step_idr }],
    }),
  );
const discount = fc.option(
  fc.oneof(
    fc.record({ type: fc.constant('NOMINAL' as const), nominal_idr: amount }),
    fc.record({ type: fc.constant('PERCENTAGE' as const), percentage: fc.nat(100) }),
  ),
  { nil: undefined },
);
const promo = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.integer({ min: 1, max: 100 }),
    fc.option(fc.integer({ min: 1, max: 50_000 })),
    fc.nat(300_000),
    fc.subarray([1, 2, 3, 4]),
  )
  .map(([id, is_coupon, is_shipping, is_percentage, percentage, max_idr, least_idr, product_ids]) =>
    promoOf({
      id,
      group: is_coupon ? 'COUPON' : 'PROMO',
      coupon_code: is_coupon ? 'KUPON' : null,
      type: is_shipping ? 'EXPEDITION' : 'PRODUCT',
      discount: is_percentage
        ? { type: 'PERCENTAGE', percentage, max_idr }
        : { type: 'NOMINAL', amount_idr: percentage * 997 },
      minimum_transaction_idr: least_idr,
      all_products: product_ids.length === 0,
      product_ids,
      courier_service_ids: [1],
      customer_category_codes: product_ids.length === 3 ? ['Y'] : ['N', 'Y', 'D', '1', '2', '3'],
    }),
  );
const charge: fc.Arbitrary<Charge> = fc
  .tuple(fc.constantFrom('DISCOUNT', 'OTHER COST', 'INSURANCE'), fc.boolean(), fc.nat(100), amount)
  .map(([category, is_percentage, percentage, nominal_idr]) =>
    is_percentage ? { category, type: 'PERCENTAGE', percentage } : { category, type: 'NOMINAL', nominal_idr },
  );
const promo_id = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const request: fc.Arbitrary<OrderRequest> = fc
  .tuple(
    fc.array(fc.record({ goods, quantity: fc.integer({ min: 1, max: 50 }), discount, promo_id }), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.constantFrom('N', 'Y', 'D', '1', '2', '3'),
    fc.boolean(),
    fc.boolean(),
    fc.array(charge, { maxLength: 3 }),
    amount,
    promo_id,
    fc.uniqueArray(promo, { maxLength: 4, selector: ({ id }) => id }),
    fc.constantFrom(undefined, 'kupon', 'lain'),
  )
  .map(([lines, code, discount_access, wholesale_access, charges, cost_idr, named, promos, coupon_code]) =>
    requestOf({
      lines,
      customer: { code, discount_access, wholesale_access },
      charges,
      shipping: { cost_idr, courier_service_id: 1, promo_id: named },
      promos,
      coupon_code,
    }),
  );

/** What is wrong with the prices of an order: nothing, ever. */
function wrongIn(order: OrderRequest): string | undefined {
  const priced = priceWithPromos(order);
  const { lines, order: price, shipping, promos } = priced;
  for (const [index, line] of lines.entries()) {
    const { quantity, promo_id: named } = order.lines[index] as OrderRequest['lines'][number];
    if (line.discount_idr < 0 || line.discount_idr > line.price_idr) return 'a discount beyond its price';
    if (line.subtotal_idr !== (line.price_idr - line.discount_idr) * quantity)
      return 'a line that is no product';
    if (line.steps.filter(({ applied }) => applied).length > 2) return 'two discounts on a line';
    if (named !== undefined && line.promo_id !== null && line.promo_id !== named)
      return 'another promo than named';
  }
  const amounts = [
    price.goods_idr,
    price.charges_idr,
    price.insurance_idr,
    price.discount_idr,
    price.total_idr,
  ];
  if (!amounts.every(Number.isSafeInteger)) return 'an amount that is no whole rupiah';
  if (price.goods_idr !== sum(lines.map(({ subtotal_idr }) => subtotal_idr)))
    return 'goods are not the lines';
  if (shipping.discount_idr < 0 || shipping.discount_idr > order.shipping.cost_idr) return 'shipping below 0';
  const parts =
    price.goods_idr +
    order.shipping.cost_idr -
    shipping.discount_idr +
    price.charges_idr +
    price.insurance_idr;
  if (price.total_idr !== Math.max(0, parts - price.discount_idr)) return 'a total that is not its parts';
  const used = new Set([shipping.promo_id, ...lines.map((line) => line.promo_id)]);
  for (const { promo: known, hindrance, is_used } of promos) {
    if (is_used !== used.has(known.id)) return 'a promo that is used and not reported';
    if (is_used && hindrance !== undefined) return 'a promo that is used and may not';
    if (is_used && known.group === 'COUPON' && order.coupon_code !== 'kupon')
      return 'a coupon without its code';
  }
  if (JSON.stringify(priceWithPromos(structuredClone(order))) !== JSON.stringify(priced))
    return 'other prices again';
  return undefined;
}

test('100,000 random orders: the total is the sum of its parts, nothing is below 0 or lowered beyond its price, a promo is used only where the order may have it, and the same order has the same prices', () => {
  fc.assert(
    fc.property(request, (order) => {
      expect(wrongIn(order)).toBeUndefined();
    }),
    { numRuns: 100_000 },
  );
}, 120_000);
