import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { emitAll } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { catalogLimits } from '../limits.ts';

/** A category by its name, and the products that are to have it. */
interface WantedCategory {
  name: string;
  product_ids: number[];
}

/**
 * Gives products, which the caller has stored or locked, their categories, and adds those that the shop does not have, in
 * the transaction that is open. To be called last in a long one: others who add what a shop has a limit of wait for it.
 * @param wanted each name once in any letter case
 * @returns the ids of the categories added
 * @throws Refusal 422 if the shop would have more than it may
 */
export async function giveCategories(context: Context, wanted: readonly WantedCategory[]): Promise<number[]> {
  if (wanted.length === 0) return [];
  const shop_id = context.shop.id;
  const having = context.db.selectFrom('product_categories').where('shop_id', '=', shop_id);
  // Who adds categories does so after one another. How many these are together is known when they are added.
  await holdToLimit(context, catalogLimits.product_categories, having, 0);
  const { rows } = await sql<{ id: number }>`
    insert into product_categories (shop_id, name, created_at)
    select ${shop_id}, name, ${context.clock.now()} from unnest(${wanted.map(({ name }) => name)}::text[]) as new (name)
    on conflict (shop_id, lower(name)) do nothing
    returning id`.execute(context.db);
  await holdToLimit(context, catalogLimits.product_categories, having, 0);
  await sql`
    update products as p set category_id = category.id
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (name text, product_ids bigint[])
    join product_categories category on category.shop_id = ${shop_id} and lower(category.name) = lower(w.name)
    cross join unnest(w.product_ids) as of_product (id)
    where p.shop_id = ${shop_id} and p.id = of_product.id`.execute(context.db);
  const ids = rows.map(({ id }) => id);
  await emitAll(context, 'product_category.created', ids);
  return ids;
}
