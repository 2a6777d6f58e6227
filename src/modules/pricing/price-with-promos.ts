import { Refusal } from '../../kernel/errors.ts';
import { rupiahText, sum } from '../../kernel/money.ts';
import {
  isOfProduct,
  promoApplies,
  promoDiscount,
  type Hindrance,
  type Promo,
  type PromoOrder,
} from '../promos/index.ts';
import { pricingErrors } from './errors.ts';
import {
  priceLines,
  priceOrder,
  type Charge,
  type CustomerAccess,
  type LinePrice,
  type LineRequest,
  type OrderPrice,
  type PriceStep,
} from './rules.ts';

/**
 * The maximum value and cost of the products of an order: far above any real order, and low enough that no percentage
 * charge can bring the total beyond the exact integers.
 */
export const MOST_GOODS_IDR = 100_000_000_000_000;

/** A promo of the shop, and how often the order's customer uses it already. */
export interface KnownPromo extends Promo {
  id: number;
  name: string;
  used_by_customer: number;
}

/** The order to be priced. */
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
  platform: PromoOrder['platform'];
}

/** The result for a promo and an order. */
export interface PromoVerdict {
  promo: KnownPromo;
  /** Why the order can not have it; undefined where it can. */
  hindrance: Hindrance | undefined;
  /** What it takes off the order, or would. */
  discount_idr: number;
  is_used: boolean;
}

/** A rule that was considered for a line; its promo may be one that the order cannot have. */
export interface ExplainedStep extends Omit<PriceStep, 'reason'> {
  reason: PriceStep['reason'] | Hindrance;
}

export interface PricedLine extends Omit<LinePrice, 'steps'> {
  steps: ExplainedStep[];
}

export interface PricedOrder {
  lines: PricedLine[];
  order: OrderPrice;
  shipping: { discount_idr: number; promo_id: number | null };
  /** In the order of the promos given. */
  promos: PromoVerdict[];
}

/**
 * Prices an order: every line by the price of its category or wholesale step and at most one discount, the charges and
 * the shipping. Pure: the same request gives the same prices, whether it is quoted, placed or edited.
 *
 * A promo that a line or the shipping names applies if the order can have it. A coupon whose code is given applies to
 * the lines of its products that name no promo, if its discount is higher than theirs; for the shipping, the larger
 * discount of the named promo and the coupon applies. Minimum transactions are compared with the lines before promos.
 * @throws Refusal 422 on `products.N.qty` of each line with which the value of the products exceeds the maximum
 */
export function priceWithPromos(request: OrderRequest): PricedOrder {
  const plain = priceLines(request.lines, request.customer);
  refuseBeyondReach(request, plain);
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
    lines: lines.map((line, index) => ({
      ...line,
      steps: [...line.steps, ...promosNotTaken(request.lines[index] as OrderRequestLine, line, verdicts)],
    })),
    order,
    shipping,
    promos: verdicts.map((verdict) => ({ ...verdict, is_used: used.has(verdict.promo.id) })),
  };
}

function refuseBeyondReach(request: OrderRequest, plain: readonly LinePrice[]): void {
  let worth = 0;
  let cost = 0;
  const maximum = rupiahText(MOST_GOODS_IDR);
  const faults = request.lines.flatMap(({ goods, quantity }, index) => {
    const line_worth = (plain[index]?.price_idr ?? 0) * quantity;
    const line_cost = (goods.price_buy_idr ?? 0) * quantity;
    if (worth + line_worth > MOST_GOODS_IDR || cost + line_cost > MOST_GOODS_IDR)
      return [pricingErrors.part('goods_beyond_reach', `products.${index}.qty`, { maximum })];
    worth += line_worth;
    cost += line_cost;
    return [];
  });
  if (faults.length > 0) throw new Refusal(faults);
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
  promo && { id: promo.id, name: promo.name, takenOff: (price_idr: number) => takenOff(promo, price_idr) };

type OrderRequestLine = OrderRequest['lines'][number];

const isOfLine = (promo: KnownPromo, line: OrderRequestLine) =>
  promo.type === 'PRODUCT' && isOfProduct(promo, line.goods.product_id);

function promoOfLine(
  line: OrderRequestLine,
  plain: LinePrice,
  allowed: ReadonlyMap<number, KnownPromo>,
  coupons: readonly KnownPromo[],
): KnownPromo | undefined {
  if (line.promo_id !== undefined) {
    const named = allowed.get(line.promo_id);
    return named !== undefined && isOfLine(named, line) ? named : undefined;
  }
  return coupons.find(
    (coupon) => isOfLine(coupon, line) && takenOff(coupon, plain.price_idr) > plain.discount_idr,
  );
}

/** The promo that a line names and the coupons of its product, where they do not lower it, with the reason. */
function promosNotTaken(
  line: OrderRequestLine,
  price: LinePrice,
  verdicts: readonly PromoVerdict[],
): ExplainedStep[] {
  return verdicts.flatMap(({ promo, hindrance }) => {
    const is_named = promo.id === line.promo_id;
    const is_coupon = promo.group === 'COUPON' && hindrance !== 'COUPON_CODE' && isOfLine(promo, line);
    if (promo.id === price.promo_id || !(is_named || is_coupon)) return [];
    const instead = line.promo_id === undefined && price.promo_id === null ? 'NOT_LOWER' : 'PROMO_INSTEAD';
    return [
      {
        rule: 'PROMO' as const,
        applied: false,
        amount_idr: takenOff(promo, price.price_idr),
        reason: hindrance ?? (is_named ? 'PRODUCT' : instead),
        promo: { id: promo.id, name: promo.name },
      },
    ];
  });
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
