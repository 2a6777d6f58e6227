import type { z } from 'zod';
import { addDays } from '../../../kernel/calendar.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import type { CodFeeRule } from '../../couriers/index.ts';
import { MOST_GOODS_IDR, type LineDiscount, type LinePrice, type OrderPrice } from '../../pricing/index.ts';
import type { OrderPromo, Platform } from '../../promos/index.ts';
import { findCourier, findService } from '../../reference/index.ts';
import { MAIN_WAREHOUSE_ID } from '../../stock/index.ts';
import type { OrdersTable } from '../../../kernel/database/schema.generated.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { orderErrors } from '../errors.ts';
import { firstPayment, type PlannedPayment } from '../payment-rule.ts';
import type { CustomerFacts, GoodsFacts, OrderFacts } from './load-order-facts.ts';
import {
  codFaults,
  dateFaults,
  inactiveFaults,
  lineFaults,
  missingFaults,
  serviceFaults,
} from './order-faults.ts';
import {
  discountOf,
  goodsLines,
  priceFaults,
  priceRequest,
  type PricedCharge,
  type RatedExpedition,
} from './price-request.ts';
import { withCodFee } from './cod-fee.ts';
import { roundedUp, withoutRounding } from './round-cod.ts';
import type { CreateOrderInput } from './schemas.ts';

type Input = z.output<typeof CreateOrderInput>;

/** The order to plan: a new one, or the result of an edit. */
export type OrderToPlan = Omit<Input, 'products' | 'expedition' | 'is_cod'> & {
  expedition: RatedExpedition;
  is_cod: boolean;
  /** Whether it is a COD order of this courier already, whatever that one does today. */
  has_current_cod?: boolean;
  /** What was paid before; missing: nothing. */
  paid_idr?: number;
  /** By which the buyer bears the COD fee; missing: what of it the buyer bears is among the costs. */
  cod_fee_rule?: CodFeeRule | undefined;
  /** Where it is ordered, as promos name it; missing: by staff. */
  platform?: Platform;
  products: readonly (Input['products'][number] & {
    /** Whether the discount is the current one of the line, because the input does not give another. */
    has_current_discount?: boolean;
  })[];
};

/** The fields of an order itself, other than customers, lines and prices. */
export interface OrderFields {
  order_date: string;
  order_source_id: number | null;
  note: string;
  source_platform: OrdersTable['source_platform'];
  send_sms: boolean;
  is_printed: boolean;
  auto_pickup: boolean;
  is_cod: boolean;
  awb_number: string | null;
  marketplace_awb: string | null;
}

export interface PlannedLine {
  goods: GoodsFacts;
  warehouse_id: number;
  quantity: number;
  price: LinePrice;
  discount: LineDiscount | undefined;
}

/** An order as it will be stored, but for its lines: priced, its payment decided. */
export interface OrderPlan {
  fields: OrderFields;
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
  price: OrderPrice;
  charges: PricedCharge[];
  /** Those that lower something. */
  promos: OrderPromo[];
  product_status: 'S' | 'R' | 'PO';
  cost_of_goods_idr: number;
  weight_grams: number;
  /** 0 if no dimensions are known. */
  volume_cm3: number;
  quantity: number;
  payment: PlannedPayment | undefined;
  /** The days that those without a period take after the first payment, and when those with one ship. */
  preorder_lead_days: number | null;
  preorder_period_on: string | null;
  estimated_ship_on: string | null;
}

/** An order as it will be stored, with its lines and the warehouses that were chosen for them. */
export interface PlannedOrder extends OrderPlan {
  lines: PlannedLine[];
}

/** Manual input: the caller names the courier. */
const MANUAL_SERVICE_ID = 99;

/**
 * Turns the input of an order and the facts behind its ids into the order to be stored. Pure: the same input and facts
 * give the same plan.
 * @param further errors that were found before
 * @throws Refusal 422 that names every invalid field
 */
export function planOrder(
  input: OrderToPlan,
  facts: OrderFacts,
  further: readonly RefusalPart[] = [],
): PlannedOrder {
  const first = input.products[0]?.product_status;
  const lines = goodsLines(input.products, facts);
  const faults = [
    ...further,
    ...missingFaults(input, facts),
    ...inactiveFaults(input.products, facts),
    ...lines.flatMap((line) => lineFaults(line, first)),
  ];
  if (first === 'R' && input.payment.cost_of_goods_sales === undefined)
    faults.push(orderErrors.part('cost_of_goods_required', 'payment.cost_of_goods_sales'));
  const head = planHead(input, facts, faults);
  const customer = { ...head.sender, code: head.sender.category_code };
  const { cash_rounding_idr } = facts;
  const order_cost = withoutRounding(input.order_cost, { ...input, cash_rounding_idr });
  const priced = priceRequest(lines, { ...input, order_cost }, customer, facts);
  const price_faults = priceFaults(input, priced);
  if (price_faults.length > 0) throw new Refusal(price_faults);
  const planned = priced.lines.map(({ line, goods, price }) => ({
    goods,
    warehouse_id: line.warehouse_id ?? chooseWarehouse(goods, line.qty),
    quantity: line.qty,
    price,
    discount: price.discount_reason === 'LINE' ? discountOf(line) : undefined,
  }));
  const payment = firstPayment(input.payment, priced.order.total_idr);
  if (input.is_cod && payment?.status === 'PAID') throw orderErrors.refuseField('cod_paid', 'payment.amount');
  const plan = {
    ...head,
    shipping: { ...head.shipping, ...priced.shipping },
    lines: planned,
    price: priced.order,
    charges: priced.charges,
    promos: priced.promos.flatMap(({ promo, is_used }) =>
      is_used ? (facts.promos.find(({ id }) => id === promo.id) ?? []) : [],
    ),
    product_status: first ?? 'S',
    cost_of_goods_idr: first === 'R' ? (input.payment.cost_of_goods_sales ?? 0) : costOfGoods(planned),
    weight_grams: sum(planned.map((line) => line.goods.weight_grams * line.quantity)),
    volume_cm3: volumeOfLines(planned),
    quantity: sum(planned.map((line) => line.quantity)),
    payment,
    ...preorderEstimate(planned, payment?.paid_on),
  };
  const paid_idr = (input.paid_idr ?? 0) + (payment?.amount_idr ?? 0);
  const with_fee = withCodFee(plan, { rule: input.cod_fee_rule, paid_idr });
  return roundedUp(with_fee, { ...input, cash_rounding_idr, paid_idr });
}

