import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { emitAll } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { catalogLimits } from '../limits.ts';

/**
 * Adds product categories, in the transaction that is open.
 * @param names those that the shop does not have, each once in any letter case
 * @returns the ids of those added; somebody else may have added others this moment
 * @throws Refusal 422 if the shop would have more than it may
 */
export async function createProductCategories(context: Context, names: readonly string[]): Promise<number[]> {
  const having = context.db.selectFrom('product_categories').where('shop_id', '=', context.shop.id);
  await holdToLimit(context, catalogLimits.product_categories, having, names.length);
  const { rows } = await sql<{ id: number }>`
    insert into product_categories (shop_id, name, created_at)
    select ${context.shop.id}, name, ${context.clock.now()} from unnest(${names}::text[]) as new (name)
    on conflict (shop_id, lower(name)) do nothing
    returning id`.execute(context.db);
  const ids = rows.map(({ id }) => id);
  await emitAll(context, 'product_category.created', ids);
  return ids;
}
