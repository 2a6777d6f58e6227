import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { idNotFound } from '../../kernel/not-found.ts';
import { findDistrictCode } from '../reference/index.ts';
import { customerErrors } from './errors.ts';

/**
 * Checks the objects that a customer's input refers to.
 * @param present the current category of the customer, which can stay although the shop deactivated it
 * @returns the official code of the district, if one was given
 * @throws Refusal 422 on the field whose district is unknown or whose category is not active
 */
export async function checkReferences(
  context: Context,
  input: { district_id?: number | undefined; category?: string | undefined },
  present?: string,
): Promise<{ district_code: number | undefined }> {
  const faults: RefusalPart[] = [];
  let district_code: number | undefined;
  if (input.district_id !== undefined) {
    district_code = await findDistrictCode(context, input.district_id);
    if (district_code === undefined) faults.push(idNotFound('district_id'));
  }
  if (input.category !== undefined && input.category !== present) {
    const categories = await context.db
      .selectFrom('customer_categories')
      .select('code')
      .where('shop_id', '=', context.shop.id)
      .where('is_active', '=', true)
      .orderBy('id')
      .execute();
    const active = categories.map((category) => category.code as string);
    if (!active.includes(input.category))
      faults.push(customerErrors.part('category_inactive', 'category', { active: active.join(', ') }));
  }
  if (faults.length > 0) throw new Refusal(faults);
  return { district_code };
}
