import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { lockWantedPromos } from '../../promos/index.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import { isWithCourier } from '../order-states.ts';
import { holdWarehouses } from '../order-stock.ts';
import { loadOrderFacts, type OrderFacts } from '../place/load-order-facts.ts';
import { namedPromoIds, rated } from '../place/price-request.ts';
import { withContactsOfBuyer } from './contacts-of-buyer.ts';
import { requestedOrder, touchedBy } from './edit-request.ts';
import { refuseOtherVersion } from './refuse-other-version.ts';
import type {
  CurrentOrder,
  Edit,
  EditInput,
  StoredCharge,
  StoredLine,
  Touched,
  UnratedOrder,
} from './edit.ts';

/**
 * Locks an order and loads it with the request and the state of the shop. Until the transaction ends it locks, in this
 * sequence: the order, the warehouses of its lines, its current and requested promos, and the products, so that none of
 * them is edited between pricing and taking stock.
 * @throws Refusal 403, 404, 409 and 422 for requests that cannot be planned: see `editOrder`
 */
export async function loadEdit(context: Context, input: EditInput): Promise<Edit> {
  const order = await lockOrderFor(context, input.order_id, 'EDIT');
  if (input.version !== undefined) await refuseOtherVersion(context, order, input.version);
  refuseCost(context, input, order);
  const current = await loadCurrent(context, order);
  const requested = requestedOrder(input, current);
  const touched = touchedBy(requested, current);
  if (isWithCourier(order.shipping_status)) refuseAway(requested, touched, order);
  if (order.shipment_count > 1) refuseSplit(requested, touched, order);
  // New prices replace the lines, and with them what returns have accounted for.
  if ((touched.goods || touched.prices) && current.lines.some((line) => line.returned_quantity > 0))
    throw orderErrors.refuseField('goods_returned', 'products');
  if (touched.prices || touched.shipping_promo) {
    // All of them, before stock and in one sequence: see lock-promos.ts.
    const promo_ids = [...current.promos.keys(), ...namedPromoIds(requested)];
    await lockWantedPromos(context, { promo_ids, coupon_code: requested.coupon_code });
  }
  const facts = await loadShopFacts(context, requested, current, input.payment.bank_id);
  const expedition = rated(requested.expedition, facts);
  return { current, requested: { ...requested, expedition }, touched, payment: input.payment, facts };
}

/** An edit that makes it an order of type R must give the cost of goods, like a new one. */
function refuseCost(context: Context, { payment, products }: EditInput, order: LockedOrder): void {
  if (order.product_status !== 'R' && products.some((line) => line.product_status === 'R')) return;
  const field = 'payment.cost_of_goods_sales';
  refuseHiddenFields(context, 'cost.read', [{ field, value: payment.cost_of_goods_sales }]);
}

/** The current order. Until the transaction ends, no warehouse of its lines can be deleted. */
async function loadCurrent(context: Context, order: LockedOrder): Promise<CurrentOrder> {
  await holdWarehouses(context, order.id);
  const lines: StoredLine[] = await context.db
    .selectFrom('order_lines as l')
    .innerJoin('product_variations as v', (join) =>
      join.on('v.shop_id', '=', context.shop.id).onRef('v.id', '=', 'l.variation_id'),
    )
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 'l.warehouse_id'),
    )
    .selectAll('l')
    .select(['v.product_id', sql<boolean>`w.archived_at is not null`.as('is_deleted')])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order.id)
    .orderBy('l.position')
    .execute();
  const charges: StoredCharge[] = await context.db
    .selectFrom('order_charges')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  const promo_ids = [...lines.map(({ promo_id }) => promo_id), order.shipping_promo_id].flatMap(
    (id) => id ?? [],
  );
  return { order, lines, charges, promos: await loadPromoCodes(context, promo_ids) };
}

async function loadPromoCodes(context: Context, ids: readonly number[]): Promise<CurrentOrder['promos']> {
  if (ids.length === 0) return new Map();
  const promos = await context.db
    .selectFrom('promos')
    .select(['id', 'coupon_code'])
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(promos.map(({ id, coupon_code }) => [id, coupon_code]));
}

/** @throws Refusal 422 if the edit changes products, receiver or COD of a parcel that has been shipped */
function refuseAway(requested: UnratedOrder, touched: Touched, order: LockedOrder): void {
  const away = (field: string) =>
    orderErrors.part('order_with_courier', field, { status: order.shipping_status ?? '' });
  const faults = [
    ...(touched.goods ? [away('products')] : []),
    ...(requested.customer_receiver_id === order.receiver_id ? [] : [away('customer_receiver_id')]),
    ...(requested.is_cod === order.is_cod ? [] : [away('is_cod')]),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

/** @throws Refusal 422 if the edit changes what several shipments of an order share out among them */
function refuseSplit(requested: UnratedOrder, touched: Touched, order: LockedOrder): void {
  const faults = [
    ...(touched.goods ? [orderErrors.part('order_split', 'products')] : []),
    ...(requested.is_cod && !order.is_cod ? [orderErrors.part('cod_order_not_split', 'is_cod')] : []),
    ...((requested.awb_number ?? null) === order.awb_number
      ? []
      : [orderErrors.part('order_split', 'awb_number')]),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

async function loadShopFacts(
  context: Context,
  requested: UnratedOrder,
  { order, lines, promos }: CurrentOrder,
  bank_id: number | undefined,
): Promise<OrderFacts> {
  const variation_ids = requested.products.map((line) => line.id);
  await sql`select p.id from products p where p.shop_id = ${context.shop.id} and p.id in (
      select v.product_id from product_variations v where v.shop_id = ${context.shop.id}
        and v.id = any(${variation_ids}::bigint[]))
    order by p.id for share`.execute(context.db);
  const facts = await loadOrderFacts(context, {
    sender_id: requested.customer_sender_id,
    is_guest: order.order_category === 'SF_GUEST',
    receiver_id: requested.customer_receiver_id,
    supplier_id: requested.supplier_id,
    order_source_id: requested.order_source_id,
    bank_id,
    courier_id: requested.expedition.id,
    current_courier_id: order.courier_service_id,
    variation_ids,
    current_customer_ids: [order.sender_id, order.receiver_id],
    current_variation_ids: lines.map(({ variation_id }) => variation_id),
    current_order_source_id: order.order_source_id,
    current_bank_ids: order.bank_account_ids,
    current_promo_ids: [...promos.keys()],
    warehouse_ids: requested.products.flatMap((line) => line.warehouse_id ?? []),
    promo_ids: namedPromoIds(requested),
    coupon_code: requested.coupon_code,
    running_promos: false,
  });
  return order.order_category === 'APP' ? facts : withContactsOfBuyer(context, facts, order);
}
