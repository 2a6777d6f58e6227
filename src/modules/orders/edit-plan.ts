import type { z } from 'zod';
import { priceOrder, type CategoryCode } from '../pricing/index.ts';
import { MAIN_WAREHOUSE_ID } from '../stock/index.ts';
import type { MovedStock } from './change-order.ts';
import type { UpdateOrderInput } from './edit-schemas.ts';
import type { OrderFacts } from './load-order-facts.ts';
import type { LockedOrder } from './lock-order.ts';
import { planHead, type PlannedOrder } from './plan-order.ts';
import { chargeOf } from './price-request.ts';
import type { CreateOrderInput } from './schemas.ts';

export type EditInput = z.output<typeof UpdateOrderInput>;
type Asked = z.output<typeof CreateOrderInput>;

/** A line as it is kept. */
export interface KeptLine {
  variation_id: number;
  product_id: number;
  warehouse_id: number;
  quantity: number;
  name: string;
  sku: string;
  color: string;
  size: string;
  weight_grams: number;
  price_buy_idr: number;
  price_idr: number;
  discount_idr: number;
  discount_type: 'NOMINAL' | 'PERCENTAGE' | null;
  discount_percentage_bp: number | null;
  promo_id: number | null;
  /** Whether its warehouse was deleted since. */
  is_deleted: boolean;
}

/** A charge as it is kept. */
export interface KeptCharge {
  name: string;
  category: 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';
  type: 'NOMINAL' | 'PERCENTAGE';
  percentage_bp: number;
  amount_idr: number;
}

export interface KeptParts {
  lines: KeptLine[];
  charges: KeptCharge[];
}

/**
 * The edit as the order that it asks for: what it does not say is as it was. Payments come apart. A line of goods
 * that the order had stays in their warehouse, and keeps their promo where it names none.
 */
export function askedOrder(input: EditInput, order: LockedOrder, { lines, charges }: KeptParts): Asked {
  const { awb_number, marketplace_awb, order_cost, payment } = input;
  const cost_of_goods_sales =
    payment.cost_of_goods_sales ?? (order.product_status === 'R' ? order.cost_of_goods_idr : undefined);
  return {
    ...input,
    products: input.products
      .filter(({ flag }) => flag !== 'DELETE')
      .map((line) => {
        const kept = lines.find(({ variation_id }) => variation_id === line.id);
        return {
          ...line,
          warehouse_id: line.warehouse_id ?? kept?.warehouse_id,
          promo_id: line.promo_id ?? kept?.promo_id ?? undefined,
        };
      }),
    expedition: {
      ...input.expedition,
      promo:
        input.expedition.promo ??
        (order.shipping_promo_id === null ? undefined : { id: order.shipping_promo_id }),
    },
    order_date: input.order_date ?? order.order_date,
    order_source_id: input.order_source_id ?? order.order_source_id ?? undefined,
    note: input.note ?? order.note,
    is_print: input.is_print ?? order.is_printed,
    send_sms: input.send_sms ?? order.send_sms,
    source: input.source ?? order.source_platform,
    awb_number: awb_number ?? order.awb_number ?? undefined,
    marketplace_awb: marketplace_awb ?? order.marketplace_awb ?? undefined,
    order_cost: order_cost ?? charges.map(chargeAsked),
    payment: {
      status: 'UNPAID',
      date: undefined,
      bank_id: undefined,
      amount: undefined,
      cost_of_goods_sales,
    },
  };
}

function chargeAsked({
  name,
  category,
  type,
  percentage_bp,
  amount_idr,
}: KeptCharge): Asked['order_cost'][number] {
  return {
    name,
    category,
    type,
    percentage: type === 'PERCENTAGE' ? percentage_bp / 100 : undefined,
    nominal: type === 'NOMINAL' ? amount_idr : undefined,
  };
}

/** Whether the goods are the same: what is sent, how many, and from where. */
export function hasSameGoods(asked: Asked, { lines }: KeptParts): boolean {
  return (
    asked.products.length === lines.length &&
    asked.products.every((line, index) => {
      const kept = lines[index];
      return (
        kept?.variation_id === line.id &&
        kept.quantity === line.qty &&
        kept.warehouse_id === line.warehouse_id
      );
    })
  );
}

/**
 * Whether nothing that prices depend on is touched: then the lines keep the prices of the day on which they were
 * made, whatever became of the products since.
 */
export function keepsPrices(asked: Asked, order: LockedOrder, parts: KeptParts): boolean {
  const shipping_promo_id = asked.expedition.promo?.id ?? null;
  return (
    hasSameGoods(asked, parts) &&
    asked.coupon_code === undefined &&
    asked.customer_sender_id === order.sender_id &&
    shipping_promo_id === order.shipping_promo_id &&
    (shipping_promo_id === null ||
      (asked.expedition.id === order.courier_service_id && asked.expedition.rate === order.shipping_idr)) &&
    asked.products.every((line, index) => {
      const kept = parts.lines[index] as KeptLine;
      return (line.promo_id ?? null) === kept.promo_id && hasSameDiscount(line, kept);
    })
  );
}

