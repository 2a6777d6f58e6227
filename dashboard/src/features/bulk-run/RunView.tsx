import { Anchor, Button, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from 'ngorder-sdk';
import { useEffect } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { api } from '../session/api.ts';
import { RunResults } from './RunResults.tsx';
import { strings } from './strings.ts';

type Run = Output<'getBulkRun'>['data'];

const LOOK_EVERY_MS = 700;
const TONES = { RUNNING: 'moving', DONE: 'done', STOPPED: 'quiet' } as const;
/** Whose undoing is another action. */
const UNDOING = { CANCEL: 'REACTIVATE', REACTIVATE: 'CANCEL' } as const;

interface RunViewProps {
  id: number;
  /** Another run has begun from here. */
  onRun: (id: number) => void;
  is_in_dialog?: boolean;
}

/** How far an action on many orders is, and what became of each. */
export function RunView({ id, onRun, is_in_dialog = false }: RunViewProps) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    queryKey: ['orders', 'bulk', id],
    queryFn: async ({ signal }) => (await api.getBulkRun({ id }, { signal })).data,
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? LOOK_EVERY_MS : false),
    staleTime: 0,
  });
  const state = run?.state;
  useEffect(() => {
    if (state === undefined || state === 'RUNNING') return;
    for (const name of ['list', 'closed', 'work', 'bulk-rows'])
      void client.invalidateQueries({ queryKey: ['orders', name] });
    for (const name of ['home', 'parcels']) void client.invalidateQueries({ queryKey: [name] });
  }, [client, state]);
  if (run === undefined) return error === null ? <Loader size="sm" /> : <ErrorNotice error={error} />;
  const { counts, orders } = run;
  const worked = orders - counts.waiting - counts.stopped;
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge tone={TONES[run.state]}>{t[run.state]}</StatusBadge>
        {is_in_dialog && (
          <Anchor component={Link} to={`/orders/bulk/${id}`} size="sm">
            {t.open_run}
          </Anchor>
        )}
      </Group>
      <Progress
        value={(worked / Math.max(orders, 1)) * 100}
        animated={run.state === 'RUNNING'}
        aria-label={t.progress(formatNumber(worked), formatNumber(orders))}
      />
      <Text size="sm" role="status">
        {t.progress(formatNumber(worked), formatNumber(orders))}
        {run.state === 'RUNNING' ? ` · ${t.running}` : ''}
        {run.amount > 0 ? ` · ${formatRupiah(run.amount)}` : ''}
      </Text>
      <RunButtons run={run} onRun={onRun} onChanged={() => void refetch()} />
      <RunResults id={id} counts={counts} />
    </Stack>
  );
}

interface RunButtonsProps {
  run: Run;
  onRun: (id: number) => void;
  onChanged: () => void;
}

function RunButtons({ run, onRun, onChanged }: RunButtonsProps) {
  const t = useStrings(strings);
  const { id, state, counts, action } = run;
  const stop = useCommand(
    (given: number, idempotency_key) => api.stopBulkRun({ id: given }, { idempotency_key }),
    {
      onDone: onChanged,
    },
  );
  const retry = useCommand(
    (with_stopped: boolean, idempotency_key) => api.retryBulkRun({ id, with_stopped }, { idempotency_key }),
    { onDone: onChanged },
  );
  const undo = useCommand(
    async (undone: keyof typeof UNDOING, idempotency_key) => {
      const order_ids: number[] = [];
      for await (const row of api.each('listBulkRunOrders', { id, result: 'DONE', per_page: 100 }))
        order_ids.push(row.order_id);
      return api.startBulkOrders({ action: UNDOING[undone], order_ids }, { idempotency_key });
    },
    { onDone: ({ data }) => onRun(data.id) },
  );
  if (state === 'RUNNING')
    return (
      <Button variant="default" onClick={() => stop.mutate(id)} loading={stop.isPending}>
        {t.stop}
      </Button>
    );
  return (
    <Group gap="xs">
      {counts.failed > 0 && (
        <Button onClick={() => retry.mutate(false)} loading={retry.isPending}>
          {t.retry}
        </Button>
      )}
      {counts.stopped > 0 && (
        <Button variant="default" onClick={() => retry.mutate(true)} loading={retry.isPending}>
          {t.go_on}
        </Button>
      )}
      {counts.done > 0 && (action === 'CANCEL' || action === 'REACTIVATE') && (
        <Button variant="default" onClick={() => undo.mutate(action)} loading={undo.isPending}>
          {t[`undo_${action}`]}
        </Button>
      )}
    </Group>
  );
}
