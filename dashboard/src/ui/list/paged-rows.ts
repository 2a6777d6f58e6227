import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { LoadedRows } from './list-props.ts';

export interface AnsweredPage<Row> {
  data: readonly Row[];
  meta: {
    pagination: {
      total: number;
      total_is_exact: boolean;
      current_page: number;
      total_pages: number;
      next_cursor?: string | null | undefined;
    };
  };
}

/** Where a page is: by the cursor that the page before it told, or else by its number; neither for the first. */
export type PagePlace = { cursor?: string; pagination_offset?: number };

/**
 * Rows of a list, page after page: by cursor where the list has one, which is as fast at any depth, else by number.
 * @param options.never_stale they change by nobody else: pages are not read again because one looked away
 */
export function usePagedRows<Row>(
  query_key: readonly unknown[],
  load: (place: PagePlace, signal: AbortSignal) => Promise<AnsweredPage<Row>>,
  { never_stale = false }: { never_stale?: boolean } = {},
): LoadedRows<Row> {
  const query = useInfiniteQuery({
    queryKey: query_key,
    initialPageParam: {},
    queryFn: ({ pageParam, signal }: { pageParam: PagePlace; signal: AbortSignal }) =>
      load(pageParam, signal),
    getNextPageParam: ({ meta: { pagination } }): PagePlace | undefined => {
      const { next_cursor, current_page, total_pages } = pagination;
      if (next_cursor !== undefined) return next_cursor === null ? undefined : { cursor: next_cursor };
      return current_page < total_pages ? { pagination_offset: current_page + 1 } : undefined;
    },
    placeholderData: keepPreviousData,
    ...(never_stale && { staleTime: Infinity }),
  });
  const pagination = query.data?.pages[0]?.meta.pagination;
  return {
    rows: query.data?.pages.flatMap(({ data }) => data) ?? [],
    total: pagination && { count: pagination.total, is_exact: pagination.total_is_exact },
    error: query.error,
    is_loading: query.isLoading,
    is_outdated: query.isPlaceholderData,
    is_loading_more: query.isFetchingNextPage,
    has_more: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
