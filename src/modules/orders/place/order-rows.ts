import { sum } from '../../../kernel/money.ts';
import { titleOf } from './order-faults.ts';
import type { OrderPlan, PlannedLine, PlannedOrder } from './plan-order.ts';

/** The columns of `orders` that a plan decides. */
export function orderRow(plan: OrderPlan) {
  const { sender, receiver, supplier, shipping, price } = plan;
  return {
    ...plan.fields,
    sender_id: sender.id,
    sender_name: sender.name,
    sender_phone: sender.phone,
    sender_address: sender.address,
    sender_postal_code: sender.postal_code,
    sender_district_code: sender.district_code,
    receiver_id: receiver.id,
    receiver_name: receiver.name,
    receiver_phone: receiver.phone,
    receiver_address: receiver.address,
    receiver_postal_code: receiver.postal_code,
    receiver_district_code: receiver.district_code,
    customer_category_code: sender.category_code,
    supplier_id: supplier.id,
    origin_name: supplier.name,
    origin_address: supplier.address,
    product_status: plan.product_status,
    courier_id: shipping.courier_id,
    courier_service_id: shipping.service_id,
    logistic_name: shipping.logistic_name,
    rate_name: shipping.rate_name,
    shipping_idr: shipping.cost_idr,
    shipping_discount_idr: shipping.discount_idr,
    shipping_promo_id: shipping.promo_id,
    weight_grams: plan.weight_grams,
    volume_cm3: plan.volume_cm3,
    goods_idr: price.goods_idr,
    charges_idr: price.charges_idr,
    insurance_idr: price.insurance_idr,
    discount_idr: price.discount_idr,
    total_idr: price.total_idr,
    cost_of_goods_idr: plan.cost_of_goods_idr,
    quantity: plan.quantity,
    preorder_lead_days: plan.preorder_lead_days,
    preorder_period_on: plan.preorder_period_on,
    estimated_ship_on: plan.estimated_ship_on,
  };
}

/** The columns of a new order that follow its payment and lines; `changeOrder` updates them later. */
export function firstPaidAndTaken({ payment, lines }: PlannedOrder) {
  return {
    paid_idr: payment?.amount_idr ?? 0,
    paid_on: payment?.paid_on ?? null,
    line_discount_idr: lineDiscount(lines),
    bank_account_ids: payment === undefined ? [] : [payment.bank_id],
    warehouse_ids: [...new Set(lines.map(({ warehouse_id }) => warehouse_id))].toSorted((a, b) => a - b),
  };
}

/** The columns of `order_lines`. */
export function lineRows(lines: readonly PlannedLine[]) {
  return lines.map(({ goods, warehouse_id, quantity, price, discount }, position) => ({
    position,
    variation_id: goods.variation_id,
    warehouse_id,
    quantity,
    name: goods.name,
    sku: goods.sku,
    color: goods.color,
    size: goods.size,
    weight_grams: goods.weight_grams,
    price_buy_idr: goods.price_buy_idr,
    price_idr: price.price_idr,
    discount_idr: price.discount_idr,
    discount_type: discount?.type ?? null,
    discount_percentage_bp: discount?.type === 'PERCENTAGE' ? Math.round(discount.percentage * 100) : null,
    promo_id: price.promo_id,
    category_id: goods.category_id,
  }));
}

/** The columns of `order_charges`. */
export function chargeRows({ charges }: Pick<OrderPlan, 'charges'>) {
  return charges.map(({ charge, amount_idr }, position) => ({
    position,
    name: charge.name,
    category: charge.category,
    type: charge.type,
    percentage_bp: charge.type === 'PERCENTAGE' ? Math.round((charge.percentage ?? 0) * 100) : 0,
    amount_idr,
  }));
}

/** The columns of `order_payments`. */
export function paymentRows({ payment }: Pick<OrderPlan, 'payment'>) {
  if (payment === undefined) return [];
  const { bank_id, amount_idr, paid_on, status } = payment;
  return [{ bank_account_id: bank_id, amount_idr, paid_on, status }];
}

/** What discounts and promos take off the lines. */
export function lineDiscount(lines: readonly PlannedLine[]): number {
  return sum(lines.map(({ price, quantity }) => price.discount_idr * quantity));
}

/** The text in which a search finds the products of an order: the names and, after a tab, the SKUs. */
export function productText(lines: readonly PlannedLine[]): string {
  const names = lines.map(({ goods }) => titleOf(goods));
  const skus = lines.map(({ goods }) => goods.sku);
  return `${names.join(', ')}\t${skus.join(' ')}`;
}
