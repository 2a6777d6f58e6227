import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { api } from '../session/api.ts';

export type Level = Output<'listWarehouseStock'>['data'][number];

const PER_PAGE = 30;

/** What each warehouse has of a variation. */
export function useLevels(variation_id: number) {
  return useQuery({
    queryKey: ['stock', 'levels', variation_id],
    queryFn: async ({ signal }) => (await api.listWarehouseStock({ variation_id }, { signal })).data,
  });
}

/** The ledger of a variation, the newest first. */
export function useHistory(variation_id: number, warehouse_id: string | null) {
  return useInfiniteQuery({
    queryKey: ['stock', 'history', variation_id, warehouse_id],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.listStockHistory(
        {
          id: variation_id,
          per_page: PER_PAGE,
          pagination_offset: pageParam,
          ...(warehouse_id !== null && { warehouse_id: Number(warehouse_id) }),
        },
        { signal },
      ),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
    placeholderData: keepPreviousData,
  });
}

/** After a change of stock what shows it is read anew. */
export function useStockChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['stock'] });
    void client.invalidateQueries({ queryKey: ['products', 'list'] });
  };
}
