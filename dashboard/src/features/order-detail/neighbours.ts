import type { InfiniteData } from '@tanstack/react-query';
import { queries } from '../session/session.ts';

interface Listed {
  data: readonly { order_id: number }[];
}

/** The orders before and behind this one in the list that was looked at last, as far as it is loaded. */
export function neighboursOf(order_id: number): { previous?: number; next?: number } {
  const lists = queries
    .getQueryCache()
    .findAll({ queryKey: ['orders', 'list'] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const list of lists) {
    const { pages } = (list.state.data ?? { pages: [] }) as Pick<InfiniteData<Listed>, 'pages'>;
    const ids = pages.flatMap(({ data }) => data.map((row) => row.order_id));
    const at = ids.indexOf(order_id);
    if (at === -1) continue;
    const previous = ids[at - 1];
    const next = ids[at + 1];
    return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
  }
  return {};
}
