import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { catalogLimits } from '../limits.ts';
import { correctSlips } from './correct-slips.ts';

/** A variation that a text may refer to. */
export interface NamedGoods {
  variation_id: number;
  product_id: number;
  name: string;
  color: string;
  size: string;
  sku: string;
  product_type: string;
  price_idr: number;
}

/** The products of the shop that match the words of a text. */
export interface GoodsFound {
  goods: NamedGoods[];
  /** Words that are in a name, colour or size of the shop. */
  known: Set<string>;
  /** For words that are in none, the ones that are a slip of typing away. */
  meant: Map<string, string[]>;
}

/** Maximum of word sets to search; a text with more is hardly an order. */
const MOST_SETS = 300;
const MOST_WORDS_OF_SET = 8;
const MOST_CORRECTED = 20;

const findKnown = statement<{ word: string }>(
  'known_search_words',
  `select distinct known.word
   from unnest($2::text[]) as requested (word),
     lateral (select k.word from search_words k where k.shop_id = $1 and k.word = requested.word collate "C" limit 1) as known`,
);

/**
 * For each set of words, the products with a variation that contains all of them, shortest names first. It does not depend
 * on statistics: texts are compared before grams are made of them, and a condition that hides the partial index makes the
 * index of grams the cheaper one. A set that starts after the time limit finds nothing.
 */
const findProducts = statement<{ product_id: number }>(
  'named_products',
  `with wanted as materialized (
     select requested.words, requested.position, word from unnest($2::text[]) with ordinality as requested (words, position),
       unnest(string_to_array(requested.words, ' ')) as word
   ),
   -- The grams of each word are made once, however many sets it is in.
   known as materialized (select word, word_grams($1, word) as grams from (select distinct word from wanted) as once),
   looked as materialized (
     select wanted.position, array_agg(distinct gram) as grams, array_agg(distinct '%' || wanted.word || '%') as patterns
     from wanted join known using (word), unnest(known.grams) as gram
     group by wanted.position
   ),
   hits as materialized (
     select looked.position, hit.product_id, hit.length
     from (select * from looked order by position) as looked
     cross join lateral (
       select looked.position > 0 and clock_timestamp() < statement_timestamp() + interval '1 second' as is_left offset 0
     ) as time
     cross join lateral (
       select t.product_id, min(length(t.search_text)) as length
       from (
         select t.product_id, t.search_text from variation_texts t
         where time.is_left and t.shop_id = $1 and (t.archived_at is null) is true
           and t.search_text like all (looked.patterns) and search_grams(t.shop_id, t.search_text) @> looked.grams
         limit 3000
       ) as t
       group by t.product_id order by 2, t.product_id limit 300
     ) as hit
   )
   select product_id from hits group by product_id
   order by min(position), min(length), product_id limit ${catalogLimits.order_text_products}`,
);

/**
 * The variations of products, in their order, and those whose SKU is named. Each is looked up by its key (`offset 0`
 * prevents another join), whatever is known about the tables.
 */
const findGoods = statement<NamedGoods>(
  'named_goods',
  `with wanted as materialized (
     select named.id, requested.position
     from unnest($2::bigint[]) with ordinality as requested (product_id, position)
     cross join lateral (
       select v.id from product_variations v
       where v.shop_id = $1 and v.product_id = requested.product_id and (v.archived_at is null) is true offset 0
     ) as named
     union all
     select named.id, 0
     from unnest($3::text[]) as requested (sku)
     cross join lateral (
       select v.id from product_variations v
       where v.shop_id = $1 and lower(v.sku) = requested.sku and v.archived_at is null limit 1
     ) as named
   ),
   chosen as materialized (
     select id from wanted group by id order by min(position), id limit ${catalogLimits.order_text_variations}
   )
   select v.id as variation_id, p.id as product_id, p.name, v.color, v.size, v.sku, p.product_type, v.price_idr
   from chosen
   cross join lateral (select * from product_variations v where v.shop_id = $1 and v.id = chosen.id offset 0) as v
   cross join lateral (
     select * from products p
     where p.shop_id = $1 and p.id = v.product_id and (p.archived_at is null) is true offset 0) as p
   order by p.id, v.id`,
);

/**
 * The variations that lines of a text may refer to: those of products that contain all words of a line known to the
 * shop, or all but one, and those whose SKU occurs in the text. At most four statements, whatever the text.
 * @param lines the words of each line, each word in all its spellings, in lower case
 * @param skus possible SKUs, in lower case
 */
export async function findNamedGoods(
  context: Context,
  lines: readonly (readonly (readonly string[])[])[],
  skus: readonly string[],
): Promise<GoodsFound> {
  const shop_id = context.shop.id;
  const requested = [...new Set(lines.flat(2))];
  const known = new Set((await findKnown.run(context.db, [shop_id, requested])).map(({ word }) => word));
  const unknown = [
    ...new Set(lines.flat().flatMap((word) => (isUnknown(word, known) ? word.slice(0, 1) : []))),
  ]
    .filter((word) => /^\p{L}{4,}$/u.test(word))
    .slice(0, MOST_CORRECTED);
  const corrected = unknown.length === 0 ? undefined : await correctSlips(context, unknown);
  const meant = new Map(
    unknown.flatMap((word, index) => {
      const closest = corrected?.[index]?.filter((other) => other !== word) ?? [];
      return closest.length === 0 ? [] : [[word, closest] as const];
    }),
  );
  const sets = setsOf(lines, known, meant);
  const products = sets.length === 0 ? [] : await findProducts.run(context.db, [shop_id, sets]);
  const goods = await findGoods.run(context.db, [
    shop_id,
    products.map(({ product_id }) => product_id),
    skus.slice(0, 1_000),
  ]);
  return { goods, known, meant };
}

function isUnknown(word: readonly string[], known: ReadonlySet<string>): boolean {
  return word.every((writing) => !known.has(writing));
}

/**
 * All known words of each line; then all but each one of them: a colour that the product doesn't have must not hide
 * it.
 */
function setsOf(
  lines: readonly (readonly (readonly string[])[])[],
  known: ReadonlySet<string>,
  meant: ReadonlyMap<string, readonly string[]>,
): string[] {
  const whole = lines.map((line) =>
    line
      .flatMap((word) => {
        const writings = word.filter((writing) => known.has(writing));
        const writing = writings.length > 0 ? writings : (meant.get(word[0] ?? '') ?? []);
        return writing.length === 0 ? [] : [writing.slice(0, 3)];
      })
      .slice(0, MOST_WORDS_OF_SET),
  );
  const sets = new Set<string>();
  const add = (words: readonly (readonly string[])[]) => {
    if (words.length === 0 || sets.size >= MOST_SETS) return;
    for (const set of everyWriting(words).slice(0, 9)) sets.add(set);
  };
  whole.forEach(add);
  for (const words of whole)
    if (words.length > 1) words.forEach((_, left_out) => add(words.filter((__, at) => at !== left_out)));
  return [...sets].slice(0, MOST_SETS);
}

/** `[[kaos], [hitam, black]]` is `kaos hitam` and `kaos black`. */
function everyWriting(words: readonly (readonly string[])[]): string[] {
  return words.reduce<string[]>(
    (texts, writings) =>
      texts.flatMap((text) => writings.map((writing) => `${text} ${writing}`.trim())).slice(0, 27),
    [''],
  );
}
