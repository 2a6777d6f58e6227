import { percentOf, sum } from '../../kernel/money.ts';

/** Codes of customer categories: the built-in N, Y, D and the custom 1, 2, 3. */
export type CategoryCode = 'N' | 'Y' | 'D' | '1' | '2' | '3';

export interface CustomerAccess {
  code: CategoryCode;
  discount_access: boolean;
  wholesale_access: boolean;
}

export interface QuantityStep {
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
  wholesales: QuantityStep[];
  /** What a piece costs the shop: it decides no price. */
  price_buy_idr?: number;
}

/** A discount of staff on one line: off the unit price, instead of the product discount. */
export type LineDiscount =
  | { type: 'NOMINAL'; nominal_idr: number }
  | { type: 'PERCENTAGE'; percentage: number };

export interface LineRequest {
  goods: PricedGoods;
  quantity: number;
  discount: LineDiscount | undefined;
  /** One that lowers this line; it takes the place of the line's and the product's discount. */
  promo?: { id: number; name: string; takenOff: (price_idr: number) => number } | undefined;
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
  discount_reason: 'NONE' | 'PRODUCT' | 'LINE' | 'PROMO';
  promo_id: number | null;
  /** Every rule that was looked at, in the order in which they follow each other. */
  steps: PriceStep[];
}

/** A rule that was looked at for a line. */
export interface PriceStep {
  rule: 'TIER' | 'WHOLESALE' | 'PRODUCT_DISCOUNT' | 'LINE_DISCOUNT' | 'PROMO';
  applied: boolean;
  /** The unit price of a TIER or WHOLESALE step; what the others take off a unit, or would. */
  amount_idr: number;
  reason: StepReason;
  /** Of a TIER: whose price it is. */
  category_code?: CategoryCode;
  /** Of WHOLESALE: the step that holds the quantity; with NO_STEP the next one, or the last where none follows. */
  wholesale?: { from_quantity: number; to_quantity: number; product_quantity: number };
  /** Of a LINE_DISCOUNT that is one. */
  percentage?: number;
  promo?: { id: number; name: string };
}

export type StepReason =
  | 'APPLIED'
  /** The category's own price is not set. */
  | 'NORMAL_PRICE'
  /** The customer's category has no access to it. */
  | 'NO_ACCESS'
  /** No step holds the quantity. */
  | 'NO_STEP'
  /** Of WHOLESALE: the price of the category is as low already; of a coupon: the line's discount is as large. */
  | 'NOT_LOWER'
  /** A lower wholesale price takes its place. */
  | 'WHOLESALE_INSTEAD'
  | 'LINE_INSTEAD'
  | 'PROMO_INSTEAD';

/** A tier price of 0 means that none is set: the normal price applies. */
export function tierPrice(goods: PricedGoods, code: CategoryCode): number {
  return categoryPrice(goods, code) || goods.price_idr;
}

/** What is set for the category; 0: nothing. */
function categoryPrice(goods: PricedGoods, code: CategoryCode): number {
  return {
    N: goods.price_idr,
    Y: goods.price_reseller_idr,
    D: goods.price_reseller_idr,
    1: goods.price1_idr,
    2: goods.price2_idr,
    3: goods.price3_idr,
  }[code];
}

/**
 * The wholesale step for a quantity: the one whose from..to holds it.
 * @param product_quantity of all variations of the product in the order together
 */
export function wholesaleStep(
  goods: Pick<PricedGoods, 'wholesale_enabled' | 'wholesales'>,
  product_quantity: number,
): QuantityStep | undefined {
  if (!goods.wholesale_enabled) return undefined;
  return goods.wholesales.find(
    (step) => step.from_quantity <= product_quantity && product_quantity <= step.to_quantity,
  );
}

/** The step that is reported where none holds the quantity: the next one, or else the last. */
function nearestStep({ wholesales }: PricedGoods, product_quantity: number): QuantityStep | undefined {
  const by_size = wholesales.toSorted((a, b) => a.from_quantity - b.from_quantity);
  return by_size.find((step) => step.from_quantity > product_quantity) ?? by_size.at(-1);
}

/** Prices every line of an order; the same input always gives the same prices. */
export function priceLines(lines: readonly LineRequest[], customer: CustomerAccess): LinePrice[] {
  const product_quantities = new Map<number, number>();
  for (const { goods, quantity } of lines)
    product_quantities.set(goods.product_id, (product_quantities.get(goods.product_id) ?? 0) + quantity);
  return lines.map((line) => priceLine(line, product_quantities.get(line.goods.product_id) ?? 0, customer));
}

