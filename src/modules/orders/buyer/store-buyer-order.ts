import type { Context } from '../../../kernel/context.ts';
import type { OrdersTable } from '../../../kernel/database/schema.generated.ts';
import { lockPromos, takePromos } from '../../promos/index.ts';
import { shortage, type ShortStock } from '../order-stock.ts';
import { loadOrderFacts, type CustomerFacts, type OrderFacts } from '../place/load-order-facts.ts';
import { titleOf } from '../place/order-faults.ts';
import type { PlannedOrder } from '../place/plan-order.ts';
import { storeOrder, type OrderStored } from '../place/store-order.ts';

/** What buyers' orders are counted under. */
export type BuyerCategory = Extract<OrdersTable['order_category'], 'PRIVOR' | 'SF_MEMBER' | 'SF_GUEST'>;

/**
 * What a buyer's order must know of the shop, with the promos that run. One statement, two
 * in a shop that has promos.
 * @param wanted.customer_id whose use of promos counts; null: a customer that is new
 * @param wanted.is_guest whether the uses count that guests made of the phone number of that customer, else its own
 */
export async function loadBuyerFacts(
  context: Context,
  wanted: {
    sender: CustomerFacts;
    receiver: CustomerFacts;
    customer_id: number | null;
    is_guest: boolean;
    supplier_id: number;
    courier_id: number;
    variation_ids: number[];
    coupon_code: string | undefined;
    has_promos: boolean;
  },
): Promise<OrderFacts> {
  const { sender, receiver, customer_id, has_promos, ...ids } = wanted;
  const facts = await loadOrderFacts(context, {
    ...ids,
    sender_id: customer_id ?? undefined,
    receiver_id: undefined,
    order_source_id: undefined,
    bank_id: undefined,
    warehouse_ids: [],
    promo_ids: [],
    running_promos: has_promos,
  });
  return { ...facts, sender, receiver };
}

/**
 * Stores a buyer's order, which waits to be confirmed, with its stock and its use of promos. Call it in a transaction.
 * @param customers who they are now: a guest may have become a customer since the order was planned
 * @returns what was short, or that promos or products were changed since: then the transaction has to be rolled back
 */
export async function storeBuyerOrder(
  context: Context,
  plan: PlannedOrder,
  customers: { sender_id: number; receiver_id: number },
  order_category: BuyerCategory,
): Promise<OrderStored> {
  const named = {
    ...plan,
    sender: { ...plan.sender, id: customers.sender_id },
    receiver: { ...plan.receiver, id: customers.receiver_id },
  };
  if (plan.promos.length > 0 && !(await lockPromos(context, plan.promos))) return { is_outdated: true };
  const stored = await storeOrder(context, named, { order_category, order_status: 'UNCONFIRMED' });
  if ('order_id' in stored && plan.promos.length > 0)
    await takePromos(context, {
      order_id: stored.order_id,
      customer_id: customers.sender_id,
      is_guest: order_category === 'SF_GUEST',
      promo_ids: plan.promos.map(({ id }) => id),
    });
  return stored;
}

/** Says what is left of the goods of which too little is there. */
export function shortageOf(plan: PlannedOrder, short: readonly ShortStock[]) {
  return shortage(
    plan.lines.map(({ goods, warehouse_id }) => ({
      variation_id: goods.variation_id,
      warehouse_id,
      title: titleOf(goods),
    })),
    short,
  );
}
