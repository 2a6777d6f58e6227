import type { z } from 'zod';
import type { RefusalPart } from '../../../kernel/errors.ts';
import {
  priceWithPromos,
  type CustomerAccess,
  type LineDiscount,
  type LinePrice,
  type OrderPrice,
  type PricedGoods,
  type PricedOrder,
} from '../../pricing/index.ts';
import { hindranceFault, isOfProduct, type Platform } from '../../promos/index.ts';
import { orderErrors } from '../errors.ts';
import type { GoodsFacts, OrderFacts } from './load-order-facts.ts';
import type { CreateOrderInput } from './schemas.ts';

type Input = z.output<typeof CreateOrderInput>;
type Charge = Input['order_cost'][number];

/** The fields of a line that determine its price. */
export type PricedLineInput = Omit<Input['products'][number], 'product_status'>;

/** The courier of an order with the shipping cost: given, or the fee of a custom courier. */
export type RatedExpedition = Omit<Input['expedition'], 'rate'> & { rate: number };

/** The shipping cost of an order: as given, or the fee of the shop's own courier. */
export function rated<Expedition extends { rate?: number | undefined }>(
  expedition: Expedition,
  { custom_courier }: Pick<OrderFacts, 'custom_courier'>,
): Expedition & { rate: number } {
  return { ...expedition, rate: expedition.rate ?? custom_courier?.fee_idr ?? 0 };
}

/** The fields of the input that determine the prices, other than its lines. */
export type PricedInput = Pick<Input, 'order_cost' | 'coupon_code'> & {
  expedition: Pick<RatedExpedition, 'id' | 'rate' | 'promo' | 'discount_promo'>;
  platform?: Platform;
};

/** A line of the input, its variation, and its position in the input. */
export interface GoodsLine<Line extends PricedLineInput = PricedLineInput> {
  line: Line;
  goods: GoodsFacts;
  index: number;
}

/** A charge of the order, and its amount in rupiah. */
export interface PricedCharge {
  charge: Charge;
  amount_idr: number;
}

/** The lines with their prices, and the order that they form. */
export interface PricedRequest<Line extends PricedLineInput = PricedLineInput> extends Omit<
  PricedOrder,
  'lines'
> {
  lines: (GoodsLine<Line> & { price: LinePrice })[];
  charges: PricedCharge[];
}

/** Each line with its goods; those whose goods are not the shop's are left out. */
export function goodsLines<Line extends PricedLineInput>(
  products: readonly Line[],
  facts: Pick<OrderFacts, 'goods'>,
): GoodsLine<Line>[] {
  const known = new Map(facts.goods.map((item) => [item.variation_id, item]));
  return products.flatMap((line, index) => {
    const goods = known.get(line.id);
    return goods === undefined ? [] : [{ line, goods, index }];
  });
}

/** The promos that an input names, on its lines and its shipping. */
export function namedPromoIds(input: {
  expedition: Pick<Input['expedition'], 'promo'>;
  products: readonly Pick<PricedLineInput, 'promo_id'>[];
}): number[] {
  return [
    ...input.products.flatMap(({ promo_id }) => promo_id ?? []),
    input.expedition.promo?.id ?? [],
  ].flat();
}

