import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { filterText, type Filter } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import type { LoadedRows } from '../../ui/list/list-props.ts';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { useSelection } from '../../ui/list/selection.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { useMay } from '../session/session.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { BulkActions } from './bulk/BulkActions.tsx';
import { choiceOf } from './bulk/bulk-choice.ts';
import { orderCard, useOrderColumns, type OrderRow } from './order-columns.tsx';
import { useOrderFilters } from './order-filters.ts';
import type { OrderStateName } from './order-state.ts';
import { ordersOf } from './orders-query.ts';
import { strings } from './strings.ts';
import { WorkTabs } from './WorkTabs.tsx';

type State = ListState<OrderStateName>;
const route = getRouteApi('/shell/orders');
/** In the order of work. */
const ACTIONS = ['PAY', 'CONFIRM', 'REQUEST_PICKUP', 'SHIPPING_STATUS', 'CANCEL'] as const;
/** From where on the server lists for a tab: orders are of no day before. */
const FIRST_DAY = '2000-01-01';

function useOrders(state: State): LoadedRows<OrderRow> {
  const { key, load } = ordersOf(state);
  return usePagedRows(key, load);
}

export default function OrderListPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const state = route.useSearch();
  const filters = useOrderFilters();
  const columns = useOrderColumns();
  const list = useOrders(state);
  const selection = useSelection(`orders ${JSON.stringify({ ...state, columns: undefined })}`);
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
      tabs={<WorkTabs state={state} />}
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
      views={viewsOfOrders}
      card={orderCard}
      idOf={({ order_id }) => order_id}
      titleOf={({ po_number }) => t.order(po_number)}
      linkOf={({ order_id }) => `/orders/${order_id}`}
      list={list}
      selection={selection}
      bulk={
        <BulkActions
          chosen={choiceOf(selection, state, list.rows)}
          actions={ACTIONS}
          onDone={selection.clear}
        />
      }
      empty={<Text c="dimmed">{t.empty}</Text>}
    />
  );
}

function viewsOfOrders(shown: readonly string[]) {
  return <SavedViews list="orders" columns={shown} />;
}
