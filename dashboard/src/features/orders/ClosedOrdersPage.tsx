import { Group, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Input, Row } from 'ngorder-sdk';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { filterText, type Filter } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { useSelection } from '../../ui/list/selection.ts';
import { Money } from '../../ui/Money.tsx';
import { api } from '../session/api.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { BulkActions } from './bulk/BulkActions.tsx';
import { choiceOf } from './bulk/bulk-choice.ts';
import { goodsOf } from './order-columns.tsx';
import type { ClosedStateName } from './order-state.ts';
import { strings } from './strings.ts';
import { WorkTabs } from './WorkTabs.tsx';

type ClosedRow = Row<'listClosedOrders'>;

const route = getRouteApi('/shell/orders/closed');
const PER_PAGE = 50;
const ACTIONS = ['REACTIVATE'] as const;

/** Orders that were cancelled, rejected or not paid in time. */
export default function ClosedOrdersPage() {
  const t = useStrings(strings);
  const state = route.useSearch();
  const { columns: _, ...filter } = state;
  const kind = filter.type ?? 'CANCEL';
  const { total: _unused, ...list } = usePagedRows(['orders', 'closed', filter], (place, signal) =>
    // The address holds texts, and the operation reads texts of a query string: the names are the same.
    api.listClosedOrders(
      { ...filter, per_page: PER_PAGE, ...place } as unknown as Input<'listClosedOrders'>,
      {
        signal,
      },
    ),
  );
  const selection = useSelection(`closed ${JSON.stringify(filter)}`);
  return (
    <ListPage
      name="closed_orders"
      title={t.title}
      tabs={<WorkTabs state={{ type: kind }} />}
      tools={useTools(state)}
      columns={useClosedColumns()}
      views={viewsOfClosed}
      card={closedCard}
      idOf={({ order_id }) => order_id}
      titleOf={({ po_number }) => t.order(po_number)}
      linkOf={({ order_id }) => `/orders/${order_id}`}
      // All that match cannot be chosen at once: actions on many orders filter those that are open.
      list={{ ...list, total: undefined }}
      selection={selection}
      bulk={
        <BulkActions
          chosen={choiceOf(selection, state, list.rows)}
          actions={kind === 'CANCEL' ? ACTIONS : []}
          onDone={selection.clear}
        />
      }
      empty={<Text c="dimmed">{t.no_closed}</Text>}
    />
  );
}

function useTools(state: { readonly [Name in ClosedStateName]?: string }) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const filters: Filter<ClosedStateName>[] = [
    { name: 'start_date', label: t.from, kind: 'day' },
    { name: 'end_date', label: t.to, kind: 'day' },
  ];
  return {
    filters,
    values: state,
    onChange: (changes: Record<string, string | undefined>) =>
      void navigate({
        from: '/orders/closed',
        to: '/orders/closed',
        search: (before) => ({ ...before, ...changes }),
      }),
    chips: filters
      .filter(({ name }) => state[name] !== undefined)
      .map((filter) => ({
        name: filter.name,
        text: filterText(filter, state[filter.name] ?? '', formatDay),
      })),
    onClear: () =>
      void navigate({ to: '/orders/closed', search: state.type === undefined ? {} : { type: state.type } }),
  };
}

function useClosedColumns(): Column<ClosedRow>[] {
  const t = useStrings(strings);
  return [
    { id: 'number', title: t.number, width: 84, cell: (order) => `#${order.po_number}` },
    { id: 'date', title: t.date, width: 120, cell: (order) => formatDay(order.order_date) },
    { id: 'customer', title: t.customer, cell: (order) => order.sender_name },
    { id: 'receiver', title: t.receiver, is_extra: true, cell: (order) => order.receiver_name },
    { id: 'items', title: t.items, cell: (order) => <span title={goodsOf(order)}>{goodsOf(order)}</span> },
    {
      id: 'total',
      title: t.total,
      align: 'right',
      width: 120,
      cell: (order) => <Money idr={order.total_amount} />,
    },
    {
      id: 'paid_as',
      title: t.paid_as,
      width: 190,
      cell: (order) => (order.paid_as === null ? '–' : t[order.paid_as]),
    },
    { id: 'source', title: t.source, is_extra: true, cell: (order) => order.order_source },
    {
      id: 'note',
      title: t.note,
      is_extra: true,
      cell: (order) => <span title={order.note}>{order.note}</span>,
    },
  ];
}

function closedCard(order: ClosedRow) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          #{order.po_number} {order.sender_name}
        </Text>
        <Money idr={order.total_amount} fw={600} />
      </Group>
      <Text size="sm" truncate>
        {goodsOf(order)}
      </Text>
      <Text size="xs" c="dimmed">
        {formatDay(order.order_date)}
      </Text>
    </Stack>
  );
}

function viewsOfClosed(shown: readonly string[]) {
  return <SavedViews list="closed_orders" columns={shown} />;
}
