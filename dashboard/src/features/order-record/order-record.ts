import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { NgorderError, type Output, type Row } from 'ngorder-sdk';
import { api } from '../session/api.ts';
import { queries } from '../session/session.ts';

export type Order = Output<'getOrder'>['data'];
export type Change = Row<'getOrderHistory'>;

const CHANGES_OF_A_PAGE = 20;

/** The order; null where the shop has none with this number, or the user does not see it. */
export function useOrder(id: number) {
  return useQuery({
    queryKey: ['orders', 'detail', id],
    queryFn: async ({ signal }): Promise<Order | null> => {
      if (!Number.isSafeInteger(id) || id < 1) return null;
      try {
        return (await api.getOrder({ id }, { signal })).data;
      } catch (error) {
        if (error instanceof NgorderError && error.status === 404) return null;
        throw error;
      }
    },
  });
}

/** What became of the order, newest first. */
export function useHistory(order_id: number) {
  return useInfiniteQuery({
    queryKey: ['orders', 'history', order_id],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.getOrderHistory(
        { id: order_id, per_page: CHANGES_OF_A_PAGE, pagination_offset: pageParam },
        { signal },
      ),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
  });
}

/** What an order is part of: lists, counts, stock. */
const TOUCHED = [['orders'], ['parcels'], ['stock'], ['customers'], ['home']];

/** Shows what was changed wherever it is on the screen. */
export async function readAnew(): Promise<void> {
  await Promise.all(TOUCHED.map((queryKey) => queries.invalidateQueries({ queryKey })));
}
