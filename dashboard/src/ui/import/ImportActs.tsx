import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../command.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import { tellError } from '../notice.tsx';
import { saveFile } from '../save-file.ts';
import { words } from '../words.ts';
import classes from './import.module.css';
import type { ImportKind, ShownImport } from './import-kind.ts';
import { strings } from './strings.ts';

interface ImportActsProps {
  kind: ImportKind;
  shown: ShownImport;
}

/** What can be done with an import as it stands. */
export function ImportActs({ kind, shown }: ImportActsProps) {
  const t = useStrings(strings);
  const { stage, counts } = shown;
  const refresh = useRefresh(kind, shown);
  const apply = useCommand(
    ({ id, partial }: { id: number; partial: boolean }, idempotency_key) =>
      kind.apply(id, partial, idempotency_key),
    { onDone: refresh, onError: refresh },
  );
  const [is_undoing, setUndoing] = useState(false);
  const { report } = kind;
  const may_report = report !== undefined && stage !== 'unmapped' && stage !== 'checking';
  const is_ready = stage === 'ready';
  if (!may_report && !is_ready && stage !== 'applied') return null;
  const applicable = formatNumber(counts.applicable);
  return (
    <Paper withBorder shadow="md" p="xs" className={classes['acts'] ?? ''}>
      <Stack gap="xs">
        <ErrorNotice error={apply.error} />
        <Group gap="xs" justify="flex-end">
          {may_report && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => void report(shown.id).then(saveFile, tellError)}
            >
              {t.report}
            </Button>
          )}
          {is_ready && counts.applicable === 0 && <Text size="sm">{t.nothing_to_apply}</Text>}
          {is_ready && counts.applicable > 0 && (
            <Button
              h="auto"
              mih={36}
              py={6}
              styles={{ label: { whiteSpace: 'normal', overflow: 'visible', height: 'auto' } }}
              leftSection={<IconCheck size={16} />}
              loading={apply.isPending}
              onClick={() => apply.mutate({ id: shown.id, partial: counts.wrong > 0 })}
            >
              {counts.wrong > 0 ? t.apply_valid(applicable, formatNumber(counts.wrong)) : t.apply(applicable)}
            </Button>
          )}
          {stage === 'applied' && kind.undo !== undefined && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} />}
              onClick={() => setUndoing(true)}
            >
              {t.undo}
            </Button>
          )}
        </Group>
      </Stack>
      {is_undoing && <UndoDialog kind={kind} shown={shown} onClose={() => setUndoing(false)} />}
    </Paper>
  );
}

function useRefresh(kind: ImportKind, { id }: ShownImport): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [...kind.query_key, 'import', id] });
}

/** Says what is taken back, and what cannot be. */
function UndoDialog({ kind, shown, onClose }: ImportActsProps & { onClose: () => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const refresh = useRefresh(kind, shown);
  const command = useCommand(async (id: number, idempotency_key) => kind.undo?.(id, idempotency_key), {
    onDone: () => {
      refresh();
      onClose();
    },
    onError: () => undefined,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.undo_title(shown.file_name.length > 60 ? `${shown.file_name.slice(0, 60)}…` : shown.file_name)}
    >
      <Stack>
        <Text size="sm">{kind.undo_text(shown)}</Text>
        <ErrorNotice error={command.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {w.cancel}
          </Button>
          <Button color="red" loading={command.isPending} onClick={() => command.mutate(shown.id)}>
            {t.undo}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
