import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { LoadedRows } from './list-props.ts';

interface AnsweredPage<Row> {
  data: readonly Row[];
  meta: {
    pagination: { total: number; total_is_exact: boolean; current_page: number; total_pages: number };
  };
}

/** Rows of a list whose pages have numbers, one page after the other. */
export function usePagedRows<Row>(
  query_key: readonly unknown[],
  load: (pagination_offset: number, signal: AbortSignal) => Promise<AnsweredPage<Row>>,
): LoadedRows<Row> {
  const query = useInfiniteQuery({
    queryKey: query_key,
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
    placeholderData: keepPreviousData,
  });
  const pagination = query.data?.pages[0]?.meta.pagination;
  return {
    rows: query.data?.pages.flatMap(({ data }) => data) ?? [],
    total: pagination && { count: pagination.total, is_exact: pagination.total_is_exact },
    error: query.error,
    is_loading: query.isLoading,
    is_loading_more: query.isFetchingNextPage,
    has_more: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
