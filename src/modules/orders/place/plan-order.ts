import type { z } from 'zod';
import { addDays } from '../../../kernel/calendar.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import {
  MOST_GOODS_IDR,
  priceWithPromos,
  type LineDiscount,
  type LinePrice,
  type OrderPrice,
} from '../../pricing/index.ts';
import type { OrderPromo } from '../../promos/index.ts';
import { findCourier, findService } from '../../reference/index.ts';
import { MAIN_WAREHOUSE_ID } from '../../stock/index.ts';
import { orderErrors } from '../errors.ts';
import { decidePayment } from '../payment-rule.ts';
import type { CustomerFacts, GoodsFacts, OrderFacts } from './load-order-facts.ts';
import { discountOf, priceRequestOf, promoFaults } from './price-request.ts';
import type { CreateOrderInput } from './schemas.ts';

type Input = z.output<typeof CreateOrderInput>;

/** An order as it is asked for: a new one, or one that is edited. */
export type AskedInput = Omit<Input, 'products'> & {
  products: readonly (Input['products'][number] & {
    /** The discount is the one that the line has: nobody sent it. */
    is_discount_kept?: boolean;
  })[];
};

export interface PlannedLine {
  goods: GoodsFacts;
  warehouse_id: number;
  quantity: number;
  price: LinePrice;
  discount: LineDiscount | undefined;
}

export interface PlannedPayment {
  bank_id: number;
  amount_idr: number;
  paid_on: string;
  status: 'INSTALLMENT' | 'PAID';
}

/** An order as it will be kept: priced, its warehouses chosen, its payment decided. */
export interface PlannedOrder {
  sender: CustomerFacts;
  receiver: CustomerFacts;
  supplier: { id: number; name: string; address: string };
  shipping: {
    courier_id: number;
    service_id: number;
    logistic_name: string;
    rate_name: string;
    cost_idr: number;
    discount_idr: number;
    promo_id: number | null;
  };
  lines: PlannedLine[];
  price: OrderPrice;
  /** Those that lower something. */
  promos: OrderPromo[];
  product_status: 'S' | 'R' | 'PO';
  cost_of_goods_idr: number;
  weight_grams: number;
  quantity: number;
  payment: PlannedPayment | undefined;
  /** The days that those without a period take after the first payment, and when those with one ship. */
  preorder_lead_days: number | null;
  preorder_period_on: string | null;
  estimated_ship_on: string | null;
}

/** Manual input: the caller names the courier. */
const MANUAL_SERVICE_ID = 99;

/**
 * Turns an order's input and the facts behind its ids into the order to be kept. Pure: the same input and
 * facts give the same plan.
 * @param further faults that were found before
 * @throws Refusal 422 that names every field at fault
 */
export function planOrder(
  input: AskedInput,
  facts: OrderFacts,
  further: readonly RefusalPart[] = [],
): PlannedOrder {
  const faults = [...further, ...missingFaults(input, facts), ...inactiveFaults(input, facts)];
  const goods = new Map(facts.goods.map((item) => [item.variation_id, item]));
  const lines = input.products.flatMap((line, index) => {
    const item = goods.get(line.id);
    if (item === undefined) return [];
    faults.push(...lineFaults(line, item, index, input.products[0]?.product_status));
    return [{ line, item, index }];
  });
  const product_status = input.products[0]?.product_status ?? 'S';
  if (product_status === 'R' && input.payment.cost_of_goods_sales === undefined)
    faults.push(orderErrors.part('cost_of_goods_required', 'payment.cost_of_goods_sales'));
  const head = planHead(input, facts, faults);
  const items = lines.map(({ item }) => item);
  const customer = { ...head.sender, code: head.sender.category_code };
  const priced = priceWithPromos(priceRequestOf(input, items, customer, facts));
  const planned = lines.map(({ line, item, index }) => {
    const price = priced.lines[index] as LinePrice;
    if (line.is_discount_kept !== true) faults.push(...discountFaults(line, price, index));
    return {
      goods: item,
      warehouse_id: line.warehouse_id ?? chooseWarehouse(item, line.qty),
      quantity: line.qty,
      price,
      discount: price.discount_reason === 'LINE' ? discountOf(line) : undefined,
    };
  });
  faults.push(...promoFaults(input, items, priced));
  if (faults.length > 0) throw new Refusal(faults);
  const price = priced.order;
  const payment = planPayment(input, price.total_idr);
  return {
    ...head,
    shipping: { ...head.shipping, ...priced.shipping },
    lines: planned,
    price,
    promos: priced.promos.flatMap(({ promo, is_used }) =>
      is_used ? (facts.promos.find(({ id }) => id === promo.id) ?? []) : [],
    ),
    product_status,
    cost_of_goods_idr:
      product_status === 'R' ? (input.payment.cost_of_goods_sales ?? 0) : costOfGoods(planned),
    weight_grams: sum(planned.map((line) => line.goods.weight_grams * line.quantity)),
    quantity: sum(planned.map((line) => line.quantity)),
    payment,
    ...preorderEstimate(planned, payment?.paid_on),
  };
}

