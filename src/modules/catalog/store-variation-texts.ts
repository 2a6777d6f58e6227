import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';

/**
 * The texts of all variations of the products, archived ones too, and their words: those that are there as they should be
 * stay untouched. Rows are looked up one by one, by their keys (decision 0010); each text is made once.
 */
export const variationTexts = statement<object>(
  'store_variation_texts',
  `with written as materialized (
    select v.id, p.id as product_id, v.position, p.product_type, p.created_at, v.archived_at, made.search_text,
      array[p.name, v.color, v.size] as names
    from unnest($2::bigint[]) as wanted (id)
    cross join lateral (
      select * from products p where p.shop_id = $1 and p.id = wanted.id offset 0) as p
    cross join lateral (
      select * from product_variations v where v.shop_id = $1 and v.product_id = wanted.id offset 0) as v
    cross join lateral (select variation_search_text(p.name, v.color, v.size, v.sku) as search_text offset 0) as made
    left join lateral (
      select t.variation_id, t.search_text, t.archived_at, t.product_type from variation_texts t
      where t.shop_id = $1 and t.variation_id = v.id limit 1) as stored on true
    where stored.variation_id is null or stored.search_text <> made.search_text
      or stored.product_type <> p.product_type or stored.archived_at is distinct from v.archived_at
  ),
  words as (
    insert into search_words (shop_id, word)
    select $1, brought.word
    from (
      -- Apart at what is no letter: to look for runs of three to forty takes four times as long.
      select distinct left(piece.word, 40) collate "C" as word
      from (select distinct name from written, unnest(names) as name) as named,
        regexp_split_to_table(search_form(named.name), '[^[:alpha:]]+') as piece (word)
      where length(piece.word) >= 3
    ) as brought
    left join lateral (
      select 1 as one from search_words known where known.shop_id = $1 and known.word = brought.word limit 1
    ) as known on true
    where known.one is null
  )
  insert into variation_texts (shop_id, variation_id, product_id, position, product_type, product_created_at, archived_at,
    search_text)
  select $1, id, product_id, position, product_type, created_at, archived_at, search_text
  from written
  on conflict (shop_id, variation_id) do update
  set product_type = excluded.product_type, archived_at = excluded.archived_at, search_text = excluded.search_text`,
);

/**
 * Stores what search reads of products: call it after every write of a name or type of a product, and of a colour, size,
 * SKU or archiving of a variation, in the same transaction. One statement.
 */
export async function storeVariationTexts(context: Context, product_ids: readonly number[]): Promise<void> {
  if (product_ids.length > 0) await variationTexts.run(context.db, [context.shop.id, product_ids]);
}
