import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import type { Input } from 'ngorder-sdk';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { filterText, type Filter } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import type { LoadedRows } from '../../ui/list/list-props.ts';
import { useSelection } from '../../ui/list/selection.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { orderCard, useOrderColumns, type OrderRow } from './order-columns.tsx';
import { useOrderFilters } from './order-filters.ts';
import type { OrderStateName } from './order-state.ts';
import { strings } from './strings.ts';
import { WorkTabs } from './WorkTabs.tsx';

type State = ListState<OrderStateName>;
const route = getRouteApi('/shell/orders');
const PER_PAGE = 50;
/** From where on the server lists for a tab: orders are of no day before. */
const FIRST_DAY = '2000-01-01';

function useOrders(state: State): LoadedRows<OrderRow> {
  const query = useInfiniteQuery({
    queryKey: ['orders', 'list', state],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.listOrders(
        // The address holds texts, and the operation reads texts of a query string: the names are the same.
        {
          ...state,
          per_page: PER_PAGE,
          ...(pageParam !== '' && { cursor: pageParam }),
        } as unknown as Input<'listOrders'>,
        { signal },
      ),
    getNextPageParam: ({ meta }) => meta.pagination.next_cursor ?? undefined,
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

export default function OrderListPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const state = route.useSearch();
  const filters = useOrderFilters();
  const columns = useOrderColumns();
  const list = useOrders(state);
  const selection = useSelection(`orders ${JSON.stringify(state)}`);
  const change = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({
      from: '/orders',
      to: '/orders',
      search: (before) => ({ ...before, ...changes }),
      replace,
    });
  const textOf = (filter: Filter, value: string) =>
    filter.name === 'start_date' && value === FIRST_DAY ? t.all_days : filterText(filter, value, formatDay);
  const chips = filters
    .filter(({ name }) => state[name] !== undefined)
    .map((filter) => ({ name: filter.name, text: textOf(filter, state[filter.name] ?? '') }));
  const may = useMay();
  const clear = () => void navigate({ to: '/orders', search: {} });
  return (
    <ListPage
      name="orders"
      title={t.title}
      actions={
        may('orders.write') && (
          <Button component={Link} to="/orders/new" leftSection={<IconPlus size={16} />}>
            {t.new_order}
          </Button>
        )
      }
      tabs={<WorkTabs state={state} onChange={change} />}
      tools={{
        keyword: state.keyword ?? '',
        onKeyword: (keyword) => change({ keyword }, true),
        search_label: t.search,
        filters,
        values: state,
        onChange: change,
        chips,
        onClear: clear,
      }}
      columns={columns}
      card={orderCard}
      idOf={({ order_id }) => order_id}
      titleOf={({ po_number }) => t.order(po_number)}
      linkOf={({ order_id }) => `/orders/${order_id}`}
      list={list}
      selection={selection}
      empty={<Text c="dimmed">{t.empty}</Text>}
    />
  );
}
