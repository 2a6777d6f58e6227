import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { viewErrors } from './errors.ts';
import { viewLimits } from './limits.ts';
import { lockUserRow } from './lock-user-row.ts';

/**
 * Call it in the transaction that adds a view: a user has no more of a list than the limit, and neither does a shop of shared
 * ones, however many are added at once.
 * @throws Refusal 422
 */
export async function holdToViews(
  context: Context,
  { list, is_shared }: { list: string; is_shared: boolean },
): Promise<void> {
  const { db, shop, actor } = context;
  const of_list = db.selectFrom('saved_views').where('shop_id', '=', shop.id).where('list', '=', list);
  if (is_shared) await holdToLimit(context, viewLimits.views_of_list, of_list.where('is_shared', '=', true));
  await lockUserRow(context);
  const { having } = await of_list
    .where('user_id', '=', actor.user_id)
    .select(sql<number>`count(*)`.as('having'))
    .executeTakeFirstOrThrow();
  if (having >= viewLimits.views_of_list)
    throw viewErrors.refuse('views_full', { limit: viewLimits.views_of_list });
}
