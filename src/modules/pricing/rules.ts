import { percentOf, sum } from '../../kernel/money.ts';

/** Codes of customer categories: built-in N, Y, D and the shop's own 1, 2, 3. */
export type CategoryCode = 'N' | 'Y' | 'D' | '1' | '2' | '3';

export interface CustomerAccess {
  code: CategoryCode;
  discount_access: boolean;
  wholesale_access: boolean;
}

export interface WholesaleStep {
  from_quantity: number;
  to_quantity: number;
  price_idr: number;
}

export interface PricedGoods {
  variation_id: number;
  product_id: number;
  price_idr: number;
  price1_idr: number;
  price2_idr: number;
  price3_idr: number;
  price_reseller_idr: number;
  /** Rupiah off a unit, for categories with discount access. */
  discount_idr: number;
  wholesale_enabled: boolean;
  wholesales: WholesaleStep[];
}

/** A discount that staff put on one line: off the unit price, in place of the product's own. */
export type LineDiscount =
  | { type: 'NOMINAL'; nominal_idr: number }
  | { type: 'PERCENTAGE'; percentage: number };

export interface LineRequest {
  goods: PricedGoods;
  quantity: number;
  discount: LineDiscount | undefined;
}

export interface LinePrice {
  /** Unit price of the tier or wholesale step. */
  price_idr: number;
  /** Off each unit; never more than the unit price. */
  discount_idr: number;
  /** (price − discount) × quantity */
  subtotal_idr: number;
  /** Which rule made the unit price, and which the discount. */
  price_reason: 'TIER' | 'WHOLESALE';
  discount_reason: 'NONE' | 'PRODUCT' | 'LINE';
}

/** A tier price of 0 means that none is set: the normal price applies. */
export function tierPrice(goods: PricedGoods, code: CategoryCode): number {
  const tier = {
    N: goods.price_idr,
    Y: goods.price_reseller_idr,
    D: goods.price_reseller_idr,
    1: goods.price1_idr,
    2: goods.price2_idr,
    3: goods.price3_idr,
  }[code];
  return tier > 0 ? tier : goods.price_idr;
}

/**
 * The wholesale price for a quantity: of the step whose from..to holds it.
 * @param product_quantity of all variations of the product in the order together
 */
export function wholesalePrice(goods: PricedGoods, product_quantity: number): number | undefined {
  if (!goods.wholesale_enabled) return undefined;
  return goods.wholesales.find(
    (step) => step.from_quantity <= product_quantity && product_quantity <= step.to_quantity,
  )?.price_idr;
}

/** Prices every line of an order; the same input always gives the same prices. */
export function priceLines(lines: readonly LineRequest[], customer: CustomerAccess): LinePrice[] {
  const product_quantities = new Map<number, number>();
  for (const { goods, quantity } of lines)
    product_quantities.set(goods.product_id, (product_quantities.get(goods.product_id) ?? 0) + quantity);
  return lines.map((line) => priceLine(line, product_quantities.get(line.goods.product_id) ?? 0, customer));
}

function priceLine(line: LineRequest, product_quantity: number, customer: CustomerAccess): LinePrice {
  const tier = tierPrice(line.goods, customer.code);
  const wholesale = customer.wholesale_access ? wholesalePrice(line.goods, product_quantity) : undefined;
  const by_wholesale = wholesale !== undefined && wholesale < tier;
  const price_idr = by_wholesale ? wholesale : tier;
  const own = customer.discount_access ? line.goods.discount_idr : 0;
  const wanted = line.discount === undefined ? own : lineDiscount(line.discount, price_idr);
  const discount_idr = Math.min(wanted, price_idr);
  return {
    price_idr,
    discount_idr,
    subtotal_idr: (price_idr - discount_idr) * line.quantity,
    price_reason: by_wholesale ? 'WHOLESALE' : 'TIER',
    discount_reason: line.discount !== undefined ? 'LINE' : discount_idr > 0 ? 'PRODUCT' : 'NONE',
  };
}

function lineDiscount(discount: LineDiscount, price_idr: number): number {
  return discount.type === 'NOMINAL' ? discount.nominal_idr : percentOf(price_idr, discount.percentage);
}

export type ChargeCategory = 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';

/** What is added to an order or taken off it as a whole; a percentage is of the lines' sum. */
export type Charge = { category: ChargeCategory } & (
  | { type: 'NOMINAL'; nominal_idr: number }
  | { type: 'PERCENTAGE'; percentage: number }
);

export interface OrderPrice {
  goods_idr: number;
  /** Amount of each charge, in the order given. */
  charge_amounts_idr: number[];
  charges_idr: number;
  insurance_idr: number;
  discount_idr: number;
  total_idr: number;
}

/** Total = lines + shipping − shipping promo + other costs + insurance − discounts; never below 0. */
export function priceOrder(
  lines: readonly Pick<LinePrice, 'subtotal_idr'>[],
  charges: readonly Charge[],
  shipping: { cost_idr: number; discount_idr: number },
): OrderPrice {
  const goods_idr = sum(lines.map((line) => line.subtotal_idr));
  const charge_amounts_idr = charges.map((charge) =>
    charge.type === 'NOMINAL' ? charge.nominal_idr : percentOf(goods_idr, charge.percentage),
  );
  const of = (category: ChargeCategory) =>
    sum(
      charges.flatMap((charge, index) =>
        charge.category === category ? [charge_amounts_idr[index] ?? 0] : [],
      ),
    );
  const charges_idr = of('OTHER COST');
  const insurance_idr = of('INSURANCE');
  const discount_idr = of('DISCOUNT');
  const total_idr = Math.max(
    0,
    goods_idr + shipping.cost_idr - shipping.discount_idr + charges_idr + insurance_idr - discount_idr,
  );
  return { goods_idr, charge_amounts_idr, charges_idr, insurance_idr, discount_idr, total_idr };
}
