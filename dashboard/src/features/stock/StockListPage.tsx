import { Avatar, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconBarcode } from '@tabler/icons-react';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Row } from 'ngorder-sdk';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';
import { StockTabs } from './StockTabs.tsx';

type StockRow = Row<'listVariations'>;

const route = getRouteApi('/shell/stock');
const PER_PAGE = 50;

const titleOf = ({ name, color, size }: StockRow) => [name, color, size].filter(Boolean).join(' ');

/** Every variation with what is left of it. */
export default function StockListPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const state = route.useSearch();
  const list = usePagedRows(['stock', 'list', state], (place, signal) =>
    api.listVariations({ ...state, per_page: PER_PAGE, ...place }, { signal }),
  );
  const search = (keyword: string) =>
    void navigate({
      from: '/stock',
      to: '/stock',
      search: keyword === '' ? {} : { keyword },
      replace: true,
    });
  return (
    <ListPage
      name="stock"
      title={t.title}
      actions={<StockActions />}
      tabs={<StockTabs at="all" />}
      tools={{
        keyword: state.keyword ?? '',
        onKeyword: search,
        search_label: t.search,
        filters: [],
        values: {},
        onChange: () => undefined,
        chips: [],
        onClear: () => search(''),
      }}
      columns={useStockColumns()}
      card={stockCard}
      idOf={({ variation_id }) => variation_id}
      titleOf={titleOf}
      linkOf={({ variation_id }) => `/stock/${variation_id}`}
      list={list}
      empty={<Text c="dimmed">{t.empty}</Text>}
    />
  );
}

/** What is done with many goods at once. */
function StockActions() {
  const t = useStrings(strings);
  return (
    <>
      <Button component={Link} to="/stock/transfer" variant="default" px="sm" aria-label={t.transfer}>
        <IconArrowsExchange size={18} />
        <Text span inherit visibleFrom="sm" ml={8}>
          {t.transfer}
        </Text>
      </Button>
      <Button
        component={Link}
        to="/stock/opname"
        variant="default"
        px="sm"
        leftSection={<IconBarcode size={18} />}
      >
        {t.opname}
      </Button>
    </>
  );
}

const levelsOf = ({ warehouse_stock }: StockRow) =>
  (warehouse_stock ?? [])
    .map(({ warehouse_name, stock }) => `${warehouse_name} ${formatNumber(stock)}`)
    .join(' · ');

function useStockColumns(): Column<StockRow>[] {
  const t = useStrings(strings);
  return [
    {
      id: 'name',
      title: t.name,
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Avatar src={row.thumbnail} radius="sm" size={36} alt="" imageProps={{ loading: 'lazy' }} />
          <Text span inherit truncate title={titleOf(row)}>
            {titleOf(row)}
          </Text>
        </Group>
      ),
    },
    { id: 'sku', title: t.sku, width: 190, cell: ({ sku }) => <span title={sku}>{sku}</span> },
    {
      id: 'warehouses',
      title: t.warehouses,
      width: 320,
      cell: (row) => <span title={levelsOf(row)}>{levelsOf(row) || '–'}</span>,
    },
    { id: 'total', title: t.total, width: 140, align: 'right', cell: (row) => <Left row={row} /> },
  ];
}

function Left({ row: { product_type, stock_quantity } }: { row: StockRow }) {
  const t = useStrings(strings);
  if (product_type !== 'S') return <StatusBadge tone="quiet">{t.not_counted}</StatusBadge>;
  if (stock_quantity <= 0) return <StatusBadge tone="lost">{t.out}</StatusBadge>;
  return <>{formatNumber(stock_quantity)}</>;
}

function stockCard(row: StockRow) {
  return (
    <Group wrap="nowrap" gap="sm">
      <Avatar src={row.thumbnail} radius="sm" size={48} alt="" imageProps={{ loading: 'lazy' }} />
      <Stack gap={2} miw={0} flex={1}>
        <Text fw={600} truncate>
          {titleOf(row)}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[row.sku, levelsOf(row)].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      <Text component="div" fw={600}>
        <Left row={row} />
      </Text>
    </Group>
  );
}
