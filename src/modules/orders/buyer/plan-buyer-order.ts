import { Refusal } from '../../../kernel/errors.ts';
import { sum, type Rupiah } from '../../../kernel/money.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import type { CodFeeRule } from '../../couriers/index.ts';
import { isOfProduct, promoDiscount, type Platform } from '../../promos/index.ts';
import type { CustomerFacts, OrderFacts } from '../place/load-order-facts.ts';
import { planOrder, volumeOfLines, type PlannedOrder } from '../place/plan-order.ts';
import { goodsLines, priceRequest, type PricedRequest } from '../place/price-request.ts';

/** What a buyer orders for one receiver. The buyer names goods and a courier; all prices are the shop's. */
export interface BuyerOrder {
  platform: Extract<Platform, 'STOREFRONT' | 'PRIVOR'>;
  /** Whose category decides the prices. */
  sender: CustomerFacts;
  receiver: CustomerFacts;
  supplier_id: number;
  products: readonly { id: number; qty: number }[];
  /** A courier service, or a custom courier. */
  courier_id: number;
  is_cod: boolean;
  coupon_code: string | undefined;
  note: string;
}

/** The price of its parcel, by the courier that it names. */
export interface BuyerShipping {
  shipping_idr: Rupiah;
  /** What the courier insists on insuring for; 0: nothing. */
  insurance_idr: Rupiah;
  /** By which the buyer bears the COD fee; undefined where the shop does, and for what is not COD. */
  cod_fee_rule?: CodFeeRule | undefined;
}

/** What of an order its shipping price depends on. */
export interface BuyerParcel {
  weight_grams: number;
  /** 0: not known. */
  volume_cm3: number;
  goods_idr: Rupiah;
}

type Line = ReturnType<typeof linesOf>[number];

const NO_SHIPPING: BuyerShipping = { shipping_idr: 0, insurance_idr: 0 };

/**
 * @throws Refusal 422 on `products.N.id` for what the store does not show, or nobody has set a price for: such goods do not
 *   exist for buyers
 */
export function parcelOf(order: BuyerOrder, facts: OrderFacts): BuyerParcel {
  const shown = new Set(
    facts.goods.flatMap((item) => (item.is_published && item.price_idr > 0 ? [item.variation_id] : [])),
  );
  const hidden = order.products.flatMap(({ id }, index) =>
    shown.has(id) ? [] : [idNotFound(`products.${index}.id`)],
  );
  if (hidden.length > 0) throw new Refusal(hidden);
  const lines = linesOf(order, facts);
  const goods = lines.map(({ line, goods: item }) => ({ goods: item, quantity: line.qty }));
  return {
    weight_grams: sum(goods.map(({ goods: item, quantity }) => item.weight_grams * quantity)),
    volume_cm3: volumeOfLines(goods),
    goods_idr: priced(order, facts, lines, NO_SHIPPING).order.goods_idr,
  };
}

/**
 * Plans a buyer's order as one by staff is planned, with the promos that lower it most: what runs applies by itself, and a
 * coupon in its place where that is lower. Pure.
 * @throws Refusal 422 that names every invalid field, as `products.0.qty`, `expedition.id`, `coupon_code`, `payment.method`
 */
export function planBuyerOrder(order: BuyerOrder, facts: OrderFacts, shipping: BuyerShipping): PlannedOrder {
  const lines = linesOf(order, facts);
  const plain = requestOf(order, facts, lines, shipping);
  const promoted = withRunningPromos(order, facts, lines, shipping);
  try {
    const best = planOrder(promoted, facts);
    if (order.coupon_code === undefined) return best;
    const by_coupon = planOrder(plain, facts);
    return by_coupon.price.total_idr < best.price.total_idr ? by_coupon : best;
  } catch (error) {
    throw error instanceof Refusal ? inFieldsOfBuyers(error) : error;
  }
}

function linesOf({ products }: BuyerOrder, facts: OrderFacts) {
  const types = new Map(facts.goods.map((item) => [item.variation_id, item.product_type]));
  const lines = products.map(({ id, qty }) => ({
    id,
    qty,
    product_status: types.get(id) ?? 'S',
    warehouse_id: undefined,
    type: undefined,
    percentage: undefined,
    nominal: undefined,
    discount_promo: undefined,
    promo_id: undefined as number | undefined,
  }));
  return goodsLines(lines, facts);
}