function priceLine(line: LineRequest, product_quantity: number, customer: CustomerAccess): LinePrice {
  const steps = unitPriceSteps(line.goods, product_quantity, customer);
  const applied = steps.findLast((step) => step.applied) as PriceStep;
  const price_idr = applied.amount_idr;
  const discounts = discountSteps(line, price_idr, customer);
  const discount = discounts.find((step) => step.applied);
  const discount_idr = discount?.amount_idr ?? 0;
  return {
    price_idr,
    discount_idr,
    subtotal_idr: (price_idr - discount_idr) * line.quantity,
    price_reason: applied.rule === 'WHOLESALE' ? 'WHOLESALE' : 'TIER',
    discount_reason: discount === undefined ? 'NONE' : DISCOUNT_REASONS[discount.rule],
    promo_id: discount?.rule === 'PROMO' ? (line.promo?.id ?? null) : null,
    steps: [...steps, ...discounts],
  };
}

const DISCOUNT_REASONS = {
  TIER: 'NONE',
  WHOLESALE: 'NONE',
  PRODUCT_DISCOUNT: 'PRODUCT',
  LINE_DISCOUNT: 'LINE',
  PROMO: 'PROMO',
} as const;

/** The unit price: the lower of the category's and, for categories with access, the wholesale step's. */
function unitPriceSteps(goods: PricedGoods, product_quantity: number, customer: CustomerAccess): PriceStep[] {
  const { code } = customer;
  const tier = tierPrice(goods, code);
  const wholesale = wholesaleStep(goods, product_quantity);
  const is_lower = wholesale !== undefined && wholesale.price_idr < tier;
  const by_wholesale = is_lower && customer.wholesale_access;
  const steps: PriceStep[] = [
    {
      rule: 'TIER',
      applied: !by_wholesale,
      amount_idr: tier,
      reason: by_wholesale
        ? 'WHOLESALE_INSTEAD'
        : code === 'N' || categoryPrice(goods, code) > 0
          ? 'APPLIED'
          : 'NORMAL_PRICE',
      category_code: code,
    },
  ];
  const nearest = goods.wholesale_enabled ? (wholesale ?? nearestStep(goods, product_quantity)) : undefined;
  if (nearest !== undefined)
    steps.push({
      rule: 'WHOLESALE',
      applied: by_wholesale,
      amount_idr: nearest.price_idr,
      reason: by_wholesale
        ? 'APPLIED'
        : wholesale === undefined
          ? 'NO_STEP'
          : is_lower
            ? 'NO_ACCESS'
            : 'NOT_LOWER',
      category_code: code,
      wholesale: { from_quantity: nearest.from_quantity, to_quantity: nearest.to_quantity, product_quantity },
    });
  return steps;
}

/** At most one discount applies: of a promo, else of the line, else of the product; never more than the price. */
function discountSteps(line: LineRequest, price_idr: number, customer: CustomerAccess): PriceStep[] {
  const steps: PriceStep[] = [];
  const { goods, discount, promo } = line;
  if (goods.discount_idr > 0)
    steps.push({
      ...discountStep(
        'PRODUCT_DISCOUNT',
        Math.min(goods.discount_idr, price_idr),
        promo !== undefined
          ? 'PROMO_INSTEAD'
          : discount !== undefined
            ? 'LINE_INSTEAD'
            : customer.discount_access
              ? 'APPLIED'
              : 'NO_ACCESS',
      ),
      category_code: customer.code,
    });
  if (discount !== undefined)
    steps.push({
      ...discountStep(
        'LINE_DISCOUNT',
        Math.min(lineDiscount(discount, price_idr), price_idr),
        promo === undefined ? 'APPLIED' : 'PROMO_INSTEAD',
      ),
      ...(discount.type === 'PERCENTAGE' && { percentage: discount.percentage }),
    });
  if (promo !== undefined)
    steps.push({
      ...discountStep('PROMO', promo.takenOff(price_idr), 'APPLIED'),
      promo: { id: promo.id, name: promo.name },
    });
  return steps;
}

function discountStep(rule: PriceStep['rule'], amount_idr: number, reason: StepReason): PriceStep {
  return { rule, applied: reason === 'APPLIED', amount_idr, reason };
}

function lineDiscount(discount: LineDiscount, price_idr: number): number {
  return discount.type === 'NOMINAL' ? discount.nominal_idr : percentOf(price_idr, discount.percentage);
}

export type ChargeCategory = 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';

/** A charge or discount on an order as a whole; a percentage applies to the sum of the lines. */
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
