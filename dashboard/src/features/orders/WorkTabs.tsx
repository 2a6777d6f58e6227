import { Badge, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
  /** What the list shows; of the list of closed orders its kind alone. */
  state: State & { type?: string };
}

/** The way of an order through the shop, from left to right, and how many are where: over all days. */
export function WorkTabs({ state }: WorkTabsProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const navigate = useNavigate();
  const { data: tabs = [] } = useQuery({
    queryKey: ['orders', 'work'],
    queryFn: async ({ signal }) => (await api.countOrdersByWork({}, { signal })).data,
  });
  const shown = tabs.find((tab) => isShown(tab, state))?.tab ?? ALL;
  const open = (name: string | null) => {
    const opens = tabs.find(({ tab }) => tab === name)?.opens;
    const { type: _, ...kept } = state;
    const without = Object.fromEntries(BY.map((parameter) => [parameter, undefined]));
    if (opens?.operation === 'listClosedOrders')
      void navigate({ to: '/orders/closed', search: { ...opens.query } });
    else void navigate({ to: '/orders', search: { ...kept, ...without, ...opens?.query } });
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
function isShown({ opens: { query } }: Tab, state: WorkTabsProps['state']): boolean {
  return ['type' as const, ...BY]
    .filter((name) => !name.endsWith('date'))
    .every((name) => state[name] === query[name]);
}