/** A line that says nothing of a discount keeps the one it has. */
function hasSameDiscount(line: Asked['products'][number], kept: KeptLine): boolean {
  if (line.type === undefined) return kept.discount_type === null;
  if (line.type !== kept.discount_type) return false;
  return line.type === 'NOMINAL'
    ? line.nominal === kept.discount_idr
    : (line.percentage ?? 0) * 100 === kept.discount_percentage_bp;
}

/** The order with its lines as they are: only who gets it, how it is sent and what is charged besides is new. */
export function planKept(
  asked: Asked,
  facts: OrderFacts,
  order: LockedOrder,
  { lines }: KeptParts,
): PlannedOrder {
  const { sender, ...head } = planHead(asked, facts);
  const { shipping_discount_idr: discount_idr, shipping_promo_id: promo_id } = order;
  return {
    ...head,
    sender: { ...sender, category_code: order.customer_category_code as CategoryCode },
    shipping: { ...head.shipping, discount_idr, promo_id },
    lines: [],
    price: priceOrder(
      lines.map(({ price_idr, discount_idr: off, quantity }) => ({
        subtotal_idr: (price_idr - off) * quantity,
      })),
      asked.order_cost.map(chargeOf),
      { cost_idr: asked.expedition.rate, discount_idr },
    ),
    promos: [],
    product_status: order.product_status,
    cost_of_goods_idr: asked.payment.cost_of_goods_sales ?? order.cost_of_goods_idr,
    weight_grams: order.weight_grams,
    quantity: order.quantity,
    payment: undefined,
    preorder_lead_days: order.preorder_lead_days,
    estimated_ship_on: order.estimated_ship_on,
  };
}

/**
 * What the order has is its own, whatever became of it since: goods and warehouses that were deleted or switched
 * off, and promos that have ended; the promos' other rules hold.
 */
export function withOwn(facts: OrderFacts, order: LockedOrder, { lines }: KeptParts): OrderFacts {
  const variations = new Set(lines.map(({ variation_id }) => variation_id));
  const promos = new Set([...lines.map(({ promo_id }) => promo_id), order.shipping_promo_id]);
  const warehouses = new Map(facts.warehouses.map((warehouse) => [warehouse.id, warehouse]));
  for (const { warehouse_id: id } of lines) warehouses.set(id, { id, is_active: true });
  return {
    ...facts,
    warehouses: [...warehouses.values()],
    goods: facts.goods.map((item) =>
      variations.has(item.variation_id) ? { ...item, is_in_stock: true } : item,
    ),
    promos: facts.promos.map((promo) => (promos.has(promo.id) ? { ...promo, ...ALWAYS } : promo)),
  };
}

/** Rules of a promo that never stand in the way. */
const ALWAYS = {
  is_active: true,
  starts_at: new Date(0),
  ends_at: null,
  quota: null,
  usage_per_customer: null,
  group: 'PROMO',
  coupon_code: null,
} as const;

/** Without the promos that the order had and can not have any more as it is asked for now. */
export function withoutLostPromos(asked: Asked, input: EditInput, hindered: ReadonlySet<number>): Asked {
  const isLost = (promo_id: number | undefined) => promo_id !== undefined && hindered.has(promo_id);
  const named = new Set(input.products.flatMap(({ promo_id }) => promo_id ?? []));
  const { promo, ...expedition } = asked.expedition;
  return {
    ...asked,
    products: asked.products.map((line) =>
      isLost(line.promo_id) && !named.has(line.promo_id ?? 0) ? { ...line, promo_id: undefined } : line,
    ),
    expedition: {
      ...expedition,
      promo: input.expedition.promo === undefined && isLost(promo?.id) ? undefined : promo,
    },
  };
}

/**
 * What the edit moves: pieces that come back to a warehouse (above 0), and those that leave it. In place of a
 * warehouse that was deleted since the main one.
 */
export function stockDifference(order: LockedOrder, parts: KeptParts, plan: PlannedOrder): MovedStock[] {
  const deleted = new Set(parts.lines.filter((line) => line.is_deleted).map((line) => line.warehouse_id));
  const placeOf = (warehouse_id: number) => (deleted.has(warehouse_id) ? MAIN_WAREHOUSE_ID : warehouse_id);
  const moved = new Map<string, MovedStock>();
  const add = (variation_id: number, warehouse_id: number, delta: number) => {
    const key = `${variation_id} ${warehouse_id}`;
    const entry = moved.get(key) ?? { variation_id, warehouse_id, delta: 0 };
    moved.set(key, { ...entry, delta: entry.delta + delta });
  };
  if (order.product_status === 'S')
    for (const line of parts.lines) add(line.variation_id, placeOf(line.warehouse_id), line.quantity);
  if (plan.product_status === 'S')
    for (const line of plan.lines) add(line.goods.variation_id, placeOf(line.warehouse_id), -line.quantity);
  return [...moved.values()].filter(({ delta }) => delta !== 0);
}
