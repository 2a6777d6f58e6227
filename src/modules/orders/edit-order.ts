import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../kernel/errors.ts';
import { noteOrder } from '../customers/index.ts';
import { recordPayment } from '../payments/index.ts';
import { priceWithPromos } from '../pricing/index.ts';
import { giveBackPromos, lockPromos, takePromos } from '../promos/index.ts';
import { changeOrder } from './change-order.ts';
import {
  askedOrder,
  hasSameGoods,
  keepsPrices,
  planKept,
  stockDifference,
  withOwn,
  withoutLostPromos,
  type EditInput,
  type KeptCharge,
  type KeptLine,
  type KeptParts,
} from './edit-plan.ts';
import { orderErrors } from './errors.ts';
import { chargeRows, lineRows, orderRow, productText } from './keep-order.ts';
import { loadOrderFacts, type GoodsFacts, type OrderFacts } from './load-order-facts.ts';
import { lockOrderFor, type LockedOrder } from './lock-order.ts';
import { isWithCourier } from './order-states.ts';
import { moveOrderStock } from './order-stock.ts';
import { decidePayment, planOrder, titleOf, type PlannedOrder } from './plan-order.ts';
import { headOf } from './place-order.ts';
import { namedPromoIds, priceRequestOf } from './price-request.ts';
import type { OrderMade } from './schemas.ts';

/**
 * Changes an order as a whole, all or nothing: what is not said stays, and what was paid stays paid. Its stock moves
 * by the difference. Lines, customer and promos that are not touched keep the prices of their day; else all lines
 * are priced anew. Promos that the order has stay its own even when they have ended; one that the order as it is
 * now can not have is dropped.
 * @throws Refusal 404 where the shop has no such order; 422 where it is not active, its parcel has left and goods or
 * people are to change, less would be owed than is paid, stock is short, or what is asked for could not be ordered
 */
export async function editOrder(context: Context, input: EditInput): Promise<z.input<typeof OrderMade>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.order_id, 'EDIT');
    const parts = await loadParts(inner, order.id);
    let asked = askedOrder(input, order, parts);
    if (isWithCourier(order.shipping_status)) refuseAway(asked, order, parts);
    const keeps = keepsPrices(asked, order, parts);
    if (!keeps) await giveBackPromos(inner, order.id);
    const facts = withOwn(await factsOf(inner, order, asked, input, parts), order, parts);
    if (!keeps) asked = withoutLostPromos(asked, input, hinderedPromos(asked, facts));
    const plan = keeps
      ? planKept(asked, facts, order, parts)
      : planOrder(asked, facts, order.paid_on ?? undefined);
    if (plan.price.total_idr < order.paid_idr)
      throw orderErrors.refuseField('edit_below_paid', 'products', {
        total: plan.price.total_idr,
        paid: order.paid_idr,
      });
    if (!keeps) await takeAll(inner, order, plan);
    const stock = keeps ? [] : stockDifference(order, parts, plan);
    const outcome = await moveOrderStock(inner, order, 'ORDER EDIT', stock);
    if ('short' in outcome) throw shortage(plan, outcome.short);
    await writeParts(inner, order.id, keeps ? undefined : plan, chargeRows(headOf(asked), plan));
    if (plan.sender.id !== order.sender_id) await noteOrder(inner, plan.sender.id, order.created_at);
    const paid = await addPayment(inner, input, order, plan.price.total_idr);
    await changeOrder(inner, order, {
      action: 'edited',
      columns: {
        ...orderRow(headOf(asked), plan),
        order_category: order.order_category,
        ...(!keeps && { product_text: productText(plan) }),
        ...paid,
      },
      further: keeps ? {} : { lines: [parts.lines.map(lineOf), lineRows(plan).map(lineOf)] },
      stock,
    });
    return { order_id: order.id, po_number: order.po_number };
  });
}

/** A line as the history tells it. */
function lineOf(line: Pick<KeptLine, 'variation_id' | 'quantity' | 'price_idr' | 'discount_idr'>) {
  const { variation_id, quantity, price_idr, discount_idr } = line;
  return { variation_id, quantity, price_idr, discount_idr };
}

async function loadParts(context: Context, order_id: number): Promise<KeptParts> {
  const lines = await context.db
    .selectFrom('order_lines as l')
    .innerJoin('product_variations as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variation_id'),
    )
    .innerJoin('warehouses as w', (join) =>
      join.onRef('w.shop_id', '=', 'l.shop_id').onRef('w.id', '=', 'l.warehouse_id'),
    )
    .selectAll('l')
    .select(['v.product_id', sql<boolean>`w.archived_at is not null`.as('is_deleted')])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order_id)
    .orderBy('l.position')
    .execute();
  const charges: KeptCharge[] = await context.db
    .selectFrom('order_charges')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order_id)
    .orderBy('position')
    .execute();
  return { lines, charges };
}

