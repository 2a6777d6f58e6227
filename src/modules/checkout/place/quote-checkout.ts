import type { z } from 'zod';
import type { PlannedOrder } from '../../orders/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { loadStoreFacts } from './load-store-facts.ts';
import { planCheckout } from './plan-checkout.ts';
import type { CheckoutQuote, QuoteInput } from './schemas.ts';

/** What a checkout costs, by the same rules as when it is placed. */
export async function quoteCheckout(
  context: StoreContext,
  { is_cod, ...input }: z.output<typeof QuoteInput>,
): Promise<z.input<typeof CheckoutQuote>> {
  const { orders, total_idr } = await planCheckout(context, input, await loadStoreFacts(context), is_cod);
  return { total: total_idr, orders: orders.map(presentOrder) };
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
