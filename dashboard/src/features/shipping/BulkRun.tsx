import { Button, Group, List, Modal, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from 'ngorder-sdk';
import { useEffect, useState, type ReactNode } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

const LOOK_EVERY_MS = 700;
const FAILED_SHOWN = 100;

/** Does one thing with many orders on the server, and shows how far it is and what could not be done. */
export function useBulkRun(onStarted: () => void): {
  start: (input: Input<'startBulkOrders'>) => void;
  is_pending: boolean;
  dialog: ReactNode;
} {
  const [id, setId] = useState<number>();
  const starting = useCommand(
    (input: Input<'startBulkOrders'>, idempotency_key) => api.startBulkOrders(input, { idempotency_key }),
    {
      onDone: ({ data }) => {
        setId(data.id);
        onStarted();
      },
    },
  );
  return {
    start: starting.mutate,
    is_pending: starting.isPending,
    dialog: id !== undefined && <BulkRunDialog id={id} onClose={() => setId(undefined)} />,
  };
}

function BulkRunDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['bulk-run', id],
    queryFn: async ({ signal }) => (await api.getBulkRun({ id }, { signal })).data,
    refetchInterval: ({ state }) =>
      state.data?.state === 'RUNNING' || state.data === undefined ? LOOK_EVERY_MS : false,
  });
  const run = query.data;
  const is_over = run !== undefined && run.state !== 'RUNNING';
  useEffect(() => {
    if (!is_over) return;
    for (const queryKey of [['orders'], ['parcels'], ['home']]) void client.invalidateQueries({ queryKey });
  }, [client, is_over]);
  const ended = run === undefined ? 0 : run.orders - run.counts.waiting;
  return (
    <Modal opened onClose={onClose} title={t.run_title}>
      <Stack gap="sm">
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {run !== undefined && !is_over && (
          <div role="status">
            <Progress
              value={(100 * ended) / Math.max(1, run.orders)}
              aria-label={t.running(formatNumber(ended), formatNumber(run.orders))}
            />
            <Text size="sm">{t.running(formatNumber(ended), formatNumber(run.orders))}</Text>
            <Text size="sm" c="dimmed">
              {t.may_leave}
            </Text>
          </div>
        )}
        {is_over && (
          <Stack gap={4} role="status">
            <Text fw={600}>{t.run_done(formatNumber(run.counts.done))}</Text>
            {run.counts.skipped > 0 && <Text>{t.run_skipped(formatNumber(run.counts.skipped))}</Text>}
            {run.counts.failed > 0 && <Text>{t.run_failed(formatNumber(run.counts.failed))}</Text>}
          </Stack>
        )}
        {is_over && run.counts.failed > 0 && <FailedOrders id={id} onRetried={() => void query.refetch()} />}
      </Stack>
    </Modal>
  );
}

/** Each with its reason, and another try for all of them. */
function FailedOrders({ id, onRetried }: { id: number; onRetried: () => void }) {
  const t = useStrings(strings);
  const rows = useQuery({
    queryKey: ['bulk-run', id, 'failed'],
    queryFn: async ({ signal }) =>
      (await api.listBulkRunOrders({ id, result: 'FAILED', per_page: FAILED_SHOWN }, { signal })).data,
  });
  const retrying = useCommand((_: null, idempotency_key) => api.retryBulkRun({ id }, { idempotency_key }), {
    onDone: onRetried,
  });
  return (
    <>
      <List size="sm" spacing={4}>
        {rows.data?.map(({ order_id, po_number, reasons }) => (
          <List.Item key={order_id} style={{ overflowWrap: 'anywhere' }}>
            {t.order(po_number ?? order_id)}: {reasons.map(({ message }) => message).join(' ')}
          </List.Item>
        ))}
      </List>
      <Group>
        <Button variant="default" loading={retrying.isPending} onClick={() => retrying.mutate(null)}>
          {t.retry_failed}
        </Button>
      </Group>
    </>
  );
}