function requestOf(
  { platform, sender, receiver, supplier_id, courier_id, is_cod, coupon_code, note }: BuyerOrder,
  { today }: OrderFacts,
  lines: readonly Line[],
  { shipping_idr, insurance_idr, cod_fee_rule }: BuyerShipping,
) {
  const cost_of_goods_sales = sum(lines.map(({ line, goods }) => goods.price_buy_idr * line.qty));
  return {
    platform,
    customer_sender_id: sender.id,
    customer_receiver_id: receiver.id,
    supplier_id,
    order_date: today,
    order_source_id: undefined,
    note,
    is_print: false,
    products: lines.map(({ line }) => line),
    expedition: {
      id: courier_id,
      rate: shipping_idr,
      name: undefined,
      auto_pickup: false,
      is_cod: undefined,
      discount_promo: undefined,
      promo: undefined as { id: number } | undefined,
    },
    payment: {
      status: 'UNPAID' as const,
      date: undefined,
      bank_id: undefined,
      amount: undefined,
      cost_of_goods_sales,
    },
    is_cod,
    cod_fee_rule: is_cod ? cod_fee_rule : undefined,
    coupon_code,
    order_cost: insurance_idr === 0 ? [] : [insurance(insurance_idr)],
    awb_number: undefined,
    send_sms: false,
    marketplace_awb: undefined,
    source: 'WEB' as const,
  };
}

const insurance = (nominal: Rupiah) => ({
  name: 'Asuransi',
  category: 'INSURANCE' as const,
  type: 'NOMINAL' as const,
  percentage: undefined,
  nominal,
});

function priced(
  order: BuyerOrder,
  facts: OrderFacts,
  lines: readonly Line[],
  shipping: BuyerShipping,
): PricedRequest {
  const customer = { ...order.sender, code: order.sender.category_code };
  return priceRequest(lines, requestOf(order, facts, lines, shipping), customer, facts);
}

/** The request with those promos named that run without a code, and take off more than the product's own discount. */
function withRunningPromos(
  order: BuyerOrder,
  facts: OrderFacts,
  lines: readonly Line[],
  shipping: BuyerShipping,
) {
  const request = requestOf(order, facts, lines, shipping);
  const plain = priced({ ...order, coupon_code: undefined }, facts, lines, shipping);
  const running = plain.promos.flatMap(({ promo, hindrance, discount_idr }) =>
    promo.group === 'PROMO' && hindrance === undefined ? [{ promo, discount_idr }] : [],
  );
  const of_lines = running.filter(({ promo }) => promo.type === 'PRODUCT');
  const products = plain.lines.map(({ line, goods, price }) => {
    const lower = of_lines
      .filter(({ promo }) => isOfProduct(promo, goods.product_id))
      .map(({ promo }) => ({ id: promo.id, off_idr: promoDiscount(promo, [price.price_idr])[0] ?? 0 }))
      .filter(({ off_idr }) => off_idr > price.discount_idr)
      .toSorted((a, b) => b.off_idr - a.off_idr || a.id - b.id);
    return { ...(line as Line['line']), promo_id: lower[0]?.id };
  });
  const for_shipping = running
    .filter(({ promo, discount_idr }) => promo.type === 'EXPEDITION' && discount_idr > 0)
    .toSorted((a, b) => b.discount_idr - a.discount_idr || a.promo.id - b.promo.id)[0];
  const promo = for_shipping && { id: for_shipping.promo.id };
  return {
    ...request,
    products,
    expedition: { ...request.expedition, promo },
  };
}

/** Fields of the input of staff, by what they follow from in that of buyers, who switch nothing on. */
function inFieldsOfBuyers(refusal: Refusal): Refusal {
  return new Refusal(
    refusal.parts.map((part) => ({
      ...part,
      code: part.code === 'service_switched_off' ? 'service_not_offered' : part.code,
      ...(part.field !== undefined && { field: fieldOfBuyers(part.field) }),
    })),
  );
}

function fieldOfBuyers(field: string): string {
  if (field === 'is_cod') return 'payment.method';
  return field.replace(/^(products\.\d+)\.(product_status|promo_id)$/, '$1.id');
}