/** Prices lines of goods, with all promos that the facts have. */
export function priceRequest<Line extends PricedLineInput>(
  lines: readonly GoodsLine<Line>[],
  input: PricedInput,
  customer: CustomerAccess,
  facts: Pick<OrderFacts, 'promos' | 'now' | 'sees_cost'>,
): PricedRequest<Line> {
  const priced = priceWithPromos({
    lines: lines.map(({ line, goods }) => ({
      goods: pricedGoods(goods, facts),
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
    platform: input.platform ?? 'ORDER_APP',
  });
  return {
    ...priced,
    lines: lines.map((line, index) => ({ ...line, price: priced.lines[index] as LinePrice })),
    charges: pricedCharges(input.order_cost, priced.order),
  };
}

/** Each charge of the input with its amount. */
export function pricedCharges(
  charges: readonly Charge[],
  { charge_amounts_idr }: OrderPrice,
): PricedCharge[] {
  return charges.map((charge, index) => ({ charge, amount_idr: charge_amounts_idr[index] ?? 0 }));
}

/** Without the cost where nobody may learn of it: then nothing is refused for it. */
function pricedGoods(goods: GoodsFacts, { sees_cost }: Pick<OrderFacts, 'sees_cost'>): PricedGoods {
  return sees_cost ? goods : { ...goods, price_buy_idr: 0 };
}

export function discountOf(line: PricedLineInput): LineDiscount | undefined {
  if (line.type === 'NOMINAL') return { type: 'NOMINAL', nominal_idr: line.nominal ?? 0 };
  if (line.type === 'PERCENTAGE') return { type: 'PERCENTAGE', percentage: line.percentage ?? 0 };
  return undefined;
}

/** A charge of the input as the pricing engine takes it. */
export function chargeOf(cost: Charge) {
  return cost.type === 'NOMINAL'
    ? { category: cost.category, type: cost.type, nominal_idr: cost.nominal ?? 0 }
    : { category: cost.category, type: cost.type, percentage: cost.percentage ?? 0 };
}

/** Errors for discounts and promos in the input that the order cannot have, and for amounts that are not those of the promos. */
export function priceFaults(
  input: Pick<PricedInput, 'expedition' | 'coupon_code'>,
  priced: PricedRequest<PricedLineInput & { has_current_discount?: boolean }>,
): RefusalPart[] {
  const discounts = priced.lines.flatMap((line) =>
    line.line.has_current_discount === true ? [] : discountFaults(line),
  );
  return [...discounts, ...promoFaults(input, priced)];
}

/** A discount above the unit price is a typing error. */
function discountFaults({ line, price, index }: PricedRequest['lines'][number]): RefusalPart[] {
  if (line.type !== 'NOMINAL' || (line.nominal ?? 0) <= price.price_idr) return [];
  return [orderErrors.part('discount_too_large', `products.${index}.nominal`, { maximum: price.price_idr })];
}

/** Errors for promos in the input that the order cannot have, and for amounts that are not those of the promos. */
export function promoFaults(
  input: Pick<PricedInput, 'expedition' | 'coupon_code'>,
  priced: Pick<PricedRequest, 'lines' | 'promos' | 'shipping'>,
): RefusalPart[] {
  const verdicts = new Map(priced.promos.map((verdict) => [verdict.promo.id, verdict]));
  const faults = priced.lines.flatMap(({ line, goods, price, index }): RefusalPart[] => {
    const field = `products.${index}.promo_id`;
    const verdict = line.promo_id === undefined ? undefined : verdicts.get(line.promo_id);
    if (verdict?.hindrance !== undefined) return [hindranceFault(verdict.hindrance, field, verdict.promo)];
    if (
      verdict !== undefined &&
      (verdict.promo.type !== 'PRODUCT' || !isOfProduct(verdict.promo, goods.product_id))
    )
      return [hindranceFault('PRODUCT', field)];
    const off = price.discount_reason === 'PROMO' ? price.discount_idr : 0;
    return amountFaults(line.discount_promo, off, `products.${index}.discount_promo`);
  });
  const { promo, discount_promo } = input.expedition;
  const named = promo === undefined ? undefined : verdicts.get(promo.id);
  if (named?.hindrance !== undefined)
    faults.push(hindranceFault(named.hindrance, 'expedition.promo.id', named.promo));
  else if (named !== undefined && named.promo.type !== 'EXPEDITION')
    faults.push(hindranceFault('COURIER', 'expedition.promo.id'));
  else
    faults.push(...amountFaults(discount_promo, priced.shipping.discount_idr, 'expedition.discount_promo'));
  return [...faults, ...couponFaults(input, priced)];
}

/** A code that is no coupon's, or a coupon that the order can not have: the customer wants to know. */
function couponFaults(
  input: Pick<PricedInput, 'coupon_code'>,
  priced: Pick<PricedRequest, 'promos'>,
): RefusalPart[] {
  const code = input.coupon_code?.trim().toLowerCase();
  if (code === undefined) return [];
  // A code may have been another coupon's in another period.
  const coupons = priced.promos.filter(({ promo }) => promo.coupon_code?.toLowerCase() === code);
  if (coupons.length === 0) return [orderErrors.part('coupon_unknown', 'coupon_code')];
  if (coupons.some(({ hindrance }) => hindrance === undefined)) return [];
  const reason = coupons.find(({ hindrance }) => hindrance !== 'ENDED') ?? coupons[0];
  return reason?.hindrance === undefined
    ? []
    : [hindranceFault(reason.hindrance, 'coupon_code', reason.promo)];
}

/** An amount that the client computed is believed only where it is the one that the promo gives. */
function amountFaults(input_idr: number | undefined, given_idr: number, field: string): RefusalPart[] {
  if (input_idr === undefined || input_idr === given_idr || (input_idr === 0 && given_idr > 0)) return [];
  return given_idr === 0
    ? [orderErrors.part('promo_not_running', field)]
    : [orderErrors.part('promo_amount_wrong', field, { right: given_idr })];
}
