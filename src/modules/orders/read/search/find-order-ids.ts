import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { limits } from '../../../../kernel/limits.ts';
import { itemsBefore } from '../../../../kernel/paging.ts';
import { chooseReading } from './choose-reading.ts';
import { matchingIds } from './order-filters.ts';
import type { ListOrdersInput } from './schemas.ts';

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
  const gathered = await chooseReading(context, matching);
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
