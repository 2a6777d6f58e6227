import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { limits } from '../../../kernel/limits.ts';

/** For each word of a keyword the writings of which a text must hold one. */
export type Writings = readonly (readonly string[])[];

/** Which variations are searched; by default those that are not deleted. */
export interface SearchedVariations {
  archived?: boolean;
  /** Only those of counted stock. */
  counted_only?: boolean;
  product_id?: number | undefined;
}

/** SQL of a search; its rows are of `variation_texts t`. */
export interface Search {
  /**
   * `with … hit as (…)`: variation_id, product_id, product_created_at and position of what is found, in no order
   * and one more than `limits.exact_total` at most.
   */
  withHits: RawBuilder<unknown>;
  /** The rule as a condition, for rows that are read anyway. */
  holds: RawBuilder<SqlBool>;
  /** The same by the index of grams, which reads few rows where few hold; beside `t.shop_id =`. */
  isFoundByIndex: RawBuilder<SqlBool>;
}

/** Variations of the newest products first, those of one product in its own order. */
export const NEWEST_FIRST = sql`t.product_created_at desc, t.product_id desc, t.position, t.variation_id`;

/** Number of newest texts that are sampled to estimate whether most contain the words. */
const SAMPLE = sql.lit(300);
const ONE_MORE = sql.lit(limits.exact_total + 1);

/** The rule of search: of every word one writing is a part of the text, among the variations searched. */
export function searchSql(context: Context, writings: Writings, searched: SearchedVariations): Search {
  const shop_id = context.shop.id;
  const is_searched = isSearched(context, searched);
  const holds = sql<SqlBool>`${is_searched} and ${allOf(writings, isPart)}`;
  const in_index = allOf(
    writings,
    (writing) =>
      sql`search_grams(t.shop_id, t.search_text) @> word_grams(${shop_id}, search_form(${writing}))`,
  );
  // What is searched is checked so that no other index serves it: one of the whole shop would be joined in.
  const isFoundByIndex = sql<SqlBool>`(${in_index} and (${is_searched}) is true and ${allOf(writings, isPart)})`;
  const columns = sql`t.variation_id, t.product_id, t.product_created_at, t.position`;
  // Words that most texts hold are found by reading texts: the index would give nearly all of them first.
  const withHits = sql`
    with sample as materialized (
      select count(*) filter (where ${holds}) * 2 > count(*) as is_common
      from (select * from variation_texts t where ${is_searched} order by ${NEWEST_FIRST} limit ${SAMPLE}) t
    ),
    hit as (
      (select ${columns} from variation_texts t
      where (select is_common from sample) and t.shop_id = ${shop_id} and ${holds}
      order by ${NEWEST_FIRST} limit ${ONE_MORE})
      union all
      (select ${columns} from variation_texts t
      where (select not is_common from sample) and t.shop_id = ${shop_id} and ${isFoundByIndex} limit ${ONE_MORE})
    )`;
  return { withHits, holds, isFoundByIndex };
}

function isPart(writing: string): RawBuilder<SqlBool> {
  return sql`strpos(t.search_text, (select search_form(${writing}))) > 0`;
}

/** Holds for the rows of `variation_texts t` that are searched. */
export function isSearched(
  context: Context,
  { archived = false, counted_only = false, product_id }: SearchedVariations,
): RawBuilder<SqlBool> {
  const conditions = [
    sql`t.shop_id = ${context.shop.id}`,
    archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`,
    ...(counted_only ? [sql`t.product_type = 'S'`] : []),
    ...(product_id === undefined ? [] : [sql`t.product_id = ${product_id}`]),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
}

function allOf(writings: Writings, condition: (writing: string) => RawBuilder<unknown>): RawBuilder<SqlBool> {
  const ofWord = (word: readonly string[]) => sql`(${sql.join(word.map(condition), sql` or `)})`;
  return sql`(${sql.join(writings.map(ofWord), sql` and `)})`;
}
