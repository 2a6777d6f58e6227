import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { noteOrder } from '../../customers/index.ts';
import { recordPayment } from '../../payments/index.ts';
import { changePromos, lockWantedPromos } from '../../promos/index.ts';
import { changeOrder, toldPayment } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import { isWithCourier } from '../order-states.ts';
import { moveOrderStock, shortage, type ShortStock } from '../order-stock.ts';
import { decidePayment, tooMuch } from '../payment-rule.ts';
import { loadOrderFacts, type OrderFacts } from '../place/load-order-facts.ts';
import { headOf } from '../place/place-order.ts';
import { planOrder, titleOf, type PlannedOrder } from '../place/plan-order.ts';
import { namedPromoIds } from '../place/price-request.ts';
import { chargeRows, lineRows, orderRow, productText } from '../place/store-order.ts';
import type { OrderReference } from '../schemas.ts';
import { loadParts, writeParts, type KeptCharge, type KeptLine, type KeptParts } from './edit-parts.ts';
import {
  furtherUseFaults,
  loadOwnPromos,
  withoutLostPromos,
  withOwnPromos,
  type OwnPromos,
} from './edit-promos.ts';
import { askedOrder, onSentLines, type AskedOrder, type EditInput } from './edit-request.ts';
import {
  furtherGoodsFaults,
  hasSameGoods,
  keepsLines,
  placeOf,
  planKept,
  stockDifference,
  touchesShippingPromo,
} from './plan-edit.ts';

/**
 * Changes an order as a whole, all or nothing: what is not said stays, and what was paid stays paid. Its stock moves
 * by the difference. Lines, customer and promos that are not touched keep the prices of their day; else all lines
 * are priced anew. People and places that are not changed stay as they were when the order was made. Promos that
 * the order has stay with their lines even when they have ended; one that the order as it is now can not have is
 * dropped.
 * @throws Refusal 403 for the cost of the goods, of a role that may not see it; 404 where the shop has no such order;
 * 422 where it is not active, its parcel has left and goods or
 * people are to change, less would be owed than is paid, stock is short, or what is asked for could not be ordered
 */
export async function editOrder(context: Context, input: EditInput): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.order_id, 'EDIT');
    refuseCost(inner, input, order);
    const parts = await loadParts(inner, order.id);
    const own = await loadOwnPromos(inner, order, parts);
    const asked = askedOrder(input, order, parts);
    if (isWithCourier(order.shipping_status)) refuseAway(asked, order, parts);
    const keeps = keepsLines(asked, order, parts, own);
    const touches_promos = !keeps || touchesShippingPromo(asked, order);
    // All of them, before stock and in one order: see lock-promos.ts.
    const promo_ids = [...own.keys(), ...namedPromoIds(asked)];
    if (touches_promos) await lockWantedPromos(inner, { promo_ids, coupon_code: asked.coupon_code });
    const loaded = await factsOf(inner, order, asked, input, parts, own);
    const facts = withOwnPromos(withOwn(loaded, order, parts), asked, order, own);
    const plan = keeps ? planKept(asked, facts, order, parts) : planAnew(asked, facts, loaded, own);
    if (plan.price.total_idr < order.paid_idr)
      throw orderErrors.refuseField('edit_below_paid', 'products', {
        total: plan.price.total_idr,
        paid: order.paid_idr,
      });
    if (touches_promos)
      await changePromos(inner, {
        order_id: order.id,
        customer_id: plan.sender.id,
        promo_ids: plan.promos.map(({ id }) => id),
      });
    const stock = keeps ? [] : stockDifference(order, parts, plan);
    const short = await moveOrderStock(inner, order, 'ORDER EDIT', stock);
    if (short.length > 0) onSentLines(asked, () => refuseShort(plan, parts, short));
    const charges = chargeRows(headOf(asked), plan);
    await writeParts(inner, order.id, keeps ? undefined : plan, charges);
    if (plan.sender.id !== order.sender_id) await noteOrder(inner, plan.sender.id, order.created_at);
    const paid = await addPayment(inner, input, order, plan.price.total_idr);
    await changeOrder(inner, order, {
      action: 'edited',
      columns: {
        ...orderRow(headOf(asked), plan),
        order_category: order.order_category,
        ...(!keeps && { product_text: productText(plan) }),
        ...paid.columns,
      },
      further: {
        ...(!keeps &&
          differenceOf({ lines: parts.lines.map(lineOf) }, { lines: lineRows(plan).map(lineOf) })),
        ...differenceOf({ order_cost: parts.charges.map(costOf) }, { order_cost: charges.map(costOf) }),
        ...paid.further,
      },
      stock,
    });
    return { order_id: order.id, po_number: order.po_number };
  });
}

/** An edit that makes it an order of goods of other suppliers says what these cost, as a new order of them does. */
function refuseCost(context: Context, { payment, products }: EditInput, order: LockedOrder): void {
  if (order.product_status !== 'R' && products.some((line) => line.product_status === 'R')) return;
  const field = 'payment.cost_of_goods_sales';
  refuseHiddenFields(context, 'cost.read', [{ field, value: payment.cost_of_goods_sales }]);
}

