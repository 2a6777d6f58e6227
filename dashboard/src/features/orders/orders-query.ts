import type { Input } from 'ngorder-sdk';
import { pagedQuery, type PagePlace } from '../../ui/list/paged-query.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { api } from '../session/api.ts';
import type { OrderStateName } from './order-state.ts';

const PER_PAGE = 50;

/** Which orders an address shows. */
export function ordersOf(shown: ListState<OrderStateName>) {
  const { columns: _, ...state } = shown;
  return {
    key: ['orders', 'list', state],
    load: (place: PagePlace, signal: AbortSignal) => {
      // The address holds texts, and the operation reads texts of a query string: the names are the same.
      const input = { ...state, per_page: PER_PAGE, ...place } as unknown as Input<'listOrders'>;
      return api.listOrders(input, { signal });
    },
  };
}

/** The same, to be asked for while the page itself is still loaded. */
export function ordersQuery(state: ListState<OrderStateName>) {
  const { key, load } = ordersOf(state);
  return pagedQuery(key, load);
}
