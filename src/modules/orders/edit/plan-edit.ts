import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { priceOrder, priceWithPromos, type CategoryCode, type PricedGoods } from '../../pricing/index.ts';
import { MAIN_WAREHOUSE_ID } from '../../stock/index.ts';
import type { MovedStock } from '../order-history.ts';
import { orderErrors } from '../errors.ts';
import { missingPayment, type PlannedPayment } from '../payment-rule.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
import { titleOf } from '../place/order-faults.ts';
import {
  planHead,
  planOrder,
  type OrderPlan,
  type PlannedHead,
  type PlannedLine,
} from '../place/plan-order.ts';
import { chargeOf, pricedCharges, promoFaults } from '../place/price-request.ts';
import { roundedUp, withoutRounding } from '../place/round-cod.ts';
import { allowedPromos, furtherUseFaults, withoutLostPromos } from './edit-promos.ts';
import type { CurrentOrder, Edit, RequestedOrder, StoredLine } from './edit.ts';

/** The result of an edit. */
export interface PlannedEdit {
  order: OrderPlan;
  /** Undefined: the lines do not change. */
  lines: PlannedLine[] | undefined;
  /** Units that return to a warehouse (positive) or leave it (negative). */
  stock: MovedStock[];
  /** The payment that the edit adds; existing payments stay. */
  payment: PlannedPayment | undefined;
}

/**
 * Determines the result of an edit. Pure: the same edit gives the same plan.
 * @throws Refusal 422 with every invalid field, or if the total would be lower than what is paid
 */
export function planEdit(edit: Edit): PlannedEdit {
  const { current, touched } = edit;
  const { paid_idr } = current.order;
  const { lines, ...order } = touched.prices
    ? planWithNewPrices(edit)
    : { ...planWithStoredLines(edit), lines: undefined };
  const { total_idr } = order.price;
  if (total_idr < paid_idr)
    throw orderErrors.refuseField('edit_below_paid', 'products', { total: total_idr, paid: paid_idr });
  const payment = missingPayment(edit.payment, { paid_idr, total_idr });
  const { requested } = edit;
  if (requested.is_cod && !current.order.is_cod && paid_idr + (payment?.amount_idr ?? 0) >= total_idr)
    throw orderErrors.refuseField('cod_paid', 'is_cod');
  return {
    order,
    lines,
    stock: lines === undefined ? [] : stockDifference(current, order, lines),
    payment,
  };
}

/** The order with all lines priced by the current prices. */
function planWithNewPrices(edit: Edit) {
  const facts = allowedFacts(edit);
  const requested = withoutLostPromos(edit.requested, facts);
  const further = [...furtherGoodsFaults(requested, edit.facts), ...furtherUseFaults(requested, edit)];
  return planOrder(requested, facts, further);
}

/** The order with its lines unchanged: only people, shipping and charges are new. */
function planWithStoredLines(edit: Edit): OrderPlan {
  const { current, requested, touched } = edit;
  const { order, lines } = current;
  const facts = allowedFacts(edit);
  const { sender: today, ...head } = planHead(requested, facts);
  const sender = { ...today, category_code: order.customer_category_code as CategoryCode };
  const discount = touched.shipping_promo
    ? shippingDiscount(requested, facts, sender, lines)
    : { discount_idr: order.shipping_discount_idr, promo_id: order.shipping_promo_id };
  const used = new Set([...lines.map(({ promo_id }) => promo_id), discount.promo_id]);
  const priced = pricedAgain(edit, discount);
  const cost_of_goods_idr = order.product_status === 'R' ? requested.payment.cost_of_goods_sales : undefined;
  return {
    ...head,
    sender,
    shipping: { ...head.shipping, ...discount },
    ...priced,
    promos: facts.promos.filter(({ id }) => used.has(id)),
    product_status: order.product_status,
    cost_of_goods_idr: cost_of_goods_idr ?? order.cost_of_goods_idr,
    weight_grams: order.weight_grams,
    volume_cm3: order.volume_cm3,
    quantity: order.quantity,
    payment: undefined,
    preorder_lead_days: order.preorder_lead_days,
    preorder_period_on: order.preorder_period_on,
    estimated_ship_on: order.estimated_ship_on,
  };
}

/** The price of the lines as they are. Where nothing changes it, a COD amount stays as it was rounded. */
function pricedAgain({ current, requested, facts }: Edit, { discount_idr }: { discount_idr: number }) {
  const { order, lines } = current;
  const { is_cod, paid_idr } = requested;
  const { cash_rounding_idr } = facts;
  const withCosts = (order_cost: RequestedOrder['order_cost']) => {
    const price = priceOrder(
      lines.map((line) => ({ subtotal_idr: (line.price_idr - line.discount_idr) * line.quantity })),
      order_cost.map(chargeOf),
      { cost_idr: requested.expedition.rate, discount_idr },
    );
    return { price, charges: pricedCharges(order_cost, price) };
  };
  const as_requested = withCosts(requested.order_cost);
  const is_same =
    as_requested.price.total_idr === order.total_idr &&
    is_cod === order.is_cod &&
    paid_idr === order.paid_idr;
  if (is_same) return as_requested;
  const rounding = { is_cod, cash_rounding_idr, paid_idr };
  return roundedUp(withCosts(withoutRounding(requested.order_cost, rounding)), rounding);
}

