import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { LoadedRows } from './list-props.ts';
import { pagedQuery, type AnsweredPage, type PagePlace } from './paged-query.ts';

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
    ...pagedQuery(query_key, load),
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
