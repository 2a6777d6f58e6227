import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { priceOrder, priceWithPromos, type CategoryCode, type PricedGoods } from '../../pricing/index.ts';
import { MAIN_WAREHOUSE_ID } from '../../stock/index.ts';
import type { MovedStock } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
import { planHead, titleOf, type PlannedHead, type PlannedOrder } from '../place/plan-order.ts';
import { chargeOf, promoFaults } from '../place/price-request.ts';
import type { KeptLine, KeptParts } from './edit-parts.ts';
import { hasOtherCode, type OwnPromos } from './edit-promos.ts';
import type { AskedOrder } from './edit-request.ts';

/** Whether the goods are the same: what is sent, how many, and from where. */
export function hasSameGoods({ products }: AskedOrder, { lines }: KeptParts): boolean {
  return (
    products.length === lines.length &&
    products.every(
      ({ kept, qty, warehouse_id }) => kept?.quantity === qty && kept.warehouse_id === warehouse_id,
    )
  );
}

/**
 * Whether nothing that the prices of goods depend on is touched: then the lines keep the prices of the day on which
 * they were made, whatever became of the products since. The shipping is priced by itself.
 */
export function keepsLines(asked: AskedOrder, order: LockedOrder, parts: KeptParts, own: OwnPromos): boolean {
  return (
    hasSameGoods(asked, parts) &&
    !hasOtherCode(asked, own) &&
    asked.customer_sender_id === order.sender_id &&
    asked.products.every(
      ({ kept, ...line }) =>
        kept !== undefined &&
        (line.promo_id ?? null) === kept.promo_id &&
        (kept.promo_id !== null || hasSameDiscount(line, kept)),
    )
  );
}

function hasSameDiscount(line: Omit<AskedOrder['products'][number], 'kept'>, kept: KeptLine): boolean {
  if (line.type === undefined) return kept.discount_type === null;
  if (line.type !== kept.discount_type) return false;
  return line.type === 'NOMINAL'
    ? line.nominal === kept.discount_idr
    : Math.round((line.percentage ?? 0) * 100) === kept.discount_percentage_bp;
}

/** Whether what a promo takes off the shipping may be another amount than it was. */
export function touchesShippingPromo({ expedition }: AskedOrder, order: LockedOrder): boolean {
  const promo_id = expedition.promo?.id ?? null;
  if (promo_id !== order.shipping_promo_id) return true;
  return (
    promo_id !== null &&
    (expedition.id !== order.courier_service_id || expedition.rate !== order.shipping_idr)
  );
}

/** The order with its lines as they are: only who gets it, how it is sent and what is charged besides is new. */
export function planKept(
  asked: AskedOrder,
  facts: OrderFacts,
  order: LockedOrder,
  { lines }: KeptParts,
): PlannedOrder {
  const { sender, ...head } = planHead(asked, facts);
  const category_code = order.customer_category_code as CategoryCode;
  const discount = touchesShippingPromo(asked, order)
    ? shippingDiscount(asked, facts, { ...sender, category_code }, lines)
    : { discount_idr: order.shipping_discount_idr, promo_id: order.shipping_promo_id };
  const used = new Set([...lines.map(({ promo_id }) => promo_id), discount.promo_id]);
  return {
    ...head,
    sender: { ...sender, category_code },
    shipping: { ...head.shipping, ...discount },
    lines: [],
    price: priceOrder(
      lines.map(({ price_idr, discount_idr, quantity }) => ({
        subtotal_idr: (price_idr - discount_idr) * quantity,
      })),
      asked.order_cost.map(chargeOf),
      { cost_idr: asked.expedition.rate, discount_idr: discount.discount_idr },
    ),
    promos: facts.promos.filter(({ id }) => used.has(id)),
    product_status: order.product_status,
    cost_of_goods_idr:
      order.product_status === 'R'
        ? (asked.payment.cost_of_goods_sales ?? order.cost_of_goods_idr)
        : order.cost_of_goods_idr,
    weight_grams: order.weight_grams,
    quantity: order.quantity,
    payment: undefined,
    preorder_lead_days: order.preorder_lead_days,
    preorder_period_on: order.preorder_period_on,
    estimated_ship_on: order.estimated_ship_on,
  };
}

