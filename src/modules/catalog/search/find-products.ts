import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { limits } from '../../../kernel/limits.ts';
import { findByKeyword } from './find-by-keyword.ts';
import type { Search } from './search-rule.ts';

/** The products of which a keyword finds a variation; the conditions are for statements on `products as product`. */
export interface FoundProducts {
  /** How many: exact up to `limits.exact_total`, beyond it a floor; undefined where that takes a count. */
  total: number | undefined;
  /** For a page in the order of an index. */
  isOnPage: RawBuilder<SqlBool>;
  /** For a count. */
  isCounted: RawBuilder<SqlBool>;
}

/**
 * Finds products by a keyword, in at most three statements.
 * @returns undefined if the keyword has no words, so that everything matches
 */
export async function findProducts(
  context: Context,
  keyword: string | undefined,
  archived: boolean,
): Promise<FoundProducts | undefined> {
  const found = await findByKeyword(context, keyword, { archived }, (search) => findHits(context, search));
  if (found === undefined) return undefined;
  const { total: variations, product_ids, search } = found;
  if (variations > limits.exact_total)
    return {
      total: product_ids.length > limits.exact_total ? product_ids.length : undefined,
      isOnPage: isOnPage(context, search),
      isCounted: isCounted(context, search),
    };
  const isOneOf = sql<SqlBool>`product.id = any(${product_ids}::bigint[])`;
  return { total: product_ids.length, isOnPage: isOneOf, isCounted: isOneOf };
}

/**
 * A condition for a page of products of which many are found: looking at each in order mostly soon meets a page of them. Where
 * all lie behind 50,000 others each look must be short, so it is neither joined nor served by an index of more than the product.
 */
export function isOnPage({ shop }: Context, { holds }: Search): RawBuilder<SqlBool> {
  return sql`(select true from variation_texts t
    where t.shop_id = ${shop.id} and t.product_id = product.id and (${holds}) is true limit 1) is true`;
}

/** The same for a count of them. As a value, not as a condition: a condition would be joined, by a bad guess once for each product. */
export function isCounted({ shop }: Context, { isFoundByIndex }: Search): RawBuilder<SqlBool> {
  return sql`(product.id in (select t.product_id from variation_texts t
    where t.shop_id = ${shop.id} and ${isFoundByIndex})) is true`;
}

async function findHits(context: Context, search: Search) {
  // As text: ten thousand numbers are quicker written, and read, than as JSON.
  const { rows } = await sql<{ total: number; product_ids: string | null }>`
    ${search.withHits} select count(*) as total, array_agg(product_id)::text as product_ids from hit`.execute(
    context.db,
  );
  const [hits] = rows;
  if (hits === undefined) throw new Error('a count gave no row');
  const product_ids = hits.product_ids?.slice(1, -1).split(',').map(Number);
  return { total: hits.total, product_ids: [...new Set(product_ids)], search };
}
