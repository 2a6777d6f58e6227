import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { countOnce } from '../../../kernel/database/count-rows.ts';
import { runPage } from '../../../kernel/database/run-prepared.ts';
import { limits } from '../../../kernel/limits.ts';
import { cutPage } from '../../../kernel/paging.ts';
import { filtered, ordered } from './chosen-products.ts';
import { findByKeyword } from './find-by-keyword.ts';
import { isCounted, isOnPage } from './find-products.ts';
import type { SearchProductsInput } from './schemas.ts';
import type { Search } from './search-rule.ts';

type Input = z.output<typeof SearchProductsInput>;

/** The ids of a page of products in the list's order, and how many there are: exact up to `limits.exact_total`. */
interface FoundPage {
  ids: number[];
  total: number;
}

const MOST = sql.lit(limits.exact_total);

/** Finds a page of products: in one statement, or two where the total is not known yet; with typing errors in two more. */
export async function findPage(context: Context, input: Input): Promise<FoundPage> {
  const searched = { archived: input.category === 'ARCHIVED' };
  const found = await findByKeyword(context, input.keyword, searched, (search) =>
    findHits(context, input, search),
  );
  if (found === undefined) {
    const rows = await runPage(context.db, 'products_page', input, pageOfThose(context, input).compile());
    return { ids: rows.map((row) => row.id), total: await countOnce(context, filtered(context, input)) };
  }
  const { ids, listed, search } = found;
  return {
    ids,
    total: listed ?? (await countOnce(context, filtered(context, input, isCounted(context, search)))),
  };
}

/** A page of those that are found, if a condition is given. */
function pageOfThose(context: Context, input: Input, is_found?: RawBuilder<SqlBool>) {
  return ordered(context, filtered(context, input, is_found), input.order_by).$call(cutPage(input));
}

/**
 * Counts what a keyword finds, and cuts the page. Few are gathered, and sorted; many are met soon by looking at each product
 * in the list's order.
 */
async function findHits(context: Context, input: Input, search: Search) {
  const is_one = sql<SqlBool>`product.id in (select product_id from found)`;
  const is_few = sql<SqlBool>`(select variations from counted) <= ${MOST}`;
  // An array is looked up by the key of the products, whatever is known of them.
  const few = sql<SqlBool>`product.id = any(array(select product_id from found)) and ${is_few}`;
  const page = isByStock(input)
    ? sql`${pageOfThose(context, input, sql`case when ${is_few} then ${is_one} else ${isOnPage(context, search)} end`)}`
    : sql`(${pageOfThose(context, input, few)})
      union all (${pageOfThose(context, input, sql`not ${is_few} and ${isOnPage(context, search)}`)})`;
  const only = isOnlyFilter(input);
  const listed = only
    ? sql`case when ${is_few} or product_count > ${MOST} then product_count end`
    : sql`case when ${is_few} then (select count(*) from (${filtered(context, input, few).select('product.id')}) as listed) end`;
  const [hits] = await runPage<{ total: number; listed: number | null; ids: number[] }>(
    context.db,
    'products_found',
    input,
    sql<{ total: number; listed: number | null; ids: number[] }>`${search.withHits},
    found as materialized (select distinct product_id from hit),
    counted as materialized (select (select count(*) from hit) as variations, (select count(*) from found) as product_count),
    page as (${page})
    select variations as total, ${listed} as listed, coalesce((select json_agg(id) from page), '[]') as ids
    from counted`.compile(context.db),
  );
  if (hits === undefined) throw new Error('a count gave no row');
  return { ...hits, search };
}

/** Whether they are sorted by what no index has: all are read then. */
function isByStock({ order_by }: Input): boolean {
  return order_by === 'MOST_STOCK' || order_by === 'LEAST_STOCK';
}

/** Whether nothing filters but the keyword, whose own total is the list's. */
function isOnlyFilter({ category, type, price, channel }: Input): boolean {
  return [category, type, price, channel].every((filter) => filter === undefined);
}