/**
 * The state of the shop as it applies to this order. What the order already has remains valid, whatever happened since:
 * deleted or deactivated products and warehouses, changed names, phone numbers and addresses, promos that ended.
 */
function allowedFacts(edit: Edit): OrderFacts {
  const { facts, current } = edit;
  const { order, lines } = current;
  const { sender, receiver, supplier } = facts;
  const variations = new Set(lines.map(({ variation_id }) => variation_id));
  const warehouses = new Map(facts.warehouses.map((warehouse) => [warehouse.id, warehouse]));
  for (const { warehouse_id: id } of lines) warehouses.set(id, { id, is_active: true });
  return {
    ...facts,
    sender: sender?.id === order.sender_id ? { ...sender, ...storedPerson(current, 'sender') } : sender,
    receiver:
      receiver?.id === order.receiver_id ? { ...receiver, ...storedPerson(current, 'receiver') } : receiver,
    supplier:
      supplier?.id === order.supplier_id
        ? { id: supplier.id, name: order.origin_name, address: order.origin_address }
        : supplier,
    warehouses: [...warehouses.values()],
    goods: facts.goods.map((item) =>
      variations.has(item.variation_id) ? { ...item, is_in_stock: true } : item,
    ),
    promos: allowedPromos(edit),
  };
}

/** A person as they were when the order was created. */
function storedPerson({ order }: CurrentOrder, role: 'sender' | 'receiver') {
  return {
    name: order[`${role}_name`],
    phone: order[`${role}_phone`],
    address: order[`${role}_address`],
    postal_code: order[`${role}_postal_code`],
    district_code: order[`${role}_district_code`],
  };
}

/**
 * The shipping discount of a promo if the lines keep their prices. A promo that the input does not name and that the
 * order cannot have any more is dropped.
 * @throws Refusal 422 if the input names a promo that the order cannot have
 */
function shippingDiscount(
  requested: RequestedOrder,
  facts: OrderFacts,
  sender: PlannedHead['sender'],
  lines: readonly StoredLine[],
): Pick<OrderPlan['shipping'], 'discount_idr' | 'promo_id'> {
  const { expedition, is_shipping_promo_named } = requested;
  if (is_shipping_promo_named && facts.promos.every((promo) => promo.id !== expedition.promo?.id))
    throw new Refusal([idNotFound('expedition.promo.id')]);
  const priced = priceWithPromos({
    lines: lines.map((line) => ({
      goods: goodsOf(line),
      quantity: line.quantity,
      // The conditions of promos apply to the lines without promos.
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
    coupon_code: requested.coupon_code,
    promos: facts.promos.filter(({ type, id }) => type === 'EXPEDITION' || id === expedition.promo?.id),
    now: facts.now,
    platform: 'ORDER_APP',
  });
  if (is_shipping_promo_named) {
    const faults = promoFaults({ expedition, coupon_code: undefined }, { ...priced, lines: [] });
    if (faults.length > 0) throw new Refusal(faults);
  }
  return priced.shipping;
}

/** Products at the price of their line, whatever the customer category. */
function goodsOf({ variation_id, product_id, price_idr }: StoredLine): PricedGoods {
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
 * Products that were deleted or are marked as out of stock stay in the order, but their quantity cannot be increased.
 * @param facts the products as a new order would find them
 */
function furtherGoodsFaults({ products }: RequestedOrder, { goods }: OrderFacts): RefusalPart[] {
  const items = new Map(goods.map((item) => [item.variation_id, item]));
  return products.flatMap(({ id, stored, qty }, index): RefusalPart[] => {
    const item = items.get(id);
    if (item === undefined || qty <= (stored?.quantity ?? 0)) return [];
    if (item.is_deleted) return [idNotFound(`products.${index}.id`)];
    if (item.product_type === 'S' || item.is_in_stock) return [];
    return [orderErrors.part('out_of_stock', `products.${index}.qty`, { name: titleOf(item) })];
  });
}

/** The warehouse that holds the stock: the main one if the warehouse has been deleted. */
export function placeOf({ lines }: CurrentOrder, warehouse_id: number): number {
  const is_deleted = lines.some((line) => line.is_deleted && line.warehouse_id === warehouse_id);
  return is_deleted ? MAIN_WAREHOUSE_ID : warehouse_id;
}

function stockDifference(
  current: CurrentOrder,
  order: OrderPlan,
  lines: readonly PlannedLine[],
): MovedStock[] {
  const moved = new Map<string, MovedStock>();
  const add = (variation_id: number, stored_in: number, delta: number) => {
    const warehouse_id = placeOf(current, stored_in);
    const key = `${variation_id} ${warehouse_id}`;
    const entry = moved.get(key) ?? { variation_id, warehouse_id, delta: 0 };
    moved.set(key, { ...entry, delta: entry.delta + delta });
  };
  if (current.order.product_status === 'S')
    for (const line of current.lines) add(line.variation_id, line.warehouse_id, line.quantity);
  if (order.product_status === 'S')
    for (const line of lines) add(line.goods.variation_id, line.warehouse_id, -line.quantity);
  return [...moved.values()].filter(({ delta }) => delta !== 0);
}
