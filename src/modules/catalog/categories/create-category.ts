import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { catalogLimits } from '../limits.ts';
import type { CreateProductCategoryInput } from './schemas.ts';

/** Adds a product category. Refused where the shop has one of this name, in any letter case. */
export async function createProductCategory(
  context: Context,
  input: z.output<typeof CreateProductCategoryInput>,
) {
  return context.transaction(async (inner) => {
    const having = inner.db.selectFrom('product_categories').where('shop_id', '=', inner.shop.id);
    await holdToLimit(inner, catalogLimits.product_categories, having);
    const category = await inner.db
      .insertInto('product_categories')
      .values({ shop_id: inner.shop.id, name: input.name, created_at: inner.clock.now() })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
    await emit(inner, 'product_category.created', category.id);
    return category;
  });
}
