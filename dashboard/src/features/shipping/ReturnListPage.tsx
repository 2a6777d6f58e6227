import { ActionIcon, Tabs, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { returnCard, useReturnColumns } from './return-rows.tsx';
import { RETURN_STATES, returnStateOf } from './return-state.ts';
import { returnStrings } from './return-strings.ts';
import { ReturnScan } from './ReturnScan.tsx';

const route = getRouteApi('/shell/shipping/returns');
const PER_PAGE = 50;
const ALL = 'ALL';

/** Parcels that come back, from their announcement until what they cost is booked. */
export default function ReturnListPage() {
  const t = useStrings(returnStrings);
  const w = useStrings(words);
  const navigate = useNavigate();
  const may = useMay();
  const search = route.useSearch();
  const { state: state_text, keyword } = search;
  const state = returnStateOf(state_text);
  const columns = useReturnColumns();
  const list = usePagedRows(['orders', 'returns', state, keyword], (place, signal) =>
    api.listReturns(
      {
        per_page: PER_PAGE,
        ...(state !== undefined && { state }),
        ...(keyword !== undefined && { keyword }),
        ...place,
      },
      { signal },
    ),
  );
  const open = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({
      to: '/shipping/returns',
      search: { ...search, ...changes },
      replace,
    });
  return (
    <ListPage
      name="returns"
      title={t.title}
      actions={
        <ActionIcon component={Link} to="/shipping" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
      }
      tabs={
        <>
          {may('orders.ship') && <ReturnScan />}
          <StateTabs
            shown={state ?? ALL}
            keyword={keyword}
            onChange={(chosen) => open({ state: chosen === ALL ? undefined : chosen })}
          />
        </>
      }
      tools={{
        keyword: keyword ?? '',
        onKeyword: (text) => open({ keyword: text }, true),
        search_label: t.search,
        filters: [],
        values: {},
        onChange: open,
        chips: [],
        onClear: () => void navigate({ to: '/shipping/returns', search: {} }),
      }}
      columns={columns}
      card={returnCard}
      idOf={({ id }) => id}
      titleOf={({ po_number }) => t.order(po_number)}
      linkOf={({ id }) => `/shipping/returns/${id}`}
      list={list}
      empty={<Text c="dimmed">{t.empty}</Text>}
    />
  );
}

interface StateTabsProps {
  shown: string;
  keyword: string | undefined;
  onChange: (state: string) => void;
}

function StateTabs({ shown, keyword, onChange }: StateTabsProps) {
  const t = useStrings(returnStrings);
  const w = useStrings(words);
  const { data: counts } = useQuery({
    queryKey: ['orders', 'returns', 'counts', keyword],
    queryFn: async ({ signal }) =>
      (await api.listReturns({ per_page: 1, ...(keyword !== undefined && { keyword }) }, { signal })).counts,
  });
  return (
    <Tabs value={shown} onChange={(state) => state !== null && onChange(state)}>
      <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }} aria-label={t.states}>
        <Tabs.Tab value={ALL} style={{ flexShrink: 0 }}>
          {w.all}
        </Tabs.Tab>
        {RETURN_STATES.map((state) => (
          <Tabs.Tab key={state} value={state} style={{ flexShrink: 0 }}>
            {t[state]} {(counts?.[state] ?? 0) > 0 && formatNumber(counts?.[state] ?? 0)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
