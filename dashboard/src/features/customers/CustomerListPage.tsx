import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Input } from 'ngorder-sdk';
import { useState } from 'react';
import { formatDay } from '../../ui/format.ts';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { filterText, type Filter } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { Money } from '../../ui/Money.tsx';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { CategoriesDialog } from './CategoriesDialog.tsx';
import { useCustomerCategories, type CustomerRow } from './customer-queries.ts';
import type { CustomerStateName } from './customer-state.ts';
import { CustomerDialog } from './CustomerDialog.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/customers');
const PER_PAGE = 50;

export default function CustomerListPage() {
  const t = useStrings(strings);
  const state = route.useSearch();
  const { columns: _, ...filter } = state;
  const list = usePagedRows(['customers', 'list', filter], (place, signal) =>
    // The address holds texts, and the operation reads texts of a query string: the names are the same.
    api.listCustomers({ ...filter, per_page: PER_PAGE, ...place } as unknown as Input<'listCustomers'>, {
      signal,
    }),
  );
  return (
    <ListPage
      name="customers"
      title={t.title}
      actions={<Actions />}
      tools={useTools(state)}
      columns={useColumns()}
      views={viewsOfCustomers}
      card={customerCard}
      idOf={({ id }) => id}
      titleOf={({ name }) => name}
      linkOf={({ id }) => `/customers/${id}`}
      list={list}
      empty={<Text c="dimmed">{t.empty}</Text>}
    />
  );
}

function Actions() {
  const t = useStrings(strings);
  const may_write = useMay()('customers.write');
  const navigate = useNavigate();
  const [open, setOpen] = useState<'new' | 'categories'>();
  useShortcuts(may_write ? [{ keys: 'n', title: t.new_customer, run: () => setOpen('new') }] : []);
  if (!may_write) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTags size={16} />}
        onClick={() => setOpen('categories')}
        visibleFrom="xs"
      >
        {t.categories}
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
        {t.new_customer}
      </Button>
      {open === 'categories' && <CategoriesDialog onClose={close} />}
      {open === 'new' && (
        <CustomerDialog
          customer={undefined}
          onClose={close}
          onStored={(id) => void navigate({ to: `/customers/${id}` })}
        />
      )}
    </>
  );
}

function useFilters(): Filter<CustomerStateName>[] {
  const t = useStrings(strings);
  const categories = useCustomerCategories();
  const choice = (name: CustomerStateName, label: string, choices: [string, string][]) =>
    ({
      name,
      label,
      kind: 'choice',
      choices: choices.map(([value, text]) => ({ value, label: text })),
    }) satisfies Filter<CustomerStateName>;
  return [
    choice(
      'category',
      t.category,
      (categories.data ?? []).map(({ code, category_name }) => [code, category_name]),
    ),
    choice('registration_status', t.account, [
      ['0', t.account_0],
      ['1', t.account_1],
      ['R', t.account_R],
      ['T', t.account_T],
      ['4', t.account_4],
    ]),
    choice('type', t.search_in, [
      ['NAME', t.name],
      ['PHONE', t.phone],
      ['EMAIL', t.email],
      ['ADDRESS', t.address],
    ]),
    { name: 'create_from', label: t.created_from, kind: 'day' },
    { name: 'create_to', label: t.created_to, kind: 'day' },
    choice('order_by', t.order_by, [
      ['LATEST_CUSTOMER', t.LATEST_CUSTOMER],
      ['LAST_ORDER', t.LAST_ORDER],
    ]),
  ];
}

/** Search and filters, as they stand in the address. */
function useTools(state: ListState<CustomerStateName>) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const filters = useFilters();
  const change = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({
      from: '/customers',
      to: '/customers',
      search: (before) => ({ ...before, ...changes }),
      replace,
    });
  return {
    keyword: state.keyword ?? '',
    onKeyword: (keyword: string) => change({ keyword: keyword.slice(0, 50) }, true),
    search_label: t.search,
    filters,
    values: state,
    onChange: change,
    chips: filters
      .filter(({ name }) => state[name] !== undefined)
      .map((filter) => ({
        name: filter.name,
        text: filterText(filter, state[filter.name] ?? '', formatDay),
      })),
    onClear: () => void navigate({ to: '/customers', search: {} }),
  };
}

function useColumns(): Column<CustomerRow>[] {
  const t = useStrings(strings);
  return [
    { id: 'name', title: t.name, cell: ({ name }) => <span title={name}>{name}</span> },
    { id: 'phone', title: t.phone, width: 150, cell: ({ phone }) => phone },
    { id: 'category', title: t.category, width: 130, cell: ({ category }) => category },
    {
      id: 'place',
      title: t.district,
      width: 260,
      cell: ({ district, city }) => [district, city].filter(Boolean).join(', ') || '–',
    },
    { id: 'email', title: t.email, is_extra: true, cell: ({ email }) => email ?? '–' },
    {
      id: 'address',
      title: t.address,
      is_extra: true,
      cell: ({ address }) => <span title={address}>{address}</span>,
    },
    {
      id: 'last_order',
      title: t.last_order,
      width: 140,
      cell: ({ last_order_at }) => (last_order_at === null ? '–' : formatDay(last_order_at)),
    },
    {
      id: 'created',
      title: t.created,
      width: 130,
      is_extra: true,
      cell: ({ created_at }) => formatDay(created_at),
    },
    {
      id: 'balance',
      title: t.balance,
      width: 120,
      align: 'right',
      cell: ({ balance_idr }) => (balance_idr === 0 ? '–' : <Money idr={balance_idr} />),
    },
  ];
}

function customerCard(customer: CustomerRow) {
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          {customer.name}
        </Text>
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {customer.category}
        </Text>
      </Group>
      <Text size="sm">{customer.phone}</Text>
      <Text size="xs" c="dimmed" truncate>
        {[customer.district, customer.city].filter(Boolean).join(', ')}
      </Text>
    </Stack>
  );
}

function viewsOfCustomers(shown: readonly string[]) {
  return <SavedViews list="customers" columns={shown} />;
}
