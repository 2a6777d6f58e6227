import type { z } from 'zod';
import type { RefusalPart } from '../../../kernel/errors.ts';
import type {
  CustomerAccess,
  LineDiscount,
  OrderRequest,
  PricedGoods,
  PricedOrder,
} from '../../pricing/index.ts';
import { hindranceFault, isOfProduct } from '../../promos/index.ts';
import { orderErrors } from '../errors.ts';
import type { GoodsFacts, OrderFacts } from './load-order-facts.ts';
import type { CreateOrderInput } from './schemas.ts';

type Input = z.output<typeof CreateOrderInput>;

/** What of an order's input decides its prices. */
export type PricedInput = Pick<Input, 'order_cost' | 'coupon_code'> & {
  products: readonly Omit<Input['products'][number], 'product_status'>[];
  expedition: Pick<Input['expedition'], 'id' | 'rate' | 'promo' | 'discount_promo'>;
};

/** The promos that an input names, on its lines and its shipping. */
export function namedPromoIds(input: PricedInput): number[] {
  return [
    ...input.products.flatMap(({ promo_id }) => promo_id ?? []),
    input.expedition.promo?.id ?? [],
  ].flat();
}

/** The input and the facts behind its ids as the pricing engine takes them. */
export function priceRequestOf(
  input: PricedInput,
  goods: readonly GoodsFacts[],
  customer: CustomerAccess,
  facts: Pick<OrderFacts, 'promos' | 'now' | 'sees_cost'>,
): OrderRequest {
  return {
    lines: input.products.map((line, index) => ({
      goods: pricedGoods(goods[index] as GoodsFacts, facts),
      quantity: line.qty,
      discount: discountOf(line),
      promo_id: line.promo_id,
    })),
    customer,
    charges: input.order_cost.map(chargeOf),
    shipping: {
      cost_idr: input.expedition.rate,
      courier_service_id: input.expedition.id,
      promo_id: input.expedition.promo?.id,
    },
    coupon_code: input.coupon_code,
    promos: facts.promos,
    now: facts.now,
    platform: 'ORDER_APP',
  };
}

/** Without the cost where nobody may learn of it: then nothing is refused for it. */
function pricedGoods(goods: GoodsFacts, { sees_cost }: Pick<OrderFacts, 'sees_cost'>): PricedGoods {
  return sees_cost ? goods : { ...goods, price_buy_idr: 0 };
}

export function discountOf(line: PricedInput['products'][number]): LineDiscount | undefined {
  if (line.type === 'NOMINAL') return { type: 'NOMINAL', nominal_idr: line.nominal ?? 0 };
  if (line.type === 'PERCENTAGE') return { type: 'PERCENTAGE', percentage: line.percentage ?? 0 };
  return undefined;
}

/** A cost of the input as the pricing engine takes it. */
export function chargeOf(cost: Input['order_cost'][number]) {
  return cost.type === 'NOMINAL'
    ? { category: cost.category, type: cost.type, nominal_idr: cost.nominal ?? 0 }
    : { category: cost.category, type: cost.type, percentage: cost.percentage ?? 0 };
}

/** What of the promos that an input names the order can not have, and amounts that are not what they give. */
export function promoFaults(
  input: PricedInput,
  goods: readonly GoodsFacts[],
  priced: PricedOrder,
): RefusalPart[] {
  const verdicts = new Map(priced.promos.map((verdict) => [verdict.promo.id, verdict]));
  const faults = input.products.flatMap(({ promo_id, discount_promo }, index): RefusalPart[] => {
    const line = priced.lines[index];
    const product_id = goods[index]?.product_id ?? 0;
    const field = `products.${index}.promo_id`;
    const verdict = promo_id === undefined ? undefined : verdicts.get(promo_id);
    if (verdict?.hindrance !== undefined) return [hindranceFault(verdict.hindrance, field)];
    if (
      verdict !== undefined &&
      (verdict.promo.type !== 'PRODUCT' || !isOfProduct(verdict.promo, product_id))
    )
      return [hindranceFault('PRODUCT', field)];
    const off = line?.discount_reason === 'PROMO' ? line.discount_idr : 0;
    return amountFaults(discount_promo, off, `products.${index}.discount_promo`);
  });
  const { promo, discount_promo } = input.expedition;
  const named = promo === undefined ? undefined : verdicts.get(promo.id);
  if (named?.hindrance !== undefined) faults.push(hindranceFault(named.hindrance, 'expedition.promo.id'));
  else if (named !== undefined && named.promo.type !== 'EXPEDITION')
    faults.push(hindranceFault('COURIER', 'expedition.promo.id'));
  else
    faults.push(...amountFaults(discount_promo, priced.shipping.discount_idr, 'expedition.discount_promo'));
  return [...faults, ...couponFaults(input, priced)];
}

/** A code that is no coupon's, or a coupon that the order can not have: the customer wants to know. */
function couponFaults(input: PricedInput, priced: PricedOrder): RefusalPart[] {
  const code = input.coupon_code?.trim().toLowerCase();
  if (code === undefined) return [];
  // A code may have been another coupon's in another period.
  const coupons = priced.promos.filter(({ promo }) => promo.coupon_code?.toLowerCase() === code);
  if (coupons.length === 0) return [orderErrors.part('coupon_unknown', 'coupon_code')];
  if (coupons.some(({ hindrance }) => hindrance === undefined)) return [];
  const reason = coupons.find(({ hindrance }) => hindrance !== 'ENDED') ?? coupons[0];
  return reason?.hindrance === undefined ? [] : [hindranceFault(reason.hindrance, 'coupon_code')];
}

/** An amount that the client computed is believed only where it is the one that the promo gives. */
function amountFaults(sent_idr: number | undefined, given_idr: number, field: string): RefusalPart[] {
  if (sent_idr === undefined || sent_idr === given_idr || (sent_idr === 0 && given_idr > 0)) return [];
  return given_idr === 0
    ? [orderErrors.part('promo_not_running', field)]
    : [orderErrors.part('promo_amount_wrong', field, { right: given_idr })];
}
