import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../../kernel/context.ts';
import { rarestPieces, sampledPieces, sharesByPiece, sharesOf, type Share } from './choose-reading.ts';
import type { TextCondition } from './order-keyword.ts';
import { holdsWithoutIndex, ofQuarter, quarters, sampleOf, wordsOfShop, type Days } from './text-readings.ts';

/**
 * Where so many of the texts hold a keyword, at any time of the period, enough of them are soon met in order: a text is
 * read and compared in a microsecond, and 100 are enough.
 */
const COMMON = 0.02;
/** Up to this part, those of all quarters take no longer than those of some. */
const RARE = 0.0015;
/**
 * Words that are together in so many texts, if they came together by chance, are met by the sample. Where it has none, they
 * avoid each other, as `kaos celana`, and are rare.
 */
const BY_CHANCE = 0.01;

/** A list by the texts of its orders. */
export interface ListByTexts {
  /** `from … where …` */
  rows: RawBuilder<unknown>;
  /** `order by …`; empty, where the rows come in this order by themselves. */
  order: RawBuilder<unknown>;
}

/** What a sample says of the texts of a period: the parts that hold a keyword, its pieces, and that a list is of. */
export interface TextShares {
  holding: Share;
  listed: Share;
  pieces: readonly Share[];
  /** Whether enough texts are soon met without an index of words. */
  is_common: boolean;
}

/**
 * Samples the texts of a period, in one statement.
 * @param listed whether the order of the row `text` is on the list
 */
export async function sampleTexts(
  context: Context,
  condition: TextCondition,
  { days, listed }: { days: Days; listed: Expression<SqlBool> },
): Promise<TextShares> {
  const none = { least: 0, most: 0, mean: 0 };
  const [holding = none, of_list = none, ...shares] = await sharesOf(context, sampleOf(context, days), [
    condition.holds,
    listed,
    ...sampledPieces(condition),
  ]);
  return { holding, listed: of_list, pieces: shares, is_common: holding.least >= COMMON };
}

/**
 * Reads the texts of a period that hold a keyword, the newest order first, and what belongs to each: of a common keyword by the
 * date, of a rare one by the words of all, of others by the words of one quarter of a year after the other. It is a
 * loop that keeps this order and ends early, as long as nothing but `order` sorts it.
 * @param list.joined `cross join …` of what belongs to the row `text`
 * @param list.newest SQL of the day of the newest order that something on the list belongs to: later texts are not read
 */
export function textsInOrder(
  context: Context,
  condition: TextCondition,
  shares: TextShares,
  { days, joined, newest }: { days: Days; joined: RawBuilder<unknown>; newest: RawBuilder<unknown> },
): ListByTexts {
  const { id: shop_id } = context.shop;
  const dated = [...within(days), sql<SqlBool>`text.order_date <= ${newest}`];
  if (shares.is_common)
    return {
      rows: sql`from order_texts as text ${joined} where text.shop_id = ${shop_id} and text.is_listed
        and ${sql.join([...dated, holdsWithoutIndex(condition)], sql` and `)}`,
      order: sql`order by text.order_date desc, text.order_id desc`,
    };
  const { pieces, is_whole } = rarestPieces(condition, shares.pieces);
  const holding = [...dated, ...pieces, ...(is_whole ? [] : [holdsWithoutIndex(condition)])];
  const of_words = (place: Expression<SqlBool>) => sql`(
    select text.order_id, text.order_date from order_texts as text
    where text.shop_id = ${shop_id} and ${place} and (text.is_listed) is true and ${sql.join(holding, sql` and `)}
    order by text.order_date desc, text.order_id desc offset 0) as text`;
  const texts =
    likelyPart(condition, shares) < RARE
      ? of_words(wordsOfShop(context))
      : sql`${quarters(context, days)} as quarter (number) cross join lateral ${of_words(ofQuarter(context))}`;
  return { rows: sql`from ${texts} ${joined} where true`, order: sql`` };
}

/**
 * The part of the texts that holds the keyword. The sample may miss what one in 500 has, as a full name: then it is the
 * product of the parts that have each word.
 */
function likelyPart(condition: TextCondition, { holding, pieces }: TextShares): number {
  if (holding.mean > 0) return holding.mean;
  const by_chance = sharesByPiece(condition, pieces).reduce((part, { share }) => part * share, 1);
  return by_chance < BY_CHANCE ? by_chance : 0;
}

function within({ from, to }: Days): Expression<SqlBool>[] {
  return [
    ...(from === undefined ? [] : [sql<SqlBool>`text.order_date >= ${from}::date`]),
    ...(to === undefined ? [] : [sql<SqlBool>`text.order_date <= ${to}::date`]),
  ];
}
