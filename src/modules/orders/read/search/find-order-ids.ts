import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { limits } from '../../../../kernel/limits.ts';
import { itemsBefore } from '../../../../kernel/paging.ts';
import { chooseReading } from './choose-reading.ts';
import { matchingIds } from './order-filters.ts';
import type { ListOrdersInput } from './schemas.ts';
import type { OrderReading } from './text-readings.ts';

/** The number of orders that match the filters, and the IDs of the page plus one more, which shows whether anything follows. */
interface FoundOrders {
  total: number;
  ids: number[];
}

/** Up to so many orders that hold a warehouse or an account are gathered by it: 2 ms. */
const GATHERED = 2_000;

type Input = z.output<typeof ListOrdersInput>;

/** A page of orders in the list's order. */
interface PageOf extends OrderReading {
  after: Input['cursor'];
  limit: number;
  offset: number;
}

const pageOf = (reading: OrderReading, { cursor, per_page, ...page }: Input): PageOf => ({
  ...reading,
  after: cursor,
  limit: per_page + 1,
  offset: cursor === undefined ? itemsBefore({ per_page, ...page }) : 0,
});

/** `(select id, sorted_by …)` @param only what must hold besides */
function cut({ id, sorted_by, rows, after, limit, offset }: PageOf, only = sql``): RawBuilder<unknown> {
  const behind =
    after === undefined ? sql`` : sql`and (${sorted_by}, ${id}) < (${after.day}::date, ${after.id}::bigint)`;
  return sql`(select ${id} as id, ${sorted_by} as sorted_by ${rows} ${only} ${behind}
    order by ${sorted_by} desc, ${id} desc limit ${sql.lit(limit)} offset ${sql.lit(offset)})`;
}

/** A page of the orders that the filters let through, where an index has them in the list's order. */
export function pageInOrder(context: Context, input: Input): RawBuilder<unknown> {
  return cut(pageOf(matchingIds(context, input), input));
}

/** Cuts a page of orders whose number is known: few are gathered, of many the list's order soon meets enough. */
export async function findTalliedIds(
  context: Context,
  input: Input,
  total: RawBuilder<number>,
): Promise<FoundOrders> {
  const matching = matchingIds(context, input);
  const gathered = {
    rows: sql`from hit where true`,
    id: sql.ref('hit.id'),
    sorted_by: sql.ref('hit.sorted_by'),
  };
  return found(
    context,
    sql`counted as materialized (select ${total} as total),
    hit as materialized (select ${matching.id} as id, ${matching.sorted_by} as sorted_by ${matching.rows}
      and (select total from counted) <= ${sql.lit(GATHERED)}),
    page as (${cut(pageOf(gathered, input))}
      union all ${cut(pageOf(matching, input), sql`and (select total from counted) > ${sql.lit(GATHERED)}`)})`,
    sql`(select total from counted)`,
  );
}

/**
 * Counts and cuts a page of the list. Up to `limits.exact_total` orders are gathered by whichever index finds them
 * first; where these are all, the page is cut from them. Where there are more, they are so many that reading in the
 * list's order soon meets the page. If PostgreSQL had to guess which of the two it is, it would now and then read all
 * orders for a page of few.
 * One statement, and with a keyword one more before it.
 */
export async function findOrderIds(context: Context, input: Input): Promise<FoundOrders> {
  const matching = matchingIds(context, input);
  const all = await chooseReading(context, matching);
  const most = sql.lit(limits.exact_total);
  const gathered = {
    rows: sql`from hit where (select total from counted) <= ${most}`,
    id: sql.ref('hit.id'),
    sorted_by: sql.ref('hit.sorted_by'),
  };
  return found(
    context,
    sql`hit as materialized (select ${all.id} as id, ${all.sorted_by} as sorted_by ${all.rows} limit ${most} + 1),
    counted as materialized (select count(*) as total from hit),
    page as (${cut(pageOf(gathered, input))}
      union all ${cut(pageOf(matching, input), sql`and (select total from counted) > ${most}`)})`,
    input.exact_total ? sql`(select count(*) ${all.rows})` : sql`(select total from counted)`,
  );
}

async function found(
  context: Context,
  tables: RawBuilder<unknown>,
  total: RawBuilder<unknown>,
): Promise<FoundOrders> {
  const { rows } = await sql<FoundOrders>`
    with ${tables}
    select ${total} as total, coalesce((select json_agg(id) from page), '[]') as ids`.execute(context.db);
  const [hits] = rows;
  if (hits === undefined) throw new Error('a count gave no row');
  return hits;
}
