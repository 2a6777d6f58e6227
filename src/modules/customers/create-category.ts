import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { customerErrors } from './errors.ts';
import type { CreateCustomerCategoryInput, CustomerCategoryCreated } from './schemas.ts';

/** Codes of custom categories; every product has a price for each. */
const CUSTOM_CODES = ['1', '2', '3'] as const;

/**
 * Adds a custom customer category. As in the reference, it is inactive until it is activated.
 * @throws Refusal 422 if the shop already has all three
 */
export async function createCustomerCategory(
  context: Context,
  input: z.output<typeof CreateCustomerCategoryInput>,
): Promise<z.input<typeof CustomerCategoryCreated>> {
  return context.transaction(async (inner) => {
    const { shop } = inner;
    // Two at once must not take one code.
    await inner.db.selectFrom('shops').select('id').where('id', '=', shop.id).forNoKeyUpdate().execute();
    const taken = await inner.db
      .selectFrom('customer_categories')
      .select('code')
      .where('shop_id', '=', shop.id)
      .execute();
    const code = CUSTOM_CODES.find((custom) => taken.every((category) => category.code !== custom));
    if (code === undefined) throw customerErrors.refuseField('categories_full', 'category_name');
    const { discount_access, wholesale_access } = input;
    const { id } = await inner.db
      .insertInto('customer_categories')
      .values({
        shop_id: shop.id,
        code,
        name: input.category_name,
        is_active: false,
        discount_access,
        wholesale_access,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'customer_category.created', id);
    return {
      id,
      category_name: input.category_name,
      code,
      status: 'NON ACTIVE',
      discount_access: discount_access ? '1' : '0',
      wholesale_access: wholesale_access ? '1' : '0',
    };
  });
}
