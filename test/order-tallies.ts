import type pg from 'pg';
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
}
