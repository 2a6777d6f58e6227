import { Badge, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { ListState } from '../../ui/list/url-state.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import type { OrderStateName } from './order-state.ts';
import { strings } from './strings.ts';

type Tab = Output<'countOrdersByWork'>['data'][number];
type State = ListState<OrderStateName>;

/** By one of these a tab is chosen; the others are left out then. */
const BY = ['payment_status', 'order_progress_status', 'shipping_stage', 'start_date', 'end_date'] as const;
const ALL = 'ALL';

interface WorkTabsProps {
  state: State;
  onChange: (changes: Record<string, string | undefined>) => void;
}

/** The way of an order through the shop, from left to right, and how many are where: over all days. */
export function WorkTabs({ state, onChange }: WorkTabsProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { data } = useQuery({
    queryKey: ['orders', 'work'],
    queryFn: async ({ signal }) => (await api.countOrdersByWork({}, { signal })).data,
  });
  const tabs = (data ?? []).filter(({ opens }) => opens.operation === 'listOrders');
  const shown = tabs.find((tab) => isShown(tab, state))?.tab ?? ALL;
  const open = (name: string | null) => {
    const query = tabs.find(({ tab }) => tab === name)?.opens.query ?? {};
    onChange({ ...Object.fromEntries(BY.map((parameter) => [parameter, undefined])), ...query });
  };
  return (
    <Tabs value={shown} onChange={open}>
      <Tabs.List
        style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}
        aria-label={t.progress}
      >
        <Tabs.Tab value={ALL} style={{ flexShrink: 0 }}>
          {t.all}
        </Tabs.Tab>
        {tabs.map(({ tab, count, is_exact }) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            style={{ flexShrink: 0 }}
            rightSection={
              count > 0 && (
                <Badge size="sm" variant="default">
                  {is_exact ? formatNumber(count) : w.at_least(formatNumber(count))}
                </Badge>
              )
            }
          >
            {t[`tab_${tab}`]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** Whether the list shows what the tab is of, whatever it is filtered for besides. */
function isShown({ opens: { query } }: Tab, state: State): boolean {
  return BY.filter((name) => !name.endsWith('date')).every((name) => state[name] === query[name]);
}