/**
 * What the promo of the shipping takes off it, where the lines keep their prices. One that was not named and that the
 * order can not have any more is dropped.
 * @throws Refusal 422 where a promo was named that the order can not have
 */
function shippingDiscount(
  asked: AskedOrder,
  facts: OrderFacts,
  sender: PlannedHead['sender'],
  lines: readonly KeptLine[],
): Pick<PlannedOrder['shipping'], 'discount_idr' | 'promo_id'> {
  const { expedition } = asked;
  if (asked.is_shipping_promo_sent && facts.promos.every((promo) => promo.id !== expedition.promo?.id))
    throw new Refusal([{ code: 'field_not_found', field: 'expedition.promo.id' }]);
  const priced = priceWithPromos({
    lines: lines.map((line) => ({
      goods: goodsOf(line),
      quantity: line.quantity,
      // Rules of promos look at the lines before promos.
      discount: line.promo_id === null ? { type: 'NOMINAL', nominal_idr: line.discount_idr } : undefined,
      promo_id: undefined,
    })),
    customer: { ...sender, code: sender.category_code },
    charges: [],
    shipping: {
      cost_idr: expedition.rate,
      courier_service_id: expedition.id,
      promo_id: expedition.promo?.id,
    },
    coupon_code: asked.coupon_code,
    promos: facts.promos.filter(({ type, id }) => type === 'EXPEDITION' || id === expedition.promo?.id),
    now: facts.now,
    platform: 'ORDER_APP',
  });
  if (asked.is_shipping_promo_sent) {
    const faults = promoFaults({ ...asked, products: [], coupon_code: undefined }, [], priced);
    if (faults.length > 0) throw new Refusal(faults);
  }
  return priced.shipping;
}

/** Goods at the price that a line has, whatever the customer's category. */
function goodsOf({ variation_id, product_id, price_idr }: KeptLine): PricedGoods {
  return {
    variation_id,
    product_id,
    price_idr,
    price1_idr: 0,
    price2_idr: 0,
    price3_idr: 0,
    price_reseller_idr: 0,
    discount_idr: 0,
    wholesale_enabled: false,
    wholesales: [],
  };
}

/**
 * Goods that were deleted, or are marked as out of stock, stay with the order, and come to no more pieces.
 * @param facts of the goods as they are for anybody
 */
export function furtherGoodsFaults(asked: AskedOrder, { goods }: OrderFacts): RefusalPart[] {
  const items = new Map(goods.map((item) => [item.variation_id, item]));
  return asked.products.flatMap(({ id, kept, qty }, index): RefusalPart[] => {
    const item = items.get(id);
    if (item === undefined || qty <= (kept?.quantity ?? 0)) return [];
    if (item.is_deleted) return [{ code: 'field_not_found', field: `products.${index}.id` }];
    if (item.product_type === 'S' || item.is_in_stock) return [];
    return [orderErrors.part('out_of_stock', `products.${index}.qty`, { name: titleOf(item) })];
  });
}

/** Where goods of a warehouse are: in the main one, where that was deleted since. */
export function placeOf({ lines }: KeptParts, warehouse_id: number): number {
  const is_deleted = lines.some((line) => line.is_deleted && line.warehouse_id === warehouse_id);
  return is_deleted ? MAIN_WAREHOUSE_ID : warehouse_id;
}

/**
 * What the edit moves: pieces that come back to a warehouse (above 0), and those that leave it.
 */
export function stockDifference(order: LockedOrder, parts: KeptParts, plan: PlannedOrder): MovedStock[] {
  const moved = new Map<string, MovedStock>();
  const add = (variation_id: number, warehouse_id: number, delta: number) => {
    const key = `${variation_id} ${warehouse_id}`;
    const entry = moved.get(key) ?? { variation_id, warehouse_id, delta: 0 };
    moved.set(key, { ...entry, delta: entry.delta + delta });
  };
  if (order.product_status === 'S')
    for (const line of parts.lines) add(line.variation_id, placeOf(parts, line.warehouse_id), line.quantity);
  if (plan.product_status === 'S')
    for (const line of plan.lines)
      add(line.goods.variation_id, placeOf(parts, line.warehouse_id), -line.quantity);
  return [...moved.values()].filter(({ delta }) => delta !== 0);
}