/** @throws Refusal 422 where goods, receiver or sender of a parcel that has left are to change */
function refuseAway(asked: ReturnType<typeof askedOrder>, order: LockedOrder, parts: KeptParts): void {
  const away = (field: string) =>
    orderErrors.part('order_with_courier', field, { status: order.shipping_status ?? '' });
  const faults = [
    ...(hasSameGoods(asked, parts) ? [] : [away('products')]),
    ...(asked.customer_receiver_id === order.receiver_id ? [] : [away('customer_receiver_id')]),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

/** The products are locked first, so that no edit of one comes between its price and its stock. */
async function factsOf(
  context: Context,
  order: LockedOrder,
  asked: ReturnType<typeof askedOrder>,
  input: EditInput,
  { lines }: KeptParts,
): Promise<OrderFacts> {
  const variation_ids = asked.products.map((line) => line.id);
  await sql`select p.id from products p where p.shop_id = ${context.shop.id} and p.id in (
      select v.product_id from product_variations v where v.shop_id = ${context.shop.id}
        and v.id = any(${variation_ids}::bigint[]))
    order by p.id for share`.execute(context.db);
  return loadOrderFacts(context, {
    sender_id: asked.customer_sender_id,
    receiver_id: asked.customer_receiver_id,
    supplier_id: asked.supplier_id,
    order_source_id: asked.order_source_id,
    bank_id: input.payment.bank_id,
    variation_ids,
    own_customer_ids: [order.sender_id, order.receiver_id],
    own_variation_ids: lines.map(({ variation_id }) => variation_id),
    warehouse_ids: asked.products.flatMap((line) => line.warehouse_id ?? []),
    promo_ids: namedPromoIds(asked),
    coupon_code: asked.coupon_code,
    running_promos: false,
  });
}

/** The promos that the order as it is asked for can not have. */
function hinderedPromos(asked: ReturnType<typeof askedOrder>, facts: OrderFacts): ReadonlySet<number> {
  const goods = new Map(facts.goods.map((item) => [item.variation_id, item]));
  const { sender } = facts;
  const known = asked.products.flatMap(({ id }) => goods.get(id) ?? []);
  // What is missing is told when the order is planned.
  if (sender === null || known.length < asked.products.length) return new Set();
  const customer = { ...sender, code: sender.category_code };
  const items: GoodsFacts[] = known;
  const { promos } = priceWithPromos(priceRequestOf(asked, items, customer, facts));
  return new Set(promos.filter(({ hindrance }) => hindrance !== undefined).map(({ promo }) => promo.id));
}

async function takeAll(context: Context, order: LockedOrder, plan: PlannedOrder): Promise<void> {
  if (plan.promos.length === 0) return;
  if (!(await lockPromos(context, plan.promos))) throw kernelErrors.refuse('conflict');
  await takePromos(context, {
    order_id: order.id,
    customer_id: plan.sender.id,
    promo_ids: plan.promos.map(({ id }) => id),
  });
}

/** One refusal that names each line whose warehouse lacks its goods, with what is left there. */
function shortage(plan: PlannedOrder, short: readonly { variation_id: number; left: number }[]): Refusal {
  return new Refusal(
    plan.lines.flatMap(({ goods }, index) => {
      const level = short.find(({ variation_id }) => variation_id === goods.variation_id);
      if (level === undefined) return [];
      return [
        orderErrors.part('stock_short', `products.${index}.qty`, { left: level.left, name: titleOf(goods) }),
      ];
    }),
  );
}

/** @param plan whose lines take the place of those that there are; undefined: the lines stay */
async function writeParts(
  context: Context,
  order_id: number,
  plan: PlannedOrder | undefined,
  charges: ReturnType<typeof chargeRows>,
): Promise<void> {
  const own = { shop_id: context.shop.id, order_id };
  const tables =
    plan === undefined ? (['order_charges'] as const) : (['order_lines', 'order_charges'] as const);
  for (const table of tables)
    await context.db
      .deleteFrom(table)
      .where('shop_id', '=', own.shop_id)
      .where('order_id', '=', order_id)
      .execute();
  if (plan !== undefined)
    await context.db
      .insertInto('order_lines')
      .values(lineRows(plan).map((row) => ({ ...own, ...row })))
      .execute();
  if (charges.length > 0)
    await context.db
      .insertInto('order_charges')
      .values(charges.map((row) => ({ ...own, ...row })))
      .execute();
}

/**
 * Payments that there are stay. `amount` is what is to be paid in all (with PAID and no amount the total): what is
 * missing to it is recorded, so that the same edit sent twice pays once.
 */
async function addPayment(context: Context, input: EditInput, order: LockedOrder, total_idr: number) {
  const { status, amount, bank_id, date } = input.payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return {};
  const wanted_idr = amount ?? (status === 'PAID' ? total_idr : order.paid_idr);
  if (wanted_idr <= order.paid_idr) return {};
  const paid = decidePayment(
    status,
    wanted_idr - order.paid_idr,
    total_idr - order.paid_idr,
    'payment.amount',
  );
  const known = await recordPayment(context, {
    order_id: order.id,
    bank_account_id: bank_id,
    paid_on: date,
    ...paid,
  });
  if (!known) throw kernelErrors.refuseField('field_not_found', 'payment.bank_id');
  return { paid_idr: order.paid_idr + paid.amount_idr, paid_on: date };
}
