import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../../kernel/context.ts';
import type { TextCondition } from './order-keyword.ts';
import type { LookedUp, MatchingIds, OrderReading } from './text-readings.ts';

/**
 * From the part `common` on, reading texts in the list's order meets enough of them sooner than the index gathers them.
 * From `frequent` on, some quarters have enough of them; gathering all of all quarters takes longer.
 */
const PARTS = {
  short: { common: 0.08, frequent: 0 },
  long: { common: 0.2, frequent: 0.01 },
};
/** From this part on, a piece of the keyword leaves out too little to be looked up beside others. */
const USELESS = 0.5;
/**
 * Of a piece that more than this part of the texts have, three letters are looked up, if hardly more texts have them: the
 * index meets 8 entries of `siti aminah` in 19 ms, one of each word in 7 (a million orders). The sample says too little
 * of what fewer have.
 */
const OFTEN = 0.02;
const HARDLY_MORE = 1.3;

/**
 * How to gather as many as there are, in no order. A keyword that many texts hold, at any time of the period, is looked for
 * as in the list's order; one that few hold by the index, and there by those of its pieces that few hold. PostgreSQL
 * knows too little of parts of words to choose between them: it takes a tenth of a second for a word that every fifth
 * text holds.
 */
export async function chooseReading(context: Context, matching: MatchingIds): Promise<OrderReading> {
  const { text } = matching;
  if (text === undefined) return matching;
  const { condition } = text;
  const [whole, ...shares] = await sharesOf(context, text.sample, [
    condition.holds,
    ...sampledPieces(condition),
  ]);
  const { common, frequent } = PARTS[text.period];
  if (whole !== undefined && whole.least >= common) return matching;
  const by_index = whole !== undefined && whole.most >= frequent ? text.by_quarter : text.at_once;
  return by_index(rarestPieces(condition, shares));
}

/** What a sample tells the shares of for `rarestPieces`. */
export function sampledPieces({ pieces }: TextCondition): Expression<SqlBool>[] {
  return pieces.flatMap(({ holds, threes }) => [holds, ...threes]);
}

/** @param shares of `sampledPieces` */
export function sharesByPiece({ pieces }: TextCondition, shares: readonly Share[]) {
  const parts = shares.map(({ mean }) => mean);
  return pieces.map((piece) => {
    const [share = 0, ...of_threes] = parts.splice(0, 1 + piece.threes.length);
    return { piece, share, of_threes };
  });
}

/**
 * The pieces of a keyword that leave out most texts, each by what is soonest looked up.
 * @param shares of `sampledPieces`
 */
export function rarestPieces(condition: TextCondition, shares: readonly Share[]): LookedUp {
  const { pieces, is_whole } = condition;
  const sampled = sharesByPiece(condition, shares)
    .map(({ piece: { holds, threes }, share, of_threes }) => {
      const least = Math.min(...of_threes);
      const three = threes[of_threes.indexOf(least)];
      const is_three = three !== undefined && share > OFTEN && least <= share * HARDLY_MORE;
      return { share, looked_up: is_three ? three : holds, is_three };
    })
    .toSorted((one, other) => one.share - other.share);
  const useful = sampled.filter(({ share }) => share < USELESS);
  const chosen = useful.length > 0 ? useful : sampled.slice(0, 1);
  const is_all = chosen.length === pieces.length && !chosen.some(({ is_three }) => is_three);
  return { pieces: chosen.map(({ looked_up }) => looked_up), is_whole: is_whole && is_all };
}

/** The part of the texts that hold something: where in the period they are fewest, and most, and in all. */
export interface Share {
  least: number;
  most: number;
  mean: number;
}

/** The parts of a sample of texts, each row with its `place`, that hold something, in one statement. */
export async function sharesOf(
  context: Context,
  sample: RawBuilder<unknown>,
  conditions: readonly Expression<SqlBool>[],
): Promise<Share[]> {
  const parts = conditions.map((holds) => sql`count(*) filter (where ${holds})::float / count(*)`);
  const { rows } = await sql<{ parts: number[] }>`
    select array[${sql.join(parts)}] as parts from ${sample} as text group by place`.execute(context.db);
  return conditions.map((_, index) => {
    const all = rows.map((row) => row.parts[index] ?? 0);
    const mean = all.reduce((sum, part) => sum + part, 0) / Math.max(1, all.length);
    return { least: Math.min(1, ...all), most: Math.max(0, ...all), mean };
  });
}
