import type { Context } from '../../../kernel/context.ts';
import { catalogLimits } from '../limits.ts';

/** The shop's product categories by name. */
export async function listProductCategories(context: Context) {
  return context.db
    .selectFrom('product_categories')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .orderBy('name')
    .limit(catalogLimits.product_categories)
    .execute();
}
