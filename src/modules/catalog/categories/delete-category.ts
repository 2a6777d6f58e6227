import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { ProductCategoryIdInput } from './schemas.ts';

/** Deletes a product category; its products stay, uncategorised. */
export async function deleteProductCategory(
  context: Context,
  input: z.output<typeof ProductCategoryIdInput>,
) {
  return context.transaction(async (inner) => {
    // A product that is just being made with the category is waited for, so that it is uncategorised too.
    await inner.db
      .selectFrom('product_categories')
      .select('id')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .forUpdate()
      .execute();
    await inner.db
      .updateTable('products')
      .set({ category_id: null })
      .where('shop_id', '=', inner.shop.id)
      .where('category_id', '=', input.id)
      .execute();
    const category = await inner.db
      .deleteFrom('product_categories')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .returning(['id', 'name'])
      .executeTakeFirst();
    if (category === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'product_category.deleted', category.id);
    return category;
  });
}
