import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { Found } from './find-by-keyword.ts';

/** Which variations to list, and how. */
export interface VariationPage {
  /** What a keyword found; without it all that are not deleted. */
  found: Found | undefined;
  /** By the age of their products, or by the products' names. */
  order: 'NEWEST' | 'NAME';
  limit: number;
  offset: number;
  /** Only those of counted stock. */
  counted_only?: boolean;
  product_id?: number;
}

/**
 * The ids of a page of variations, in one statement: first the one whose SKU the keyword is, then the others in
 * the order asked for, those of one product in their own order.
 */
export async function pageOfVariations(context: Context, page: VariationPage): Promise<number[]> {
  const exact_id = page.found?.exact_variation_id;
  const from = page.order === 'NEWEST' ? newest(context, page) : byName(context, page);
  // The exact one takes the first place of the first page, so the others stand one place later.
  const has_exact = exact_id !== undefined;
  const rows = await from
    .$if(has_exact, (query) => query.where('v.id', '<>', exact_id ?? 0))
    .select('v.id')
    .orderBy('v.position')
    .orderBy('v.id')
    .limit(page.limit)
    .offset(Math.max(0, page.offset - (has_exact ? 1 : 0)))
    .execute();
  const ids = rows.map((row) => row.id);
  return has_exact && page.offset === 0 ? [exact_id, ...ids].slice(0, page.limit) : ids;
}

function newest(context: Context, page: VariationPage) {
  return chosen(context, page).orderBy('p.created_at', 'desc').orderBy('p.id', 'desc');
}

function byName(context: Context, page: VariationPage) {
  return chosen(context, page)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id');
}

function chosen(context: Context, { found, counted_only = false, product_id }: VariationPage) {
  let query = context.db
    .selectFrom('products as p')
    .innerJoin('product_variations as v', (join) =>
      join.onRef('v.shop_id', '=', 'p.shop_id').onRef('v.product_id', '=', 'p.id'),
    )
    .where('p.shop_id', '=', context.shop.id)
    .where('v.shop_id', '=', context.shop.id)
    .where('p.archived_at', 'is', null)
    .where('v.archived_at', 'is', null);
  if (counted_only) query = query.where('p.product_type', '=', 'S');
  if (product_id !== undefined) query = query.where('p.id', '=', product_id);
  if (found === undefined) return query;
  // Named twice: the products so that few are looked into, the variations for the rule.
  return query.where(found.isProduct('p', 'page')).where(found.isVariation('v'));
}
