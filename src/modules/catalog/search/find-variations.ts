import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { limits } from '../../../kernel/limits.ts';
import { findByKeyword } from './find-by-keyword.ts';
import { isSearched, NEWEST_FIRST, type Search, type SearchedVariations } from './search-rule.ts';

export interface VariationPage {
  limit: number;
  offset: number;
}

/** The ids of a page, and how many variations there are: exact up to `limits.exact_total`, beyond it one more. */
export interface FoundVariations {
  ids: number[];
  total: number;
}

/**
 * Variations that match a keyword: first the one with exactly this SKU, then those of the newest products, in the order
 * of the product. At most four statements.
 * @returns the ids of all variations if the keyword is empty; their total is not counted then
 */
export async function findVariations(
  context: Context,
  keyword: string | undefined,
  page: VariationPage,
  searched: SearchedVariations = {},
): Promise<FoundVariations | { ids: number[]; total: undefined }> {
  const found = await findByKeyword(context, keyword, searched, (search) =>
    findPage(context, search, page, keyword ?? '', searched),
  );
  if (found === undefined)
    return { ids: await walk(context, isSearched(context, searched), page), total: undefined };
  const { total, exact_id } = found;
  if (total <= limits.exact_total) return { ids: found.ids, total };
  if (exact_id === null) return { ids: await walk(context, found.holds, page), total };
  // The exact one takes the first place of the first page, so the others stand one place later.
  const others = sql<SqlBool>`${found.holds} and t.variation_id <> ${exact_id}`;
  const ids = await walk(context, others, { ...page, offset: Math.max(0, page.offset - 1) });
  return { ids: page.offset > 0 ? ids : [exact_id, ...ids].slice(0, page.limit), total };
}

/** Counts what is found and, where it is not too much to sort, gives the page too. */
async function findPage(
  context: Context,
  { withHits, holds }: Search,
  { limit, offset }: VariationPage,
  sku: string,
  searched: SearchedVariations,
) {
  const shop_id = context.shop.id;
  const { rows } = await sql<{ total: number; ids: number[]; exact_id: number | null }>`
    ${withHits},
    counted as materialized (select count(*) as total from hit),
    exact as materialized (
      select v.id from product_variations v
      join variation_texts t on t.shop_id = ${context.shop.id} and t.variation_id = v.id
      where v.shop_id = ${shop_id} and v.archived_at is null and lower(v.sku) = lower(${sku})
        and ${isSearched(context, searched)}
    ),
    page as (
      select t.variation_id from hit t
      where (select total from counted) <= ${sql.lit(limits.exact_total)}
      order by (t.variation_id = (select id from exact)) is true desc, ${NEWEST_FIRST}
      limit ${limit} offset ${offset}
    )
    select total, (select id from exact) as exact_id,
      coalesce((select json_agg(variation_id) from page), '[]') as ids
    from counted`.execute(context.db);
  const [found] = rows;
  if (found === undefined) throw new Error('a count gave no row');
  return { ...found, holds };
}

/** A page of many, by reading the order's index until it is full. */
async function walk(context: Context, condition: RawBuilder<SqlBool>, { limit, offset }: VariationPage) {
  const { rows } = await sql<{ variation_id: number }>`
    select t.variation_id from variation_texts t where t.shop_id = ${context.shop.id} and ${condition}
    order by ${NEWEST_FIRST} limit ${limit} offset ${offset}`.execute(context.db);
  return rows.map((row) => row.variation_id);
}
