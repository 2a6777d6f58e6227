import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { correctSlips } from './correct-slips.ts';

/** A variation that a text may mean. */
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

/** What the shop has of the words of a text. */
export interface GoodsFound {
  goods: NamedGoods[];
  /** Words that are in a name, colour or size of the shop. */
  known: Set<string>;
  /** For words that are in none, the ones that are a slip of typing away. */
  meant: Map<string, string[]>;
}

/** Sets of words that are looked for at most; a text that asks for more is hardly an order. */
const MOST_SETS = 300;
const MOST_WORDS_OF_SET = 8;
const MOST_CORRECTED = 20;

const findKnown = statement<{ word: string }>(
  'known_search_words',
  `select distinct known.word
   from unnest($2::text[]) as asked (word),
     lateral (select k.word from search_words k where k.shop_id = $1 and k.word = asked.word collate "C" limit 1) as known`,
);

/** Of each set of words the products whose variations hold them all; those of the shortest names first. */
const findProducts = statement<{ product_id: number }>(
  'named_products',
  `with wanted as materialized (
     select asked.words, asked.position, word from unnest($2::text[]) with ordinality as asked (words, position),
       unnest(string_to_array(asked.words, ' ')) as word
   ),
   -- The grams of each word are made once, however many sets it is in.
   known as materialized (select word, word_grams($1, word) as grams from (select distinct word from wanted) as once),
   looked as materialized (
     select wanted.words, array_agg(gram) as grams
     from wanted join known using (word), unnest(known.grams) as gram
     group by wanted.position, wanted.words
   )
   select distinct hit.product_id
   from looked,
     lateral (
       select t.product_id from variation_texts t
       where t.shop_id = $1 and t.archived_at is null
         and search_grams(t.shop_id, t.search_text) @> looked.grams
         and not exists (
           select from unnest(string_to_array(looked.words, ' ')) as word where strpos(t.search_text, word) = 0)
       order by length(t.search_text), t.variation_id limit 300
     ) as hit
   limit 500`,
);

const findGoods = statement<NamedGoods>(
  'named_goods',
  `select v.id as variation_id, p.id as product_id, p.name, v.color, v.size, v.sku, p.product_type, v.price_idr
   from products p join product_variations v on v.shop_id = p.shop_id and v.product_id = p.id
   where p.shop_id = $1 and v.archived_at is null and p.archived_at is null and p.id = any($2::bigint[])
   union
   select v.id, p.id, p.name, v.color, v.size, v.sku, p.product_type, v.price_idr
   from product_variations v join products p on p.shop_id = v.shop_id and p.id = v.product_id
   where v.shop_id = $1 and v.archived_at is null and p.archived_at is null and lower(v.sku) = any($3::text[])
   order by product_id, variation_id limit 5000`,
);

/**
 * The variations that lines of a text may mean: those of products that hold all words of a line that the shop
 * knows, or all but one; and those of which a SKU stands there. Four statements at most, whatever the text.
 * @param lines the words of each line, each word in all its writings, in lower case
 * @param skus whatever may be a SKU, in lower case
 */
export async function findNamedGoods(
  context: Context,
  lines: readonly (readonly (readonly string[])[])[],
  skus: readonly string[],
): Promise<GoodsFound> {
  const shop_id = context.shop.id;
  const asked = [...new Set(lines.flat(2))];
  const known = new Set((await findKnown.run(context.db, [shop_id, asked])).map(({ word }) => word));
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
  const sets = [...new Set(lines.flatMap((line) => setsOf(line, known, meant)))].slice(0, MOST_SETS);
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

/** All known words of a line, and all but each one of them: a colour that the product doesn't have must not hide it. */
function setsOf(
  line: readonly (readonly string[])[],
  known: ReadonlySet<string>,
  meant: ReadonlyMap<string, readonly string[]>,
): string[] {
  const words = line
    .flatMap((word) => {
      const writings = word.filter((writing) => known.has(writing));
      const writing = writings.length > 0 ? writings : (meant.get(word[0] ?? '') ?? []);
      return writing.length === 0 ? [] : [writing.slice(0, 3)];
    })
    .slice(0, MOST_WORDS_OF_SET);
  if (words.length === 0) return [];
  const smaller =
    words.length > 1 ? words.map((_, left_out) => words.filter((__, at) => at !== left_out)) : [];
  return [words, ...smaller].flatMap((set) => everyWriting(set).slice(0, 9));
}

/** `[[kaos], [hitam, black]]` is `kaos hitam` and `kaos black`. */
function everyWriting(words: readonly (readonly string[])[]): string[] {
  return words.reduce<string[]>(
    (texts, writings) =>
      texts.flatMap((text) => writings.map((writing) => `${text} ${writing}`.trim())).slice(0, 27),
    [''],
  );
}
