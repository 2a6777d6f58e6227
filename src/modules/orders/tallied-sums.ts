import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { ALL_ORDERS, facetOf, SUMS } from './tally.ts';

/** All orders, or apart by each value of a filter. */
export type TalliedBy =
  | 'all'
  | 'sales_channel'
  | 'user_id'
  | 'customer_category_code'
  | 'expedition_id'
  | 'product_type'
  | 'cod_parcel';

/**
 * SQL of the sums of accepted orders in a period, as a select with several rows of each day: `order_date`, `value` (of the filter;
 * empty for all orders), `order_count` and those of SUMS. From what is counted by day, and what is yet to be added there, of one
 * snapshot of the database: they are exact at any moment, and a year is 365 rows of each value.
 * @param from,to SQL of the first and last day
 */
export function talliedSums(
  { shop }: Context,
  by: TalliedBy,
  { from, to }: { from: RawBuilder<unknown>; to: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const start = facetOf(by, '');
  const value = by === 'all' ? sql`''` : sql`substr(facet, ${start.length + 1}::int)`;
  // What begins with `user_id=` is before `user_id>`: that is the next byte.
  const chosen = (facet: RawBuilder<unknown>) =>
    by === 'all'
      ? sql`${facet} = ${ALL_ORDERS}`
      : sql`${facet} >= ${start} collate "C" and ${facet} < ${start.replace('=', '>')} collate "C"`;
  const days = sql`order_status = 'ACCEPTED' and order_date >= ${from}::date and order_date <= ${to}::date`;
  const signed = sql.raw(SUMS.map((sum) => `order_count * ${sum} as ${sum}`).join(', '));
  return sql`
    select order_date, ${value} as value, order_count, ${sql.raw(SUMS.join(', '))} from order_tallies
    where shop_id = ${shop.id} and ${chosen(sql`facet`)} and ${days}
    union all
    select order_date, ${value}, order_count, ${signed}
    from order_tally_changes cross join unnest(facets) as counted (facet)
    where shop_id = ${shop.id} and ${chosen(sql`counted.facet`)} and ${days}`;
}
