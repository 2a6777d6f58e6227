import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DayPeriod } from '../../../kernel/http/period.ts';
import { restrictedUser } from '../../stock/index.ts';
import { lastOrderDay } from '../order-days.ts';
import { ALL_ORDERS, facetOf } from '../tally.ts';
import { talliedTotal } from '../tallied-total.ts';
import { visibleOrders } from '../visible-orders.ts';
import { closedConditions } from './closed-orders.ts';
import type { CountByWorkInput, OrdersOfWork } from './schemas.ts';
import { conditionsOfShop } from './search/order-filters.ts';
import { ChosenOrders } from './search/schemas.ts';
import { listOfTab, ORDER_TABS, statusesOfTab, type OrderTab } from './work-tabs.ts';

type Counted = z.input<typeof OrdersOfWork>;
type Days = Record<'start_date' | 'end_date', string>;

/** Orders are of no day before. */
const FIRST_DAY = '2000-01-01';
/** Who sees some orders only is told how many are among so many of the newest of a tab: more are not read. */
const READ_MOST = 2_000;

/** How many orders are in each tab of the order list, and how each is listed. One statement. */
export function countByWork(context: Context, input: z.output<typeof CountByWorkInput>): Promise<Counted[]> {
  return countTabs(context, ORDER_TABS, input);
}

/**
 * The same of some tabs, in one statement: from the tallies, exact, a row a day of each. For a user who sees some orders only
 * they are counted among the newest.
 * @param period all days unless said
 */
export async function countTabs(
  context: Context,
  tabs: readonly OrderTab[],
  period: DayPeriod = {},
): Promise<Counted[]> {
  const days = {
    start_date: period.start_date ?? FIRST_DAY,
    end_date: period.end_date ?? lastOrderDay(today(context.clock, context.shop.time_zone)),
  };
  const count = restrictedUser(context) === null ? talliedCount : seenCount;
  const counts = tabs.map((tab) => sql`(${count(context, tab, days)})`);
  const { rows } = await sql<{ counts: Pick<Counted, 'count' | 'is_exact'>[] }>`
    select json_build_array(${sql.join(counts)}) as counts`.execute(context.db);
  return tabs.map((tab, index) => ({
    tab,
    ...(rows[0]?.counts[index] ?? { count: 0, is_exact: true }),
    opens: openedBy(tab, days),
  }));
}

function talliedCount(context: Context, tab: OrderTab, { start_date, end_date }: Days): RawBuilder<unknown> {
  const { filter, value } = listOfTab(tab);
  const total = talliedTotal(context, {
    facet: filter === 'type' ? ALL_ORDERS : facetOf(filter, value),
    order_statuses: statusesOfTab(tab),
    from: start_date,
    to: end_date,
  });
  return sql`select json_build_object('count', ${total}, 'is_exact', true)`;
}

function seenCount(context: Context, tab: OrderTab, days: Days): RawBuilder<unknown> {
  const list = listOfTab(tab);
  const conditions =
    list.filter === 'type'
      ? closedConditions(list.value, days)
      : conditionsOfShop(context, ChosenOrders.parse({ [list.filter]: list.value, ...days }));
  return sql`select json_build_object('count', count(*) filter (where ${visibleOrders(context, 'newest')}),
      'is_exact', count(*) <= ${sql.lit(READ_MOST)})
    from (select orders.warehouse_ids from orders
      where orders.shop_id = ${context.shop.id} and ${sql.join(conditions, sql` and `)}
      order by orders.order_date desc, orders.id desc limit ${sql.lit(READ_MOST + 1)}) as newest`;
}

function openedBy(tab: OrderTab, days: Days): Counted['opens'] {
  const { filter, value } = listOfTab(tab);
  const list =
    filter === 'type'
      ? { operation: 'listClosedOrders', path: '/api/open/order-cancel' }
      : { operation: 'listOrders', path: '/api/open/order' };
  return { ...list, query: { [filter]: value, ...days } };
}
