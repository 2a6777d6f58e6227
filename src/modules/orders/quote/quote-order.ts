import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { errorText, Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { chargeRules } from '../../couriers/index.ts';
import type { CustomerAccess, PricedOrder } from '../../pricing/index.ts';
import { hindranceFault } from '../../promos/index.ts';
import { loadOrderFacts, type GoodsFacts, type OrderFacts } from '../place/load-order-facts.ts';
import { missingFaults, titleOf } from '../place/order-faults.ts';
import {
  goodsLines,
  namedPromoIds,
  priceRequest,
  type PricedInput,
  type PricedRequest,
} from '../place/price-request.ts';
import { withoutRounding } from '../place/round-cod.ts';
import { courierOf, volumeOfLines } from '../place/plan-order.ts';
import { orderErrors } from '../errors.ts';
import { quoteRate, type QuotedRate } from './quote-rate.ts';
import { explainStep } from './explain-price.ts';
import { explainShipping } from './explain-shipping.ts';
import { problemsOf } from './quote-problems.ts';
import type { Quote, QuoteInput } from './schemas.ts';

type Input = z.output<typeof QuoteInput>;

/** Nothing is shipped. */
const NO_SHIPPING = { id: 0, rate: 0, discount_promo: undefined, promo: undefined, is_cod: undefined };

/**
 * The price of an order and its explanation, by the same rules as when it is created; nothing is created, taken or
 * counted. Returns for every promo that is named or active whether the order can have it, and the errors with which
 * such an order would be refused.
 * @throws Refusal 422 if a variation, customer, category or promo does not belong to the shop, or the value of the
 *   products exceeds the maximum
 */
export async function quoteOrder(context: Context, input: Input): Promise<z.input<typeof Quote>> {
  const expedition = input.expedition ?? NO_SHIPPING;
  const facts = await loadOrderFacts(context, {
    sender_id: input.customer_sender_id,
    receiver_id: input.customer_receiver_id,
    supplier_id: input.supplier_id,
    order_source_id: input.order_source_id,
    bank_id: input.payment?.bank_id,
    courier_id: expedition.id,
    variation_ids: input.products.map((line) => line.id),
    warehouse_ids: input.products.flatMap((line) => line.warehouse_id ?? []),
    promo_ids: namedPromoIds({ expedition, products: input.products }),
    coupon_code: input.coupon_code,
    running_promos: true,
  });
  const shipped = input.expedition && (await shippingOf(context, input, input.expedition, facts));
  const requested = {
    ...input,
    expedition: { ...expedition, rate: shipped?.rate.rate_idr ?? 0 },
    order_cost: withoutRounding(input.order_cost, {
      is_cod: isCod(input),
      cash_rounding_idr: facts.cash_rounding_idr,
    }),
  };
  const customer = await buyerOf(context, input, facts);
  const buyer = input.customer_sender_id === undefined ? 'customer_category_code' : 'customer_sender_id';
  const missing = missingFaults(requested, facts);
  if (customer === undefined || missing.length > 0)
    throw new Refusal([...(customer === undefined ? [idNotFound(buyer)] : []), ...missing]);
  const priced = priceRequest(goodsLines(input.products, facts), requested, customer, facts);
  return {
    customer_category_code: customer.code,
    lines: priced.lines.map((line) => presentLine(context, line)),
    ...totalsOf(requested, priced),
    weight: sum(priced.lines.map(({ line, goods }) => goods.weight_grams * line.qty)),
    shipping_explanation: explanationOf(context, input, facts, priced, shipped),
    promos: priced.promos.map((verdict) => promoOf(context, verdict)),
    problems: allProblems(input, facts, customer, shipped?.rate).map((part) => ({
      field: part.field ?? '',
      code: part.code,
      text: textOf(context, part),
    })),
  };
}

function isCod({ is_cod, expedition }: Input): boolean {
  return is_cod ?? expedition?.is_cod ?? false;
}

/** What is wrong with the order, and that its shipping has no price: an order needs one. */
function allProblems(
  input: Input,
  facts: OrderFacts,
  customer: CustomerAccess,
  rate: QuotedRate | undefined,
): RefusalPart[] {
  const { expedition } = input;
  if (expedition === undefined || rate === undefined) return problemsOf(input, facts, customer);
  const problems = problemsOf(
    { ...input, expedition: { ...expedition, rate: rate.rate_idr } },
    facts,
    customer,
  );
  return rate.source === 'NONE' && courierOf(expedition, facts) !== undefined
    ? [...problems, orderErrors.part('shipping_without_price', 'expedition.rate')]
    : problems;
}

/** What the parcel weighs, how its courier charges, and what it costs. */
async function shippingOf(
  context: Context,
  { products }: Input,
  expedition: NonNullable<Input['expedition']>,
  facts: OrderFacts,
) {
  const lines = goodsLines(products, facts).map(({ line, goods }) => ({ goods, quantity: line.qty }));
  const parcel = {
    weight_grams: sum(lines.map(({ goods, quantity }) => goods.weight_grams * quantity)),
    volume_cm3: volumeOfLines(lines),
  };
  const charges = await chargeRules(context);
  return { parcel, charges, rate: await quoteRate(context, expedition, facts, { parcel, charges }) };
}

/** What the courier charges and who bears it; null if the input has no courier, or one that the shop does not have. */
function explanationOf(
  context: Context,
  input: Input,
  facts: OrderFacts,
  priced: PricedRequest,
  shipped: Awaited<ReturnType<typeof shippingOf>> | undefined,
): z.input<typeof Quote>['shipping_explanation'] {
  const courier = input.expedition && courierOf(input.expedition, facts);
  if (input.expedition === undefined || courier === undefined || shipped === undefined) return null;
  const { parcel, charges, rate } = shipped;
  return explainShipping(context.language, {
    courier,
    charges,
    options: input.shipping_options,
    is_cod: isCod(input),
    paid_idr: input.payment?.status === 'INSTALLMENT' ? (input.payment.amount ?? 0) : 0,
    rate,
    shipping_idr: rate.rate_idr,
    shipping_discount_idr: priced.shipping.discount_idr,
    goods_idr: priced.order.goods_idr,
    total_idr: priced.order.total_idr,
    ...parcel,
  });
}

/** Whose prices: the customer's category, or the one named, or that of everybody. */
async function buyerOf(
  context: Context,
  input: Input,
  { sender }: OrderFacts,
): Promise<CustomerAccess | undefined> {
  if (input.customer_sender_id !== undefined)
    return sender === null ? undefined : { ...sender, code: sender.category_code };
  const code = input.customer_category_code ?? 'N';
  const category = await context.db
    .selectFrom('customer_categories')
    .select(['discount_access', 'wholesale_access'])
    .where('shop_id', '=', context.shop.id)
    .where('code', '=', code)
    .executeTakeFirst();
  return category && { ...category, code };
}

function presentLine(
  context: Context,
  { line, goods, price }: PricedRequest<Input['products'][number]>['lines'][number],
): z.input<typeof Quote>['lines'][number] {
  return {
    variation_id: goods.variation_id,
    name: titleOf(goods),
    sku: goods.sku,
    qty: line.qty,
    price: price.price_idr,
    discount: price.discount_idr,
    subtotal: price.subtotal_idr,
    weight: goods.weight_grams * line.qty,
    promo_id: price.promo_id,
    stock_left: stockLeft(line, goods),
    explanation: price.steps.map((step) => explainStep(context.language, step)),
  };
}

/** What one warehouse holds at most: so many can be ordered on one line. */
function stockLeft(line: Input['products'][number], item: GoodsFacts): number | null {
  if (item.product_type !== 'S') return null;
  const levels = item.levels.filter(
    ({ warehouse_id }) => line.warehouse_id === undefined || warehouse_id === line.warehouse_id,
  );
  return Math.max(0, ...levels.map(({ quantity }) => quantity));
}

function totalsOf(input: PricedInput, { order, shipping, charges }: PricedRequest) {
  return {
    goods: order.goods_idr,
    shipping: input.expedition.rate,
    shipping_discount: shipping.discount_idr,
    shipping_promo_id: shipping.promo_id,
    other_cost: order.charges_idr,
    insurance: order.insurance_idr,
    discount: order.discount_idr,
    order_cost: charges.map(({ charge: { name, category }, amount_idr }) => ({
      name,
      category,
      amount: amount_idr,
    })),
    total: order.total_idr,
  };
}

function promoOf(
  context: Context,
  { promo, hindrance, discount_idr, is_used }: PricedOrder['promos'][number],
): z.input<typeof Quote>['promos'][number] {
  return {
    id: promo.id,
    name: promo.name,
    group: promo.group,
    type: promo.type,
    applies: hindrance === undefined,
    is_used,
    discount: discount_idr,
    reason: hindrance ?? null,
    text: hindrance === undefined ? null : textOf(context, hindranceFault(hindrance, '', promo)),
  };
}

function textOf(context: Context, part: RefusalPart): string {
  return errorText({ ...part, values: { field: part.field ?? '', ...part.values } }, context.language);
}
