import type { RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { hindranceFault, isOfProduct, promoState, type OrderPromo } from '../../promos/index.ts';
import { orderErrors } from '../errors.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
import { goodsLines, priceRequest } from '../place/price-request.ts';
import type { CurrentOrder, Edit, RequestedLine, RequestedOrder } from './edit.ts';

const hasCode = (coupon_code: string | null, typed: string | undefined) =>
  coupon_code !== null && coupon_code.toLowerCase() === typed?.trim().toLowerCase();

/** Whether a coupon code was given that is not the one of the coupon that the order has. */
export function hasOtherCode(
  { coupon_code }: Pick<RequestedOrder, 'coupon_code'>,
  { promos }: CurrentOrder,
): boolean {
  return coupon_code !== undefined && ![...promos.values()].some((code) => hasCode(code, coupon_code));
}

/**
 * The promos as they apply to this order. For promos that it already has, neither their state nor their quota matters,
 * nor, for the same customer, the usage limit. Its coupon counts as given, unless another code is; it applies to more
 * lines only if it is still running and its code was given.
 */
export function allowedPromos({ current, requested, facts }: Edit): OrderPromo[] {
  const { coupon_code: typed } = requested;
  const is_same_customer = requested.customer_sender_id === current.order.sender_id;
  return facts.promos.map((promo) =>
    current.promos.has(promo.id)
      ? {
          ...promo,
          is_active: true,
          starts_at: new Date(0),
          ends_at: null,
          quota: null,
          usage_per_customer: is_same_customer ? null : promo.usage_per_customer,
          group: hasCode(promo.coupon_code, typed) && isOpen(promo, facts.now) ? promo.group : 'PROMO',
          coupon_code: typed === undefined ? null : promo.coupon_code,
        }
      : promo,
  );
}

/** Whether it applies to more than before: the use by this order is already counted, so the quota does not matter. */
function isOpen(promo: OrderPromo, now: Date): boolean {
  return !promo.is_deleted && promoState({ ...promo, quota: null }, now) === 'RUNNING';
}

/**
 * Removes the promos of the order that the input does not name and that the requested order cannot have.
 * @param facts with the promos as they apply to this order
 */
export function withoutLostPromos(requested: RequestedOrder, facts: OrderFacts): RequestedOrder {
  const lines = goodsLines(requested.products, facts);
  const { sender } = facts;
  // Missing promos are reported when the order is planned.
  if (sender === null || lines.length < requested.products.length) return requested;
  const customer = { ...sender, code: sender.category_code };
  const { promos } = priceRequest(lines, requested, customer, facts);
  const allowed = new Map(
    promos.filter(({ hindrance }) => hindrance === undefined).map(({ promo }) => [promo.id, promo]),
  );
  const isLost = ({ promo_id, is_promo_named }: RequestedLine, product_id: number) => {
    if (promo_id === undefined || is_promo_named) return false;
    const promo = allowed.get(promo_id);
    return promo === undefined || !isOfProduct(promo, product_id);
  };
  const { promo, ...expedition } = requested.expedition;
  const stays = promo !== undefined && (requested.is_shipping_promo_named || allowed.has(promo.id));
  return {
    ...requested,
    products: lines.map(({ line, goods }) =>
      isLost(line, goods.product_id) ? { ...line, promo_id: undefined } : line,
    ),
    expedition: { ...expedition, promo: stays ? promo : undefined },
  };
}

/**
 * A promo that has ended stays with the units that have it, but does not apply to other lines or additional units.
 * @param requested without dropped promos
 */
export function furtherUseFaults(requested: RequestedOrder, { current, facts }: Edit): RefusalPart[] {
  const promos = new Map(facts.promos.map((promo) => [promo.id, promo]));
  return requested.products.flatMap(({ promo_id, stored, qty }, index): RefusalPart[] => {
    const promo = promo_id !== undefined && current.promos.has(promo_id) ? promos.get(promo_id) : undefined;
    if (promo === undefined) return [];
    const is_open = isOpen(promo, facts.now);
    const field = `products.${index}.promo_id`;
    if (stored?.promo_id === promo_id) {
      const quantity = stored?.quantity ?? 0;
      return is_open || qty <= quantity
        ? []
        : [orderErrors.part('promo_over_for_more', `products.${index}.qty`, { name: promo.name, quantity })];
    }
    if (is_open)
      return promo.coupon_code === null || hasCode(promo.coupon_code, requested.coupon_code)
        ? []
        : [hindranceFault('COUPON_CODE', field)];
    const state = promoState({ ...promo, quota: null }, facts.now);
    return [promo.is_deleted || state === 'RUNNING' ? idNotFound(field) : hindranceFault(state, field)];
  });
}
