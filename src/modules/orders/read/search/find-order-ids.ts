import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { limits } from '../../../../kernel/limits.ts';
import { itemsBefore } from '../../../../kernel/paging.ts';
import { matchingIds, type MatchingIds, type OrderReading } from './order-filters.ts';
import type { ListOrdersInput } from './schemas.ts';

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

/** The number of orders that match the filters, and the IDs of the page plus one more, which shows whether anything follows. */
interface FoundOrders {
  total: number;
  ids: number[];
}

/**
 * Counts and cuts a page of the list. Up to `limits.exact_total` orders are gathered by whichever index finds them
 * first; where these are all, the page is cut from them. Where there are more, they are so many that reading in the
 * list's order soon meets the page. If PostgreSQL had to guess which of the two it is, it would now and then read all
 * orders for a page of few.
 * One statement, and with a keyword one more before it.
 */
export async function findOrderIds(
  context: Context,
  input: z.output<typeof ListOrdersInput>,
): Promise<FoundOrders> {
  const matching = matchingIds(context, input);
  const { id, dated, rows: in_order } = matching;
  const gathered = await gatheredBy(context, matching);
  const { cursor, per_page, exact_total } = input;
  const behind = (day: RawBuilder<unknown>, row_id: RawBuilder<unknown>) =>
    cursor === undefined ? sql`true` : sql`(${day}, ${row_id}) < (${cursor.day}::date, ${cursor.id}::bigint)`;
  const offset = cursor === undefined ? itemsBefore(input) : 0;
  const most = sql.lit(limits.exact_total);
  const { rows: found } = await sql<FoundOrders>`
    with hit as materialized (select ${gathered.id} as id, ${gathered.dated} as sorted_by ${gathered.rows} limit ${most} + 1),
    counted as materialized (select count(*) as total from hit),
    page as (
      (select id, sorted_by from hit
      where (select total from counted) <= ${most} and ${behind(sql.ref('sorted_by'), sql.ref('id'))}
      order by sorted_by desc, id desc limit ${per_page + 1} offset ${offset})
      union all
      (select ${id} as id, ${dated} as sorted_by ${in_order} and (select total from counted) > ${most} and ${behind(dated, id)}
      order by ${dated} desc, ${id} desc limit ${per_page + 1} offset ${offset})
    )
    select (${exact_total ? sql`select count(*) ${gathered.rows}` : sql`select total from counted`}) as total,
      coalesce((select json_agg(id) from page), '[]') as ids`.execute(context.db);
  const [hits] = found;
  if (hits === undefined) throw new Error('a count gave no row');
  return hits;
}

/**
 * How to gather as many as there are, in no order. A keyword that many texts hold, at any time of the period, is looked for
 * as in the list's order; one that few hold by the index, and there by those of its pieces that few hold. PostgreSQL
 * knows too little of parts of words to choose between them: it takes a tenth of a second for a word that every fifth
 * text holds.
 */
async function gatheredBy(context: Context, matching: MatchingIds): Promise<OrderReading> {
  const { text } = matching;
  if (text === undefined) return matching;
  const { holds, pieces } = text.condition;
  const [whole, ...shares] = await sharesOf(context, text.sample, [holds, ...pieces]);
  const { common, frequent } = PARTS[text.period];
  if (whole !== undefined && whole.least >= common) return matching;
  const by_index = whole !== undefined && whole.most >= frequent ? text.by_quarter : text.at_once;
  return by_index(rarest(pieces, shares));
}

function rarest(
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
interface Share {
  least: number;
  most: number;
  mean: number;
}

async function sharesOf(
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
