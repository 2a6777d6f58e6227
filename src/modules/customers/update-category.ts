import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { customerErrors } from './errors.ts';
import { presentCategory } from './list-categories.ts';
import type { CustomerCategory, UpdateCustomerCategoryInput } from './schemas.ts';

/**
 * Updates the given fields of a customer category; its code does not change. Existing orders keep their prices.
 * @throws Refusal 404 if the shop has no such category; 422 if the code belongs to another category, or N would be
 *   deactivated
 */
export async function updateCustomerCategory(
  context: Context,
  input: z.output<typeof UpdateCustomerCategoryInput>,
): Promise<z.input<typeof CustomerCategory>> {
  return context.transaction(async (inner) => {
    const before = await inner.db
      .selectFrom('customer_categories')
      .selectAll()
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) throw kernelErrors.refuse('not_found');
    if (input.code !== undefined && input.code !== before.code)
      throw customerErrors.refuseField('category_code_other', 'code', { code: before.code });
    if (before.code === 'N' && input.status === 'N')
      throw customerErrors.refuseField('category_needed', 'status');
    const after = {
      name: input.category_name ?? before.name,
      is_active: input.status === undefined ? before.is_active : input.status === 'Y',
      discount_access: input.discount_access ?? before.discount_access,
      wholesale_access: input.wholesale_access ?? before.wholesale_access,
    };
    await inner.db
      .updateTable('customer_categories')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', before.id)
      .execute();
    await emit(inner, 'customer_category.updated', before.id, differenceOf(before, after));
    return presentCategory({ ...before, ...after });
  });
}
