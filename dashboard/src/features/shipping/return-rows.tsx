import { Group, Stack, Text } from '@mantine/core';
import type { Row } from 'ngorder-sdk';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import type { ReturnState } from './return-state.ts';
import { returnStrings } from './return-strings.ts';

export type ReturnRow = Row<'listReturns'>;

const TONES: Record<ReturnState, Tone> = {
  ANNOUNCED: 'waiting',
  ON_THE_WAY: 'moving',
  RECEIVED: 'partly',
  SETTLED: 'done',
  CANCELED: 'quiet',
};

export function ReturnBadge({ state }: { state: ReturnState }) {
  const t = useStrings(returnStrings);
  return <StatusBadge tone={TONES[state]}>{t[state]}</StatusBadge>;
}

export function useReturnColumns(): Column<ReturnRow>[] {
  const t = useStrings(returnStrings);
  return [
    { id: 'number', title: t.number, width: 84, cell: ({ po_number }) => `#${po_number}` },
    { id: 'customer', title: t.customer, cell: ({ customer }) => customer.name },
    { id: 'courier', title: t.courier, width: 120, cell: ({ courier }) => courier.name },
    { id: 'awb', title: t.awb, width: 160, cell: ({ awb_number }) => awb_number || '–' },
    { id: 'why', title: t.why, cell: ({ reason }) => <span title={reason}>{reason || '–'}</span> },
    { id: 'since', title: t.since, width: 170, cell: ({ announced_at }) => formatMoment(announced_at) },
    { id: 'state', title: t.state, width: 170, cell: ({ state }) => <ReturnBadge state={state} /> },
  ];
}

export function returnCard({ po_number, customer, courier, awb_number, state, announced_at }: ReturnRow) {
  return (
    <Stack gap={4}>
      <Text fw={600} truncate>
        #{po_number} {customer.name}
      </Text>
      <Text size="sm" truncate>
        {courier.name} · {awb_number || '–'}
      </Text>
      <Group gap={6}>
        <ReturnBadge state={state} />
        <Text size="xs" c="dimmed">
          {formatMoment(announced_at)}
        </Text>
      </Group>
    </Stack>
  );
}
