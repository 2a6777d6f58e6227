import type { Context } from '../../kernel/context.ts';

/** Replaces the products of a promo. Call it in the transaction that writes the promo. */
export async function storePromoProducts(
  context: Context,
  promo_id: number,
  product_ids: readonly number[],
): Promise<void> {
  const { id: shop_id } = context.shop;
  await context.db
    .deleteFrom('promo_products')
    .where('shop_id', '=', shop_id)
    .where('promo_id', '=', promo_id)
    .execute();
  if (product_ids.length === 0) return;
  await context.db
    .insertInto('promo_products')
    .values(product_ids.map((product_id) => ({ shop_id, promo_id, product_id })))
    .execute();
}
