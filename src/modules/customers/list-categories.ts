import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { CustomerCategory, ListCategoriesInput } from './schemas.ts';

/** As the reference lists them: the built-in ones, then the shop's own. */
const ORDER = ['N', 'Y', 'D', '1', '2', '3'];

/** The shop's customer categories, six at most. */
export async function listCustomerCategories(
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
    .map(presentCategory);
}

interface Row {
  id: number;
  code: string;
  name: string;
  is_active: boolean;
  discount_access: boolean;
  wholesale_access: boolean;
}

export function presentCategory(row: Row): z.input<typeof CustomerCategory> {
  return {
    id: row.id,
    code: row.code,
    category_name: row.name,
    status: row.is_active ? 'ACTIVE' : 'NON ACTIVE',
    discount_access: row.discount_access,
    wholesale_access: row.wholesale_access,
  };
}
