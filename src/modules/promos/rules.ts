import { percentOf } from '../../kernel/money.ts';

/** The platform of an order, as named in a promo. */
export type Platform = 'ORDER_APP' | 'PROMO' | 'PRIVOR' | 'STOREFRONT' | 'QUICK_ORDER';

export type Discount =
  /** max_idr: the most that it takes off; null: no bound. */
  | { type: 'PERCENTAGE'; percentage: number; max_idr: number | null }
  | { type: 'NOMINAL'; amount_idr: number };

export interface Promo {
  group: 'PROMO' | 'COUPON';
  type: 'PRODUCT' | 'EXPEDITION';
  /** Only of a COUPON. */
  coupon_code: string | null;
  /** Runs from this moment on … */
  starts_at: Date;
  /** … and no more from this one; null: open. */
  ends_at: Date | null;
  is_active: boolean;
  discount: Discount;
  /** How many orders may use it, and do; null: any number. */
  quota: number | null;
  used: number;
  usage_per_customer: number | null;
  minimum_product: number | null;
  minimum_transaction_idr: number | null;
  customer_category_codes: readonly string[];
  platforms: readonly string[];
  /** Also an EXPEDITION that names no products is of all. */
  all_products: boolean;
  product_ids: readonly number[];
  /** Services whose shipping an EXPEDITION lowers. */
  courier_service_ids: readonly number[];
}

export type PromoState = 'INACTIVE' | 'SCHEDULED' | 'RUNNING' | 'USED_UP' | 'ENDED';

/** The status of a promo at a moment, the first that applies: inactive, ended, used up, scheduled. */
export function promoState(
  promo: Pick<Promo, 'is_active' | 'starts_at' | 'ends_at' | 'quota' | 'used'>,
  now: Date,
): PromoState {
  if (!promo.is_active) return 'INACTIVE';
  if (promo.ends_at !== null && now >= promo.ends_at) return 'ENDED';
  if (promo.quota !== null && promo.used >= promo.quota) return 'USED_UP';
  return now < promo.starts_at ? 'SCHEDULED' : 'RUNNING';
}

/** The facts about an order that promos depend on. */
export interface PromoOrder {
  now: Date;
  customer_category_code: string;
  /** How many orders of this customer use the promo already. */
  used_by_customer: number;
  platform: Platform;
  /** What the customer typed. */
  coupon_code?: string | undefined;
  lines: readonly { product_id: number; quantity: number }[];
  /** Sum of the lines before promos. */
  goods_idr: number;
  courier_service_id: number;
}

/** Why a promo doesn't apply to an order. */
export type Hindrance =
  | Exclude<PromoState, 'RUNNING'>
  | 'COUPON_CODE'
  | 'CUSTOMER_CATEGORY'
  | 'PLATFORM'
  | 'CUSTOMER_LIMIT'
  | 'COURIER'
  | 'PRODUCT'
  | 'MINIMUM_PRODUCT'
  | 'MINIMUM_TRANSACTION';

/** Whether a promo applies to a product; for an EXPEDITION: whether an order with the product can have it. */
export function isOfProduct(promo: Pick<Promo, 'all_products' | 'product_ids'>, product_id: number): boolean {
  return promo.all_products || promo.product_ids.includes(product_id);
}

/** Whether a coupon has this code, ignoring letter case. Other promos need none. */
function hasCode(promo: Pick<Promo, 'coupon_code'>, typed: string | undefined): boolean {
  return promo.coupon_code === null || promo.coupon_code.toLowerCase() === typed?.trim().toLowerCase();
}

/** @param used_by_customer orders of this customer that use it already */
export function isUsedUpBy(promo: Pick<Promo, 'usage_per_customer'>, used_by_customer: number): boolean {
  return promo.usage_per_customer !== null && used_by_customer >= promo.usage_per_customer;
}

/**
 * Whether an order can have a promo: it is active, and all its conditions are met. `minimum_product` counts the units
 * of its products, `minimum_transaction_idr` the value of all products of the order.
 * @returns the first reason why not, ordered so that what the customer can change comes last
 */
export function promoApplies(
  promo: Promo,
  facts: PromoOrder,
): { applies: true } | { applies: false; reason: Hindrance } {
  const reason = hindrance(promo, facts);
  return reason === undefined ? { applies: true } : { applies: false, reason };
}

function hindrance(promo: Promo, facts: PromoOrder): Hindrance | undefined {
  const state = promoState(promo, facts.now);
  if (state !== 'RUNNING') return state;
  if (!hasCode(promo, facts.coupon_code)) return 'COUPON_CODE';
  if (!promo.customer_category_codes.includes(facts.customer_category_code)) return 'CUSTOMER_CATEGORY';
  if (!promo.platforms.includes(facts.platform)) return 'PLATFORM';
  if (isUsedUpBy(promo, facts.used_by_customer)) return 'CUSTOMER_LIMIT';
  if (promo.type === 'EXPEDITION' && !promo.courier_service_ids.includes(facts.courier_service_id))
    return 'COURIER';
  const pieces = facts.lines
    .filter((line) => isOfProduct(promo, line.product_id))
    .reduce((total, line) => total + line.quantity, 0);
  if (pieces === 0) return 'PRODUCT';
  if (pieces < (promo.minimum_product ?? 0)) return 'MINIMUM_PRODUCT';
  return facts.goods_idr < (promo.minimum_transaction_idr ?? 0) ? 'MINIMUM_TRANSACTION' : undefined;
}

/**
 * The discount of a promo on each amount that it applies to: for a PRODUCT the unit price of each of its lines, for an
 * EXPEDITION the shipping. A percentage is rounded half up and limited by its maximum, for each amount separately;
 * nothing becomes negative.
 * @returns the discount in rupiah, for each amount in the given order
 */
export function promoDiscount(promo: Pick<Promo, 'discount'>, amounts_idr: readonly number[]): number[] {
  const { discount } = promo;
  return amounts_idr.map((amount_idr) => {
    if (discount.type === 'NOMINAL') return Math.min(discount.amount_idr, amount_idr);
    return Math.min(percentOf(amount_idr, discount.percentage), discount.max_idr ?? amount_idr, amount_idr);
  });
}