/** At most what can be reckoned with: whoever may not be told what goods cost is not refused for more. */
function costOfGoods(lines: readonly PlannedLine[]): number {
  return lines.reduce(
    (total, { goods, quantity }) => Math.min(MOST_GOODS_IDR, total + goods.price_buy_idr * quantity),
    0,
  );
}

/** Who orders and receives, from where and by whom it is sent. */
export type PlannedHead = Pick<PlannedOrder, 'sender' | 'receiver' | 'supplier'> & {
  shipping: Omit<PlannedOrder['shipping'], 'discount_idr' | 'promo_id'>;
};

/** @throws Refusal 422 on each field whose id names nothing in the shop, with the other faults */
export function planHead(input: AskedInput, facts: OrderFacts, faults: RefusalPart[] = []): PlannedHead {
  const { sender, receiver, supplier } = facts;
  const missing: string[] = [];
  if (sender === null) missing.push('customer_sender_id');
  if (receiver === null) missing.push('customer_receiver_id');
  if (supplier === null) missing.push('supplier_id');
  if (input.order_source_id !== undefined && facts.order_source === null) missing.push('order_source_id');
  if (input.payment.status !== 'UNPAID' && input.payment.bank_id !== undefined && facts.bank_account === null)
    missing.push('payment.bank_id');
  const shipping = shippingOf(input);
  if (shipping === undefined) missing.push('expedition.id');
  const all = [...missing.map((field): RefusalPart => ({ code: 'field_not_found', field })), ...faults];
  if (all.length > 0 || sender === null || receiver === null || supplier === null || shipping === undefined)
    throw new Refusal(all);
  return { sender, receiver, supplier, shipping };
}

/** Every id of the lines and their promos that names nothing in the shop. */
function missingFaults(input: AskedInput, facts: OrderFacts): RefusalPart[] {
  const missing: string[] = [];
  const promos = new Set(facts.promos.map(({ id }) => id));
  if (input.expedition.promo !== undefined && !promos.has(input.expedition.promo.id))
    missing.push('expedition.promo.id');
  const known = new Set(facts.goods.map((item) => item.variation_id));
  input.products.forEach((line, index) => {
    if (!known.has(line.id)) missing.push(`products.${index}.id`);
    if (line.promo_id !== undefined && !promos.has(line.promo_id)) missing.push(`products.${index}.promo_id`);
    if (line.warehouse_id !== undefined && !facts.warehouses.some(({ id }) => id === line.warehouse_id))
      missing.push(`products.${index}.warehouse_id`);
  });
  return missing.map((field) => ({ code: 'field_not_found', field }));
}

/** Warehouses that are there, but take no orders. */
function inactiveFaults(input: AskedInput, facts: OrderFacts): RefusalPart[] {
  const inactive = new Set(facts.warehouses.filter(({ is_active }) => !is_active).map(({ id }) => id));
  return input.products.flatMap(({ warehouse_id }, index) =>
    warehouse_id !== undefined && inactive.has(warehouse_id)
      ? [orderErrors.part('warehouse_inactive', `products.${index}.warehouse_id`)]
      : [],
  );
}

