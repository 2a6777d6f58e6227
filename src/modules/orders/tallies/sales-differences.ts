import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../../kernel/module.ts';
import { SALE_NAMES, SALES_SUMS, salesSql } from '../sales.ts';
import { GRAINS } from './fold-sales.ts';

const KEY = 'shop_id, kind, grain, starts_on, subject_id, category_id';

/**
 * Days, months, quarters and years in which something was sold otherwise than it is counted. What is yet to be counted and taken back is
 * left out on one side and added on the other.
 */
export async function findSalesDifferences(db: Database): Promise<unknown[]> {
  const sums = (sign = '') => SALES_SUMS.map((sum) => `sum(${sign}${sum})::bigint as ${sum}`).join(', ');
  const counted = salesSql({
    shop_id: 'o.shop_id',
    chosen:
      'not exists (select 1 from sales_to_count due where due.shop_id = o.shop_id and due.order_id = o.id)',
  });
  const { rows } = await sql`
    with sold as (
      select ${sql.raw(KEY)}, ${sql.raw(sums())}
      from (select shop_id, ${sql.raw(SALE_NAMES)} from (${sql.raw(counted)}) as sale) as sale cross join lateral ${sql.raw(GRAINS)}
      group by ${sql.raw(KEY)}
    ), stored as (
      select ${sql.raw(KEY)}, ${sql.raw(sums())} from (
        select ${sql.raw(KEY)}, ${sql.raw(SALES_SUMS.join(', '))} from sales_tallies
        union all
        select ${sql.raw(KEY)}, ${sql.raw(SALES_SUMS.map((sum) => `-${sum}`).join(', '))}
        from sales_to_take_back cross join lateral ${sql.raw(GRAINS)}
      ) as tally
      group by ${sql.raw(KEY)}
    )
    select ${sql.raw(KEY)}, to_jsonb(sold) as sold, to_jsonb(stored) as stored
    from sold full join stored using (${sql.raw(KEY)})
    where ${sql.join(
      SALES_SUMS.map(
        (sum) => sql`coalesce(${sql.ref(`sold.${sum}`)}, 0) <> coalesce(${sql.ref(`stored.${sum}`)}, 0)`,
      ),
      sql` or `,
    )}
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
