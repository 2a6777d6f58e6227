import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

interface ArchiveDialogProps {
  ids: number[];
  title: string;
  onClose: () => void;
  onDone: () => void;
}

/** Says what archiving means before it is done. */
export function ArchiveDialog({ ids, title, onClose, onDone }: ArchiveDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const client = useQueryClient();
  const command = useCommand(
    (id: number[], idempotency_key) => api.deleteProducts({ id }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.archived_message);
        onClose();
        onDone();
        void client.invalidateQueries({ queryKey: ['products'] });
        void client.invalidateQueries({ queryKey: ['stock'] });
      },
      onError: () => undefined,
    },
  );
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{t.archive_text}</Text>
        <ErrorNotice error={command.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {w.cancel}
          </Button>
          <Button color="red" loading={command.isPending} onClick={() => command.mutate(ids)}>
            {t.archive}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
