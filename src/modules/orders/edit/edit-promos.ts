import type { Context } from '../../../kernel/context.ts';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { priceWithPromos } from '../../pricing/index.ts';
import { hindranceFault, isOfProduct, promoState, type OrderPromo } from '../../promos/index.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { GoodsFacts, OrderFacts } from '../place/load-order-facts.ts';
import { priceRequestOf } from '../place/price-request.ts';
import type { KeptParts } from './edit-parts.ts';
import type { AskedLine, AskedOrder } from './edit-request.ts';

/** The promos that an order has, each with its code where it is a coupon. */
export type OwnPromos = ReadonlyMap<number, string | null>;

export async function loadOwnPromos(
  context: Context,
  order: LockedOrder,
  { lines }: KeptParts,
): Promise<OwnPromos> {
  const ids = [...lines.map(({ promo_id }) => promo_id), order.shipping_promo_id].flatMap((id) => id ?? []);
  if (ids.length === 0) return new Map();
  const promos = await context.db
    .selectFrom('promos')
    .select(['id', 'coupon_code'])
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(promos.map(({ id, coupon_code }) => [id, coupon_code]));
}

const hasCode = (coupon_code: string | null, typed: string | undefined) =>
  coupon_code !== null && coupon_code.toLowerCase() === typed?.trim().toLowerCase();

/** Whether a code was sent that is not the one of the coupon that the order has. */
export function hasOtherCode({ coupon_code }: AskedOrder, own: OwnPromos): boolean {
  return coupon_code !== undefined && ![...own.values()].some((code) => hasCode(code, coupon_code));
}

/**
 * The promos as the order may have them: of its own neither state nor quota stand in the way, nor, for the same
 * customer, how often it used them. Its coupon counts as typed in, unless another code is; it comes to further lines
 * only where it still runs and its code was sent.
 */
export function withOwnPromos(
  facts: OrderFacts,
  asked: AskedOrder,
  order: LockedOrder,
  own: OwnPromos,
): OrderFacts {
  const lifted = (promo: OrderPromo): OrderPromo => {
    const { coupon_code: typed } = asked;
    const is_typed = hasCode(promo.coupon_code, typed);
    return {
      ...promo,
      is_active: true,
      starts_at: new Date(0),
      ends_at: null,
      quota: null,
      usage_per_customer: asked.customer_sender_id === order.sender_id ? null : promo.usage_per_customer,
      group: is_typed && isOpen(promo, facts.now) ? promo.group : 'PROMO',
      coupon_code: typed === undefined ? null : promo.coupon_code,
    };
  };
  return { ...facts, promos: facts.promos.map((promo) => (own.has(promo.id) ? lifted(promo) : promo)) };
}

/** Whether it lowers more than it does: what the order uses is counted already, so its quota does not matter. */
function isOpen(promo: OrderPromo, now: Date): boolean {
  return !promo.is_deleted && promoState({ ...promo, quota: null }, now) === 'RUNNING';
}

/** Without the promos that the order had, that were not named, and that it can not have as it is asked for now. */
export function withoutLostPromos(asked: AskedOrder, facts: OrderFacts): AskedOrder {
  const goods = new Map(facts.goods.map((item) => [item.variation_id, item]));
  const items: GoodsFacts[] = asked.products.flatMap(({ id }) => goods.get(id) ?? []);
  const { sender } = facts;
  // What is missing is told when the order is planned.
  if (sender === null || items.length < asked.products.length) return asked;
  const customer = { ...sender, code: sender.category_code };
  const { promos } = priceWithPromos(priceRequestOf(asked, items, customer, facts));
  const allowed = new Map(
    promos.filter(({ hindrance }) => hindrance === undefined).map(({ promo }) => [promo.id, promo]),
  );
  const isLost = ({ promo_id, is_promo_sent }: AskedLine, index: number) => {
    if (promo_id === undefined || is_promo_sent) return false;
    const promo = allowed.get(promo_id);
    return promo === undefined || !isOfProduct(promo, items[index]?.product_id ?? 0);
  };
  const { promo, ...expedition } = asked.expedition;
  const is_kept = promo !== undefined && (asked.is_shipping_promo_sent || allowed.has(promo.id));
  return {
    ...asked,
    products: asked.products.map((line, index) =>
      isLost(line, index) ? { ...line, promo_id: undefined } : line,
    ),
    expedition: { ...expedition, promo: is_kept ? promo : undefined },
  };
}

/**
 * A promo that is over stays with the pieces that have it, and comes to no others: neither to another line, nor to
 * more pieces of its own.
 * @param facts with the promos as they are for anybody
 */
export function furtherUseFaults(asked: AskedOrder, facts: OrderFacts, own: OwnPromos): RefusalPart[] {
  const promos = new Map(facts.promos.map((promo) => [promo.id, promo]));
  return asked.products.flatMap(({ promo_id, kept, qty }, index): RefusalPart[] => {
    const promo = promo_id !== undefined && own.has(promo_id) ? promos.get(promo_id) : undefined;
    if (promo === undefined) return [];
    const is_open = isOpen(promo, facts.now);
    const field = `products.${index}.promo_id`;
    if (kept?.promo_id === promo_id)
      return is_open || qty <= (kept?.quantity ?? 0)
        ? []
        : [
            orderErrors.part('promo_over_for_more', `products.${index}.qty`, {
              name: promo.name,
              quantity: kept?.quantity ?? 0,
            }),
          ];
    if (is_open)
      return promo.coupon_code === null || hasCode(promo.coupon_code, asked.coupon_code)
        ? []
        : [hindranceFault('COUPON_CODE', field)];
    const state = promoState({ ...promo, quota: null }, facts.now);
    return [
      promo.is_deleted || state === 'RUNNING'
        ? { code: 'field_not_found', field }
        : hindranceFault(state, field),
    ];
  });
}
