import { sql } from 'kysely';
import { remember } from '../remember.ts';
import type { StoreContext } from '../store-context.ts';
import { storeLimits } from '../limits.ts';
import { isInStore } from './store-product-sql.ts';

/** The categories that have a product in the store, by name. A second old at most. */
export function listStoreCategories(context: StoreContext): Promise<{ id: number; name: string }[]> {
  const { id: shop_id } = context.shop;
  return remember(context, 'categories', () =>
    context.db
      .selectFrom('product_categories as category')
      .select(['category.id', 'category.name'])
      .where('category.shop_id', '=', shop_id)
      .where(
        // As a value, not as a condition: a condition would be joined, and all products be read.
        sql<boolean>`(select true from products p
          where p.shop_id = ${shop_id} and p.category_id = category.id and ${sql.raw(isInStore('p'))} limit 1) is true`,
      )
      .orderBy(sql`lower(category.name)`)
      .limit(storeLimits.store_categories)
      .execute(),
  );
}