/** @param first product_status of the first line, which all lines share */
export function lineFaults(
  line: { product_status?: string | undefined },
  item: GoodsFacts,
  index: number,
  first: string | undefined,
): RefusalPart[] {
  const faults: RefusalPart[] = [];
  const field = `products.${index}.product_status`;
  if ((line.product_status ?? item.product_type) !== item.product_type)
    faults.push(orderErrors.part('wrong_product_status', field, { allowed: item.product_type }));
  else if (first !== undefined && item.product_type !== first)
    faults.push(orderErrors.part('mixed_product_status', field, { first }));
  if (item.product_type !== 'S' && !item.is_in_stock)
    faults.push(orderErrors.part('out_of_stock', `products.${index}.qty`, { name: titleOf(item) }));
  return faults;
}

/** A discount of more than the unit is a slip of typing. */
export function discountFaults(
  line: Pick<Input['products'][number], 'type' | 'nominal'>,
  price: LinePrice,
  index: number,
): RefusalPart[] {
  if (line.type !== 'NOMINAL' || (line.nominal ?? 0) <= price.price_idr) return [];
  return [orderErrors.part('discount_too_large', `products.${index}.nominal`, { maximum: price.price_idr })];
}

/** Where no warehouse is named: the main one if it holds enough, else the fullest that does. */
function chooseWarehouse(item: GoodsFacts, quantity: number): number {
  const enough = item.levels.filter((level) => level.quantity >= quantity);
  if (enough.some((level) => level.warehouse_id === MAIN_WAREHOUSE_ID)) return MAIN_WAREHOUSE_ID;
  return enough[0]?.warehouse_id ?? MAIN_WAREHOUSE_ID;
}

function shippingOf(input: AskedInput): PlannedHead['shipping'] | undefined {
  const service = findService(input.expedition.id);
  if (service === undefined) return undefined;
  const manual = service.id === MANUAL_SERVICE_ID;
  return {
    courier_id: service.courier_id,
    service_id: service.id,
    logistic_name: manual ? (input.expedition.name ?? '') : (findCourier(service.courier_id)?.name ?? ''),
    rate_name: manual ? '' : service.rate_name,
    cost_idr: input.expedition.rate,
  };
}

/**
 * UNPAID pays nothing; PAID takes the whole total, and refuses an amount that is not it; INSTALLMENT takes
 * a part, at most the total.
 */
function planPayment(input: AskedInput, total_idr: number): PlannedPayment | undefined {
  const { status, bank_id, date, amount } = input.payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return undefined;
  const paid = decidePayment(status, amount, total_idr, 'payment.amount');
  return paid.amount_idr === 0 ? undefined : { bank_id, paid_on: date, ...paid };
}

/**
 * When a preorder ships: its days after the period's end, or, without a period, after the first payment.
 * The slowest line decides.
 */
function preorderEstimate(lines: PlannedLine[], first_paid_on: string | undefined) {
  let lead: number | null = null;
  let by_period: string | null = null;
  for (const { goods } of lines) {
    if (goods.preorder_unit === null || goods.preorder_number === null) continue;
    const days = goods.preorder_number * (goods.preorder_unit === 'week' ? 7 : 1);
    if (goods.preorder_ends_on === null) lead = Math.max(lead ?? 0, days);
    else by_period = latest(by_period, addDays(goods.preorder_ends_on, days));
  }
  const by_payment = lead !== null && first_paid_on !== undefined ? addDays(first_paid_on, lead) : null;
  return {
    preorder_lead_days: lead,
    preorder_period_on: by_period,
    estimated_ship_on: latest(by_period, by_payment),
  };
}

function latest(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}

export function titleOf(goods: { name: string; color: string; size: string }): string {
  return [goods.name, goods.color, goods.size].filter((part) => part !== '').join(' ');
}
