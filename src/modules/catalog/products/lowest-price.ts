import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';

/** The `lowest_price_idr` of a product: the lowest of its variations, for an update of `products`. */
export const lowestPriceSql = (context: Context) => leastOfVariations(context, sql`v.price_idr`);

/** The `lowest_margin_idr` of a product: the margin of the variation that earns the least. */
export const lowestMarginSql = (context: Context) =>
  leastOfVariations(context, sql`v.price_idr - v.price_buy_idr`);

/**
 * They are looked up by their product before any other condition applies: if the table was never analysed, the index of
 * SKUs in use would seem smaller, and all variations of the shop would be read for each product.
 */
function leastOfVariations({ shop }: Context, amount: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`coalesce((
    select min(${amount}) from (
      select price_idr, price_buy_idr, archived_at from product_variations
      where shop_id = ${shop.id} and product_id = products.id offset 0) as v
    where v.archived_at is null), 0)`;
}
