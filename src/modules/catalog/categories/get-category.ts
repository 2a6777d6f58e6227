import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { CategoryIdInput } from './schemas.ts';

export async function getCategory(context: Context, input: z.output<typeof CategoryIdInput>) {
  const category = await context.db
    .selectFrom('product_categories')
    .select(['id', 'name'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (category === undefined) throw kernelErrors.refuse('not_found');
  return category;
}