/** The order with all its lines priced by the shop of today. */
function planAnew(asked: AskedOrder, facts: OrderFacts, loaded: OrderFacts, own: OwnPromos): PlannedOrder {
  return onSentLines(asked, () => {
    const kept = withoutLostPromos(asked, facts);
    const further = [...furtherGoodsFaults(kept, loaded), ...furtherUseFaults(kept, loaded, own)];
    return planOrder(kept, facts, further);
  });
}

/** A line as the history tells it. */
function lineOf(line: Omit<KeptLine, 'product_id' | 'is_deleted'>) {
  const {
    variation_id,
    name,
    sku,
    warehouse_id,
    quantity,
    price_idr,
    discount_idr,
    discount_type,
    promo_id,
  } = line;
  return {
    variation_id,
    name,
    sku,
    warehouse_id,
    quantity,
    price_idr,
    discount_idr,
    discount_type,
    promo_id,
  };
}

/** A cost as the history tells it. */
function costOf({ name, category, amount_idr }: Pick<KeptCharge, 'name' | 'category' | 'amount_idr'>) {
  return { name, category, amount_idr };
}

/** @throws Refusal 422 where goods, receiver or sender of a parcel that has left are to change */
function refuseAway(asked: AskedOrder, order: LockedOrder, parts: KeptParts): void {
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
  asked: AskedOrder,
  input: EditInput,
  { lines }: KeptParts,
  own: OwnPromos,
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
    own_order_source_id: order.order_source_id,
    own_promo_ids: [...own.keys()],
    warehouse_ids: asked.products.flatMap((line) => line.warehouse_id ?? []),
    promo_ids: namedPromoIds(asked),
    coupon_code: asked.coupon_code,
    running_promos: false,
  });
}

/**
 * What the order has is its own, whatever became of it since: goods and warehouses that were deleted or switched off,
 * names, phones and addresses that were changed.
 */
function withOwn(facts: OrderFacts, order: LockedOrder, { lines }: KeptParts): OrderFacts {
  const variations = new Set(lines.map(({ variation_id }) => variation_id));
  const warehouses = new Map(facts.warehouses.map((warehouse) => [warehouse.id, warehouse]));
  for (const { warehouse_id: id } of lines) warehouses.set(id, { id, is_active: true });
  const { sender, receiver, supplier } = facts;
  return {
    ...facts,
    sender:
      sender?.id === order.sender_id
        ? {
            ...sender,
            name: order.sender_name,
            phone: order.sender_phone,
            address: order.sender_address,
            postal_code: order.sender_postal_code,
            district_code: order.sender_district_code,
          }
        : sender,
    receiver:
      receiver?.id === order.receiver_id
        ? {
            ...receiver,
            name: order.receiver_name,
            phone: order.receiver_phone,
            address: order.receiver_address,
            postal_code: order.receiver_postal_code,
            district_code: order.receiver_district_code,
          }
        : receiver,
    supplier:
      supplier?.id === order.supplier_id
        ? { id: supplier.id, name: order.origin_name, address: order.origin_address }
        : supplier,
    warehouses: [...warehouses.values()],
    goods: facts.goods.map((item) =>
      variations.has(item.variation_id) ? { ...item, is_in_stock: true } : item,
    ),
  };
}

function refuseShort(plan: PlannedOrder, parts: KeptParts, short: readonly ShortStock[]): never {
  const lines = plan.lines.map(({ goods, warehouse_id }) => ({
    variation_id: goods.variation_id,
    warehouse_id: placeOf(parts, warehouse_id),
    title: titleOf(goods),
  }));
  throw shortage(lines, short);
}

const NOT_PAID = { columns: {}, further: {} };

/**
 * Payments that there are stay. `amount` is what is to be paid in all (with PAID and no amount the total): what is
 * missing to it is recorded, so that the same edit sent twice pays once.
 * @throws Refusal 422 where PAID comes with another amount than the total, or less remains than is missing
 */
async function addPayment(context: Context, input: EditInput, order: LockedOrder, total_idr: number) {
  const { status, amount, bank_id, date } = input.payment;
  if (status === 'UNPAID' || bank_id === undefined || date === undefined) return NOT_PAID;
  if (status === 'PAID' && amount !== undefined && amount < total_idr)
    throw orderErrors.refuseField('paid_not_total', 'payment.amount', { total: total_idr });
  const wanted_idr = amount ?? (status === 'PAID' ? total_idr : order.paid_idr);
  if (wanted_idr <= order.paid_idr) return NOT_PAID;
  if (wanted_idr > total_idr) throw tooMuch('payment.amount', total_idr);
  const paid = decidePayment(
    status,
    wanted_idr - order.paid_idr,
    total_idr - order.paid_idr,
    'payment.amount',
  );
  const kept = await recordPayment(context, {
    order_id: order.id,
    bank_account_id: bank_id,
    paid_on: date,
    ...paid,
  });
  if (kept === undefined) throw kernelErrors.refuseField('field_not_found', 'payment.bank_id');
  return {
    columns: { paid_idr: order.paid_idr + paid.amount_idr, paid_on: date },
    further: { payment: [null, toldPayment(kept)] },
  };
}
