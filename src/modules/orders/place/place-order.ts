import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { lockPromos, takePromos } from '../../promos/index.ts';
import { shortage, type ShortStock } from '../order-stock.ts';
import { loadOrderFacts } from './load-order-facts.ts';
import { titleOf } from './order-faults.ts';
import { planOrder, type PlannedOrder } from './plan-order.ts';
import { namedPromoIds, rated } from './price-request.ts';
import type { CreateOrderInput } from './schemas.ts';
import { storeOrder, type OrderStored } from './store-order.ts';
import { storeTogether } from './store-together.ts';

type Input = z.output<typeof CreateOrderInput>;

/** How often an order is planned anew where others changed meanwhile what it was planned by. */
const MOST_PLANS = 5;

/**
 * Places an order: prices it with the data of the shop, takes its stock and number, and stores it with its payment, all
 * or nothing. Two round trips: one reads the objects behind the ids, one writes (one more each with promos). They are
 * repeated if a product or promo was edited in between, or the chosen warehouse no longer has the stock.
 *
 * Guaranteed under any concurrency: no level goes below 0, po_number has no gaps and no duplicates, a refused order
 * leaves nothing, and an order that some warehouse could serve is not refused because another order took the stock of
 * the chosen one.
 * @throws Refusal 422 naming every invalid field; `products.N.qty` with what is left if stock is short
 */
export async function placeOrder(
  context: Context,
  input: Input,
): Promise<{ order_id: number; po_number: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const facts = await loadOrderFacts(context, {
      sender_id: input.customer_sender_id,
      receiver_id: input.customer_receiver_id,
      supplier_id: input.supplier_id,
      order_source_id: input.order_source_id,
      bank_id: input.payment.bank_id,
      courier_id: input.expedition.id,
      variation_ids: input.products.map((line) => line.id),
      warehouse_ids: input.products.flatMap((line) => line.warehouse_id ?? []),
      promo_ids: namedPromoIds(input),
      coupon_code: input.coupon_code,
      running_promos: false,
    });
    const plan = planOrder(
      {
        ...input,
        expedition: rated(input.expedition, facts),
        is_cod: input.is_cod ?? input.expedition.is_cod ?? false,
      },
      facts,
    );
    const stored = await storeWithPromos(context, plan);
    if ('order_id' in stored) return stored;
    if ('short' in stored) {
      if (attempt === MOST_PLANS || !isChoiceOutdated(input, plan, stored.short))
        throw shortage(plan.lines.map(placedLine), stored.short);
    } else if (attempt === MOST_PLANS) throw kernelErrors.refuse('conflict');
  }
}

const placedLine = ({ goods, warehouse_id }: PlannedOrder['lines'][number]) => ({
  variation_id: goods.variation_id,
  warehouse_id,
  title: titleOf(goods),
});

/** Stores the order and counts that it uses its promos, both or none. */
async function storeWithPromos(context: Context, plan: PlannedOrder): Promise<OrderStored> {
  if (plan.promos.length === 0) return storeTogether(context, plan);
  const key = context.key && { key: context.key };
  return context.transaction(async (transaction) => {
    const inner = { ...transaction, ...key };
    if (!(await lockPromos(inner, plan.promos))) return { is_outdated: true };
    const stored = await storeOrder(inner, plan);
    if (!('order_id' in stored)) return stored;
    const promo_ids = plan.promos.map(({ id }) => id);
    await takePromos(inner, { order_id: stored.order_id, customer_id: plan.sender.id, promo_ids });
    return stored;
  });
}

/** Whether a warehouse that was chosen because it held enough has less now: another may hold enough. */
function isChoiceOutdated(input: Input, plan: PlannedOrder, short: readonly ShortStock[]): boolean {
  return plan.lines.some(({ goods, warehouse_id, quantity }, index) => {
    if (input.products[index]?.warehouse_id !== undefined) return false;
    const read = goods.levels.find((level) => level.warehouse_id === warehouse_id)?.quantity ?? 0;
    const level = levelOf(short, goods.variation_id, warehouse_id);
    return level !== undefined && level.left < read && quantity <= read;
  });
}

function levelOf(short: readonly ShortStock[], variation_id: number, warehouse_id: number) {
  return short.find((level) => level.variation_id === variation_id && level.warehouse_id === warehouse_id);
}
