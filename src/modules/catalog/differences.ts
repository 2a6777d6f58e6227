import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Products whose lowest price or margin is not that of a variation. */
export async function findLowestDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select p.shop_id, p.id as product_id, p.lowest_price_idr, v.lowest, p.lowest_margin_idr, v.lowest_margin
    from products p join (select shop_id, product_id, min(price_idr) as lowest, min(price_idr - price_buy_idr) as lowest_margin
      from product_variations where archived_at is null group by shop_id, product_id) v
      on v.shop_id = p.shop_id and v.product_id = p.id
    where p.archived_at is null and (p.lowest_price_idr <> v.lowest or p.lowest_margin_idr <> v.lowest_margin)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}

/** Variations that search reads otherwise than they are. */
export async function findVariationTextDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select v.shop_id, v.id as variation_id, t.search_text
    from product_variations v
    join products p on p.shop_id = v.shop_id and p.id = v.product_id
    left join variation_texts t on t.shop_id = v.shop_id and t.variation_id = v.id
    where t.variation_id is null or t.archived_at is distinct from v.archived_at or t.product_type <> p.product_type
      or t.search_text <> variation_search_text(p.name, v.color, v.size, v.sku)
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