/** Limited to the maximum, so that users who cannot see the cost of goods are not refused for it. */
function costOfGoods(lines: readonly PlannedLine[]): number {
  return lines.reduce(
    (total, { goods, quantity }) => Math.min(MOST_GOODS_IDR, total + goods.price_buy_idr * quantity),
    0,
  );
}

/** More than any order has, so that sums of volumes stay exact. */
const MOST_VOLUME_CM3 = 1_000_000_000_000;

/** The volume of all units together, in cm³; units of unknown dimensions count 0. */
export function volumeOfLines(
  lines: readonly { goods: Pick<GoodsFacts, 'volume_cm3'>; quantity: number }[],
): number {
  return lines.reduce(
    (total, { goods, quantity }) => Math.min(MOST_VOLUME_CM3, total + goods.volume_cm3 * quantity),
    0,
  );
}

/** The order itself: sender and receiver, origin and courier. */
export type PlannedHead = Pick<OrderPlan, 'fields' | 'sender' | 'receiver' | 'supplier'> & {
  shipping: Omit<OrderPlan['shipping'], 'discount_idr' | 'promo_id'>;
};

/** @throws Refusal 422 on each field whose id names nothing in the shop, with the other faults */
export function planHead(input: OrderToPlan, facts: OrderFacts, faults: RefusalPart[] = []): PlannedHead {
  const { sender, receiver, supplier } = facts;
  const missing: string[] = [];
  if (sender === null) missing.push('customer_sender_id');
  if (receiver === null) missing.push('customer_receiver_id');
  if (supplier === null) missing.push('supplier_id');
  if (input.order_source_id !== undefined && facts.order_source === null) missing.push('order_source_id');
  if (input.payment.status !== 'UNPAID' && input.payment.bank_id !== undefined && facts.bank_account === null)
    missing.push('payment.bank_id');
  const courier = courierOf(input.expedition, facts);
  if (courier === undefined) missing.push('expedition.id');
  const cod = courier === undefined || input.has_current_cod === true ? [] : codFaults(input, courier);
  const service = courier === undefined ? [] : serviceFaults(input, facts, courier);
  const all = [...missing.map(idNotFound), ...dateFaults(input, facts), ...service, ...cod, ...faults];
  if (all.length > 0 || sender === null || receiver === null || supplier === null || courier === undefined)
    throw new Refusal(all);
  const shipping = { ...courier.shipping, cost_idr: input.expedition.rate };
  return { fields: fieldsOf(input), sender, receiver, supplier, shipping };
}

function fieldsOf(input: OrderToPlan): OrderFields {
  return {
    order_date: input.order_date,
    order_source_id: input.order_source_id ?? null,
    note: input.note,
    source_platform: input.source,
    send_sms: input.send_sms,
    is_printed: input.is_print,
    auto_pickup: input.expedition.auto_pickup,
    is_cod: input.is_cod,
    awb_number: input.awb_number ?? null,
    marketplace_awb: input.marketplace_awb ?? null,
  };
}

/** Where no warehouse is named: the main one if it holds enough, else the fullest that does. */
function chooseWarehouse(item: GoodsFacts, quantity: number): number {
  const enough = item.levels.filter((level) => level.quantity >= quantity);
  if (enough.some((level) => level.warehouse_id === MAIN_WAREHOUSE_ID)) return MAIN_WAREHOUSE_ID;
  return enough[0]?.warehouse_id ?? MAIN_WAREHOUSE_ID;
}

/** Who brings the parcel: a courier service of the reference, or a custom courier of the shop. */
export function courierOf(
  expedition: { id: number; name?: string | undefined },
  { custom_courier }: Pick<OrderFacts, 'custom_courier'>,
) {
  if (custom_courier !== null) {
    const { id, name, is_cod } = custom_courier;
    const shipping = { courier_id: id, service_id: id, logistic_name: name, rate_name: '' };
    return { name, is_collecting: is_cod, is_virtual: false, shipping };
  }
  const service = findService(expedition.id);
  const courier = service === undefined ? undefined : findCourier(service.courier_id);
  if (service === undefined || courier === undefined) return undefined;
  const manual = service.id === MANUAL_SERVICE_ID;
  return {
    name: courier.name,
    is_collecting: courier.cod,
    is_virtual: courier.virtual,
    shipping: {
      courier_id: courier.id,
      service_id: service.id,
      logistic_name: manual ? (expedition.name ?? '') : courier.name,
      rate_name: manual ? '' : service.rate_name,
    },
  };
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
