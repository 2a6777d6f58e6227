import type { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { restrictedUser } from '../../../stock/index.ts';
import { ALL_ORDERS, facetOf, isTallied } from '../../tally.ts';
import type { TalliedOrders } from '../../tallied-total.ts';
import { daysOf } from './order-filters.ts';
import type { ListOrdersInput } from './schemas.ts';

/**
 * The orders of the list as the tallies count them: those of a period, all or by one filter.
 * @returns undefined where they have to be counted: by a keyword, by several filters, by the day of payment, or for a user who
 *   sees some orders only
 */
export function talliedOrders(
  context: Context,
  input: z.output<typeof ListOrdersInput>,
): TalliedOrders | undefined {
  const {
    keyword,
    type: _type,
    order_by,
    start_date: _start,
    end_date: _end,
    per_page: _rows,
    pagination_offset: _page,
    exact_total: _is_exact,
    cursor: _cursor,
    ...filters
  } = input;
  if ((keyword ?? '') !== '' || order_by !== 'ORDER_DATE' || restrictedUser(context) !== null)
    return undefined;
  const chosen = Object.entries(filters).flatMap(([filter, value]) =>
    value === undefined ? [] : [[filter, value] as const],
  );
  const [first] = chosen;
  if (chosen.length > 1 || (first !== undefined && !isTallied(first[0]))) return undefined;
  return {
    facet: first === undefined ? ALL_ORDERS : facetOf(first[0], first[1]),
    order_statuses: ['ACCEPTED', 'UNCONFIRMED'],
    ...daysOf(context, input),
  };
}
