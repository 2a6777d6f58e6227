import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { limits } from '../../kernel/limits.ts';
import { correctSlips } from './correct-slips.ts';
import { keywordWords } from './keyword-words.ts';

/** For each word of a keyword the writings of which a text must hold one. */
type Writings = readonly (readonly string[])[];

/** What a keyword finds in a shop; the conditions are for statements on `product_variations` and `products`. */
export interface Found {
  /** How many variations and products, exact up to `limits.exact_total`, and beyond that one more. */
  variation_total: number;
  /** The same of products; undefined where there are too many variations to tell without a count. */
  product_total: number | undefined;
  /** The variation whose whole SKU the keyword is. */
  exact_variation_id: number | undefined;
  /** Holds for the variations found, of the table or alias named. */
  isVariation(alias: string): RawBuilder<SqlBool>;
  /** Holds for products of which a variation is found: for a page in the order of an index, or for a count. */
  isProduct(alias: string, purpose: 'page' | 'count'): RawBuilder<SqlBool>;
}

interface Probe {
  variations: number;
  variation_ids: number[] | null;
  products: number;
  product_ids: number[] | null;
  exact_variation_id: number | null;
}

/**
 * Finds variations by the one rule of search: every word of the keyword is a part of the product's name or the
 * variation's colour, size or SKU (with or without its dashes), in any order, whatever case and accents; all
 * signs are plain text. Only where that finds nothing at all, words that are a slip of typing away count too:
 * somebody who typed right gets what was typed and nothing else. At most three statements.
 * @param archived whether to look among what was deleted, instead of what there is
 * @returns undefined where the keyword has no words, so that it asks for everything
 */
export async function findByKeyword(
  context: Context,
  keyword: string | undefined,
  { archived = false } = {},
): Promise<Found | undefined> {
  const words = keywordWords(keyword ?? '');
  if (words.length === 0) return undefined;
  const typed = words.map((word) => [word]);
  const probe = await probeFor(context, typed, archived, keyword);
  if (probe.variations > 0) return foundBy(context, typed, archived, probe);
  const meant = await correctSlips(context, words);
  if (meant === undefined) return foundBy(context, typed, archived, probe);
  return foundBy(context, meant, archived, await probeFor(context, meant, archived));
}

/** As many of the newest texts are looked at to tell whether most hold the words. */
const SAMPLE = 300;

/**
 * Counts, and lists where the list is whole. Words that most texts hold are counted by reading texts, as the
 * index would give nearly all of them first; others by the index of grams.
 */
async function probeFor(
  context: Context,
  writings: Writings,
  archived: boolean,
  sku?: string,
): Promise<Probe> {
  const shop_id = context.shop.id;
  const held = holds(writings, 't');
  const is_there = archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`;
  const { rows } = await sql<Probe>`
    with sample as materialized (
      select count(*) filter (where ${held}) * 2 > count(*) as is_common
      from (select * from variation_texts where shop_id = ${shop_id} order by variation_id desc limit ${sql.lit(SAMPLE)}) t
    ),
    hit as materialized (
      (select t.variation_id, t.product_id from variation_texts t
      where (select is_common from sample) and t.shop_id = ${shop_id} and ${is_there} and ${held}
      order by t.variation_id desc limit ${sql.lit(limits.exact_total + 1)})
      union all
      (select t.variation_id, t.product_id from variation_texts t
      where (select not is_common from sample) and ${inIndex(shop_id, writings, 't')} and ${is_there} and ${held}
      limit ${sql.lit(limits.exact_total + 1)})
    ),
    total as materialized (select count(*) as variations, count(distinct product_id) as products from hit)
    select variations, products,
      case when variations <= ${sql.lit(limits.exact_total)} then (select json_agg(variation_id) from hit) end as variation_ids,
      case when variations <= ${sql.lit(limits.exact_total)} then (select json_agg(distinct product_id) from hit) end as product_ids,
      (select id from product_variations where shop_id = ${shop_id} and archived_at is null
        and lower(sku) = lower(${sku ?? ''})) as exact_variation_id
    from total`.execute(context.db);
  const [probe] = rows;
  if (probe === undefined) throw new Error('a count gave no row');
  return probe;
}

function foundBy(context: Context, writings: Writings, archived: boolean, probe: Probe): Found {
  const shop_id = context.shop.id;
  const { variations, products, variation_ids, product_ids } = probe;
  const is_whole = variations <= limits.exact_total;
  const is_there = archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`;
  const isVariation = (alias: string) =>
    is_whole
      ? sql<SqlBool>`${sql.ref(`${alias}.id`)} = any(${variation_ids ?? []}::bigint[])`
      : sql<SqlBool>`exists (select from variation_texts t where t.shop_id = ${shop_id}
          and t.variation_id = ${sql.ref(`${alias}.id`)} and ${is_there} and ${holds(writings, 't')})`;
  const isProduct = (alias: string, purpose: 'page' | 'count') => {
    const id = sql.ref(`${alias}.id`);
    if (is_whole) return sql<SqlBool>`${id} = any(${product_ids ?? []}::bigint[])`;
    // Many are found: following the order's index soon meets a page of them.
    if (purpose === 'page')
      return sql<SqlBool>`exists (select from variation_texts t where t.shop_id = ${shop_id}
        and t.product_id = ${id} and ${is_there} and ${holds(writings, 't')})`;
    return sql<SqlBool>`${id} in (select t.product_id from variation_texts t
      where ${inIndex(shop_id, writings, 't')} and ${is_there} and ${holds(writings, 't')})`;
  };
  return {
    variation_total: variations,
    product_total: is_whole || products > limits.exact_total ? products : undefined,
    exact_variation_id: probe.exact_variation_id ?? undefined,
    isVariation,
    isProduct,
  };
}

/** The rule itself: of every word one writing is a part of the text. */
function holds(writings: Writings, alias: string): RawBuilder<SqlBool> {
  const text = sql.ref(`${alias}.search_text`);
  return allOf(writings, (writing) => sql`${text} like search_form(${`%${escaped(writing)}%`})`);
}

/**
 * Holds wherever the rule does, by the index; the grams are the shop's own. The comparison of the shop itself is
 * written so that no index serves it: one that gives the whole shop would be joined in, for nothing.
 */
function inIndex(shop_id: number, writings: Writings, alias: string): RawBuilder<SqlBool> {
  const grams = sql`search_grams(${sql.ref(`${alias}.shop_id`)}, ${sql.ref(`${alias}.search_text`)})`;
  const found = allOf(
    writings,
    (writing) => sql`${grams} @> word_grams(${shop_id}, search_form(${writing}))`,
  );
  return sql`(${sql.ref(`${alias}.shop_id`)} = ${shop_id}) is true and ${found}`;
}

function allOf(writings: Writings, condition: (writing: string) => RawBuilder<unknown>): RawBuilder<SqlBool> {
  const ofWord = (word: readonly string[]) => sql`(${sql.join(word.map(condition), sql` or `)})`;
  return sql`(${sql.join(writings.map(ofWord), sql` and `)})`;
}

function escaped(word: string): string {
  return word.replaceAll(/[\\%_]/g, '\\$&');
}
