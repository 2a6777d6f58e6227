import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { ProductCategoryIdInput } from './schemas.ts';

export async function getProductCategory(context: Context, input: z.output<typeof ProductCategoryIdInput>) {
  const category = await context.db
    .selectFrom('product_categories')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (category === undefined) throw kernelErrors.refuse('not_found');
  return category;
}
