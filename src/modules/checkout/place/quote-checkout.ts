import type { z } from 'zod';
import { sum } from '../../../kernel/money.ts';
import { shortageOf, type PlannedOrder } from '../../orders/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { loadStoreFacts } from './load-store-facts.ts';
import { ofReceiver } from './checkout.ts';
import { planCheckout, type CheckoutPlan } from './plan-checkout.ts';
import type { CheckoutQuote, QuoteInput } from './schemas.ts';

/**
 * What a checkout costs, by the same rules as when it is placed.
 * @throws Refusal 422: see `planCheckout`; with what is left on `products.N.qty` if stock is short at the moment
 */
export async function quoteCheckout(
  context: StoreContext,
  { is_cod, ...input }: z.output<typeof QuoteInput>,
): Promise<z.input<typeof CheckoutQuote>> {
  const plan = await planCheckout(context, input, await loadStoreFacts(context), is_cod);
  refuseShort(plan);
  const { orders, total_idr } = plan;
  return { total: total_idr, orders: orders.map(presentOrder) };
}

/** As a checkout takes the stock, receiver after receiver; nothing is locked or held. */
function refuseShort(plan: CheckoutPlan): void {
  const left = new Map<string, number>();
  for (const [index, order] of plan.orders.entries()) {
    // Goods of other suppliers and preorders have no stock to take.
    if (order.product_status !== 'S') continue;
    const wanted = Map.groupBy(
      order.lines,
      ({ goods, warehouse_id }) => `${goods.variation_id} ${warehouse_id}`,
    );
    const short = [];
    for (const [place, lines] of wanted) {
      const [{ goods, warehouse_id }] = lines as [PlannedOrder['lines'][number]];
      const level = goods.levels.find((one) => one.warehouse_id === warehouse_id);
      const held = left.get(place) ?? level?.quantity ?? 0;
      const quantity = sum(lines.map((line) => line.quantity));
      if (quantity > held) short.push({ variation_id: goods.variation_id, warehouse_id, left: held });
      left.set(place, held - quantity);
    }
    if (short.length > 0) throw ofReceiver(plan, index, shortageOf(order, short));
  }
}

function presentOrder({ lines, price, shipping, charges, weight_grams }: PlannedOrder) {
  return {
    products: lines.map(({ goods, quantity, price: line }) => ({
      id: goods.variation_id,
      name: [goods.name, goods.color, goods.size].filter((part) => part !== '').join(' '),
      qty: quantity,
      price: line.price_idr,
      discount: line.discount_idr,
      subtotal: line.subtotal_idr,
    })),
    weight: weight_grams,
    goods: price.goods_idr,
    shipping: shipping.cost_idr,
    shipping_discount: shipping.discount_idr,
    other_costs: charges.map(({ charge, amount_idr }) => ({ name: charge.name, amount: amount_idr })),
    courier: `${shipping.logistic_name} ${shipping.rate_name}`.trim(),
    total: price.total_idr,
  };
}
