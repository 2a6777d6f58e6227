import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { UpdateProductCategoryInput } from './schemas.ts';

/** Renames a product category. Refused where another of the shop has the name. */
export async function updateProductCategory(
  context: Context,
  input: z.output<typeof UpdateProductCategoryInput>,
) {
  return context.transaction(async (inner) => {
    const category = await inner.db
      .updateTable('product_categories')
      .set({ name: input.name })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .returning(['id', 'name'])
      .executeTakeFirst();
    if (category === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'product_category.updated', category.id);
    return category;
  });
}
