import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { AdminFeeSaved, CreateAdminFeeInput, UpdateAdminFeeInput } from './schemas.ts';

type Saved = z.input<typeof AdminFeeSaved>;

/**
 * Sets what customers of a category pay on top when they pay through the payment gateway.
 * @throws Refusal 422 on `category_code` for a category that the shop does not have, or that has a fee already (by a unique
 *   constraint, so also for concurrent requests)
 */
export async function createAdminFee(
  context: Context,
  { nominal: nominal_idr, category_code }: z.output<typeof CreateAdminFeeInput>,
): Promise<Saved> {
  return context.transaction(async (inner) => {
    await refuseMissingCategory(inner, category_code);
    const now = inner.clock.now();
    const { id } = await inner.db
      .insertInto('admin_fees')
      .values({ shop_id: inner.shop.id, category_code, nominal_idr, created_at: now, updated_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'admin_fee.created', id, { category_code, nominal_idr });
    return { id, nominal: String(nominal_idr), category_code };
  });
}

/**
 * Changes amount and category of an admin fee. What was ordered before keeps the fee that it was ordered with.
 * @throws Refusal 404 if the shop has no such fee; 422 as for a new one
 */
export async function updateAdminFee(
  context: Context,
  { id, nominal: nominal_idr, category_code }: z.output<typeof UpdateAdminFeeInput>,
): Promise<Saved> {
  return context.transaction(async (inner) => {
    const before = await inner.db
      .selectFrom('admin_fees')
      .select(['category_code', 'nominal_idr'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) throw kernelErrors.refuse('not_found');
    await refuseMissingCategory(inner, category_code);
    const after = { category_code, nominal_idr };
    await inner.db
      .updateTable('admin_fees')
      .set({ ...after, updated_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    await emit(inner, 'admin_fee.updated', id, differenceOf(before, after));
    return { id, nominal: String(nominal_idr), category_code };
  });
}

type Code = z.output<typeof CreateAdminFeeInput>['category_code'];

async function refuseMissingCategory({ db, shop }: Context, code: Code): Promise<void> {
  const category = await db
    .selectFrom('customer_categories')
    .select('id')
    .where('shop_id', '=', shop.id)
    .where('code', '=', code)
    .executeTakeFirst();
  foundBy('category_code', category);
}
