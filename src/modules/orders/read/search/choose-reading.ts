import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../../../kernel/context.ts';
import type { MatchingIds, OrderReading } from './text-readings.ts';

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
 * How to gather as many as there are, in no order. A keyword that many texts hold, at any time of the period, is looked for
 * as in the list's order; one that few hold by the index, and there by those of its pieces that few hold. PostgreSQL
 * knows too little of parts of words to choose between them: it takes a tenth of a second for a word that every fifth
 * text holds.
 */
export async function chooseReading(context: Context, matching: MatchingIds): Promise<OrderReading> {
  const { text } = matching;
  if (text === undefined) return matching;
  const { holds, pieces } = text.condition;
  const [whole, ...shares] = await sharesOf(context, text.sample, [holds, ...pieces]);
  const { common, frequent } = PARTS[text.period];
  if (whole !== undefined && whole.least >= common) return matching;
  const by_index = whole !== undefined && whole.most >= frequent ? text.by_quarter : text.at_once;
  return by_index(rarestPieces(pieces, shares));
}

/** The pieces of a keyword that leave out most texts, by their shares. */
export function rarestPieces(
  pieces: readonly Expression<SqlBool>[],
  shares: readonly Share[],
): readonly Expression<SqlBool>[] {
  const parts = shares.map(({ mean }) => mean);
  const useful = pieces.filter((_, index) => (parts[index] ?? 0) < USELESS);
  if (useful.length > 0) return useful;
  const least = parts.indexOf(Math.min(...parts));
  return pieces.slice(least, least + 1);
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
