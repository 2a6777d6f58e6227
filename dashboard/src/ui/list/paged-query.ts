import { infiniteQueryOptions } from '@tanstack/react-query';

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

/** The pages of a list, each asked for by what the one before it told. */
export function pagedQuery<Row>(
  query_key: readonly unknown[],
  load: (place: PagePlace, signal: AbortSignal) => Promise<AnsweredPage<Row>>,
) {
  const first: PagePlace = {};
  return infiniteQueryOptions({
    queryKey: query_key,
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    getNextPageParam: ({ meta: { pagination } }): PagePlace | undefined => {
      const { next_cursor, current_page, total_pages } = pagination;
      if (next_cursor !== undefined) return next_cursor === null ? undefined : { cursor: next_cursor };
      return current_page < total_pages ? { pagination_offset: current_page + 1 } : undefined;
    },
  });
}
