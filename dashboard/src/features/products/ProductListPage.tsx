import { ActionIcon, Button, Stack, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCoins, IconFileUpload, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Input } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { formatDay } from '../../ui/format.ts';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { filterText } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { useSelection, type SelectionHandle } from '../../ui/list/selection.ts';
import { tell } from '../../ui/notice.tsx';
import { stringifySearch, type ListState } from '../../ui/list/url-state.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { ProductCard, useProductColumns, type ProductRow } from './product-columns.tsx';
import { useProductFilters } from './product-filters.ts';
import type { ProductStateName } from './product-state.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/products');
const PER_PAGE = 50;
const ARCHIVED_AT_ONCE = 100;

export default function ProductListPage() {
  const t = useStrings(strings);
  const may_write = useMay()('catalog.write');
  const navigate = useNavigate();
  const state = route.useSearch();
  const tools = useTools(state);
  const { columns: _, ...filter } = state;
  const list = usePagedRows(['products', 'list', filter], (place, signal) =>
    // The address holds texts, and the operation reads texts of a query string: the names are the same.
    api.searchProducts({ ...filter, per_page: PER_PAGE, ...place } as unknown as Input<'searchProducts'>, {
      signal,
    }),
  );
  const selection = useSelection(`products ${JSON.stringify(filter)}`);
  useShortcuts(
    may_write ? [{ keys: 'n', title: t.new_product, run: () => void navigate({ to: '/products/new' }) }] : [],
  );
  return (
    <ListPage
      name="products"
      title={t.title}
      actions={
        may_write && (
          <>
            <PricesLink state={state} />
            <ImportLink />
            <NewProductButton />
          </>
        )
      }
      tools={tools}
      columns={useProductColumns()}
      views={viewsOfProducts}
      card={productCard}
      idOf={({ id }) => id}
      titleOf={({ name }) => name}
      linkOf={({ id }) => `/products/${id}`}
      list={list}
      {...(may_write && {
        selection,
        bulk:
          state.category === 'ARCHIVED' ? (
            <RestoreChosen selection={selection} />
          ) : (
            <>
              <ChangePrices state={state} selection={selection} />
              <ArchiveChosen selection={selection} />
            </>
          ),
      })}
      empty={
        <Stack align="center">
          <Text c="dimmed" ta="center">
            {t.empty}
          </Text>
          {may_write && <NewProductButton />}
        </Stack>
      }
    />
  );
}

const productCard = (product: ProductRow) => <ProductCard product={product} />;

/** Search and filters, as they stand in the address. */
function useTools(state: ListState<ProductStateName>) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const filters = useProductFilters();
  const change = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({
      from: '/products',
      to: '/products',
      search: (before) => ({ ...before, ...changes }),
      replace,
    });
  return {
    keyword: state.keyword ?? '',
    onKeyword: (keyword: string) => change({ keyword }, true),
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
    onClear: () => void navigate({ to: '/products', search: {} }),
  };
}

function NewProductButton() {
  const t = useStrings(strings);
  return (
    <Button component={Link} to="/products/new" leftSection={<IconPlus size={16} />}>
      {t.new_product}
    </Button>
  );
}

/** By the filters of the list: of all that match. */
function PricesLink({ state }: { state: ListState<ProductStateName> }) {
  const t = useStrings(strings);
  return (
    <Button
      component={Link}
      to={`/products/prices${stringifySearch(state)}`}
      variant="default"
      leftSection={<IconCoins size={16} />}
      visibleFrom="sm"
    >
      {t.change_prices}
    </Button>
  );
}

interface ChangePricesProps {
  state: ListState<ProductStateName>;
  selection: SelectionHandle;
}

function ChangePrices({ state, selection }: ChangePricesProps) {
  const t = useStrings(strings);
  const search = selection.is_all ? state : { ...state, chosen: '1' };
  return (
    <Button
      component={Link}
      to={`/products/prices${stringifySearch(search)}`}
      size="compact-sm"
      variant="default"
      leftSection={<IconCoins size={14} />}
    >
      {t.change_prices}
    </Button>
  );
}

function RestoreChosen({ selection }: { selection: SelectionHandle }) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const ids = [...selection.ids];
  const command = useCommand(
    (id: number[], idempotency_key) => api.restoreProducts({ id }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.unarchived_message);
        selection.clear();
        void client.invalidateQueries({ queryKey: ['products'] });
        void client.invalidateQueries({ queryKey: ['stock'] });
      },
    },
  );
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconArchiveOff size={14} />}
      disabled={selection.is_all || ids.length > ARCHIVED_AT_ONCE}
      loading={command.isPending}
      onClick={() => command.mutate(ids)}
    >
      {t.unarchive}
    </Button>
  );
}

function ImportLink() {
  const t = useStrings(strings);
  return (
    <>
      <Button
        component={Link}
        to="/products/import"
        variant="default"
        leftSection={<IconFileUpload size={16} />}
        visibleFrom="sm"
      >
        {t.import}
      </Button>
      <ActionIcon
        component={Link}
        to="/products/import"
        variant="default"
        size={36}
        aria-label={t.import}
        hiddenFrom="sm"
      >
        <IconFileUpload size={18} />
      </ActionIcon>
    </>
  );
}

function ArchiveChosen({ selection }: { selection: SelectionHandle }) {
  const t = useStrings(strings);
  const [is_open, setOpen] = useState(false);
  const ids = [...selection.ids];
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArchive size={14} />}
        disabled={selection.is_all || ids.length > ARCHIVED_AT_ONCE}
        onClick={() => setOpen(true)}
      >
        {t.archive}
      </Button>
      {is_open && (
        <ArchiveDialog
          ids={ids}
          title={t.archive_many(ids.length)}
          onClose={() => setOpen(false)}
          onDone={selection.clear}
        />
      )}
    </>
  );
}

function viewsOfProducts(shown: readonly string[]) {
  return <SavedViews list="products" columns={shown} />;
}
