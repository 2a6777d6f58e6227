import { Anchor, Button, Group, Pill, Stack, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Output, Row } from 'ngorder-sdk';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

type RunRow = Row<'listBulkRunOrders'>;
type Result = RunRow['result'];

const TONES: Readonly<Record<Result, Tone>> = {
  WAITING: 'waiting',
  DONE: 'done',
  SKIPPED: 'quiet',
  FAILED: 'lost',
  STOPPED: 'quiet',
};
/** What wants a look comes first. */
const RESULTS = ['FAILED', 'SKIPPED', 'STOPPED', 'WAITING', 'DONE'] as const;
const PER_PAGE = 50;

interface RunResultsProps {
  id: number;
  counts: Output<'getBulkRun'>['data']['counts'];
}

/** What became of each order, and why; those that failed first. */
export function RunResults({ id, counts }: RunResultsProps) {
  const t = useStrings(strings);
  const of = (result: Result) => counts[result.toLowerCase() as Lowercase<Result>];
  const shown = RESULTS.filter((result) => of(result) > 0);
  const [picked, setPicked] = useState<Result>();
  const result = shown.find((one) => one === picked) ?? shown[0] ?? 'DONE';
  const list = usePagedRows(['orders', 'bulk-rows', id, result, of(result)], (place, signal) =>
    api.listBulkRunOrders({ id, result, per_page: PER_PAGE, ...place }, { signal }),
  );
  return (
    <Stack gap="xs">
      <Group gap={6} role="group" aria-label={t.results}>
        {shown.map((one) => (
          <UnstyledButton key={one} mih={32} aria-pressed={one === result} onClick={() => setPicked(one)}>
            <Pill size="md" fw={one === result ? 700 : 400}>
              {t[`result_${one}`]} {formatNumber(of(one))}
            </Pill>
          </UnstyledButton>
        ))}
      </Group>
      <ErrorNotice error={list.error} onRetry={list.reload} />
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {list.rows.map((row) => (
          <ResultRow key={row.order_id} row={row} />
        ))}
      </Stack>
      {list.has_more && (
        <Button variant="subtle" onClick={list.loadMore} loading={list.is_loading_more}>
          {t.more}
        </Button>
      )}
    </Stack>
  );
}

function ResultRow({ row }: { row: RunRow }) {
  const t = useStrings(strings);
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start" mih={28}>
      <StatusBadge tone={TONES[row.result]}>{t[`result_${row.result}`]}</StatusBadge>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {row.po_number === null ? (
          t.deleted
        ) : (
          <Anchor component={Link} to={`/orders/${row.order_id}`} size="sm">
            {t.order(row.po_number)}
          </Anchor>
        )}{' '}
        {row.reasons.map(({ message }) => message).join(' ')}
      </Text>
    </Group>
  );
}
