import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import { isOfLetters, oneSlipFrom } from './keyword-words.ts';

/**
 * For each word the closest that the shop has: one slip away, or, of a word of a name, so alike by trigrams
 * (pg_trgm's similarity, from 0.4). A word of a name is sought among the words of names, colours and sizes, any
 * other among the SKUs.
 */
const findClosest = statement<{ position: number; word: string; closeness: number }>(
  'closest_search_words',
  `with requested as materialized (
    select a.position, lower(a.word) as word, a.is_name, a.slips
    from jsonb_to_recordset($2::jsonb) as a (position integer, word text, is_name boolean, slips jsonb)
  ),
  slip as materialized (
    select requested.position, requested.is_name, writing.word
    from requested, jsonb_array_elements_text(requested.slips) as writing (word)
  ),
  near as (
    -- Each writing is looked up by itself, as planned for whatever shop this is by its index.
    select slip.position, slip.word, 1::real as closeness
    from slip, lateral (select 1 from search_words known where known.shop_id = $1 and known.word = slip.word limit 1) as known
    where slip.is_name
    union
    select slip.position, slip.word, 1
    from slip, lateral (select 1 from product_variations v
      where v.shop_id = $1 and v.archived_at is null and lower(v.sku) = slip.word limit 1) as known
    where not slip.is_name
    union
    select requested.position, known.word, similarity(known.word, requested.word)
    from requested join search_words known on known.shop_id = $1 and known.word % requested.word
    where requested.is_name and length(requested.word) > 3 and similarity(known.word, requested.word) between 0.4 and 0.99
  )
  select position, word, closeness
  from (select near.*, rank() over (partition by position order by closeness desc) as rank from near) as ranked
  where rank = 1
  order by position, word
  limit 60`,
);

/** How many of the words that are equally close to a mistyped one are looked for. */
const MOST_CLOSEST = 5;

/**
 * What a user may have meant who made a typing error: for each word, the word itself and the closest words of the shop.
 * @returns undefined if the shop has no word close to any of them
 */
export async function correctSlips(
  context: Context,
  words: readonly string[],
): Promise<string[][] | undefined> {
  const requested = words.map((word, position) => ({
    position,
    word,
    is_name: isOfLetters(word),
    slips: oneSlipFrom(word),
  }));
  const closest = await findClosest.run(context.db, [context.shop.id, JSON.stringify(requested)]);
  if (closest.length === 0) return undefined;
  // The word itself is seldom what is found, so it is compared last.
  return words.map((word, position) => [
    ...closest
      .filter((row) => row.position === position)
      .slice(0, MOST_CLOSEST)
      .map((row) => row.word),
    word,
  ]);
}
