import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { emitAll } from '../../../kernel/outbox.ts';

/**
 * Deletes those of the categories that no product has, in the transaction that is open. Deleted products, which keep
 * their category otherwise, are uncategorised.
 * @param names what they were called, in any letter case: one that was renamed since stays
 */
export async function deleteUnusedCategories(
  context: Context,
  ids: readonly number[],
  names: readonly string[],
): Promise<void> {
  const shop_id = context.shop.id;
  // A product that is just being made with one is waited for. Only what is read after that sees it.
  await sql`
    select id from product_categories where shop_id = ${shop_id} and id = any(${ids}::bigint[])
    order by id for update`.execute(context.db);
  const { rows } = await sql<{ id: number }>`
    select category.id from product_categories as category
    where category.shop_id = ${shop_id} and category.id = any(${ids}::bigint[])
      and lower(category.name) in (select lower(name) from unnest(${names}::text[]) as given (name))
      and not exists (select 1 from products p where p.shop_id = ${shop_id}
        and p.category_id = category.id and p.archived_at is null)`.execute(context.db);
  const unused = rows.map(({ id }) => id);
  if (unused.length === 0) return;
  await sql`
    update products set category_id = null
    where shop_id = ${shop_id} and category_id = any(${unused}::bigint[])`.execute(context.db);
  await sql`
    delete from product_categories
    where shop_id = ${shop_id} and id = any(${unused}::bigint[])`.execute(context.db);
  await emitAll(context, 'product_category.deleted', unused);
}
