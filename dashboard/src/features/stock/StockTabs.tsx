import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useStrings } from '../../ui/language.ts';
import { useMay } from '../session/session.ts';
import { strings } from './strings.ts';

const TABS = { all: '/stock', 'running-out': '/stock/running-out' } as const;
type Tab = keyof typeof TABS;

const isTab = (value: string | null): value is Tab => value !== null && value in TABS;

/** All goods, or those that run out, for who may see what is sold. */
export function StockTabs({ at }: { at: Tab }) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  if (!useMay()('messages.read')) return null;
  return (
    <Tabs value={at} onChange={(chosen) => isTab(chosen) && void navigate({ to: TABS[chosen] })}>
      <Tabs.List>
        <Tabs.Tab value="all">{t.all_goods}</Tabs.Tab>
        <Tabs.Tab value="running-out">{t.running_out}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
