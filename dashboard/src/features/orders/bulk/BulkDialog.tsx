import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../../ui/command.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { words } from '../../../ui/words.ts';
import { api } from '../../session/api.ts';
import type { BulkAction, BulkInput, ChosenInList } from './bulk-choice.ts';
import { BulkPreview } from './BulkPreview.tsx';
import { BulkTerms, isComplete, usualTerms, type Terms } from './BulkTerms.tsx';
import { RunView } from '../../bulk-run/RunView.tsx';
import { strings } from './strings.ts';

interface BulkDialogProps {
  action: BulkAction;
  chosen: ChosenInList;
  onClose: (is_started: boolean) => void;
}

/** What would happen is seen first; then it runs, and may be left alone. */
export default function BulkDialog({ action, chosen, onClose }: BulkDialogProps) {
  const t = useStrings(strings);
  const is_phone = useMediaQuery('(max-width: 48em)') ?? false;
  const [run_id, setRunId] = useState<number>();
  // What was chosen when the dialog opened: the list behind it goes on.
  const [{ choice, rows }] = useState(chosen);
  return (
    <Modal
      opened
      onClose={() => onClose(run_id !== undefined)}
      title={t[action]}
      size="lg"
      fullScreen={is_phone}
    >
      {run_id === undefined ? (
        <BeforeRun
          action={action}
          chosen={{ choice, rows }}
          onCancel={() => onClose(false)}
          onStarted={setRunId}
        />
      ) : (
        <RunView id={run_id} onRun={setRunId} is_in_dialog />
      )}
    </Modal>
  );
}

interface BeforeRunProps {
  action: BulkAction;
  chosen: ChosenInList;
  onCancel: () => void;
  onStarted: (id: number) => void;
}

function BeforeRun({ action, chosen, onCancel, onStarted }: BeforeRunProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [terms, setTerms] = useState<Terms>(() => usualTerms(action));
  const input: BulkInput = { action, ...chosen.choice, ...terms };
  const preview = useQuery({
    queryKey: ['orders', 'bulk-preview', input],
    queryFn: async ({ signal }) => (await api.previewBulkOrders(input, { signal })).data,
    enabled: isComplete(action, terms),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const start = useCommand(
    (request: BulkInput, idempotency_key) => api.startBulkOrders(request, { idempotency_key }),
    { onDone: ({ data }) => onStarted(data.id), onError: () => undefined },
  );
  const found = preview.data;
  const can_run = found !== undefined && (found.can > 0 || !found.is_exact) && !preview.isPlaceholderData;
  const skipped = found?.skipped.reduce((sum, { orders }) => sum + orders, 0) ?? 0;
  const count = found === undefined ? 0 : found.is_exact ? found.can : found.orders - skipped;
  return (
    <Stack>
      <BulkTerms action={action} terms={terms} onChange={setTerms} />
      <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      {found !== undefined && <BulkPreview preview={found} rows={chosen.rows} />}
      {found !== undefined && !can_run && !preview.isPlaceholderData && (
        <Text size="sm" fw={600}>
          {t.nothing_can}
        </Text>
      )}
      <ErrorNotice error={start.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {w.close}
        </Button>
        <Button
          disabled={!can_run}
          loading={preview.isFetching || start.isPending}
          color={action === 'CANCEL' ? 'red' : ''}
          onClick={() => start.mutate(input)}
        >
          {t.run(formatNumber(count))}
        </Button>
      </Group>
    </Stack>
  );
}
