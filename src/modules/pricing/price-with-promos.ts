import { sum } from '../../kernel/money.ts';
import {
  isOfProduct,
  promoApplies,
  promoDiscount,
  type Hindrance,
  type OrderFacts,
  type Promo,
} from '../promos/index.ts';
import {
  priceLines,
  priceOrder,
  type Charge,
  type CustomerAccess,
  type LinePrice,
  type LineRequest,
  type OrderPrice,
} from './rules.ts';

/** A promo of the shop, and how often the order's customer uses it already. */
export interface KnownPromo extends Promo {
  id: number;
  name: string;
  used_by_customer: number;
}

/** An order as it is asked for. */
export interface OrderRequest {
  /** promo_id: the promo that the line is to have; without one a coupon may lower it. */
  lines: readonly (Omit<LineRequest, 'promo'> & { promo_id: number | undefined })[];
  customer: CustomerAccess;
  charges: readonly Charge[];
  shipping: { cost_idr: number; courier_service_id: number; promo_id: number | undefined };
  coupon_code: string | undefined;
  /** All promos that the order may have. */
  promos: readonly KnownPromo[];
  now: Date;
  platform: OrderFacts['platform'];
}

/** What is to be said of a promo and an order. */
export interface PromoVerdict {
  promo: KnownPromo;
  /** Why the order can not have it; undefined where it can. */
  hindrance: Hindrance | undefined;
  /** What it takes off the order, or would. */
  discount_idr: number;
  is_used: boolean;
}

export interface PricedOrder {
  lines: LinePrice[];
  order: OrderPrice;
  shipping: { discount_idr: number; promo_id: number | null };
  /** In the order of the promos given. */
  promos: PromoVerdict[];
}

/**
 * Prices an order: every line by its category's price or wholesale step and at most one discount, the charges and
 * the shipping. Pure: the same request gives the same prices, whether it is only asked for, made or edited.
 *
 * A promo that a line or the shipping names lowers it where the order may have it. A coupon whose code was given
 * lowers the lines of its products that name no promo, where that is lower than the discount they have; of the
 * shipping the larger of the named promo and the coupon. Minimum transactions look at the lines before promos.
 */
export function priceWithPromos(request: OrderRequest): PricedOrder {
  const plain = priceLines(request.lines, request.customer);
  const verdicts = request.promos.map((promo) => verdictOf(promo, request, plain));
  const allowed = new Map(
    verdicts.filter(({ hindrance }) => hindrance === undefined).map(({ promo }) => [promo.id, promo]),
  );
  const coupons = [...allowed.values()].filter(({ group }) => group === 'COUPON');
  const lines = priceLines(
    request.lines.map((line, index) => ({
      ...line,
      promo: lineRule(promoOfLine(line, plain[index] as LinePrice, allowed, coupons)),
    })),
    request.customer,
  );
  const shipping = shippingDiscount(request.shipping, allowed, coupons);
  const order = priceOrder(lines, request.charges, {
    cost_idr: request.shipping.cost_idr,
    discount_idr: shipping.discount_idr,
  });
  const used = new Set([...lines.map(({ promo_id }) => promo_id), shipping.promo_id]);
  return {
    lines,
    order,
    shipping,
    promos: verdicts.map((verdict) => ({ ...verdict, is_used: used.has(verdict.promo.id) })),
  };
}

function verdictOf(promo: KnownPromo, request: OrderRequest, plain: readonly LinePrice[]): PromoVerdict {
  const verdict = promoApplies(promo, {
    now: request.now,
    customer_category_code: request.customer.code,
    used_by_customer: promo.used_by_customer,
    platform: request.platform,
    coupon_code: request.coupon_code,
    lines: request.lines.map(({ goods, quantity }) => ({ product_id: goods.product_id, quantity })),
    goods_idr: sum(plain.map((line) => line.subtotal_idr)),
    courier_service_id: request.shipping.courier_service_id,
  });
  return {
    promo,
    hindrance: verdict.applies ? undefined : verdict.reason,
    discount_idr: sum(amountsOff(promo, request, plain)),
    is_used: false,
  };
}

/** What a promo takes off each thing that it lowers, in all. */
function amountsOff(promo: KnownPromo, request: OrderRequest, plain: readonly LinePrice[]): number[] {
  if (promo.type === 'EXPEDITION') return promoDiscount(promo, [request.shipping.cost_idr]);
  return request.lines.flatMap(({ goods, quantity }, index) => {
    if (!isOfProduct(promo, goods.product_id)) return [];
    return [takenOff(promo, plain[index]?.price_idr ?? 0) * quantity];
  });
}

const takenOff = (promo: KnownPromo, price_idr: number) => promoDiscount(promo, [price_idr])[0] ?? 0;

const lineRule = (promo: KnownPromo | undefined) =>
  promo && { id: promo.id, takenOff: (price_idr: number) => takenOff(promo, price_idr) };

function promoOfLine(
  line: OrderRequest['lines'][number],
  plain: LinePrice,
  allowed: ReadonlyMap<number, KnownPromo>,
  coupons: readonly KnownPromo[],
): KnownPromo | undefined {
  const is_of_line = (promo: KnownPromo) =>
    promo.type === 'PRODUCT' && isOfProduct(promo, line.goods.product_id);
  if (line.promo_id !== undefined) {
    const named = allowed.get(line.promo_id);
    return named !== undefined && is_of_line(named) ? named : undefined;
  }
  return coupons.find(
    (coupon) => is_of_line(coupon) && takenOff(coupon, plain.price_idr) > plain.discount_idr,
  );
}

function shippingDiscount(
  shipping: OrderRequest['shipping'],
  allowed: ReadonlyMap<number, KnownPromo>,
  coupons: readonly KnownPromo[],
): PricedOrder['shipping'] {
  const named = shipping.promo_id === undefined ? undefined : allowed.get(shipping.promo_id);
  const best = [...(named === undefined ? [] : [named]), ...coupons]
    .filter(({ type }) => type === 'EXPEDITION')
    .map((promo) => ({
      promo_id: promo.id,
      discount_idr: takenOff(promo, shipping.cost_idr),
    }))
    .toSorted((a, b) => b.discount_idr - a.discount_idr || a.promo_id - b.promo_id)[0];
  return best !== undefined && best.discount_idr > 0 ? best : { promo_id: null, discount_idr: 0 };
}
