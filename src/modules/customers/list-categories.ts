import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { CustomerCategory, ListCategoriesInput } from './schemas.ts';

/** As the reference lists them: the built-in ones, then the shop's own. */
const ORDER = ['N', 'Y', 'D', '1', '2', '3'];

/** The shop's customer categories, six at most. */
export async function listCategories(
  context: Context,
  input: z.output<typeof ListCategoriesInput>,
): Promise<z.input<typeof CustomerCategory>[]> {
  const rows = await context.db
    .selectFrom('customer_categories')
    .select(['id', 'code', 'name', 'is_active', 'discount_access', 'wholesale_access'])
    .where('shop_id', '=', context.shop.id)
    .$if(input.status !== undefined, (query) => query.where('is_active', '=', input.status === 'Y'))
    .execute();
  return rows
    .toSorted((left, right) => ORDER.indexOf(left.code) - ORDER.indexOf(right.code))
    .map(({ name, is_active, ...row }) => ({
      ...row,
      category_name: name,
      status: is_active ? 'ACTIVE' : 'NON ACTIVE',
    }));
}
