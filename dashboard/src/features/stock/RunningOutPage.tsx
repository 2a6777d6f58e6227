import { Text, Stack, Group } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Row } from 'ngorder-sdk';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { filterText, type Filter } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';
import { StockTabs } from './StockTabs.tsx';

type RunningOut = Row<'listRunningOut'>;

const route = getRouteApi('/shell/stock/running-out');
const PER_PAGE = 50;
const DAYS = ['7', '14', '30', '60'] as const;

const titleOf = ({ name, color, size }: RunningOut) => [name, color, size].filter(Boolean).join(' ');

/** What is sold out or soon will be, at the pace of the last 30 days. */
export default function RunningOutPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const { days } = route.useSearch();
  const list = usePagedRows(['stock', 'running-out', days], (place, signal) =>
    api.listRunningOut(
      { per_page: PER_PAGE, ...(days !== undefined && { days: Number(days) }), ...place },
      { signal },
    ),
  );
  const filter: Filter<'days'> = {
    name: 'days',
    label: t.lasts,
    kind: 'choice',
    choices: DAYS.map((value) => ({ value, label: t.within_days(value) })),
  };
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ from: '/stock/running-out', to: '/stock/running-out', search: changes });
  return (
    <ListPage
      name="running-out"
      title={t.title}
      tabs={<StockTabs at="running-out" />}
      tools={{
        search_label: t.search,
        filters: [filter],
        values: { days },
        onChange: change,
        chips: days === undefined ? [] : [{ name: 'days', text: filterText(filter, days, formatDay) }],
        onClear: () => change({}),
      }}
      columns={useColumns()}
      card={cardOf}
      idOf={({ variation_id }) => variation_id}
      titleOf={titleOf}
      linkOf={({ variation_id }) => `/stock/${variation_id}`}
      list={list}
      empty={<Text c="dimmed">{t.nothing_runs_out}</Text>}
    />
  );
}

const cardOf = (row: RunningOut) => <Card row={row} />;

function useColumns(): Column<RunningOut>[] {
  const t = useStrings(strings);
  return [
    { id: 'name', title: t.name, cell: (row) => <span title={titleOf(row)}>{titleOf(row)}</span> },
    { id: 'sku', title: t.sku, width: 190, cell: ({ sku }) => <span title={sku}>{sku}</span> },
    { id: 'sold', title: t.sold, width: 150, align: 'right', cell: ({ sold }) => formatNumber(sold) },
    { id: 'stock', title: t.total, width: 110, align: 'right', cell: ({ stock }) => formatNumber(stock) },
    { id: 'days', title: t.lasts, width: 150, align: 'right', cell: (row) => <DaysLeft row={row} /> },
  ];
}

function DaysLeft({ row: { stock, days_left } }: { row: RunningOut }) {
  const t = useStrings(strings);
  if (stock <= 0) return <StatusBadge tone="lost">{t.out}</StatusBadge>;
  return <StatusBadge tone="waiting">{t.days(formatNumber(days_left))}</StatusBadge>;
}

function Card({ row }: { row: RunningOut }) {
  const t = useStrings(strings);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={2} miw={0}>
        <Text fw={600} truncate>
          {titleOf(row)}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[row.sku, `${t.total} ${formatNumber(row.stock)}`, `${t.sold} ${formatNumber(row.sold)}`].join(
            ' · ',
          )}
        </Text>
      </Stack>
      <DaysLeft row={row} />
    </Group>
  );
}
