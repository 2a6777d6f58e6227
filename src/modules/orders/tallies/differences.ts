import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';
import { SUMS, TALLY_NAMES, TALLY_VALUES } from '../tally.ts';

/** Days of a shop whose orders are counted, or added up, otherwise than they are. */
export async function findTallyDifferences(db: Database): Promise<unknown[]> {
  const added = (of: string) =>
    ['order_count', ...SUMS].map((sum) => `sum(${of}.${sum}) as ${sum}`).join(', ');
  const signed = ['order_count', ...SUMS.map((sum) => `order_count * ${sum}`)].join(', ');
  const { rows } = await sql`
    with counted as (
      select tally.shop_id, facet, tally.order_status, tally.order_date, ${sql.raw(added('tally'))}
      from (select orders.shop_id, 1 as order_count, ${sql.raw(TALLY_VALUES)} from orders)
        as tally (shop_id, order_count, ${sql.raw(TALLY_NAMES)})
      cross join unnest(tally.facets) as facet
      group by 1, 2, 3, 4
    ), kept as (
      select tally.shop_id, tally.facet, tally.order_status, tally.order_date, ${sql.raw(added('tally'))}
      from (
        select shop_id, facet, order_status, order_date, order_count, ${sql.raw(SUMS.join(', '))} from order_tallies
        union all
        select shop_id, facet, order_status, order_date, ${sql.raw(signed)}
        from order_tally_changes cross join unnest(facets) as facet
      ) as tally
      group by 1, 2, 3, 4
    )
    select shop_id, facet, order_status, order_date, to_jsonb(counted) as counted, to_jsonb(kept) as kept
    from counted full join kept using (shop_id, facet, order_status, order_date)
    where ${sql.join(
      ['order_count', ...SUMS].map(
        (sum) => sql`coalesce(${sql.ref(`counted.${sum}`)}, 0) <> coalesce(${sql.ref(`kept.${sum}`)}, 0)`,
      ),
      sql` or `,
    )}
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
