import { sql } from 'kysely';

/** What a product's `lowest_price_idr` is: the least of its variations, for an update of `products`. */
export const lowestPriceSql = sql<number>`coalesce((
  select min(v.price_idr) from product_variations v
  where v.shop_id = products.shop_id and v.product_id = products.id and v.archived_at is null), 0)`;

/** And its `lowest_margin_idr`: what the variation earns that earns the least. */
export const lowestMarginSql = sql<number>`coalesce((
  select min(v.price_idr - v.price_buy_idr) from product_variations v
  where v.shop_id = products.shop_id and v.product_id = products.id and v.archived_at is null), 0)`;
