import type pg from 'pg';
import { SALE_NAMES, SALES_SUMS, salesSql } from '../src/modules/orders/sales.ts';
import { GRAINS } from '../src/modules/orders/tallies/fold-sales.ts';
import { SUMS, TALLY_NAMES, TALLY_VALUES } from '../src/modules/orders/tally.ts';

/** Counts the orders of a shop anew, for whoever wrote them past the use-cases. */
export async function storeTallies(client: pg.Pool | pg.ClientBase, shop_id: number): Promise<void> {
  await client.query('delete from order_tallies where shop_id = $1', [shop_id]);
  await client.query('delete from order_tally_changes where shop_id = $1', [shop_id]);
  await client.query(
    `insert into order_tallies (shop_id, facet, order_status, order_date, order_count, ${SUMS.join(', ')})
     select shop_id, facet, order_status, order_date, count(*), ${SUMS.map((sum) => `sum(${sum})`).join(', ')}
     from (select orders.shop_id, ${TALLY_VALUES} from orders where orders.shop_id = $1) as tally (shop_id, ${TALLY_NAMES})
     cross join unnest(tally.facets) as facet
     group by shop_id, facet, order_status, order_date`,
    [shop_id],
  );
  for (const table of ['sales_tallies', 'sales_to_count', 'sales_to_take_back'])
    await client.query(`delete from ${table} where shop_id = $1`, [shop_id]);
  await client.query(
    `insert into sales_tallies (shop_id, kind, grain, starts_on, subject_id, category_id, ${SALES_SUMS.join(', ')})
     select $1, sale.kind, period.grain, period.starts_on, sale.subject_id, sale.category_id,
       ${SALES_SUMS.map((sum) => `sum(sale.${sum})`).join(', ')}
     from (select ${SALE_NAMES} from (${salesSql({ shop_id: '$1', chosen: 'true' })}) as sale) as sale
     cross join lateral ${GRAINS}
     group by sale.kind, period.grain, period.starts_on, sale.subject_id, sale.category_id`,
    [shop_id],
  );
}
